// The timeline index: which events a window shows and which come next, at a cost that hardly grows with their number.
import { EARLIEST, LATEST } from '../dates/calendar.ts';
import type { Instant } from '../dates/event-date.ts';
import type { TimeWindow } from '../dates/window.ts';
import { arrange, type IndexedEvent, type Lane } from './arrange.ts';
import { coveredColumns, type ColumnRun } from './coverage.ts';
import type { Counts } from './counts.ts';
import type { LaneEvents } from './in-lane.ts';
import { classOf } from './duration-class.ts';
import { eventsOverlapping, firstStarting, lastEnding } from './slots.ts';
import { firstWhere, floatAt, intAt, intsOfGroups } from './typed-arrays.ts';

export type { IndexedEvent } from './arrange.ts';
export type { ColumnRun } from './coverage.ts';

/** The events on either side of an instant, as positions in the document; `null` where there is none. */
export interface Neighbours {
  /** Of the events that start before the instant the one that ends last: it may go on past the instant. */
  readonly earlier: number | null;
  /** The first of the events that start at the instant or later. */
  readonly later: number | null;
}

/** Answers what the views ask of a document's events, or of those in some of its lanes. */
export interface TimelineIndex {
  /** Positions of the lanes that it answers for, in the order in which they are shown. */
  readonly lanes: readonly number[];
  /** Positions of all events in time order: by earliest start, then latest end, then as in the document. */
  readonly order: Int32Array;
  /** The event after one in time order, or `null` after the last. The one need not be in these lanes. */
  next(event: number): number | null;
  /** The event before one in time order, or `null` before the first. The one need not be in these lanes. */
  previous(event: number): number | null;
  /**
   * The events on either side of an instant; of several that are as near, the first in time order.
   * @param longest milliseconds, at least 1: every event that lasts no longer is looked at, and none that lasts twice as
   *   long. Default all.
   */
  neighbours(instant: Instant, longest?: number): Neighbours;
  /** The events of a lane in time order; another position than that of a lane throws `RangeError`. */
  inLane(lane: number): LaneEvents;
  /** How many events overlap a window. */
  countIn(window: TimeWindow): number;
  /** The events that overlap a window, in time order. */
  eventsIn(window: TimeWindow): Int32Array;
  /**
   * The index of some lanes alone, in another order if wanted. It shares what this one is built from: where it
   * leaves lanes out it looks at each event once, and otherwise at none.
   * @param lanes positions of lanes, each at most once; any other throws `RangeError`
   */
  of(lanes: readonly number[]): TimelineIndex;
  /**
   * For each of {@link lanes}, which columns hold at least a part of an event, as runs that neither overlap nor touch.
   * @param columns how many equal columns the window is cut into
   */
  density(window: TimeWindow, columns: number): ColumnRun[][];
}

/**
 * Builds the index. It takes a fraction of a second for a million events; every question after that is a few
 * binary searches for each mark.
 * @param events in the document's order; a lane outside of 0 to `laneCount` - 1 throws `RangeError`
 */
export function createTimelineIndex(events: readonly IndexedEvent[], laneCount: number): TimelineIndex {
  const { order, lanesInOrder, slots, lanes, counts, eventsInLanes } = arrange(events, laneCount);
  const rank = new Int32Array(order.length);
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
      /** The event of the slot with the least value. */
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
