// The events of a document as a table: typed columns, and each event's own JSON, which is parsed when somebody asks. Pure.
import type { EventDate, Instant } from '../dates/event-date.ts';
import { extentOf as extentOfDates } from '../dates/order.ts';
import { readAgain } from '../dates/parse.ts';
import type { TimeWindow } from '../dates/window.ts';
import { emptyColumns, type Columns, type EventColumns } from './columns.ts';
import { hashOf } from './hash.ts';
import type { AnyEvent, Dating, PlacedEvent, TimelineEvent } from './event.ts';

/** The bits of a row's flags. */
const FLAGS = {
  /** The three lowest bits hold the importance, 0 if the event gives none. */
  importance: 0b111,
  evidence: 1 << 3,
  description: 1 << 4,
  place: 1 << 5,
  participants: 1 << 6,
  sources: 1 << 7,
  dating: 1 << 8,
  /** A dating that says how sure it is. */
  confidence: 1 << 9,
} as const;

/** Something that an event may have. */
export type Flag = Exclude<keyof typeof FLAGS, 'importance'>;

/** The events of a document. A row is given once, and names its event as long as the document is open. */
export interface EventTable {
  readonly columns: EventColumns;
  /** How many rows there are. */
  readonly length: number;
  /** How many of them, the first, have a date. */
  readonly dated: number;
  /** The event in a row, with or without a date; `undefined` if there is no such row. */
  at(row: number): AnyEvent | undefined;
  /** The event in a row; `undefined` if it has no date, or there is no such row. */
  placedAt(row: number): PlacedEvent | undefined;
  /** The date of the event in a row; `undefined` if it has none. */
  whenAt(row: number): EventDate | undefined;
  /** The same, parsed anew and not kept: for passes over all rows. */
  read(row: number): AnyEvent | undefined;
  /** All events by their rows, parsed on the way and not kept. */
  all(): Iterable<AnyEvent>;
  /** The events that have a date, in the same way. */
  placed(): Iterable<PlacedEvent>;
  /** The row of the event with an id, or `null`. */
  rowOf(id: string): number | null;
  /** Whether the event in a row has something. */
  has(row: number, flag: Flag): boolean;
  /** Whether any event has something. */
  hasAny(flag: Flag): boolean;
  /** How much the event in a row matters, as it says itself; `undefined` if it does not. */
  importanceOf(row: number): number | undefined;
  /**
   * From the earliest to the latest known instant of the events in some rows, the end exclusive; `null` if none is known.
   *
   * @param rows default all.
   */
  extentOf(rows?: Int32Array): TimeWindow | null;
}

/** The most events that are kept once they are parsed; beyond it the memory starts afresh. */
const MOST_KEPT = 10_000;

/** What the file holds of an event; Dateline has checked it. */
interface StoredEvent extends Omit<TimelineEvent, 'participants' | 'evidence' | 'sources'> {
  readonly participants?: TimelineEvent['participants'];
  readonly evidence?: TimelineEvent['evidence'];
  readonly sources?: TimelineEvent['sources'];
}

/** A table of these columns. */
export function createTable(columns: EventColumns): EventTable {
  const { length } = columns.from;
  const kept = new Map<number, AnyEvent>();
  let rows: RowsByHash | undefined;
  let any: number | undefined;

  const read = (row: number): AnyEvent | undefined =>
    Number.isInteger(row) && row >= 0 && row < length ? parsedAt(columns, row) : undefined;
  const at = (row: number): AnyEvent | undefined => {
    const known = kept.get(row);
    if (known !== undefined) return known;
    const event = read(row);
    if (event === undefined) return undefined;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(row, event);
    return event;
  };
  const placedAt = (row: number): PlacedEvent | undefined => {
    const event = at(row);
    return event?.date === undefined ? undefined : event;
  };
  function* upTo(end: number): Generator<AnyEvent> {
    for (let row = 0; row < end; row += 1) yield kept.get(row) ?? parsedAt(columns, row);
  }
  return {
    columns,
    length,
    dated: columns.dated,
    at,
    read,
    placedAt,
    whenAt: (row) => at(row)?.when,
    all: () => upTo(length),
    *placed() {
      for (const event of upTo(columns.dated)) if (event.date !== undefined) yield event;
    },
    rowOf(id) {
      rows ??= rowsByHash(columns.ids);
      const hash = hashOf(id);
      const { first, next } = rows;
      for (let row = first[hash % first.length] ?? NO_ROW; row !== NO_ROW; row = next[row] ?? NO_ROW)
        if (columns.ids[row] === hash && read(row)?.id === id) return row;
      return null;
    },
    has: (row, flag) => ((columns.flags[row] ?? 0) & FLAGS[flag]) !== 0,
    hasAny: (flag) => {
      any ??= columns.flags.reduce((sum, flags) => sum | flags, 0);
      return (any & FLAGS[flag]) !== 0;
    },
    importanceOf: (row) => {
      const importance = (columns.flags[row] ?? 0) & FLAGS.importance;
      return importance === 0 ? undefined : importance;
    },
    extentOf: (wanted) => extentOf(columns, wanted, at),
  };
}

function extentOf(
  { starts, ends, dated }: EventColumns,
  rows: Int32Array | undefined,
  at: EventTable['at'],
): TimeWindow | null {
  let [earliest, latest] = [Infinity, -Infinity];
  const count = rows?.length ?? dated;
  for (let place = 0; place < count; place += 1) {
    const row = rows === undefined ? place : (rows[place] ?? -1);
    const [start, end] = [starts[row] ?? -Infinity, ends[row] ?? Infinity];
    // A date with an open or unknown end has to be read: it counts with the whole of its known end.
    const known =
      Number.isFinite(start) && Number.isFinite(end) ? { start, end } : extentOfDate(at(row)?.when);
    if (known === null) continue;
    earliest = Math.min(earliest, known.start);
    latest = Math.max(latest, known.end);
  }
  return earliest < latest ? { start: earliest, end: latest } : null;
}

function extentOfDate(when: EventDate | undefined): TimeWindow | null {
  return extentOfDates(when === undefined ? [] : [when]);
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Parses the event in a row. */
function parsedAt({ text, from, to }: EventColumns, row: number): AnyEvent {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- a row's text was checked to be of just this type
  const stored: StoredEvent = JSON.parse(decoder.decode(text.subarray(from[row], to[row])));
  // The file may hold further fields, which the checks passed over. Each object is made at once, without spreading others
  // into it, which takes three times as long.
  const participants = (stored.participants ?? []).map(({ name, role }) => ({ name, role }));
  const evidence = (stored.evidence ?? []).map(({ article, quote, start, end }) => ({
    article,
    quote,
    start,
    end,
  }));
  const sources = (stored.sources ?? []).map(({ title, address }) => ({ title, address }));
  const { id, title, label, description, date, lane, place, tags, importance } = stored;
  const dating = stored.dating && knownDating(stored.dating);
  if (date === undefined) {
    return {
      id,
      title,
      label,
      description,
      lane,
      place,
      tags,
      importance,
      participants,
      evidence,
      dating,
      sources,
    };
  }
  const when = readAgain(date);
  return {
    id,
    title,
    label,
    description,
    date,
    when,
    lane,
    place,
    tags,
    importance,
    participants,
    evidence,
    dating,
    sources,
  };
}

function knownDating(dating: Dating): Dating {
  if (dating.kind === 'imported') {
    const { kind, file, row, written } = dating;
    return { kind, file, row, written };
  }
  const { kind, confidence, explanation } = dating;
  return { kind, confidence, explanation };
}

/** Rows by the hashes of their ids: chains of rows, so that ids made to have one hash take no longer to be put in. */
interface RowsByHash {
  /** The first row of each chain, by hash modulo the number of chains. */
  readonly first: Int32Array;
  /** For each row the next of its chain. */
  readonly next: Int32Array;
}

/** The end of a chain. */
const NO_ROW = -1;

function rowsByHash(ids: Uint32Array): RowsByHash {
  const first = new Int32Array(2 ** Math.ceil(Math.log2(ids.length + 1))).fill(NO_ROW);
  const next = new Int32Array(ids.length);
  ids.forEach((hash, row) => {
    const chain = hash % first.length;
    next[row] = first[chain] ?? NO_ROW;
    first[chain] = row;
  });
  return { first, next };
}

/** What a table is told of an event. */
export interface TableEntry {
  readonly event: TimelineEvent;
  /** `undefined` if it has no date. */
  readonly when: { readonly start: Instant; readonly end: Instant } | undefined;
  /** The row of its lane. */
  readonly lane: number;
  /** Where its JSON stands in the text: the first byte, and the byte behind its last. */
  readonly from: number;
  readonly to: number;
}

/** Gathers the columns of a table, an event at a time. */
export interface TableBuilder {
  /** Adds an event behind those before. */
  readonly add: (entry: TableEntry) => void;
  /** The table of all events so far; nothing can be added any more. */
  readonly finish: () => EventTable;
}

/**
 * Starts a table.
 *
 * @param text in which the events' JSON stands.
 * @param most how many events there will be at most.
 */
export function buildTable(text: Uint8Array, most: number): TableBuilder {
  const whole = emptyColumns(most, most, text);
  // Events without a date gather at the far end of the columns, the first of them last.
  let dated = 0;
  let undated = 0;
  return {
    add({ event, when, lane, from, to }) {
      const row = when === undefined ? most - 1 - undated++ : dated++;
      whole.starts[row] = when?.start ?? 0;
      whole.ends[row] = when?.end ?? 0;
      whole.lanes[row] = lane;
      whole.flags[row] = flagsOf(event);
      whole.ids[row] = hashOf(event.id);
      whole.from[row] = from;
      whole.to[row] = to;
    },
    finish() {
      if (dated === most) return createTable({ ...whole, dated });
      const columns = emptyColumns(dated + undated, dated, text);
      for (let row = 0; row < dated + undated; row += 1)
        copyRow(whole, row < dated ? row : most - 1 - (row - dated), columns, row);
      return createTable({ ...columns, dated });
    },
  };
}

function copyRow(source: Columns, from: number, target: Columns, to: number): void {
  if (to < target.starts.length) {
    target.starts[to] = source.starts[from] ?? 0;
    target.ends[to] = source.ends[from] ?? 0;
  }
  target.lanes[to] = source.lanes[from] ?? 0;
  target.flags[to] = source.flags[from] ?? 0;
  target.ids[to] = source.ids[from] ?? 0;
  target.from[to] = source.from[from] ?? 0;
  target.to[to] = source.to[from] ?? 0;
}

function flagsOf(event: TimelineEvent): number {
  const { importance = 0, dating } = event;
  const has: Readonly<Record<Flag, boolean>> = {
    evidence: event.evidence.length > 0,
    description: event.description !== undefined,
    place: event.place !== undefined,
    participants: event.participants.length > 0,
    sources: event.sources.length > 0,
    dating: dating !== undefined,
    confidence: dating !== undefined && dating.kind !== 'imported',
  };
  return FLAG_NAMES.reduce((flags, flag) => (has[flag] ? flags | FLAGS[flag] : flags), importance);
}

const FLAG_NAMES = Object.keys(FLAGS).filter((name): name is Flag => name in FLAGS && name !== 'importance');

/** A table of some rows of another, ascending; these get rows of their own. */
export function tableOfRows({ columns }: EventTable, rows: readonly number[]): EventTable {
  const dated = rows.filter((row) => row < columns.dated).length;
  const some = emptyColumns(rows.length, dated, columns.text);
  for (const [place, row] of rows.entries()) copyRow(columns, row, some, place);
  return createTable({ ...some, dated });
}

/** A table of events that stand in no file yet. Each event's lane is looked up among these. */
export function tableOf(events: readonly AnyEvent[], lanes: readonly { readonly id: string }[]): EventTable {
  const encoder = new TextEncoder();
  const pieces = events.map((event) => encoder.encode(JSON.stringify({ ...event, when: undefined })));
  const text = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  const table = buildTable(text, events.length);
  let at = 0;
  for (const [place, event] of events.entries()) {
    const piece = pieces[place] ?? new Uint8Array();
    text.set(piece, at);
    const lane = Math.max(
      0,
      lanes.findIndex(({ id }) => id === event.lane),
    );
    table.add({ event, when: event.when, lane, from: at, to: at + piece.length });
    at += piece.length;
  }
  return table.finish();
}
