// The events of a document as a table: typed columns, and each event's own JSON, which is parsed when somebody asks. Pure.
import type { EventDate, Instant } from '../dates/event-date.ts';
import { extentOf as extentOfDates } from '../dates/order.ts';
import { readAgain } from '../dates/parse.ts';
import type { TimeWindow } from '../dates/window.ts';
import { emptyColumns, jsonAt, type EventColumns } from './columns.ts';
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
  tags: 1 << 11,
  /** A text that stands for the title on a mark. */
  label: 1 << 12,
} as const;

/** Something that an event may have. */
export type Flag = keyof typeof FLAGS;

/** The events of a document. A row is given once, and names its event as long as the document is open. */
export interface EventTable {
  readonly columns: EventColumns;
  /** How many changes made it what it is: a number to ask {@link changesSince} with later. */
  readonly changes: number;
  /**
   * Tells which events have changed, come or gone since there were so many changes, and where each was then.
   *
   * @param changes of this table, or of one that this came of.
   * @returns each row once; `null` if there were more than {@link MOST_LOGGED} changes, or the lanes got other rows.
   */
  changesSince(changes: number): readonly RowBefore[] | null;
  /** How many rows there are, with those whose event was removed. */
  readonly rowCount: number;
  /** How many events there are. */
  readonly count: number;
  /** How many of them have a date. */
  readonly dated: number;
  /** The event in a row, with or without a date; `undefined` if there is none. */
  at(row: number): AnyEvent | undefined;
  /** The event in a row; `undefined` if it has no date, or there is none. */
  placedAt(row: number): PlacedEvent | undefined;
  /** The date of the event in a row; `undefined` if it has none. */
  whenAt(row: number): EventDate | undefined;
  /** The same as {@link at}, parsed anew and not kept: for passes over all rows. */
  read(row: number): AnyEvent | undefined;
  /** The JSON of the event in a row as it stands in the file; `undefined` if there is none. */
  jsonAt(row: number): Uint8Array | undefined;
  /** The same as text. */
  textAt(row: number): string | undefined;
  /** All events by their rows, parsed on the way; only the events of small tables are kept. */
  all(): Iterable<AnyEvent>;
  /** The events that have a date, in the same way. */
  placed(): Iterable<PlacedEvent>;
  /** Whether there is an event in a row. */
  isEvent(row: number): boolean;
  /** Whether there is an event with a date in a row. */
  isDated(row: number): boolean;
  /** The rows of the events without a date, in the file's order. */
  undated(): Int32Array;
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
  /**
   * Adds, changes and removes events in place, which costs as many steps as there are changes.
   *
   * @param changes each id at most once.
   * @param laneOf the row of a lane by its id.
   * @returns the changed table and the rows of the changes; this table must not be used any more.
   */
  changed(changes: readonly TableChange[], laneOf: (id: string) => number): ChangedTable;
  /**
   * Gives every event its lane's new row, in place.
   *
   * @param rowOf the new row for each old one.
   * @returns the changed table; this table must not be used any more.
   */
  withLanes(rowOf: (lane: number) => number): EventTable;
}

/** Where an event was before a change. */
export interface RowBefore {
  readonly row: number;
  /** As in the columns: `NaN` if it had no date, or there was no event. */
  readonly start: Instant;
  readonly end: Instant;
  /** The row of its lane. */
  readonly lane: number;
}

/** So many changes are remembered; after more of them it takes no longer to look at all events. */
export const MOST_LOGGED = 20_000;

/** What becomes of the event with an id. */
export interface TableChange {
  readonly id: string;
  /** The event as it is then; `null` removes it. */
  readonly event: ReadyEvent | null;
}

/** An event of which a table need read nothing more: many of them are read before they are put in. */
export interface ReadyEvent {
  /** Its JSON, UTF-8. */
  readonly json: Uint8Array;
  /** As in the columns. */
  readonly start: Instant;
  readonly end: Instant;
  readonly flags: number;
  /** The id of its lane. */
  readonly lane: string;
}

/** Reads an event for a table. @param json which has been checked. @param encode default: into bytes of its own. */
export function readyEvent(
  json: string,
  encode: (text: string) => Uint8Array = (text) => encoder.encode(text),
): ReadyEvent {
  const event = parsed(json);
  const { start = NaN, end = NaN } = event.when ?? {};
  return { json: encode(json), start, end, flags: flagsOf(event), lane: event.lane };
}

/** A table after changes. */
export interface ChangedTable {
  readonly table: EventTable;
  /** The row of each change, in their order. An event that was removed keeps its row and gets it back. */
  readonly rows: readonly number[];
}

/** The most events that are kept once they are parsed; beyond it the memory starts afresh. */
const MOST_KEPT = 10_000;

/** So many ids are looked up by going through all; for more, a table of them is made, which takes as long as two hundred. */
const FEW_LOOKED_UP = 16;

/** Of tables with no more rows, passes over all keep the events, too: every edit of a small document makes some. */
const MOST_PASSED = 1_000;

/** What the file holds of an event; Dateline has checked it. */
interface StoredEvent extends Omit<TimelineEvent, 'participants' | 'evidence' | 'sources'> {
  readonly participants?: TimelineEvent['participants'];
  readonly evidence?: TimelineEvent['evidence'];
  readonly sources?: TimelineEvent['sources'];
}

/** A table of these columns. The table may change them. */
export function createTable(columns: EventColumns): EventTable {
  return tableIn(storeOf(columns));
}

/** What all tables share that come of each other by changes. */
interface Store {
  /** Views of {@link room} that end with the last row. */
  columns: EventColumns;
  /** The same columns with room for further rows. */
  room: EventColumns;
  readonly edited: Map<number, Uint8Array>;
  readonly kept: Map<number, AnyEvent>;
  /** The rows of the events kept, by their ids: what is edited was looked at, and the table of all ids takes its time. */
  readonly keptRows: Map<string, number>;
  /** The row of each id, even where its event was removed; `null` if there never was one. */
  readonly rowOf: (id: string) => number | null;
  /** The rows of ids that were added. */
  readonly added: Map<string, number>;
  changes: number;
  /** Where the events of the last changes were before, the latest last. */
  readonly log: RowBefore[];
  /** Counted when somebody asks, and kept up from then on. */
  totals: Totals | null;
}

/** How many events have what. */
interface Totals {
  count: number;
  dated: number;
  /** For each bit of the flags, how many events have it. */
  readonly having: Int32Array;
}

function storeOf(given: EventColumns): Store {
  const edited = new Map(given.edited);
  const columns = { ...given, edited };
  const added = new Map<string, number>();
  const keptRows = new Map<string, number>();
  let rows: RowsByHash | undefined;
  let lookedUp = 0;
  return {
    columns,
    room: columns,
    edited,
    kept: new Map(),
    keptRows,
    added,
    changes: 0,
    log: [],
    totals: null,
    rowOf(id) {
      const own = added.get(id) ?? keptRows.get(id);
      if (own !== undefined) return own;
      const { ids } = given;
      const hash = hashOf(id);
      lookedUp += 1;
      if (rows === undefined && lookedUp <= FEW_LOOKED_UP) {
        for (let row = ids.indexOf(hash); row !== -1; row = ids.indexOf(hash, row + 1))
          if (idAt(columns, row) === id) return row;
        return null;
      }
      rows ??= rowsByHash(ids);
      const { first, next } = rows;
      for (let row = first[hash % first.length] ?? NO_ROW; row !== NO_ROW; row = next[row] ?? NO_ROW)
        if (ids[row] === hash && idAt(columns, row) === id) return row;
      return null;
    },
  };
}

function tableIn(store: Store): EventTable {
  const { columns, kept, keptRows } = store;
  const { starts, flags } = columns;
  const rowCount = starts.length;
  const totals = (): Totals => (store.totals ??= totalsOf(columns));
  const isEvent = (row: number): boolean =>
    Number.isInteger(row) && row >= 0 && row < rowCount && ((flags[row] ?? 0) & REMOVED) === 0;
  const isDated = (row: number): boolean => !Number.isNaN(starts[row] ?? NaN);
  const read = (row: number): AnyEvent | undefined => (isEvent(row) ? parsedAt(columns, row) : undefined);
  const at = (row: number): AnyEvent | undefined => {
    const known = kept.get(row);
    if (known !== undefined) return known;
    const event = read(row);
    if (event === undefined) return undefined;
    if (kept.size >= MOST_KEPT) {
      kept.clear();
      keptRows.clear();
    }
    kept.set(row, event);
    keptRows.set(event.id, row);
    return event;
  };
  const placedAt = (row: number): PlacedEvent | undefined => {
    const event = at(row);
    return event?.date === undefined ? undefined : event;
  };
  const inPassing = rowCount > MOST_PASSED ? (row: number) => kept.get(row) ?? read(row) : at;
  function* all(): Generator<AnyEvent> {
    for (let row = 0; row < rowCount; row += 1) {
      const event = inPassing(row);
      if (event !== undefined) yield event;
    }
  }
  return {
    columns,
    changes: store.changes,
    changesSince: (changes) => changesSince(store, changes),
    rowCount,
    get count() {
      return totals().count;
    },
    get dated() {
      return totals().dated;
    },
    at,
    read,
    placedAt,
    whenAt: (row) => at(row)?.when,
    jsonAt: (row) => (isEvent(row) ? jsonAt(columns, row) : undefined),
    textAt: (row) => (isEvent(row) ? textAt(columns, row) : undefined),
    all,
    *placed() {
      for (const event of all()) if (event.date !== undefined) yield event;
    },
    isEvent,
    isDated,
    undated() {
      const rows: number[] = [];
      for (let row = 0; row < rowCount; row += 1) if (!isDated(row) && isEvent(row)) rows.push(row);
      return Int32Array.from(rows);
    },
    rowOf(id) {
      const row = store.rowOf(id);
      return row !== null && isEvent(row) ? row : null;
    },
    has: (row, flag) => ((flags[row] ?? 0) & FLAGS[flag]) !== 0,
    hasAny: (flag) => totals().having.some((count, bit) => count > 0 && ((1 << bit) & FLAGS[flag]) !== 0),
    importanceOf: (row) => {
      const importance = (flags[row] ?? 0) & FLAGS.importance;
      return importance === 0 ? undefined : importance;
    },
    extentOf: (wanted) => extentOf(columns, wanted, at),
    changed(changes, laneOf) {
      const rows = rowsFor(store, changes);
      const isLogged = changes.length <= MOST_LOGGED;
      if (!isLogged) {
        store.log.length = 0;
        store.changes += changes.length;
      }
      for (const [place, { id, event }] of changes.entries()) {
        const row = rows[place] ?? NO_ROW;
        if (row === NO_ROW) continue;
        if (isLogged) logChange(store, row);
        changeRow(store, row, id, event, laneOf);
      }
      return { table: tableIn(store), rows };
    },
    withLanes(rowOf) {
      const { lanes } = columns;
      for (let row = 0; row < rowCount; row += 1) lanes[row] = rowOf(lanes[row] ?? 0);
      store.changes += 1;
      store.log.length = 0;
      return tableIn(store);
    },
  };
}

/** Counts an event in, or out with -1. */
function countEvent({ starts, flags }: EventColumns, row: number, totals: Totals, by: 1 | -1): void {
  const has = flags[row] ?? 0;
  if ((has & REMOVED) !== 0) return;
  totals.count += by;
  if (!Number.isNaN(starts[row] ?? NaN)) totals.dated += by;
  for (let left = has; left !== 0; left &= left - 1) {
    const bit = 31 - Math.clz32(left & -left);
    totals.having[bit] = (totals.having[bit] ?? 0) + by;
  }
}

function totalsOf(columns: EventColumns): Totals {
  const totals: Totals = { count: 0, dated: 0, having: new Int32Array(16) };
  for (let row = 0; row < columns.starts.length; row += 1) countEvent(columns, row, totals, 1);
  return totals;
}

function changesSince({ log, changes: now }: Store, changes: number): readonly RowBefore[] | null {
  if (now - changes > log.length) return null;
  const rows = new Map<number, RowBefore>();
  // The first of several changes of a row knows where it was.
  for (const before of log.slice(log.length - (now - changes)))
    if (!rows.has(before.row)) rows.set(before.row, before);
  return [...rows.values()];
}

/** The row of each change; {@link NO_ROW} if there is nothing to remove. Ids that are new get rows. */
function rowsFor(store: Store, changes: readonly TableChange[]): number[] {
  const before = store.columns.starts.length;
  let next = before;
  const rows = changes.map(({ id, event }) => {
    const known = store.rowOf(id);
    if (known !== null || event === null) return known ?? NO_ROW;
    store.added.set(id, next);
    next += 1;
    return next - 1;
  });
  if (next > before) {
    makeRoom(store, next);
    // Until their events are there.
    store.columns.starts.fill(NaN, before);
    store.columns.flags.fill(REMOVED, before);
  }
  return rows;
}

/** Makes one change. */
function changeRow(
  store: Store,
  row: number,
  id: string,
  event: ReadyEvent | null,
  laneOf: (id: string) => number,
): void {
  const { columns, totals } = store;
  if (totals !== null) countEvent(columns, row, totals, -1);
  store.kept.delete(row);
  if (event === null) {
    // Its JSON stays, by which the row knows its id.
    [columns.starts[row], columns.ends[row], columns.flags[row]] = [NaN, NaN, REMOVED];
  } else {
    const { json, lane, ...values } = event;
    store.edited.set(row, json);
    setRow(columns, row, { ...values, id, lane: laneOf(lane), from: 0, to: json.length });
  }
  if (totals !== null) countEvent(columns, row, totals, 1);
}

function logChange(store: Store, row: number): void {
  const { starts, ends, lanes } = store.columns;
  if (store.log.length >= 2 * MOST_LOGGED) store.log.splice(0, MOST_LOGGED);
  store.log.push({ row, start: starts[row] ?? NaN, end: ends[row] ?? NaN, lane: lanes[row] ?? -1 });
  store.changes += 1;
}

/** Sees to it that the columns have so many rows. */
function makeRoom(store: Store, length: number): void {
  if (store.room.starts.length < length) {
    const room = emptyColumns(length + (length >> 1) + 16, store.room.text);
    for (const name of COLUMN_NAMES) room[name].set(store.columns[name]);
    store.room = room;
  }
  const { room, edited } = store;
  store.columns = {
    starts: room.starts.subarray(0, length),
    ends: room.ends.subarray(0, length),
    lanes: room.lanes.subarray(0, length),
    flags: room.flags.subarray(0, length),
    ids: room.ids.subarray(0, length),
    from: room.from.subarray(0, length),
    to: room.to.subarray(0, length),
    text: room.text,
    edited,
  };
}

const COLUMN_NAMES = ['starts', 'ends', 'lanes', 'flags', 'ids', 'from', 'to'] as const;

/** The flags of a row whose event was removed. */
const REMOVED = 1 << 10;

function extentOf(
  { starts, ends }: EventColumns,
  rows: Int32Array | undefined,
  at: EventTable['at'],
): TimeWindow | null {
  let [earliest, latest] = [Infinity, -Infinity];
  const count = rows?.length ?? starts.length;
  for (let place = 0; place < count; place += 1) {
    const row = rows === undefined ? place : (rows[place] ?? -1);
    const [start, end] = [starts[row] ?? NaN, ends[row] ?? NaN];
    if (Number.isNaN(start)) continue;
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

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function textAt(columns: EventColumns, row: number): string {
  return decoder.decode(jsonAt(columns, row));
}

function idAt(columns: EventColumns, row: number): string {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- as in `parsed`
  const { id }: Pick<StoredEvent, 'id'> = JSON.parse(textAt(columns, row));
  return id;
}

/** Parses the event in a row. */
function parsedAt(columns: EventColumns, row: number): AnyEvent {
  return parsed(textAt(columns, row));
}

function parsed(json: string): AnyEvent {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- an event's text was checked to be of just this type
  const stored: StoredEvent = JSON.parse(json);
  // The file may hold further fields, which the checks passed over. Each object is made at once, without spreading others
  // into it, which takes three times as long.
  const participants = (stored.participants ?? []).map(({ name, role }) => ({ name, role }));
  const evidence = (stored.evidence ?? []).map(({ article, quote, start, end, date: given }) => ({
    article,
    quote,
    start,
    end,
    date: given,
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
  const columns = emptyColumns(most, text);
  let length = 0;
  return {
    add({ event, when, lane, from, to }) {
      const { id } = event;
      const [start, end] = [when?.start ?? NaN, when?.end ?? NaN];
      setRow(columns, length, { id, start, end, flags: flagsOf(event), lane, from, to });
      length += 1;
    },
    finish() {
      if (length === most) return createTable(columns);
      const some = emptyColumns(length, text);
      for (const name of COLUMN_NAMES) some[name].set(columns[name].subarray(0, length));
      return createTable(some);
    },
  };
}

interface RowValues {
  readonly id: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly flags: number;
  readonly lane: number;
  readonly from: number;
  readonly to: number;
}

function setRow(columns: EventColumns, row: number, values: RowValues): void {
  columns.starts[row] = values.start;
  columns.ends[row] = values.end;
  columns.lanes[row] = values.lane;
  columns.flags[row] = values.flags;
  columns.ids[row] = hashOf(values.id);
  columns.from[row] = values.from;
  columns.to[row] = values.to;
}

/** What an event has, as bits. Each is asked by name: going through a list of them took a sixth of reading a document. */
function flagsOf(event: TimelineEvent): number {
  const { dating } = event;
  return (
    (event.importance ?? 0) |
    (event.evidence.length > 0 ? FLAGS.evidence : 0) |
    (event.description === undefined ? 0 : FLAGS.description) |
    (event.place === undefined ? 0 : FLAGS.place) |
    (event.participants.length > 0 ? FLAGS.participants : 0) |
    (event.sources.length > 0 ? FLAGS.sources : 0) |
    (dating === undefined ? 0 : FLAGS.dating) |
    (dating === undefined || dating.kind === 'imported' ? 0 : FLAGS.confidence) |
    ((event.tags ?? []).length > 0 ? FLAGS.tags : 0) |
    (event.label === undefined ? 0 : FLAGS.label)
  );
}

/** A table of some rows of another, ascending; these get rows of their own. */
export function tableOfRows({ columns }: EventTable, rows: readonly number[]): EventTable {
  const some = emptyColumns(rows.length, columns.text);
  for (const name of COLUMN_NAMES)
    for (const [place, row] of rows.entries()) some[name][place] = columns[name][row] ?? 0;
  const edited = new Map<number, Uint8Array>();
  for (const [place, row] of rows.entries()) {
    const json = columns.edited?.get(row);
    if (json !== undefined) edited.set(place, json);
  }
  return createTable({ ...some, edited });
}

/** A table of events that stand in no file yet. Each event's lane is looked up among these. */
export function tableOf(events: readonly AnyEvent[], lanes: readonly { readonly id: string }[]): EventTable {
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
