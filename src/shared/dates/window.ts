// The window: the span of time in view, and the pure arithmetic of moving through it.
import type { Instant } from './event-date.ts';

/** The span of time in view, `start` < `end`, both in milliseconds UTC. */
export interface TimeWindow {
  readonly start: Instant;
  readonly end: Instant;
}
