// The searched texts of all events: where each stands in the document, by number in the events that have it. Read in slices.
// Pure.
import type { EventTable } from '../../shared/document/table.ts';
import { createEventMatcher } from '../../shared/find/event-matcher.ts';
import { createEventScanner, textIn } from '../../shared/find/scan-event.ts';
import { createTextMatcher } from '../../shared/find/text-matcher.ts';
import { evidenceReader } from '../article/quotes.ts';
import { createNumbers, createPlaces } from './places.ts';

/** The texts of events, as a search needs them. */
export interface EventIndex {
  /** Reads the events that are not read yet, and yields every few hundred. */
  readonly read: () => Generator<undefined, void>;
  /** The share of the events that is read: 0 to 1. */
  readonly share: () => number;
  /**
   * Looks for terms in all texts that were read, and yields every few hundred.
   *
   * @param terms from `termsOf`
   * @returns a function that says which terms stand in the event in a row: a bit for each.
   */
  readonly lookFor: (terms: readonly string[]) => Generator<undefined, (row: number) => number>;
  /** Calls `hear` for each quote of an event: the article's id, and the offsets there. */
  readonly quotesOf: (row: number, hear: (article: string, start: number, end: number) => void) => void;
}

/** Bytes between two yields: well below a millisecond. */
const SLICE = 2 ** 16;

/** What a text costs beside its bytes, in bytes. */
const EACH = 50;

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

function createEventIndex(first: EventTable): { readonly index: EventIndex; readonly follow: Follow } {
  let events = first;
  const { text: bytes } = first.columns;
  /** Many events share a place, people and quotes: each text is looked at once. */
  const [texts, articles] = [createPlaces(bytes), createPlaces(bytes)];
  /** Of each event that was read, where its entries end; they begin where those of the row before end. */
  const textEnds = new Uint32Array(first.rowCount);
  const quoteEnds = new Uint32Array(first.rowCount);
  const ownTexts = createNumbers();
  /** Three numbers for each quote: of its article, and its offsets. */
  const ownQuotes = createNumbers();
  /** The rows that a scan could not tell of. */
  const unclear = new Set<number>();
  let read = 0;

  const scan = createEventScanner({
    text: (from, to) => {
      ownTexts.add(texts.numberOf(from, to));
    },
    quote: (from, to, start, end) => {
      ownQuotes.add(articles.numberOf(from, to));
      ownQuotes.add(start);
      ownQuotes.add(end);
    },
  });

  /** Whether an event is none of those that were read: its row was changed or added, or a scan could not tell of it. */
  const isApart = (row: number): boolean =>
    row >= textEnds.length || events.columns.edited?.has(row) === true || unclear.has(row);

  /** Reads an event. @returns how many bytes it has. */
  function readRow(row: number): number {
    const [from, to] = [events.columns.from[row] ?? 0, events.columns.to[row] ?? 0];
    const [textCount, quoteCount] = [ownTexts.count(), ownQuotes.count()];
    if (!isApart(row) && !scan(bytes, from, to)) {
      unclear.add(row);
      ownTexts.cut(textCount);
      ownQuotes.cut(quoteCount);
    }
    textEnds[row] = ownTexts.count();
    quoteEnds[row] = ownQuotes.count();
    return to - from;
  }

  const evidenceAt = evidenceReader();

  const index: EventIndex = {
    *read() {
      let work = 0;
      while (read < textEnds.length) {
        if (work < SLICE) {
          work += readRow(read);
          read += 1;
        } else {
          work = 0;
          // Another search may have read on when this one goes on.
          yield;
        }
      }
    },
    share: () => (textEnds.length === 0 ? 1 : read / textEnds.length),
    *lookFor(terms) {
      const bitsIn = createTextMatcher(terms);
      const bits = new Int32Array(texts.count());
      let work = 0;
      for (let number = 0; number < bits.length; number += 1) {
        const [from, to] = [texts.from(number), texts.to(number)];
        bits[number] = bitsIn(bytes, from, to);
        work += to - from + EACH;
        if (work < SLICE) continue;
        yield;
        work = 0;
      }
      const bitsApart = createEventMatcher(terms);
      return (row) => {
        if (isApart(row)) return bitsApart(events, row);
        let sum = 0;
        const end = textEnds[row] ?? 0;
        for (let place = textEnds[row - 1] ?? 0; place < end; place += 1)
          sum |= bits[ownTexts.at(place)] ?? 0;
        return sum;
      };
    },
    quotesOf(row, hear) {
      if (isApart(row)) {
        for (const { article, start, end } of evidenceAt(events, row)) hear(article, start, end);
        return;
      }
      const last = quoteEnds[row] ?? 0;
      for (let place = quoteEnds[row - 1] ?? 0; place < last; place += 3)
        hear(articleOf(ownQuotes.at(place)), ownQuotes.at(place + 1), ownQuotes.at(place + 2));
    },
  };

  const ids: string[] = [];
  function articleOf(number: number): string {
    return (ids[number] ??= textIn(bytes, articles.from(number), articles.to(number)));
  }

  return {
    index,
    follow(table) {
      events = table;
    },
  };
}
