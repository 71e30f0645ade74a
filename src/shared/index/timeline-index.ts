// The timeline index: which marks a window shows, at a cost that follows its pixels and never the number of events.
import { EARLIEST, LATEST } from '../dates/calendar.ts';
import type { Instant } from '../dates/event-date.ts';
import { SHORTEST_WINDOW, type TimeWindow } from '../dates/window.ts';
import { arrange, type IndexedEvent } from './arrange.ts';
import { coveredColumns, type ColumnRun } from './coverage.ts';
import type { Counts } from './counts.ts';
import type { LaneEvents } from './in-lane.ts';
import { classOf } from './grid.ts';
import { ruleFor, type Lane } from './lane.ts';
import { laneMarks, readMarkId, type Mark, type Place } from './marks.ts';
import { eventsOverlapping, firstStarting, lastEnding, slotsInCell, type SlotRange } from './slots.ts';
import { firstWhere, floatAt, intAt, intsOfGroups } from './typed-arrays.ts';

export type { IndexedEvent } from './arrange.ts';
export type { ColumnRun } from './coverage.ts';
export type { AggregateMark, EventMark, Mark } from './marks.ts';

/** How marks are chosen. */
export interface MarkOptions {
  /** Least width of a grid cell in CSS pixels; cells are up to twice as wide. Default 180. */
  readonly cellWidth?: number;
  /** The most events that a cell shows singly, at least 1. Default 3. */
  readonly capacity?: number;
  /** Positions of the lanes in view. Default those of the index. */
  readonly lanes?: readonly number[];
  /**
   * The most marks, shared equally between the lanes in view: whatever the events, there are never more than
   * max(budget, 2 × lanes). Default 300.
   */
  readonly budget?: number;
  /** Length of the shortest window that zooming in can reach, milliseconds. Default {@link SHORTEST_WINDOW}. */
  readonly shortest?: number;
}

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
   * The marks that overlap a window, lane by lane: every event that does is in exactly one of them, and each holds
   * at least one.
   * Windows of one length agree on which events stand singly and which are joined, so marks stay while the
   * window moves.
   * @param width of the window in CSS pixels, above 0
   */
  marks(window: TimeWindow, width: number, options?: MarkOptions): Mark[];
  /**
   * The events of a mark in time order, as positions in the document.
   * @param id of a mark of this index; any other throws
   * @param limit the most to return
   */
  eventsOf(id: string, limit?: number): number[];
  /**
   * Prepares to count some of the events: the answer tells how many of them a mark holds, at the cost of a few binary
   * searches. An id of no mark of this index throws there.
   * @param events positions in the document, each once
   */
  tally(events: Iterable<number>): (id: string) => number;
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

  /** Where the events of a mark are, a range for each class. */
  const rangesOf = ({ lane, band: { from, to, level }, cell }: Place): SlotRange[] => {
    const runs = laneAt(lane).runs.filter(
      ({ durationClass }) => from <= durationClass && durationClass <= to,
    );
    return slotsInCell(slots, runs, cell, level);
  };

  const eventsOf: TimelineIndex['eventsOf'] = (id, limit = Infinity) => {
    const place = readMarkId(id);
    if (place.kind === 'event') return [place.event];
    // Each range is in time order, so the first of all are among the first of each.
    const ranks = rangesOf(place).flatMap((range) =>
      Array.from(slots.events.subarray(range.from, Math.min(range.to, range.from + limit)), rankOf),
    );
    ranks.sort((a, b) => a - b);
    return ranks.slice(0, limit).map((earliest) => intAt(order, earliest));
  };

  const tally: TimelineIndex['tally'] = (counted) => {
    const wanted = new Uint8Array(order.length);
    for (const event of counted) wanted[event] = 1;
    // How many there are in the slots before each.
    const before = new Int32Array(order.length + 1);
    for (let slot = 0; slot < order.length; slot++)
      before[slot + 1] = intAt(before, slot) + (wanted[intAt(slots.events, slot)] ?? 0);
    return (id) => {
      const place = readMarkId(id);
      if (place.kind === 'event') return wanted[place.event] ?? 0;
      return rangesOf(place).reduce((sum, { from, to }) => sum + intAt(before, to) - intAt(before, from), 0);
    };
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
    marks(window, width, options = {}) {
      const { cellWidth = 180, capacity = 3, budget = 300, shortest = SHORTEST_WINDOW } = options;
      const inView = options.lanes ?? shown;
      // A window between whole milliseconds changes its length by a rounding error as it moves.
      const length = Math.max(1, Math.round(window.end - window.start));
      const scale = { length, width, cellWidth, capacity, share: Math.floor(budget / inView.length) };
      const closest = { ...scale, length: Math.ceil(shortest) };
      return inView.flatMap((position) => {
        const lane = laneAt(position);
        return laneMarks(slots, lane, position, window, ruleFor(lane, scale), ruleFor(lane, closest));
      });
    },
    eventsOf,
    tally,
    density: (window, columns) =>
      shown.map((position) => coveredColumns(laneAt(position).coverage, window, columns)),
  });

  return answers([...lanes.keys()], order, counts);
}
