// Sorts a document's events once, into the typed arrays that the index answers from.
import { EARLIEST, LATEST } from '../dates/calendar.ts';
import { eventsByLane, type LaneEvents } from './in-lane.ts';
import { coverageByLane, type Coverage } from './coverage.ts';
import { createCounts, type Counts } from './counts.ts';
import { CLASSES, classOf } from './duration-class.ts';
import { createRangeMaximum } from './range-maximum.ts';
import type { ClassRun, Slots } from './slots.ts';
import { keyed, sortByKey } from './sort.ts';
import {
  floatAt,
  groupingOf,
  intAt,
  moveFloats,
  moveInts,
  pickFloats,
  pickInts,
  type Grouping,
} from './typed-arrays.ts';

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

/** A lane in the index. */
export interface Lane {
  /** Its events by class, ascending; classes without events are left out. */
  readonly runs: readonly ClassRun[];
  readonly coverage: Coverage;
}

/** The events in every order that the index searches. */
export interface SortedEvents {
  /** The rows of all events that have a place in time by earliest start, then latest end, then as in the document. */
  readonly order: Int32Array;
  /** The lane of each event in {@link order}. */
  readonly lanesInOrder: Int32Array;
  readonly slots: Slots;
  readonly lanes: readonly Lane[];
  readonly counts: Counts;
  /** Returns the events of each lane, picked out on the first call. */
  readonly eventsInLanes: () => readonly LaneEvents[];
}

/**
 * Sorts the events of a document.
 * @param given the events in the document's order, those without a start left out; a lane outside of 0 to `laneCount` - 1 throws `RangeError`
 */
export function sortEvents(given: IndexedEvents, laneCount: number): SortedEvents {
  let count = 0;
  for (const start of given.starts) if (!Number.isNaN(start)) count += 1;
  const starts = new Float64Array(count);
  const ends = new Float64Array(count);
  const lanes = new Int32Array(count);
  const rows = new Int32Array(count);
  const backwards = keyed(count);
  for (let row = 0, event = 0; row < given.starts.length; row++) {
    if (Number.isNaN(floatAt(given.starts, row))) continue;
    const lane = intAt(given.lanes, row);
    if (lane < 0 || lane >= laneCount) throw new RangeError(`No lane ${lane} of ${laneCount}.`);
    // Open ends reach the bounds of time.
    const from = Math.max(floatAt(given.starts, row), EARLIEST);
    const to = Math.max(Math.min(floatAt(given.ends, row), LATEST), from + 1);
    starts[event] = from;
    ends[event] = to;
    lanes[event] = lane;
    backwards.keys[count - 1 - event] = to;
    backwards.items[count - 1 - event] = event;
    rows[event] = row;
    event++;
  }

  // Events that end together stand in reverse document order, because the reversal below restores it.
  const [byEnd, spare] = sortByKey(backwards, keyed(count));
  const lanesByEnd = pickInts(lanes, byEnd.items);
  const latestFirst = byEnd.items.reverse();
  const [byStart] = sortByKey({ keys: pickFloats(starts, latestFirst), items: latestFirst }, spare);

  const endsInOrder = pickFloats(ends, byStart.items);
  const lanesInOrder = pickInts(lanes, byStart.items);
  const order = count === given.starts.length ? byStart.items : pickInts(rows, byStart.items);
  const counts = createCounts(
    { instants: byStart.keys, lanes: lanesInOrder },
    { instants: byEnd.keys, lanes: lanesByEnd },
  );

  const bySlot = groupingOf(lanesAndClasses(byStart.keys, endsInOrder, lanesInOrder), laneCount * CLASSES);
  const slotEnds = moveFloats(endsInOrder, bySlot);
  const slots = {
    events: moveInts(order, bySlot),
    starts: moveFloats(byStart.keys, bySlot),
    ends: slotEnds,
    latestEnd: createRangeMaximum(slotEnds),
  };
  let inLanes: LaneEvents[] | undefined;
  const coverage = coverageByLane(byStart.keys, endsInOrder, lanesInOrder, laneCount);
  return {
    order,
    lanesInOrder,
    slots,
    counts,
    eventsInLanes: () =>
      (inLanes ??= eventsByLane(order, byStart.keys, endsInOrder, lanesInOrder, laneCount)),
    lanes: coverage.map((covered, lane) => ({
      runs: runsOf(slots, bySlot, lane),
      coverage: covered,
    })),
  };
}

/** Numbers lane and class together for each event: all classes of lane 0, then those of lane 1, and so on. */
function lanesAndClasses(starts: Float64Array, ends: Float64Array, lanes: Int32Array): Int32Array {
  return lanes.map((lane, i) => lane * CLASSES + classOf(floatAt(ends, i) - floatAt(starts, i)));
}

/** Finds the classes of a lane that have events. */
function runsOf(slots: Slots, { offsets }: Grouping, lane: number): ClassRun[] {
  const runs: ClassRun[] = [];
  for (let durationClass = 0; durationClass < CLASSES; durationClass++) {
    const from = intAt(offsets, lane * CLASSES + durationClass);
    const to = intAt(offsets, lane * CLASSES + durationClass + 1);
    let longest = 0;
    for (let slot = from; slot < to; slot++) {
      longest = Math.max(longest, floatAt(slots.ends, slot) - floatAt(slots.starts, slot));
    }
    if (from < to) runs.push({ durationClass, from, to, longest });
  }
  return runs;
}
