// The timeline index: finds the events in a window and the next ones, at a cost that hardly grows with their number.
import { EARLIEST, LATEST } from '../dates/calendar.ts';
import type { Instant } from '../dates/event-date.ts';
import type { TimeWindow } from '../dates/window.ts';
import { sortEvents, type IndexedEvents, type Lane } from './sorted-events.ts';
import { coveredColumns, type ColumnRun } from './coverage.ts';
import type { Counts } from './counts.ts';
import type { LaneEvents } from './in-lane.ts';
import { classOf } from './duration-class.ts';
import { eventsOverlapping, firstStarting, lastEnding } from './slots.ts';
import { firstWhere, floatAt, intAt, intsOfGroups } from './typed-arrays.ts';

export type { IndexedEvents } from './sorted-events.ts';
export type { ColumnRun } from './coverage.ts';

/** The events on either side of an instant, as positions in the document; `null` if there is none. */
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
  /** Positions of all events in time order: by earliest start, then latest end, then as in the document. */
  readonly order: Int32Array;
  /** Finds the event after `event` in time order, or `null` after the last. `event` need not be in these lanes. */
  next(event: number): number | null;
  /** Finds the event before `event` in time order, or `null` before the first. `event` need not be in these lanes. */
  previous(event: number): number | null;
  /**
   * Finds the events on either side of an instant; of several equally near, the first in time order.
   * @param longest milliseconds, at least 1. Includes every event that lasts no longer and no event that lasts twice as
   *   long. Default all.
   */
  neighbours(instant: Instant, longest?: number): Neighbours;
  /** Returns the events of a lane in time order; throws `RangeError` for a position without a lane. */
  inLane(lane: number): LaneEvents;
  /** Counts the events that overlap a window. */
  countIn(window: TimeWindow): number;
  /** Finds the events that overlap a window, in time order. */
  eventsIn(window: TimeWindow): Int32Array;
  /**
   * Narrows the index to some lanes, in any order. Both share their arrays: leaving lanes out visits each event once,
   * and reordering visits none.
   * @param lanes positions of lanes, each at most once; throws `RangeError` otherwise
   */
  of(lanes: readonly number[]): TimelineIndex;
  /**
   * Finds the columns that hold at least a part of an event, for each of {@link lanes}. The runs neither overlap nor
   * touch.
   * @param columns number of equal columns in the window
   */
  density(window: TimeWindow, columns: number): ColumnRun[][];
}

/**
 * Builds the index, in a fraction of a second for a million events. Every question after that takes a few binary
 * searches for each mark.
 * @param events in the document's order; a lane outside of 0 to `laneCount` - 1 throws `RangeError`
 */
export function createTimelineIndex(events: IndexedEvents, laneCount: number): TimelineIndex {
  const { order, lanesInOrder, slots, lanes, counts, eventsInLanes } = sortEvents(events, laneCount);
  const rank = new Int32Array(events.starts.length).fill(-1);
  for (let place = 0; place < order.length; place++) rank[intAt(order, place)] = place;
  const rankOf = (event: number): number => intAt(rank, event);

  const laneAt = (position: number): Lane => {
    const lane = lanes[position];
    if (lane === undefined) throw new RangeError(`No lane ${position} of ${laneCount}.`);
    return lane;
  };

  const of: TimelineIndex['of'] = (wanted) => {
    const isWanted = new Uint8Array(laneCount);
    for (const position of wanted) {
      laneAt(position);
      if (isWanted[position] === 1) throw new RangeError(`Lane ${position} is named twice.`);
      isWanted[position] = 1;
    }
    return wanted.length === laneCount
      ? answers(wanted, order, counts)
      : answers(wanted, intsOfGroups(order, lanesInOrder, isWanted), counts.within(isWanted));
  };

  const answers = (
    shown: readonly number[],
    inTime: Int32Array,
    { overlapping }: Pick<Counts, 'overlapping'>,
  ): TimelineIndex => ({
    lanes: shown,
    order: inTime,
    next(event) {
      const from = rankOf(event);
      return inTime[firstWhere(0, inTime.length, (place) => rankOf(intAt(inTime, place)) > from)] ?? null;
    },
    previous(event) {
      const from = rankOf(event);
      const after = firstWhere(0, inTime.length, (place) => rankOf(intAt(inTime, place)) >= from);
      return inTime[after - 1] ?? null;
    },
    neighbours(instant, longest = LATEST - EARLIEST) {
      const runs = shown
        .flatMap((lane) => laneAt(lane).runs)
        .filter(({ durationClass }) => durationClass <= classOf(longest));
      /** Finds the event of the slot with the least value. */
      const least = (candidates: readonly number[], valueOf: (slot: number) => number): number | null => {
        const [best] = candidates.toSorted(
          (a, b) =>
            valueOf(a) - valueOf(b) || rankOf(intAt(slots.events, a)) - rankOf(intAt(slots.events, b)),
        );
        return best === undefined ? null : intAt(slots.events, best);
      };
      const started = runs.flatMap((run) => lastEnding(slots, run, instant) ?? []);
      const starting = runs
        .map((run) => ({ slot: firstStarting(slots, run, instant), end: run.to }))
        .flatMap(({ slot, end }) => (slot < end ? [slot] : []));
      return {
        earlier: least(started, (slot) => -floatAt(slots.ends, slot)),
        later: least(starting, (slot) => floatAt(slots.starts, slot)),
      };
    },
    inLane(lane) {
      const inLane = eventsInLanes()[lane];
      if (inLane === undefined) throw new RangeError(`No lane ${lane} of ${laneCount}.`);
      return inLane;
    },
    countIn: ({ start, end }) => overlapping(start, end),
    eventsIn({ start, end }) {
      const ranks = shown.flatMap((lane) =>
        eventsOverlapping(slots, laneAt(lane).runs, start, end).map(rankOf),
      );
      return Int32Array.from(ranks)
        .sort()
        .map((place) => intAt(order, place));
    },
    of,
    density: (window, columns) =>
      shown.map((position) => coveredColumns(laneAt(position).coverage, window, columns)),
  });

  return answers([...lanes.keys()], order, counts);
}
