// Counts the events of a lane in columns of time, for a strip that shows where they crowd. Pure.
import type { TimeWindow } from '../dates/window.ts';
import type { Instant } from '../dates/event-date.ts';
import { countOverlapping, type LaneEvents } from './in-lane.ts';

/** One column that holds events. */
export interface Column {
  readonly start: Instant;
  /** Exclusive. */
  readonly end: Instant;
  /** The number of events that overlap it, at least 1. */
  readonly count: number;
}

/**
 * Chooses the length of columns at a scale, in milliseconds: a power of two, so that columns keep their places while the
 * view moves.
 * @param scale milliseconds to a CSS pixel
 * @param narrowest CSS pixels; columns are less than twice as wide
 */
export function columnLength(scale: number, narrowest: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(scale * narrowest)));
}

/** Finds the columns that hold events and lie at least partly in a window. */
export function columnsIn(
  events: Pick<LaneEvents, 'starts' | 'endsInOrder'>,
  window: TimeWindow,
  length: number,
): Column[] {
  const columns: Column[] = [];
  const first = Math.floor(window.start / length);
  for (let column = first; column * length < window.end; column++) {
    const start = column * length;
    const end = start + length;
    const count = countOverlapping(events, start, end);
    if (count > 0) columns.push({ start, end, count });
  }
  return columns;
}
