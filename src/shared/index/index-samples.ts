// Builds an index of events that a test lists one by one.
import type { Instant } from '../dates/event-date.ts';
import { createTimelineIndex, type TimelineIndex } from './timeline-index.ts';

/** An event as the index knows it. */
export interface IndexedEvent {
  readonly start: Instant;
  readonly end: Instant;
  /** Position of its lane, from 0. */
  readonly lane: number;
}

/** The index of these events, whose rows are their positions. */
export function indexOf(events: readonly IndexedEvent[], laneCount: number): TimelineIndex {
  return createTimelineIndex(
    {
      starts: Float64Array.from(events, ({ start }) => start),
      ends: Float64Array.from(events, ({ end }) => end),
      lanes: Int32Array.from(events, ({ lane }) => lane),
    },
    laneCount,
  );
}
