// Reads the arguments of `npm start`, and words its output for a machine without a display. Pure.
import { compareDates } from '../src/shared/dates/order.ts';
import { dateInWords } from '../src/shared/dates/words.ts';
import type { PlacedEvent } from '../src/shared/document/event.ts';

/** What `npm start` and `npm run dev` have to do. */
export interface Asked {
  /** Whether the app reloads when its code changes. */
  readonly dev: boolean;
  /** Whether the window stays open without a display. */
  readonly stay: boolean;
  /** The arguments for the app itself. */
  readonly own: readonly string[];
}

/** Reads the arguments after the script's name; `--dev` comes first. */
export function readWords(words: readonly string[]): Asked {
  const dev = words[0] === '--dev';
  const rest = dev ? words.slice(1) : words;
  return { dev, stay: rest.includes('--stay'), own: rest.filter((word) => word !== '--stay') };
}

/** The fields of a document that are shown. */
export interface Listed {
  readonly title: string;
  readonly events: readonly Pick<PlacedEvent, 'title' | 'when'>[];
}

/** The widest date that still aligns the titles, characters. */
const WIDEST_DATE = 40;

/**
 * A document as text for a terminal: its title, then its events in the order of time, one a line with the date in
 * words.
 */
export function documentLines({ title, events }: Listed): string[] {
  const rows = events
    .toSorted((a, b) => compareDates(a.when, b.when))
    .map((event) => ({ date: dateInWords(event.when), title: onOneLine(event.title) }));
  const width = rows.reduce(
    (most, { date }) => (date.length > WIDEST_DATE ? most : Math.max(most, date.length)),
    0,
  );
  return [onOneLine(title), '', ...rows.map((row) => `${row.date.padEnd(width)}  ${row.title}`)];
}

/**
 * Text of a document without characters that move a terminal's cursor, start its commands or turn the direction of
 * text.
 */
function onOneLine(text: string): string {
  return text
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}
