// How many events there are at once: in a window, and at the most.
import type { Instant } from '../dates/event-date.ts';
import { firstWhere, floatAt, floatsOfGroups, intAt } from './typed-arrays.ts';

/** Instants at which events start or end, ascending, each with the lane of its event. */
export interface Moments {
  readonly instants: Float64Array;
  readonly lanes: Int32Array;
}

/** Answers from the starts and the ends of all events, two lists of which each is in order. */
export interface Counts {
  /** How many events overlap [start, end). */
  overlapping(start: Instant, end: Instant): number;
  /**
   * The most events of a lane that overlap a window of 2^exponent milliseconds, wherever it stands. Looks at every
   * event the first time that it is asked for an exponent.
   */
  mostAtOnce(lane: number, exponent: number): number;
  /** The same answers, counting the events of some lanes alone: those with a 1 at their position. */
  within(lanes: Uint8Array): Pick<Counts, 'overlapping'>;
}

/** Prepares the counts; `ends` need not be in the order of `starts`. */
export function createCounts(starts: Moments, ends: Moments, laneCount: number): Counts {
  const known = new Map<number, Int32Array>();
  return {
    overlapping: overlapsOf(starts.instants, ends.instants),
    within: (wanted) => ({
      overlapping: overlapsOf(
        floatsOfGroups(starts.instants, starts.lanes, wanted),
        floatsOfGroups(ends.instants, ends.lanes, wanted),
      ),
    }),
    mostAtOnce(lane, exponent) {
      const most = known.get(exponent) ?? mostByLane(starts, ends, laneCount, 2 ** exponent);
      known.set(exponent, most);
      return intAt(most, lane);
    },
  };
}

function overlapsOf(starts: Float64Array, ends: Float64Array): Counts['overlapping'] {
  return (start, end) => {
    const begun = firstWhere(0, starts.length, (i) => floatAt(starts, i) >= end);
    const over = firstWhere(0, ends.length, (i) => floatAt(ends, i) > start);
    return begun - over;
  };
}

function mostByLane(starts: Moments, ends: Moments, laneCount: number, length: number): Int32Array {
  const now = new Int32Array(laneCount);
  const most = new Int32Array(laneCount);
  let over = 0;
  for (let last = 0; last < starts.instants.length; last++) {
    // The window that ends just after this start. The further millisecond stands for windows between whole ones.
    const windowStart = floatAt(starts.instants, last) - length - 1;
    for (; floatAt(ends.instants, over) <= windowStart; over++) {
      const left = intAt(ends.lanes, over);
      now[left] = intAt(now, left) - 1;
    }
    const lane = intAt(starts.lanes, last);
    now[lane] = intAt(now, lane) + 1;
    most[lane] = Math.max(intAt(most, lane), intAt(now, lane));
  }
  return most;
}
