// The searched texts of all events: each once, folded, and by number in the events that have it. Read in slices. Pure.
import { followRows } from '../../shared/document/changed-rows.ts';
import type { AnyEvent } from '../../shared/document/event.ts';
import type { EventTable } from '../../shared/document/table.ts';
import { textsOf } from '../../shared/find/event-texts.ts';
import { fold, type Folded } from '../../shared/find/fold.ts';
import { createEventScanner, textIn } from '../../shared/find/scan-event.ts';

/** The texts of events, as a search needs them. */
export interface EventIndex {
  /** Many events share a place, people and quotes, so each text is kept only once. */
  readonly texts: readonly Folded[];
  /** Reads the events that are not read yet, and yields every few hundred. */
  readonly read: () => Generator<undefined, void>;
  /** The share of the events that is read: 0 to 1. */
  readonly share: () => number;
  /** All bits of an event's texts. @param bits of each text, by its number. */
  readonly bitsOf: (row: number, bits: Int32Array) => number;
  /** Calls `hear` for each quote of an event: the article's id, and the offsets there. */
  readonly quotesOf: (row: number, hear: (article: string, start: number, end: number) => void) => void;
}

/** Events between two yields: well below a millisecond. */
const SLICE = 500;

const indexes = new WeakMap<Uint8Array, { readonly index: EventIndex; readonly follow: Follow }>();
type Follow = (events: EventTable) => void;

/** The index of a document's events, the same after edits. */
export function eventIndexOf(events: EventTable): EventIndex {
  const { text } = events.columns;
  const known = indexes.get(text) ?? createEventIndex(events);
  indexes.set(text, known);
  known.follow(events);
  return known.index;
}

/** What an event has: numbers of its texts, and its quotes. */
interface Own {
  readonly texts: readonly number[];
  readonly quotes: readonly { readonly article: string; readonly start: number; readonly end: number }[];
}

const NOTHING: Own = { texts: [], quotes: [] };

function createEventIndex(first: EventTable): { readonly index: EventIndex; readonly follow: Follow } {
  let events = first;
  const changedRows = followRows(first);
  const { text: bytes, from: starts, to: ends } = first.columns;
  const texts: Folded[] = [];
  const numbers = new Map<string, number>();
  const articles: string[] = [];
  const places = createPlaces(bytes, (from, to) => numberOf(textIn(bytes, from, to)));
  const articlePlaces = createPlaces(bytes, (from, to) => articles.push(textIn(bytes, from, to)) - 1);
  /** Of each event that was scanned, where its entries end; they begin where those of the row before end. */
  const textEnds = new Uint32Array(first.rowCount);
  const quoteEnds = new Uint32Array(first.rowCount);
  const ownTexts = createNumbers(2 * first.rowCount);
  /** Three numbers for each quote: of its article, and its offsets. */
  const ownQuotes = createNumbers(3 * first.rowCount);
  /** Events that were parsed or have changed, which come before what was scanned. */
  const own = new Map<number, Own>();
  let read = 0;

  const scan = createEventScanner({
    text: (from, to) => {
      ownTexts.add(places.numberOf(from, to));
    },
    quote: (from, to, start, end) => {
      ownQuotes.add(articlePlaces.numberOf(from, to));
      ownQuotes.add(start);
      ownQuotes.add(end);
    },
  });

  function numberOf(text: string): number {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, texts.length);
    return texts.push(fold(text)) - 1;
  }

  const parsed = (event: AnyEvent | undefined): Own =>
    event === undefined
      ? NOTHING
      : {
          texts: Object.values(textsOf(event)).flat().map(numberOf),
          quotes: event.evidence.map(({ article, start, end }) => ({ article, start, end })),
        };

  function readRow(row: number): void {
    if (row < textEnds.length) {
      const [textCount, quoteCount] = [ownTexts.count(), ownQuotes.count()];
      const isScanned = !own.has(row) && scan(bytes, starts[row] ?? 0, ends[row] ?? 0);
      if (!isScanned) {
        ownTexts.cut(textCount);
        ownQuotes.cut(quoteCount);
        if (!own.has(row)) own.set(row, parsed(events.read(row)));
      }
      textEnds[row] = ownTexts.count();
      quoteEnds[row] = ownQuotes.count();
    } else if (!own.has(row)) own.set(row, parsed(events.read(row)));
  }

  const index: EventIndex = {
    texts,
    *read() {
      for (; read < events.rowCount; read += 1) {
        if (read % SLICE === SLICE - 1) yield;
        readRow(read);
      }
    },
    share: () => (events.rowCount === 0 ? 1 : read / events.rowCount),
    bitsOf(row, bits) {
      let sum = 0;
      const mine = own.size === 0 ? undefined : own.get(row);
      if (mine !== undefined) for (const number of mine.texts) sum |= bits[number] ?? 0;
      else {
        const end = textEnds[row] ?? 0;
        for (let place = textEnds[row - 1] ?? 0; place < end; place += 1)
          sum |= bits[ownTexts.at(place)] ?? 0;
      }
      return sum;
    },
    quotesOf(row, hear) {
      const mine = own.get(row);
      if (mine !== undefined) for (const { article, start, end } of mine.quotes) hear(article, start, end);
      else {
        const last = quoteEnds[row] ?? 0;
        for (let place = quoteEnds[row - 1] ?? 0; place < last; place += 3)
          hear(articles[ownQuotes.at(place)] ?? '', ownQuotes.at(place + 1), ownQuotes.at(place + 2));
      }
    },
  };
  return {
    index,
    follow(table) {
      const changed = changedRows(table);
      events = table;
      for (const row of changed) own.set(row, parsed(events.read(row)));
    },
  };
}

/** Numbers in a typed array that grows. */
function createNumbers(room: number) {
  let numbers = new Uint32Array(Math.max(16, room));
  let count = 0;
  return {
    count: () => count,
    at: (place: number): number => numbers[place] ?? 0,
    add(number: number): void {
      if (count === numbers.length) {
        const more = new Uint32Array(2 * count);
        more.set(numbers);
        numbers = more;
      }
      numbers[count] = number;
      count += 1;
    },
    /** Forgets all behind the first ones. */
    cut(length: number): void {
      count = length;
    },
  };
}

/** Entries that are compared before bytes count as new: a document may be made so that all hashes are one. */
const MOST_TRIES = 64;

/** Numbers stretches of bytes: with `make` where they are new, and as before where it has met the same. */
function createPlaces(bytes: Uint8Array, make: (from: number, to: number) => number) {
  /** The entry at each place of the table, from 1; 0 for none. */
  let table = new Uint32Array(1024);
  /** Four numbers for each entry: from, to, hash, and its number. */
  const entries = createNumbers(1024);

  function grow(): void {
    table = new Uint32Array(2 * table.length);
    for (let entry = 0; entry < entries.count(); entry += 4) {
      let slot = spread(entries.at(entry + 2)) & (table.length - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
      table[slot] = entry / 4 + 1;
    }
  }

  return {
    numberOf(from: number, to: number): number {
      const hash = hashOf(bytes, from, to);
      let slot = spread(hash) & (table.length - 1);
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const entry = 4 * ((table[slot] ?? 0) - 1);
        if (entry < 0) {
          const number = make(from, to);
          for (const part of [from, to, hash, number]) entries.add(part);
          table[slot] = entries.count() / 4;
          if (entries.count() > 2 * table.length) grow();
          return number;
        }
        const start = entries.at(entry);
        const isKnown =
          entries.at(entry + 2) === hash &&
          entries.at(entry + 1) - start === to - from &&
          isSame(bytes, start, from, to);
        if (isKnown) return entries.at(entry + 3);
        slot = (slot + 1) & (table.length - 1);
      }
      return make(from, to);
    },
  };
}

/** Whether the bytes from one place on are those between two others. */
function isSame(bytes: Uint8Array, start: number, from: number, to: number): boolean {
  for (let place = from; place < to; place += 1)
    if (bytes[place] !== bytes[start + place - from]) return false;
  return true;
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0;
  for (let place = from; place < to; place += 1) hash = Math.imul(hash ^ (bytes[place] ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Spreads the bits of a hash over its lowest ones. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
