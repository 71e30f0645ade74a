// Prepares a document for the timeline: its index and its extent, built once when it is opened.
import { EARLIEST, LATEST } from '../../shared/dates/calendar.ts';
import type { EventDate, Instant } from '../../shared/dates/event-date.ts';
import type { TimeWindow } from '../../shared/dates/window.ts';
import type { PlacedDocument } from '../../shared/document/document.ts';
import type { EventTable, RowBefore } from '../../shared/document/table.ts';
import type { LaneEvents } from '../../shared/index/in-lane.ts';
import {
  createTimelineIndex,
  type IndexedEvents,
  type TimelineIndex,
} from '../../shared/index/timeline-index.ts';

/** A document, or some of its lanes, as the views draw it. */
export interface TimelineModel {
  /** The whole document, including hidden lanes. */
  readonly document: PlacedDocument;
  /** {@link EventTable.changes} when it was made: the table itself may have changed since. */
  readonly changes: number;
  /** Of the events in the shown lanes, with these lanes in their order. */
  readonly index: TimelineIndex;
  /** How many events are in the shown lanes, with and without a date. */
  readonly count: number;
  /** Rows of the events without a date in the shown lanes, in the document's order. */
  readonly undated: Int32Array;
  /** Rows of all events in the shown lanes: those with a date in time order, then those without. Put together on first use. */
  readonly order: Int32Array;
  /** The first event in this order, or `null`. */
  first(): number | null;
  /** The last event in this order, or `null`. */
  last(): number | null;
  /** The event after another in this order, or `null` after the last. The other may be in a hidden lane. */
  next(row: number): number | null;
  /** The event before another in this order, or `null` before the first. The other may be in a hidden lane. */
  previous(row: number): number | null;
  /** From the first to the last known instant of these events, or `null` if there is none. */
  readonly extent: TimeWindow | null;
  /** The model of some lanes in a given order: positions in the document, each at most once. */
  of(lanes: readonly number[]): TimelineModel;
}

/** Whether any shown event has a known instant. Otherwise the window has no place in time. */
export function isDated({ extent }: TimelineModel): boolean {
  return extent !== null;
}

/**
 * Builds the index of a document's events.
 * @param drawnAt where an instant is drawn; left out, the index holds the instants themselves
 * @param before the model of all lanes of the same document before an edit: what the edit has not touched is used again
 */
export function createTimelineModel(
  document: PlacedDocument,
  drawnAt?: (instant: Instant) => Instant,
  before?: TimelineModel,
): TimelineModel {
  const { events, lanes } = document;
  const { starts, ends } = events.columns;
  const drawn =
    drawnAt === undefined
      ? events.columns
      : { starts: starts.map(drawnAt), ends: ends.map(drawnAt), lanes: events.columns.lanes };
  const changed =
    before === undefined || before.document.lanes.length > lanes.length
      ? null
      : events.changesSince(before.changes);
  const undated =
    before === undefined || changed === null
      ? events.undated()
      : undatedAfter(before.undated, changed, events);
  const undatedIn = (shown: readonly number[]): Int32Array => {
    if (shown.length === lanes.length) return undated;
    const wanted = new Set(shown);
    return undated.filter((row) => wanted.has(events.columns.lanes[row] ?? -1));
  };
  const modelOf = (index: TimelineIndex): TimelineModel => {
    const waiting = undatedIn(index.lanes);
    let order: Int32Array | undefined;
    return {
      document,
      changes: events.changes,
      index,
      count: index.count + waiting.length,
      undated: waiting,
      get order() {
        return (order ??= joined(index.order, waiting));
      },
      first: () => index.first() ?? waiting[0] ?? null,
      last: () => waiting.at(-1) ?? index.last(),
      next: (row) =>
        (events.isDated(row) ? (index.next(row) ?? waiting[0]) : waiting.find((other) => other > row)) ??
        null,
      previous: (row) =>
        events.isDated(row)
          ? index.previous(row)
          : (waiting.findLast((other) => other < row) ?? index.last()),
      extent: extentOfLanes(index, events),
      of: (wanted) => modelOf(index.of(wanted)),
    };
  };
  return modelOf(
    before === undefined || changed === null
      ? createTimelineIndex(drawn, lanes.length)
      : indexAfter(before.index, changed, drawn, lanes.length),
  );
}

/** The index after some events have changed: the same one if none of them has moved. */
function indexAfter(
  before: TimelineIndex,
  changed: readonly RowBefore[],
  now: IndexedEvents,
  laneCount: number,
): TimelineIndex {
  const moved = changed.filter((old) => isMoved(old, now));
  return moved.length === 0 && before.lanes.length === laneCount
    ? before
    : before.after(moved, now, laneCount);
}

/** Open ends count as moved: where they begin or end is known to their dates alone, and the extent goes by that. */
function isMoved({ row, start, end, lane }: RowBefore, { starts, ends, lanes }: IndexedEvents): boolean {
  const [startNow, endNow] = [starts[row] ?? NaN, ends[row] ?? NaN];
  if (Number.isNaN(start) && Number.isNaN(startNow)) return false;
  const isClosed = Number.isFinite(start) && Number.isFinite(end);
  return !isClosed || start !== startNow || end !== endNow || lane !== lanes[row];
}

/** The rows of the events without a date after some events have changed. */
function undatedAfter(before: Int32Array, changed: readonly RowBefore[], events: EventTable): Int32Array {
  const waiting = changed.flatMap(({ row }) => (events.isEvent(row) && !events.isDated(row) ? row : []));
  if (waiting.length === 0 && changed.every(({ start }) => !Number.isNaN(start))) return before;
  const touched = new Set(changed.map(({ row }) => row));
  return Int32Array.from([...before.filter((row) => !touched.has(row)), ...waiting]).sort();
}

/** The extents of lanes, which are read once for each: an edit changes those that it touches. */
const extents = new WeakMap<LaneEvents, TimeWindow | null>();

function extentOfLane(lane: LaneEvents, events: EventTable): TimeWindow | null {
  const [start, end] = [lane.starts[0] ?? EARLIEST, lane.endsInOrder.at(-1) ?? LATEST];
  // Open ends have to be read: their dates say what of them is known.
  return start > EARLIEST && end < LATEST ? { start, end } : events.extentOf(lane.rows);
}

function extentOfLanes(index: TimelineIndex, events: EventTable): TimeWindow | null {
  let [start, end] = [Infinity, -Infinity];
  for (const position of index.lanes) {
    const lane = index.inLane(position);
    const known = extents.get(lane);
    const extent = known === undefined ? extentOfLane(lane, events) : known;
    extents.set(lane, extent);
    if (extent === null) continue;
    start = Math.min(start, extent.start);
    end = Math.max(end, extent.end);
  }
  return start < end ? { start, end } : null;
}

/** Joins the rows of two lists; returns the first list itself if the second is empty. */
export function joined(first: Int32Array, second: Int32Array): Int32Array {
  if (second.length === 0) return first;
  const rows = new Int32Array(first.length + second.length);
  rows.set(first);
  rows.set(second, first.length);
  return rows;
}

/** The dates of the events in the shown lanes of a model, in time order. */
export function* datesIn({
  document,
  index,
}: Pick<TimelineModel, 'document' | 'index'>): Generator<EventDate> {
  for (const row of index.order) {
    const when = document.events.read(row)?.when;
    if (when !== undefined) yield when;
  }
}
