// The timeline index: finds the events in a window and the next ones, at a cost that hardly grows with their number.
import { EARLIEST, LATEST } from '../dates/calendar.ts';
import type { Instant } from '../dates/event-date.ts';
import type { TimeWindow } from '../dates/window.ts';
import { coveredColumns, type ColumnRun } from './coverage.ts';
import {
  compareInTime,
  countOverlapping,
  EMPTY_LANE,
  eventInTime,
  firstOf,
  firstPlace,
  laneAfter,
  lastEnded,
  lastEnding,
  placesOverlapping,
  sortedLane,
  type EventInTime,
  type LaneEvents,
} from './in-lane.ts';
import { mergedRows } from './merge.ts';
import { floatAt, intAt, pickFloats, pickInts } from './typed-arrays.ts';

export type { ColumnRun } from './coverage.ts';

/**
 * What the index needs of events, in columns by their rows. An event overlaps a window that holds any instant of [start,
 * max(end, start + 1)).
 */
export interface IndexedEvents {
  /** Whole milliseconds; `-Infinity` for an open start, `NaN` for a row without a place in time. */
  readonly starts: Float64Array;
  /** Exclusive, whole milliseconds; `Infinity` for an open end. */
  readonly ends: Float64Array;
  /** Positions of the lanes, from 0; there may be more of them than events. */
  readonly lanes: Int32Array;
}

/** Where a row stood before it moved. */
export interface MovedRow {
  readonly row: number;
  /** As in {@link IndexedEvents}: `NaN` if it had no place in time. */
  readonly start: Instant;
  readonly end: Instant;
  readonly lane: number;
}

/** The events on either side of an instant, as rows; `null` if there is none. */
export interface Neighbours {
  /** The last to end of the events that start before the instant. It may go on past the instant. */
  readonly earlier: number | null;
  /** The first of the events that start at the instant or later. */
  readonly later: number | null;
}

/** Answers the views' questions about a document's events, or about those in some of its lanes. */
export interface TimelineIndex {
  /** Positions of its lanes, in the order shown. */
  readonly lanes: readonly number[];
  /** How many events there are. */
  readonly count: number;
  /**
   * Rows of all events in time order: by earliest start, then latest end, then row. Put together on first use, which
   * visits each event.
   */
  readonly order: Int32Array;
  /** Finds the first event in time order, or `null`. */
  first(): number | null;
  /** Finds the last event in time order, or `null`. */
  last(): number | null;
  /** Finds the event after `event` in time order, or `null` after the last. `event` need not be in these lanes. */
  next(event: number): number | null;
  /** Finds the event before `event` in time order, or `null` before the first. `event` need not be in these lanes. */
  previous(event: number): number | null;
  /**
   * Finds the events on either side of an instant; of several equally near, the first in time order.
   * @param longest milliseconds; leaves out events that last longer. Default all.
   */
  neighbours(instant: Instant, longest?: number): Neighbours;
  /** Finds the last to end of the events that are over at an instant, or `null`. */
  lastEnded(instant: Instant): number | null;
  /** Returns the events of a lane in time order; throws `RangeError` for a position without a lane. */
  inLane(lane: number): LaneEvents;
  /** Counts the events that overlap a window. */
  countIn(window: TimeWindow): number;
  /** Finds the events that overlap a window, in time order. */
  eventsIn(window: TimeWindow): Int32Array;
  /**
   * Narrows the index to some lanes, in any order. Both share the lanes.
   * @param lanes positions of lanes, each at most once; throws `RangeError` otherwise
   */
  of(lanes: readonly number[]): TimelineIndex;
  /**
   * Finds the columns that hold at least a part of an event, for each of {@link lanes}. The runs neither overlap nor
   * touch.
   * @param columns number of equal columns in the window
   */
  density(window: TimeWindow, columns: number): ColumnRun[][];
  /**
   * The index of all lanes after some rows have moved. Lanes that no row has left or come to stay the same objects, so that
   * what was worked out for them still holds.
   * @param moved where the rows were when this index was made, each once
   * @param events where they are now; a lane outside of 0 to `laneCount` - 1 throws `RangeError`
   * @param laneCount no less than before: new lanes come last
   */
  after(moved: readonly MovedRow[], events: IndexedEvents, laneCount: number): TimelineIndex;
}

/**
 * Builds the index, in a fraction of a second for a million events.
 * @param events a lane outside of 0 to `laneCount` - 1 throws `RangeError`
 */
export function createTimelineIndex(events: IndexedEvents, laneCount: number): TimelineIndex {
  return indexOf(events, sortedLanes(events, laneCount));
}

/** Sorts the events of each lane. */
function sortedLanes({ starts, ends, lanes }: IndexedEvents, laneCount: number): LaneEvents[] {
  const counts = new Int32Array(laneCount);
  for (let row = 0; row < starts.length; row++) {
    if (Number.isNaN(floatAt(starts, row))) continue;
    const lane = intAt(lanes, row);
    if (lane < 0 || lane >= laneCount) throw new RangeError(`No lane ${lane} of ${laneCount}.`);
    counts[lane] = intAt(counts, lane) + 1;
  }
  const all = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  for (let row = 0; row < starts.length; row++) {
    if (Number.isNaN(floatAt(starts, row))) continue;
    const lane = intAt(lanes, row);
    const rows = all[lane];
    const next = intAt(counts, lane);
    counts[lane] = next + 1;
    if (rows !== undefined) rows[next] = row;
  }
  const startOf = (row: number) => floatAt(starts, row);
  const endOf = (row: number) => floatAt(ends, row);
  return all.map((rows) => (rows.length === 0 ? EMPTY_LANE : sortedLane(rows, startOf, endOf)));
}

/** The index of these lanes. @param events where their rows stand */
function indexOf(events: IndexedEvents, lanes: readonly LaneEvents[]): TimelineIndex {
  const laneAt = (position: number): LaneEvents => {
    const lane = lanes[position];
    if (lane === undefined) throw new RangeError(`No lane ${position} of ${lanes.length}.`);
    return lane;
  };

  const of: TimelineIndex['of'] = (wanted) => {
    const named = new Set<number>();
    for (const position of wanted) {
      laneAt(position);
      if (named.has(position)) throw new RangeError(`Lane ${position} is named twice.`);
      named.add(position);
    }
    return answers(wanted);
  };

  const answers = (positions: readonly number[]): TimelineIndex => {
    const shown = positions.map(laneAt);
    let order: Int32Array | undefined;
    const count = shown.reduce((sum, { rows }) => sum + rows.length, 0);
    /** Finds the least of at most one event of each lane. */
    const least = (
      placeIn: (lane: LaneEvents) => number | null,
      compare: (a: EventInTime, b: EventInTime) => number,
    ): number | null => {
      let best: EventInTime | null = null;
      for (const lane of shown) {
        const place = placeIn(lane);
        if (place === null || place < 0 || place >= lane.rows.length) continue;
        const event = eventAt(lane, place);
        if (best === null || compare(event, best) < 0) best = event;
      }
      return best?.row ?? null;
    };
    const own = (row: number) => eventInTime(row, floatAt(events.starts, row), floatAt(events.ends, row));
    return {
      lanes: positions,
      count,
      get order() {
        return (order ??= mergedRows(shown));
      },
      first: () => least(() => 0, compareInTime),
      last: () => least(({ rows }) => rows.length - 1, latestFirst),
      next(row) {
        const event = own(row);
        return least((lane) => {
          const place = firstPlace(lane, event);
          return lane.rows[place] === row ? place + 1 : place;
        }, compareInTime);
      },
      previous(row) {
        const event = own(row);
        return least((lane) => firstPlace(lane, event) - 1, latestFirst);
      },
      neighbours: (instant, longest = LATEST - EARLIEST) => ({
        earlier: least((lane) => lastEnding(lane, instant, longest), lastToEndFirst),
        later: least((lane) => firstOf(lane, instant, longest), compareInTime),
      }),
      lastEnded: (instant) => least((lane) => lastEnded(lane, instant), lastToEndFirst),
      inLane: laneAt,
      countIn: ({ start, end }) => shown.reduce((sum, lane) => sum + countOverlapping(lane, start, end), 0),
      eventsIn({ start, end }) {
        const found = shown.map((lane) => {
          const places = Int32Array.from(placesOverlapping(lane, start, end));
          return places.length === lane.rows.length
            ? lane
            : {
                rows: pickInts(lane.rows, places),
                starts: pickFloats(lane.starts, places),
                ends: pickFloats(lane.ends, places),
              };
        });
        return mergedRows(found);
      },
      of,
      density: (window, columns) => shown.map(({ coverage }) => coveredColumns(coverage, window, columns)),
      after: (moved, now, laneCount) => indexOf(now, lanesAfter(lanes, moved, now, laneCount)),
    };
  };

  return answers([...lanes.keys()]);
}

function eventAt({ rows, starts, ends }: LaneEvents, place: number): EventInTime {
  return { row: intAt(rows, place), start: floatAt(starts, place), end: floatAt(ends, place) };
}

function latestFirst(a: EventInTime, b: EventInTime): number {
  return compareInTime(b, a);
}

function lastToEndFirst(a: EventInTime, b: EventInTime): number {
  return b.end - a.end || compareInTime(a, b);
}

/** The lanes after some rows have moved. */
function lanesAfter(
  lanes: readonly LaneEvents[],
  moved: readonly MovedRow[],
  { starts, ends, lanes: laneOf }: IndexedEvents,
  laneCount: number,
): LaneEvents[] {
  const gone = Array.from({ length: laneCount }, (): EventInTime[] => []);
  const come = Array.from({ length: laneCount }, (): EventInTime[] => []);
  const put = (into: EventInTime[][], row: number, start: Instant, end: Instant, lane: number): void => {
    if (Number.isNaN(start)) return;
    const own = into[lane];
    if (own === undefined) throw new RangeError(`No lane ${lane} of ${laneCount}.`);
    own.push(eventInTime(row, start, end));
  };
  for (const { row, start, end, lane } of moved) {
    put(gone, row, start, end, lane);
    put(come, row, floatAt(starts, row), floatAt(ends, row), intAt(laneOf, row));
  }
  return gone.map((left, lane) => {
    const before = lanes[lane] ?? EMPTY_LANE;
    const arrived = come[lane] ?? [];
    return left.length === 0 && arrived.length === 0 ? before : laneAfter(before, left, arrived);
  });
}
