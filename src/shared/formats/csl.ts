// CSL-JSON, the bibliographies of Zotero and others: what was published when, and articles with their abstracts.
import { yearAsEdtf } from '../dates/as-edtf.ts';
import { parseEventDate } from '../dates/parse.ts';
import { readWrittenDate, USUAL } from '../dates/written.ts';
import type { Article } from '../document/document.ts';
import type { Path } from '../document/file/path.ts';
import { freeIdOf } from '../document/free-id.ts';
import { excerpt } from '../excerpt.ts';
import { failure, success, type Result } from '../result.ts';
import { cut, oneLine, slugOf, startDraft } from './draft.ts';
import { isAddress } from './address.ts';
import { Likelihood, type Format, type Imported, type ReadOptions } from './format.ts';
import { loadHtml } from './html.ts';
import { field, isRecord, listOf, readJson, textIn } from './json.ts';
import { collectProblems, inEntries, type Problems } from './report.ts';
import { withoutControls } from './text.ts';
import { writeCsl } from './write-csl.ts';

/** A date of CSL in EDTF; `null` if there is none or it cannot be read, which is reported. */
function dateIn(value: unknown, path: Path, problems: Problems): string | null {
  if (!isRecord(value)) return null;
  const circa = field(value, 'circa');
  const mark = circa === true || circa === 1 || circa === '1' || circa === 'true' ? '~' : '';
  const edtf = textIn(field(value, 'edtf'));
  if (edtf !== '' && parseEventDate(edtf).ok) return edtf;
  const parts = listOf(field(value, 'date-parts'));
  const ends = (parts ?? []).map((part) => partsIn(listOf(part) ?? [], field(value, 'season')));
  const [start, end] = ends;
  if (start !== undefined && start !== null) {
    const from = `${start}${mark}`;
    return end === undefined || end === null || end === start ? from : `${from}/${end}${mark}`;
  }
  const written = textIn(field(value, 'raw')) || textIn(field(value, 'literal'));
  if (written !== '') {
    const date = readWrittenDate(written, USUAL);
    if (date.ok) return date.value.edtf;
    problems.add(`The date ${date.failure.message}; the event has no date`, { path });
    return null;
  }
  if (parts !== undefined)
    problems.add('The date has no year and month that can be read; the event has no date', { path });
  return null;
}

/** A year, month and day; before our era, -44 is 44 BCE. Months 21 to 24 are seasons, and so are 13 to 16 of some programs. */
function partsIn(parts: readonly unknown[], season: unknown): string | null {
  const [year, month, day] = parts.map((part) => Number(textIn(part)));
  if (year === undefined || !Number.isInteger(year) || year === 0 || Math.abs(year) > 270_000) return null;
  const whole = yearAsEdtf(year < 0 ? year + 1 : year);
  const ofYear = Number(textIn(season));
  if (month === undefined || month === 0 || whole.startsWith('Y'))
    return ofYear >= 1 && ofYear <= 4 && !whole.startsWith('Y') ? `${whole}-${20 + ofYear}` : whole;
  const code = month >= 13 && month <= 16 ? month + 8 : month;
  const toMonth = `${whole}-${String(code).padStart(2, '0')}`;
  const edtf = day === undefined || day === 0 ? toMonth : `${toMonth}-${String(day).padStart(2, '0')}`;
  return parseEventDate(edtf).ok ? edtf : null;
}

function nameOf(value: unknown): string {
  const literal = textIn(field(value, 'literal'));
  if (literal !== '') return literal;
  const particle = textIn(field(value, 'non-dropping-particle'));
  return [textIn(field(value, 'given')), particle, textIn(field(value, 'family'))]
    .filter((part) => part !== '')
    .join(' ');
}

const PEOPLE = ['author', 'editor', 'translator', 'recipient', 'interviewer'];

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Result<Imported>> {
  const problems = collectProblems(options.file);
  const json = readJson(bytes, options.assume, problems);
  if (!json.ok) return json;
  const items = listOf(json.value) ?? listOf(field(json.value, 'items'));
  if (items === undefined) return failure('csl', 'The file holds no list of items, as CSL-JSON has.');
  const html = await loadHtml();
  const draft = startDraft(options.file, problems);
  const articles: Article[] = [];
  const ids = new Set<string>();
  const counters = new Map<string, number>();
  items.forEach((item, index) => {
    const path: Path = Array.isArray(json.value) ? [index] : ['items', index];
    if (!isRecord(item)) {
      draft.skip();
      problems.add('The entry is no item, and was left out', { path });
      return;
    }
    const text = (name: string): string => textIn(field(item, name));
    const own = ['event-date', 'original-date', 'issued'].find((name) => isRecord(field(item, name)));
    const date = own === undefined ? null : dateIn(field(item, own), [...path, own], problems);
    if (own === undefined) problems.add('The item has no date', { path });
    const url = text('URL').trim();
    const doi = text('DOI')
      .trim()
      .replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '');
    const address = isAddress(url) ? url : doi === '' ? '' : `https://doi.org/${doi}`;
    const title = html(text('title')).text;
    const publisher = html(text('container-title') || text('publisher')).text;
    const abstract = withoutControls(html(text('abstract')).text);
    if (abstract.trim() !== '' && articles.length < 10_000) {
      const id = freeIdOf(slugOf(title) || 'article', (one) => ids.has(one), counters);
      ids.add(id);
      const issued = dateIn(field(item, 'issued'), [...path, 'issued'], collectProblems(options.file));
      articles.push({
        id,
        title: cut(oneLine(withoutControls(title)), 300) || 'Untitled',
        publisher: cut(oneLine(withoutControls(publisher)), 300) || 'Unknown publisher',
        ...(isAddress(address) && { address }),
        ...(issued !== null && parseEventDate(issued).ok && { published: issued }),
        text: abstract.slice(0, 5_000_000),
        hidden: [],
      });
      problems.count(
        'abstract',
        (count) => `Abstracts became the texts of articles ${inEntries(count, 'items')}`,
        { path: [...path, 'abstract'] },
      );
    }
    if (own === 'issued')
      problems.count('issued', (count) => `The date is that of publication ${inEntries(count, 'items')}`, {
        path: [...path, 'issued'],
      });
    draft.add({
      row: index + 1,
      where: { path },
      id: text('id'),
      title,
      description: text('note'),
      date: date ?? undefined,
      written: own === undefined ? '' : writtenOf(field(item, own)),
      lane: text('type'),
      participants: PEOPLE.flatMap((role) =>
        (listOf(field(item, role)) ?? []).map((person) => ({ name: nameOf(person), role })),
      ),
      sources: address === '' ? [] : [{ title: publisher, address }],
    });
  });
  return success(draft.finish({ articles }));
}

function writtenOf(value: unknown): string {
  const words =
    textIn(field(value, 'raw')) || textIn(field(value, 'literal')) || textIn(field(value, 'edtf'));
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
