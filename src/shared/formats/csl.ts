// CSL-JSON, the bibliographies of Zotero and others: what was published when, and articles with their abstracts.
import { yearAsEdtf } from '../dates/as-edtf.ts';
import { parseEventDate } from '../dates/parse.ts';
import type { Article } from '../document/document.ts';
import type { Path } from '../document/file/path.ts';
import { freeIdOf } from '../document/free-id.ts';
import { LIMITS } from '../document/limits.ts';
import { UNKNOWN_PUBLISHER } from '../document/unnamed.ts';
import { excerpt } from '../excerpt.ts';
import { grouped } from '../in-words.ts';
import { failure, success, type Result } from '../result.ts';
import { cut, oneLine, slugOf, startDraft } from './draft.ts';
import { isAddress } from './address.ts';
import { Likelihood, type Format, type Imported, type ReadOptions } from './format.ts';
import { loadHtml } from './html.ts';
import { countUnread, field, isRecord, listOf, readJson, textIn } from './json.ts';
import { collectProblems, inEntries, type Problems } from './report.ts';
import { settleColumns, type DateColumn } from './table/dates.ts';
import { withoutControls } from './text.ts';
import { writeCsl } from './write-csl.ts';

/** The fields whose date an event can have, the first that an item has. */
const DATES = ['event-date', 'original-date', 'issued'] as const;
type DateField = (typeof DATES)[number];

/** A date of CSL in EDTF; `null` if there is none or it cannot be read, which is reported. */
function dateIn(
  value: unknown,
  settled: () => Result<string | null>,
  path: Path,
  problems: Problems,
): string | null {
  const none = (reason: string): null => {
    problems.add(`The date ${reason}; the event has no date`, { path });
    return null;
  };
  const edtf = textIn(field(value, 'edtf')).trim();
  if (edtf !== '') {
    const date = parseEventDate(edtf);
    if (date.ok) return edtf;
    problems.add(`“edtf” ${date.failure.message}, and was left out`, { path });
  }
  const parts = listOf(field(value, 'date-parts'));
  const [first, last, ...more] = (parts ?? []).map((part) => listOf(part) ?? []);
  if (first === undefined) {
    const date = settled();
    if (!date.ok) return none(date.failure.message);
    return date.value ?? none('has neither parts nor words');
  }
  if (more.length > 0)
    problems.add(`The date has ${more.length + 2} parts, of which the first two were read`, { path });
  const season = textIn(field(value, 'season')).trim();
  const mark = isYes(field(value, 'circa')) ? '~' : '';
  const start = partsIn(first);
  if (start === null)
    return none(`has ${excerpt(first.map(textIn).join('-'))}, which is no year, month or day`);
  if (last === undefined) return `${withSeason(start, season, path, problems)}${mark}`;
  if (season !== '') problems.add(`The season ${excerpt(season)} beside two dates was left out`, { path });
  // Zeros stand for an end that is open.
  if (last.every((part) => /^0?$/.test(textIn(part).trim()))) return `${start}${mark}/..`;
  const end = partsIn(last);
  if (end === null)
    problems.add(
      `The end ${excerpt(last.map(textIn).join('-'))} is no year, month or day, and was left out`,
      { path },
    );
  return end === null || end === start ? `${start}${mark}` : `${start}${mark}/${end}${mark}`;
}

function isYes(value: unknown): boolean {
  return value === true || !/^(?:|0|false|no)$/i.test(textIn(value));
}

/** A year, month and day; before our era, -44 is 44 BCE. Months 21 to 24 are seasons, and so are 13 to 16 of some programs. */
function partsIn(parts: readonly unknown[]): string | null {
  const [year = '', month = '', day = '', ...more] = parts.map((part) => textIn(part).trim());
  if (!/^-?\d{1,6}$/.test(year) || Number(year) === 0 || more.length > 0) return null;
  const own = Number(year);
  if (Math.abs(own) > 270_000) return null;
  const whole = yearAsEdtf(own < 0 ? own + 1 : own);
  if (/^0?$/.test(month)) return /^0?$/.test(day) ? whole : null;
  const months = Number(month);
  const code = months >= 13 && months <= 16 ? months + 8 : months;
  const toMonth = `${whole}-${String(code).padStart(2, '0')}`;
  const edtf = /^0{0,2}$/.test(day) ? toMonth : `${toMonth}-${day.padStart(2, '0')}`;
  return parseEventDate(edtf).ok ? edtf : null;
}

const SEASONS = [
  /^(?:1|spring|frühling|printemps)$/i,
  /^(?:2|summer|sommer|été)$/i,
  /^(?:3|autumn|fall|herbst|automne)$/i,
  /^(?:4|winter|hiver)$/i,
];

/** A year with its season, by number or by name. */
function withSeason(edtf: string, season: string, path: Path, problems: Problems): string {
  if (season === '') return edtf;
  const place = SEASONS.findIndex((name) => name.test(season));
  if (place >= 0 && /^-?\d{4}$/.test(edtf)) return `${edtf}-${21 + place}`;
  problems.add(
    `The season ${excerpt(season)} ${place < 0 ? 'is none' : 'is no part of this date'}, and was left out`,
    { path },
  );
  return edtf;
}

/** The words of a date that has no parts, for which the order of day and month has to be settled. */
function wordsOf(value: unknown): string {
  if (!isRecord(value)) return textIn(value).trim();
  if (listOf(field(value, 'date-parts'))?.[0] !== undefined) return '';
  const words = (textIn(field(value, 'raw')) || textIn(field(value, 'literal'))).trim();
  return words !== '' && isYes(field(value, 'circa')) ? `c. ${words}` : words;
}

function nameOf(value: unknown): string {
  const literal = textIn(field(value, 'literal'));
  if (literal !== '') return literal;
  return ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix']
    .map((part) => textIn(field(value, part)).trim())
    .filter((part) => part !== '')
    .join(' ');
}

/** The people in a field, each of whom has a name; none if it is no list of these. */
function peopleIn(value: unknown): readonly unknown[] {
  return (listOf(value) ?? []).filter((one) => nameOf(one) !== '');
}

/** What dates and names have; of names also what only says how to write them. */
const OF_DATES = new Set(['date-parts', 'season', 'circa', 'literal', 'raw', 'edtf']);
const OF_NAMES = new Set([
  ...['family', 'given', 'literal', 'suffix', 'dropping-particle', 'non-dropping-particle'],
  ...['comma-suffix', 'static-ordering', 'parse-names'],
]);
/** What is read of an item besides its dates and people. */
const READ: ReadonlySet<string> = new Set(
  'id type title title-short shortTitle container-title publisher URL DOI abstract note keyword event-place'.split(
    ' ',
  ),
);

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Result<Imported>> {
  const problems = collectProblems(options.file);
  const json = readJson(bytes, options.assume, problems);
  if (!json.ok) return json;
  const listed = listOf(json.value) ?? listOf(field(json.value, 'items'));
  if (listed === undefined) return failure('csl', 'The file holds no list of items, as CSL-JSON has.');
  const items = listed.map(withNotedDate);
  const html = await loadHtml(problems);
  const draft = startDraft(options.file, problems);
  const articles: Article[] = [];
  const ids = new Set<string>();
  const counters = new Map<string, number>();
  const written = settleColumns(
    DATES.map((name) => ({ column: columnOf(name, items), fixed: { january: 'never' } })),
    items.map((_, index) => index),
    options.assume,
    problems,
  );
  const dateOf = (name: DateField, index: number, path: Path, own: Problems): string | null =>
    dateIn(
      field(items[index], name),
      () => written[DATES.indexOf(name)]?.read(index) ?? success(null),
      [...path, name],
      own,
    );
  items.forEach((item, index) => {
    const path: Path = Array.isArray(json.value) ? [index] : ['items', index];
    if (!isRecord(item)) {
      draft.skip();
      problems.add('The entry is no item, and was left out', { path });
      return;
    }
    const text = (name: string): string => textIn(field(item, name));
    const own = DATES.find((name) => hasDate(field(item, name)));
    const date = own === undefined ? null : dateOf(own, index, path, problems);
    if (own === undefined) problems.add('The item has no date', { path });
    const url = text('URL').trim();
    const doi = text('DOI')
      .trim()
      .replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '');
    const addresses = [url, doi === '' ? '' : `https://doi.org/${doi}`].filter((one) => one !== '');
    const title = html(text('title')).text;
    const publisher = html(text('container-title') || text('publisher')).text;
    const abstract = withoutControls(html(text('abstract'), { path: [...path, 'abstract'] }).text);
    const isArticle = abstract.trim() !== '';
    if (isArticle && articles.length >= LIMITS.articles)
      problems.count(
        'abstracts',
        (count) =>
          `A document holds ${grouped(LIMITS.articles)} articles; more abstracts were left out ${inEntries(count, 'items')}`,
        { path: [...path, 'abstract'] },
      );
    else if (isArticle) {
      const id = freeIdOf(slugOf(title) || 'article', (one) => ids.has(one), counters);
      ids.add(id);
      // What is wrong with the date has been said of the event.
      const issued = dateOf('issued', index, path, collectProblems(options.file));
      const address = addresses.find(isAddress);
      articles.push({
        id,
        title: cut(oneLine(withoutControls(title)), LIMITS.line) || 'Untitled',
        publisher: cut(oneLine(withoutControls(publisher)), LIMITS.line) || UNKNOWN_PUBLISHER,
        ...(address !== undefined && { address }),
        ...(issued !== null && parseEventDate(issued).ok && { published: issued }),
        text: abstract.slice(0, LIMITS.text),
        hidden: [],
      });
      problems.count(
        'abstract',
        (count) => `Abstracts became the texts of articles ${inEntries(count, 'items')}`,
        { path: [...path, 'abstract'] },
      );
      if (abstract.length > LIMITS.text)
        problems.add(`The abstract was cut at ${grouped(LIMITS.text)} characters`, { path });
    }
    if (own === 'issued')
      problems.count('issued', (count) => `The date is that of publication ${inEntries(count, 'items')}`, {
        path: [...path, 'issued'],
      });
    const people = new Map(
      Object.entries(item)
        .map(([role, value]) => [role, peopleIn(value)] as const)
        .filter(([, persons]) => persons.length > 0),
    );
    countUnread(
      item,
      (name) => READ.has(name) || people.has(name) || name === own || (name === 'issued' && isArticle),
      { entries: 'items', path },
      problems,
    );
    if (own !== undefined)
      countUnread(
        field(item, own),
        (name) => OF_DATES.has(name),
        { entries: 'dates', path: [...path, own] },
        problems,
      );
    for (const [role, persons] of people)
      for (const person of persons)
        countUnread(
          person,
          (name) => OF_NAMES.has(name),
          { entries: 'names', path: [...path, role] },
          problems,
        );
    draft.add({
      row: index + 1,
      where: { path },
      id: text('id'),
      title,
      label: html(text('title-short') || text('shortTitle')).text,
      description: text('note'),
      date: date ?? undefined,
      written: own === undefined ? '' : writtenOf(field(item, own)),
      lane: text('type'),
      place: text('event-place'),
      tags: text('keyword').split(/\s*[,;]\s*/),
      participants: [...people].flatMap(([role, persons]) =>
        persons.map((person) => ({ name: nameOf(person), role })),
      ),
      sources: addresses.map((address) => ({ title: publisher, address })),
    });
  });
  return success(draft.finish({ articles, questions: written.flatMap((one) => one?.questions ?? []) }));
}

/** An item with the date that a line of its note gives, where it has no other: Zotero has runs of years there. */
function withNotedDate(item: unknown): unknown {
  if (!isRecord(item) || DATES.some((name) => hasDate(field(item, name)))) return item;
  const issued = /^issued:[ \t]*(\S.{0,200})$/im.exec(textIn(field(item, 'note')))?.[1];
  return issued === undefined ? item : { ...item, issued };
}

/** The words of a field's dates as a column of a table. */
function columnOf(name: DateField, items: readonly unknown[]): DateColumn {
  const words = items.map((item) => wordsOf(field(item, name)));
  const whole = (row: number): string => words[row] ?? '';
  return {
    name,
    whole,
    at: (row) => (whole(row) === '' ? null : { date: whole(row), month: '', day: '', time: '' }),
  };
}

function hasDate(value: unknown): boolean {
  return isRecord(value) ? Object.keys(value).length > 0 : textIn(value).trim() !== '';
}

function writtenOf(value: unknown): string {
  const words = wordsOf(value) || textIn(field(value, 'edtf'));
  if (words !== '') return words;
  const parts = listOf(field(value, 'date-parts')) ?? [];
  return excerpt(parts.map((part) => (listOf(part) ?? []).map(textIn).join('-')).join(' – '), 100).slice(
    1,
    -1,
  );
}

/** CSL-JSON. */
export const csl: Format = {
  id: 'csl',
  name: 'CSL-JSON',
  endings: ['.json', '.csl'],
  recognise({ text }) {
    if (!/^\s*[[{]/.test(text)) return Likelihood.No;
    if (/"date-parts"\s*:/.test(text)) return Likelihood.Sure;
    return /"(?:issued|container-title|DOI)"\s*:/.test(text) && /"type"\s*:/.test(text)
      ? Likelihood.Likely
      : Likelihood.No;
  },
  read,
  write: writeCsl,
};
