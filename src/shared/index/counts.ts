// Counts the events that overlap a window.
import type { Instant } from '../dates/event-date.ts';
import { firstWhere, floatAt, floatsOfGroups } from './typed-arrays.ts';

/** Instants at which events start or end, ascending, each with the lane of its event. */
export interface Moments {
  readonly instants: Float64Array;
  readonly lanes: Int32Array;
}

/** Counts from two sorted lists: the starts of all events, and their ends. */
export interface Counts {
  /** Counts the events that overlap [start, end). */
  overlapping(start: Instant, end: Instant): number;
  /** Narrows the counts to some lanes: those with a 1 at their position. */
  within(lanes: Uint8Array): Pick<Counts, 'overlapping'>;
}

/** Prepares the counts; `ends` need not be in the order of `starts`. */
export function createCounts(starts: Moments, ends: Moments): Counts {
  return {
    overlapping: overlapsOf(starts.instants, ends.instants),
    within: (wanted) => ({
      overlapping: overlapsOf(
        floatsOfGroups(starts.instants, starts.lanes, wanted),
        floatsOfGroups(ends.instants, ends.lanes, wanted),
      ),
    }),
  };
}

function overlapsOf(starts: Float64Array, ends: Float64Array): Counts['overlapping'] {
  return (start, end) => {
    const begun = firstWhere(0, starts.length, (i) => floatAt(starts, i) >= end);
    const over = firstWhere(0, ends.length, (i) => floatAt(ends, i) > start);
    return begun - over;
  };
}
