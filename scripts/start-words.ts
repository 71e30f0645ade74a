// What `npm start` is asked for, and what it says where there is no display. Pure.
import { compareDates } from '../src/shared/dates/order.ts';
import { dateInWords } from '../src/shared/dates/words.ts';
import type { PlacedEvent } from '../src/shared/document/document.ts';

/** What `npm start` and `npm run dev` are asked for. */
export interface Asked {
  /** Whether the app reloads as it is edited. */
  readonly dev: boolean;
  /** Whether the window stays open where there is no display. */
  readonly stay: boolean;
  /** The words for the app itself. */
  readonly own: readonly string[];
}

/** Reads the words after the script's name; `--dev` stands first. */
export function readWords(words: readonly string[]): Asked {
  const dev = words[0] === '--dev';
  const rest = dev ? words.slice(1) : words;
  return { dev, stay: rest.includes('--stay'), own: rest.filter((word) => word !== '--stay') };
}

/** What is shown of a document. */
export interface Listed {
  readonly title: string;
  readonly events: readonly Pick<PlacedEvent, 'title' | 'when'>[];
}

/** The widest date that titles are lined up behind, characters. */
const WIDEST_DATE = 40;

/** A document as a terminal shows it: its title, then its events in the order of time, a line each with the date in words. */
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

/** Text of a document without what moves a terminal's cursor, starts its commands or turns the direction of what follows. */
function onOneLine(text: string): string {
  return text
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}
