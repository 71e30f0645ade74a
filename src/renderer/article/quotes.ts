// Which events quote which passages of the articles: read a slice at a time, and kept up with edits. Pure.
import { followRows } from '../../shared/document/changed-rows.ts';
import type { Evidence, TextRange } from '../../shared/document/event.ts';
import type { EventTable } from '../../shared/document/table.ts';
import { createEventScanner, textIn } from '../../shared/find/scan-event.ts';
import { firstWhere } from '../../shared/index/typed-arrays.ts';

/** A passage of an article that events quote. */
export interface Quote extends TextRange {
  /** The rows of these events, ascending, each once. */
  readonly events: readonly number[];
}

/** The quotes of a document. */
export interface QuoteIndex {
  /** Whether all events are read. */
  readonly isWhole: () => boolean;
  /** Reads the rest, and yields every few hundred events. */
  readonly read: () => Generator<undefined, void>;
  /** Takes in what has changed since the last call; see {@link followRows}. */
  readonly follow: (events: EventTable) => void;
  /** The quotes from an article, in any order; none until all events are read. The list is another after each change. */
  readonly of: (article: string) => readonly Quote[];
}

/** Events between two yields: a millisecond, or two where the processor is slow. */
const SLICE = 250;

/** More than the characters of an article that was checked, so that two offsets make one whole number. */
const BEYOND_ARTICLES = 2 ** 26;

const NONE: readonly Quote[] = [];

const indexes = new WeakMap<Uint8Array, QuoteIndex>();

/** The index of a document's events, the same after edits. */
export function quoteIndexOf(events: EventTable): QuoteIndex {
  const { text } = events.columns;
  const index = indexes.get(text) ?? createQuoteIndex(events);
  indexes.set(text, index);
  index.follow(events);
  return index;
}

/** Starts an index, which has read nothing yet. */
export function createQuoteIndex(events: EventTable): QuoteIndex {
  let table = events;
  /** How many rows are read. */
  let read = 0;
  const articles = new Map<string, Map<number, Passage>>();
  const lists = new Map<string, readonly Quote[]>();
  /** How many passages the event in each row is known to quote: to look for it in all takes its time at each edit. */
  let counts = new Uint32Array(events.rowCount);
  const changedRows = followRows(events);
  const evidenceAt = evidenceReader();

  function add(row: number): void {
    if (!table.has(row, 'evidence')) return;
    for (const { article, start, end } of evidenceAt(table, row)) {
      const passages = articles.get(article) ?? new Map<number, Passage>();
      articles.set(article, passages);
      const key = start * BEYOND_ARTICLES + end;
      const passage = passages.get(key) ?? { start, end, events: [] };
      passages.set(key, passage);
      if (!insert(passage.events, row)) continue;
      counts[row] = (counts[row] ?? 0) + 1;
      lists.delete(article);
    }
  }

  function remove(row: number): void {
    if (counts[row] === 0) return;
    counts[row] = 0;
    for (const [article, passages] of articles)
      for (const [key, passage] of passages) {
        const place = placeIn(passage.events, row);
        if (passage.events[place] !== row) continue;
        passage.events.splice(place, 1);
        if (passage.events.length === 0) passages.delete(key);
        lists.delete(article);
      }
  }

  /** Whether the event in a row quotes just the passages that it is known to quote: then no list changes. */
  function isKnown(row: number): boolean {
    if (counts[row] === 0) return !table.has(row, 'evidence');
    const holds = (passage: Passage | undefined): boolean =>
      passage?.events[placeIn(passage.events, row)] === row;
    const quoted = new Set<Passage | undefined>();
    if (table.has(row, 'evidence'))
      for (const { article, start, end } of evidenceAt(table, row))
        quoted.add(articles.get(article)?.get(start * BEYOND_ARTICLES + end));
    return counts[row] === quoted.size && [...quoted].every(holds);
  }

  return {
    isWhole: () => read >= table.rowCount,
    *read() {
      for (; read < table.rowCount; read += 1) {
        if (read % SLICE === SLICE - 1) yield;
        add(read);
      }
    },
    follow(changed) {
      const wasWhole = read >= table.rowCount;
      table = changed;
      if (counts.length < table.rowCount) counts = longer(counts, table.rowCount);
      for (const row of changedRows(changed)) {
        if (row < read && isKnown(row)) continue;
        if (row < read) remove(row);
        if (row < read || wasWhole) add(row);
      }
      if (wasWhole) read = table.rowCount;
    },
    of(article) {
      if (read < table.rowCount) return NONE;
      const known = lists.get(article);
      if (known !== undefined) return known;
      const list = [...(articles.get(article)?.values() ?? [])];
      lists.set(article, list);
      return list;
    },
  };
}

interface Passage extends TextRange {
  readonly events: number[];
}

/** Where a quote stands. */
export type Where = Pick<Evidence, 'article' | 'start' | 'end'>;

/** Prepares to read what events quote: parsing all of a million takes seconds and fills the memory. */
export function evidenceReader(): (events: EventTable, row: number) => readonly Where[] {
  let json: Uint8Array = new Uint8Array();
  let found: Where[] = [];
  const scan = createEventScanner({
    text: () => undefined,
    quote: (from, to, start, end) => {
      found.push({ article: textIn(json, from, to), start, end });
    },
  });
  return (events, row) => {
    json = events.jsonAt(row) ?? new Uint8Array();
    found = [];
    return scan(json, 0, json.length) ? found : (events.read(row)?.evidence ?? []);
  };
}

/** A copy with room for so many rows, and for some that may follow. */
function longer(counts: Uint32Array, count: number): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(count + (count >> 3));
  copy.set(counts);
  return copy;
}

/** Puts a row among ascending ones. Most rows come last. @returns whether it was not there. */
function insert(rows: number[], row: number): boolean {
  const place = (rows.at(-1) ?? -1) < row ? rows.length : placeIn(rows, row);
  if (rows[place] === row) return false;
  rows.splice(place, 0, row);
  return true;
}

/** The place of the first row that is no smaller. */
function placeIn(rows: readonly number[], row: number): number {
  return firstWhere(0, rows.length, (place) => (rows[place] ?? 0) >= row);
}
