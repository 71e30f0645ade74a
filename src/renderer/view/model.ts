// Prepares a document for the timeline: its index and its extent, built once when it is opened.
import type { EventDate, Instant } from '../../shared/dates/event-date.ts';
import type { TimeWindow } from '../../shared/dates/window.ts';
import type { PlacedDocument } from '../../shared/document/document.ts';
import type { EventTable } from '../../shared/document/table.ts';
import { createTimelineIndex, type TimelineIndex } from '../../shared/index/timeline-index.ts';

/** A document, or some of its lanes, as the views draw it. */
export interface TimelineModel {
  /** The whole document, including hidden lanes. */
  readonly document: PlacedDocument;
  /** {@link EventTable.moves} when it was made: the table itself may have changed since. */
  readonly moves: number;
  /** Of the events in the shown lanes, with these lanes in their order. */
  readonly index: TimelineIndex;
  /** Rows of the events without a date in the shown lanes, in the document's order. */
  readonly undated: Int32Array;
  /** Rows of all events in the shown lanes: those with a date in time order, then those without. */
  readonly order: Int32Array;
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
 * @param before the model of the same document before an edit, whose index is used again where all events stand as before
 */
export function createTimelineModel(
  document: PlacedDocument,
  drawnAt?: (instant: Instant) => Instant,
  before?: TimelineModel,
): TimelineModel {
  const { columns } = document.events;
  const { starts, ends } = columns;
  const drawn =
    drawnAt === undefined
      ? columns
      : { starts: starts.map(drawnAt), ends: ends.map(drawnAt), lanes: columns.lanes };
  const isAsBefore =
    before?.moves === document.events.moves && before.document.lanes.length === document.lanes.length;
  const extent = isAsBefore ? before.extent : document.events.extentOf();
  const undated = document.events.undated();
  const undatedIn = (lanes: readonly number[]): Int32Array => {
    if (lanes.length === document.lanes.length) return undated;
    const wanted = new Set(lanes);
    return undated.filter((row) => wanted.has(columns.lanes[row] ?? -1));
  };
  const modelOf = (index: TimelineIndex): TimelineModel => ({
    document,
    moves: document.events.moves,
    index,
    ...allInOrder(index, undatedIn(index.lanes), document.events),
    extent: index.lanes.length === document.lanes.length ? extent : document.events.extentOf(index.order),
    of: (wanted) => modelOf(index.of(wanted)),
  });
  return modelOf(isAsBefore ? before.index : createTimelineIndex(drawn, document.lanes.length));
}

/** Joins the rows of two lists; returns the first list itself if the second is empty. */
export function joined(first: Int32Array, second: Int32Array): Int32Array {
  if (second.length === 0) return first;
  const rows = new Int32Array(first.length + second.length);
  rows.set(first);
  rows.set(second, first.length);
  return rows;
}

/** The order of all events: in time, then those without a date. */
function allInOrder(
  index: TimelineIndex,
  undated: Int32Array,
  events: EventTable,
): Pick<TimelineModel, 'undated' | 'order' | 'next' | 'previous'> {
  return {
    undated,
    order: joined(index.order, undated),
    next: (row) =>
      (events.isDated(row) ? (index.next(row) ?? undated[0]) : undated.find((other) => other > row)) ?? null,
    previous: (row) =>
      events.isDated(row)
        ? index.previous(row)
        : (undated.findLast((other) => other < row) ?? index.order.at(-1) ?? null),
  };
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
