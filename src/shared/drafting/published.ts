// Finds the publication date that an article's text or address gives, to offer it to the reader.
import { drafterFor, languageOf } from './languages.ts';
import { edtfDay } from './units.ts';

/** A date that may be the publication date. */
export interface OfferedDate {
  /** A day in EDTF. */
  readonly date: string;
  /** Where it was found: a line of its own, behind “Published”, or in the address. */
  readonly from: 'line' | 'words' | 'address';
  /** The words that say it. */
  readonly words: string;
}

/** How far from the beginning and the end of a text its date is looked for, UTF-16 units. */
const EDGE = 1_500;

/** What stands before a publication date. */
const PUBLISHED =
  /(?:published|posted|updated|last modified|first published|опубликовано|дата публикации|обновлено)[^\p{L}\d]{0,3}(?:on |at )?$/iu;

/** A year, month and day in an address: `/2022/10/04/`, `/2022-10-04-`. */
const IN_ADDRESS = /[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)/;

/**
 * The days that may be the publication date, the likeliest first: behind a word that says so, in a line that holds nothing
 * else, in the address.
 *
 * @param address of the page; `null` if there is none.
 */
export function offeredDates(text: string, address: string | null): readonly OfferedDate[] {
  const edges = text.length <= 2 * EDGE ? text : `${text.slice(0, EDGE)}\n\n${text.slice(-EDGE)}`;
  const { expressions } = drafterFor(languageOf(text)).tag(edges, { published: null, narrative: true });
  const offered: OfferedDate[] = [];
  for (const { start, end, span, on } of expressions) {
    if (span?.grain !== 'day' || on !== null) continue;
    const found = { date: edtfDay(span.n), words: edges.slice(start, end) };
    const before = edges.slice(edges.lastIndexOf('\n', start - 1) + 1, start);
    const after = edges.slice(end).split('\n', 1)[0] ?? '';
    if (PUBLISHED.test(before)) offered.push({ ...found, from: 'words' });
    else if (/^\P{L}*$/u.test(before) && /^\P{L}*$/u.test(after)) offered.push({ ...found, from: 'line' });
  }
  const [words, year, month, day] = IN_ADDRESS.exec(address ?? '') ?? [];
  if (words !== undefined) offered.push({ date: [year, month, day].join('-'), from: 'address', words });
  const rank = { words: 0, line: 1, address: 2 };
  return offered.sort((one, other) => rank[one.from] - rank[other.from]);
}
