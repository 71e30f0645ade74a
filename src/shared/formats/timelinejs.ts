// TimelineJS JSON, of version 3 and of the first two. https://timeline.knightlab.com/docs/json-format.html
import { yearAsEdtf } from '../dates/as-edtf.ts';
import { daysInMonth } from '../dates/calendar.ts';
import { parseEventDate } from '../dates/parse.ts';
import { readWrittenDate, USUAL } from '../dates/written.ts';
import { excerpt } from '../excerpt.ts';
import { failure, success, type Result } from '../result.ts';
import type { Path } from '../document/file/path.ts';
import { ERAS, headingOf, oneLine, startDraft, type DraftBuilder, type Found } from './draft.ts';
import { isAddress } from './address.ts';
import { Likelihood, type Format, type Imported, type ReadOptions } from './format.ts';
import { loadHtml, type HtmlReader } from './html.ts';
import { countUnread, field, isRecord, listOf, readJson, textIn } from './json.ts';
import { collectProblems, inEntries, type Problems, type Where } from './report.ts';
import { writeTimelineJs } from './write-timelinejs.ts';

/** The parts of a date, as texts; blank where they are left out. */
export interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
}

/**
 * A date of TimelineJS in EDTF, as fine as its finest part. Its years have no 0: -44 is 44 BCE.
 *
 * @returns the date, or why it is none; the words follow “The date”.
 */
export function edtfOfParts({ year, month, day, hour, minute, second }: DateParts): Result<string> {
  for (const part of [year, month, day, hour, minute, second])
    if (part !== '' && !/^-?\d{1,8}$/.test(part))
      return failure(
        'date',
        part === year && /^-?\d+$/.test(part)
          ? `has the year ${excerpt(part)}, which is farther than Dateline reaches`
          : `has ${excerpt(part)} where a number should be`,
      );
  const number = Number(year);
  if (year === '') return failure('date', 'has no year');
  if (number === 0) return failure('date', 'has a year 0, which is 1 BCE or a slip; write -1 for 1 BCE');
  const astronomical = number < 0 ? number + 1 : number;
  const whole = yearAsEdtf(astronomical);
  if (hour === '' && Number(minute) + Number(second) !== 0)
    return failure('date', 'has a minute, but no hour');
  // Programs fill in zeros where no time is known.
  if (day === '' && Number(hour) + Number(minute) + Number(second) !== 0)
    return failure('date', 'has a time, but no day');
  if (month === '') return day === '' ? success(whole) : failure('date', 'has a day, but no month');
  if (whole.startsWith('Y')) return failure('date', 'has a month in a year of more than four digits');
  const [months, days] = [Number(month), Number(day)];
  if (months < 1 || months > 12) return failure('date', `has no month ${month}; months run from 1 to 12`);
  const toMonth = `${whole}-${two(months)}`;
  if (day === '') return success(toMonth);
  const last = daysInMonth(astronomical, months - 1);
  if (days < 1 || days > last) return failure('date', `has no day ${day}; that month has ${last}`);
  const toDay = `${toMonth}-${two(days)}`;
  if (hour === '') return success(toDay);
  const time = `${two(Number(hour))}:${two(Number(minute))}${second === '' ? '' : `:${two(Number(second))}`}`;
  return /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(time)
    ? success(`${toDay}T${time}`)
    : failure('date', `has no such time of day as ${time}`);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** A date with the doubt of the words that stand in its place, where they agree with it in all else; counted where not. */
export function withShown(edtf: string, shown: string, problems: Problems, where: Where): string {
  const words = readWrittenDate(shown, { ...USUAL, hyphen: 'hyphen-years' });
  if (words.ok) {
    if (words.value.edtf.replace(/[?~%]/g, '') === edtf) return words.value.edtf;
    // A range or set between the same bounds says more than the bounds do, and so does an end that is open.
    const own = parseEventDate(edtf);
    const { start, end } = words.value;
    const [startsAlike, endsAlike] = [own.ok && own.value.start === start, own.ok && own.value.end === end];
    if (
      (startsAlike && (endsAlike || end === Infinity)) ||
      (endsAlike && (startsAlike || start === -Infinity))
    )
      return words.value.edtf;
  }
  problems.count(
    'shown',
    (count) => `Words that stand in place of the date were kept beside it ${inEntries(count, 'events')}`,
    where,
  );
  return edtf;
}

/** A picture or another medium of a slide, in plain text. */
interface Media {
  readonly url: string;
  readonly caption: string;
  readonly credit: string;
  /** Where a click on it leads; blank for nowhere. */
  readonly link?: string;
}

/** The source that a medium becomes, and the words on it that belong in the description. */
export function mediaIn(
  { url, caption, credit, link = '' }: Media,
  problems: Problems,
  where: Where,
): {
  readonly sources: readonly { readonly title: string; readonly address: string }[];
  readonly words: readonly string[];
} {
  const isSource = isAddress(url);
  if (url !== '' && !isSource)
    problems.add(`The media ${excerpt(url)} is no address of http or https, and was left out`, where);
  const title = oneLine(caption) || oneLine(credit);
  return {
    // A link that is no address is reported with the event.
    sources: [url, link].flatMap((address) =>
      address === '' || (address === url && !isSource) ? [] : [{ title, address }],
    ),
    words: isSource ? (caption === '' ? [] : [credit]) : [caption, credit],
  };
}

/** What a slide says, before it is an event. */
interface Slide {
  /** EDTF; blank where nothing is said, `null` where it cannot be read. */
  readonly start: string | null;
  readonly end: string | null;
  readonly shown: string;
  readonly headline: string;
  readonly text: string;
  readonly group: string;
  readonly id: string;
  /** In HTML. */
  readonly media: Media;
}

function addSlide(draft: DraftBuilder, html: HtmlReader, slide: Slide, row: number, path: Path): void {
  const where = { path };
  const { problems } = draft;
  const title = html(slide.headline, where);
  const body = html(slide.text, where);
  const [caption, credit] = [html(slide.media.caption, where), html(slide.media.credit, where)];
  const media = mediaIn(
    {
      url: slide.media.url.trim(),
      caption: caption.text,
      credit: credit.text,
      link: slide.media.link?.trim() ?? '',
    },
    problems,
    { path: [...path, 'media'] },
  );
  const { start, end } = slide;
  if (start === '')
    problems.add(
      end === '' || end === null
        ? 'The event has no date'
        : 'The event has an end, but no start; it has no date',
      where,
    );
  else if (end === '' && slide.group === ERAS)
    problems.add('The era has no end; it became an event at its start', where);
  let date = start === null || start === '' ? undefined : start;
  if (date !== undefined && end !== null && end !== '' && end !== date) date = `${date}/${end}`;
  let written = [start, end].filter((one) => one !== null && one !== '').join(' – ');
  if (slide.shown !== '') {
    written = slide.shown;
    if (date !== undefined)
      date = withShown(date, slide.shown, problems, { path: [...path, 'display_date'] });
  }
  const found: Found = {
    row,
    where,
    id: slide.id,
    title: title.text,
    description: [body.text, ...media.words].filter((words) => words !== '').join('\n'),
    date,
    written,
    lane: slide.group,
    sources: [...media.sources, ...[title, body, caption, credit].flatMap(({ links }) => links)],
  };
  draft.add(found);
}

const PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;

/** What becomes of an event by a date that cannot be read. */
function fateOf(path: Path): string {
  return String(path.at(-1)).startsWith('end') ? 'the event has no end' : 'the event has no date';
}

/** A date object; blank if it says nothing, `null` if it cannot be read, which is reported. */
function dateIn(value: unknown, path: Path, problems: Problems): string | null {
  const fate = fateOf(path);
  if (value === undefined || value === null || value === '') return '';
  if (!isRecord(value)) {
    problems.add(`The date is no object with a year; ${fate}`, { path });
    return null;
  }
  const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = PARTS.map((name) =>
    textIn(field(value, name)).trim(),
  );
  if (textIn(field(value, 'millisecond')) !== '')
    problems.count(
      'fractions',
      (count) => `Fractions of a second were left out ${inEntries(count, 'dates')}`,
      { path },
    );
  countUnread(value, (name) => OF_DATES.has(name), { known: ['format'], entries: 'dates', path }, problems);
  if ([year, month, day, hour, minute, second].every((part) => part === '')) return '';
  const edtf = edtfOfParts({
    year,
    month,
    day,
    hour,
    minute: minute === '' && hour !== '' ? '00' : minute,
    second,
  });
  if (edtf.ok) return edtf.value;
  problems.add(`The date ${edtf.failure.message}; ${fate}`, { path });
  return null;
}

const OF_DATES: ReadonlySet<string> = new Set([...PARTS, 'millisecond', 'display_date']);
const OF_SLIDES = new Set(
  'start_date end_date text media group display_date unique_id uniqueid type'.split(' '),
);
const OF_ERAS = new Set('start_date end_date text unique_id display_date'.split(' '));
const OF_OLD = new Set('startDate endDate headline text tag asset type'.split(' '));
const OF_OLD_ERAS = new Set([...OF_OLD].filter((name) => name !== 'tag'));
const OF_MEDIA = new Set('url media caption credit link link_target'.split(' '));
/** What TimelineJS shows, and what nothing here holds: named one by one. */
const KNOWN = ['background', 'autolink', 'thumbnail', 'alt', 'title', 'location', 'classname', 'scale'];

/** The words that stand in place of a slide's date, or of its start and end. */
function shownOf(slide: unknown): string {
  const whole = oneLine(textIn(field(slide, 'display_date')));
  if (whole !== '') return whole;
  return ['start_date', 'end_date']
    .map((name) => oneLine(textIn(field(field(slide, name), 'display_date'))))
    .filter((words) => words !== '')
    .join(' – ');
}

/** Says what of a slide is not read. */
function countOfSlide(
  slide: Record<string, unknown>,
  media: string,
  of: ReadonlySet<string>,
  path: Path,
  problems: Problems,
): void {
  const entries = { known: KNOWN, entries: 'events' };
  countUnread(slide, (name) => of.has(name), { ...entries, path }, problems);
  countUnread(
    field(slide, media),
    (name) => OF_MEDIA.has(name),
    { ...entries, entries: 'media', path: [...path, media] },
    problems,
  );
  countOfText(slide, path, problems);
}

function countOfText(slide: unknown, path: Path, problems: Problems): void {
  countUnread(
    field(slide, 'text'),
    (name) => name === 'headline' || name === 'text',
    { entries: 'texts', path: [...path, 'text'] },
    problems,
  );
}

function readSlides(value: Record<string, unknown>, draft: DraftBuilder, html: HtmlReader): Result<Imported> {
  const { problems } = draft;
  const events = listOf(field(value, 'events'));
  if (events === undefined)
    return failure('timelinejs', 'The file has no list “events”, which TimelineJS needs.');
  const title = field(value, 'title');
  countUnread(
    title,
    (name) => name === 'text' || name === 'unique_id' || name === 'type',
    {
      known: ['media', 'start_date', 'end_date', 'display_date', ...KNOWN],
      entries: 'titles',
      path: ['title'],
    },
    problems,
  );
  countUnread(
    value,
    (name) =>
      ['title', 'events', 'eras'].includes(name) || (name === 'scale' && field(value, name) === 'human'),
    { known: KNOWN, entries: 'files', path: [] },
    problems,
  );
  countOfText(title, ['title'], problems);
  const heading = html(textIn(field(field(title, 'text'), 'headline'))).text;
  const subtitle = html(textIn(field(field(title, 'text'), 'text'))).text;
  events.forEach((event, index) => {
    const path = ['events', index];
    if (!isRecord(event)) {
      draft.skip();
      problems.add('The entry is no event, and was left out', { path });
      return;
    }
    const start = dateIn(field(event, 'start_date'), [...path, 'start_date'], problems);
    const end = dateIn(field(event, 'end_date'), [...path, 'end_date'], problems);
    const media = field(event, 'media');
    countOfSlide(event, 'media', OF_SLIDES, path, problems);
    addSlide(
      draft,
      html,
      {
        start,
        end,
        shown: shownOf(event),
        headline: textIn(field(field(event, 'text'), 'headline')),
        text: textIn(field(field(event, 'text'), 'text')),
        group: textIn(field(event, 'group')),
        id: textIn(field(event, 'unique_id')),
        media: {
          url: textIn(field(media, 'url')),
          caption: textIn(field(media, 'caption')),
          credit: textIn(field(media, 'credit')),
          link: textIn(field(media, 'link')),
        },
      },
      index + 1,
      path,
    );
  });
  const eras = field(value, 'eras');
  if (eras !== undefined && eras !== null && listOf(eras) === undefined)
    problems.add('The eras are no list, and were left out', { path: ['eras'] });
  (listOf(eras) ?? []).forEach((era, index) => {
    const path = ['eras', index];
    if (!isRecord(era)) {
      draft.skip();
      problems.add('The entry is no era, and was left out', { path });
      return;
    }
    countOfSlide(era, 'media', OF_ERAS, path, problems);
    const [start, end] = (['start_date', 'end_date'] as const).map((name) =>
      dateIn(field(era, name), [...path, name], problems),
    );
    const words = field(era, 'text');
    addSlide(
      draft,
      html,
      {
        start: start ?? null,
        end: end ?? null,
        shown: shownOf(era),
        headline: textIn(field(words, 'headline')),
        text: textIn(field(words, 'text')),
        group: ERAS,
        id: textIn(field(era, 'unique_id')),
        media: NO_MEDIA,
      },
      events.length + index + 1,
      path,
    );
  });
  return success(draft.finish(headingOf(heading, subtitle)));
}

const NO_MEDIA = { url: '', caption: '', credit: '' };

/** A date of the first versions: `2012,1,26`, with hours, minutes and seconds behind it, or a year; as {@link dateIn} gives it. */
function oldDate(value: unknown, path: Path, problems: Problems): string | null {
  const fate = fateOf(path);
  const text = textIn(value).trim();
  if (text === '') return '';
  const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = text
    .split(',')
    .map((part) => part.trim());
  const edtf = edtfOfParts({ year, month, day, hour, minute: hour === '' ? '' : minute || '00', second });
  if (edtf.ok) return edtf.value;
  const written = readWrittenDate(text, { ...USUAL, order: 'month-first' });
  if (written.ok) return written.value.edtf;
  problems.add(`The date ${edtf.failure.message}; ${fate}`, { path });
  return null;
}

function readOld(
  timeline: Record<string, unknown>,
  root: Path,
  draft: DraftBuilder,
  html: HtmlReader,
): Result<Imported> {
  const { problems } = draft;
  const lists = [
    ['date', ''],
    ['era', ERAS],
  ] as const;
  let row = 0;
  for (const [name, lane] of lists) {
    (listOf(field(timeline, name)) ?? []).forEach((entry, index) => {
      const path = [...root, name, index];
      row += 1;
      if (!isRecord(entry)) {
        draft.skip();
        problems.add('The entry is no event, and was left out', { path });
        return;
      }
      countOfSlide(entry, 'asset', lane === '' ? OF_OLD : OF_OLD_ERAS, path, problems);
      const start = oldDate(field(entry, 'startDate'), [...path, 'startDate'], problems);
      const end = oldDate(field(entry, 'endDate'), [...path, 'endDate'], problems);
      const asset = field(entry, 'asset');
      addSlide(
        draft,
        html,
        {
          start,
          end,
          shown: '',
          headline: textIn(field(entry, 'headline')),
          text: textIn(field(entry, 'text')),
          group: lane === '' ? textIn(field(entry, 'tag')) : lane,
          id: '',
          media: {
            url: textIn(field(asset, 'media')),
            caption: textIn(field(asset, 'caption')),
            credit: textIn(field(asset, 'credit')),
          },
        },
        row,
        path,
      );
    });
  }
  countUnread(
    timeline,
    (name) => ['headline', 'text', 'date', 'era', 'type'].includes(name),
    { known: ['asset', 'startDate'], entries: 'titles', path: root },
    problems,
  );
  const heading = html(textIn(field(timeline, 'headline'))).text;
  return success(draft.finish(headingOf(heading, html(textIn(field(timeline, 'text'))).text)));
}

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Result<Imported>> {
  const problems = collectProblems(options.file);
  const json = readJson(bytes, options.assume, problems);
  if (!json.ok) return json;
  const value = json.value;
  const draft = startDraft(options.file, problems);
  const html = await loadHtml(problems);
  const timeline = field(value, 'timeline');
  if (isRecord(timeline)) return readOld(timeline, ['timeline'], draft, html);
  if (!isRecord(value))
    return failure('timelinejs', 'The file is no TimelineJS timeline: it must be a JSON object.');
  return listOf(field(value, 'date')) === undefined
    ? readSlides(value, draft, html)
    : readOld(value, [], draft, html);
}

/** TimelineJS JSON. */
export const timelinejs: Format = {
  id: 'timelinejs',
  name: 'TimelineJS JSON',
  endings: ['.json'],
  recognise({ text }) {
    if (!/^\s*(?:\{|(?:(?:var|let|const)\s+)?[\w$.]+\s*[=(])/.test(text)) return Likelihood.No;
    // The old name of a script with the data, which is refused as such.
    if (/^\s*storyjs_jsonp_data\s*=/.test(text)) return Likelihood.Sure;
    if (/"start_date"\s*:/.test(text) && /"events"\s*:/.test(text)) return Likelihood.Sure;
    if (/"startDate"\s*:/.test(text) && /"(?:date|era)"\s*:\s*\[/.test(text)) return Likelihood.Sure;
    return /"events"\s*:\s*\[/.test(text) && /"(?:headline|eras)"\s*:/.test(text)
      ? Likelihood.Likely
      : Likelihood.No;
  },
  read,
  write: writeTimelineJs,
};
