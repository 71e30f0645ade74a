// Counts the events of a lane in columns of time, for a strip that shows where they crowd. Pure.
import type { TimeWindow } from '../dates/window.ts';
import type { Instant } from '../dates/event-date.ts';
import type { LaneEvents } from './in-lane.ts';
import { firstWhere, floatAt } from './typed-arrays.ts';

/** The columns of a stretch of time, one after the other, in numbers alone: there are thousands in view. */
export interface Columns {
  /** Where the first begins. */
  readonly start: Instant;
  /** Of each, milliseconds. */
  readonly length: number;
  /** How many events overlap each. */
  readonly counts: Int32Array;
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

/** Counts the events in the columns that lie at least partly in a window. */
export function columnsIn(
  { starts, endsInOrder }: Pick<LaneEvents, 'starts' | 'endsInOrder'>,
  window: TimeWindow,
  length: number,
): Columns {
  const first = Math.floor(window.start / length);
  const counts = new Int32Array(Math.max(0, Math.ceil(window.end / length) - first));
  let column = 0;
  const startsLater = (place: number) => floatAt(starts, place) >= (first + column + 1) * length;
  const endsLater = (place: number) => floatAt(endsInOrder, place) > (first + column) * length;
  for (let [begun, over] = [0, 0]; column < counts.length; column++) {
    begun = firstWhere(begun, starts.length, startsLater);
    over = firstWhere(over, begun, endsLater);
    counts[column] = begun - over;
  }
  return { start: first * length, length, counts };
}
