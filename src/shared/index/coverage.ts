// Joins the events of a lane into spans of time, so that a drawing shows where events lie without visiting each.
import type { Instant } from '../dates/event-date.ts';
import type { TimeWindow } from '../dates/window.ts';
import { firstWhere, floatAt } from './typed-arrays.ts';

/** Columns [from, to), counted from 0 at the left. */
export type ColumnRun = readonly [from: number, to: number];

/** Spans that neither overlap nor touch, in time order; span n is [starts[n], ends[n]). */
export interface Coverage {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

/**
 * Joins the events of a lane that overlap or touch.
 * @param starts ascending
 * @param ends of the events at the same positions
 */
export function coverageOf(starts: Float64Array, ends: Float64Array): Coverage {
  const joined: { starts: Instant[]; ends: Instant[] } = { starts: [], ends: [] };
  let covered = -Infinity;
  for (let place = 0; place < starts.length; place++) {
    const end = floatAt(ends, place);
    if (floatAt(starts, place) > covered) {
      joined.starts.push(floatAt(starts, place));
      joined.ends.push(end);
      covered = end;
    } else if (end > covered) {
      joined.ends[joined.ends.length - 1] = end;
      covered = end;
    }
  }
  return { starts: new Float64Array(joined.starts), ends: new Float64Array(joined.ends) };
}

/**
 * Finds the columns that hold a part of a span, as runs that neither overlap nor touch. It cuts the window into equal
 * columns, and a span fills every column that it reaches. The time grows with the columns, hardly with the spans.
 * @param columns whole, at least 1
 */
export function coveredColumns({ starts, ends }: Coverage, window: TimeWindow, columns: number): ColumnRun[] {
  const position = (instant: Instant) => ((instant - window.start) / (window.end - window.start)) * columns;
  const columnsOf = (span: number): ColumnRun => {
    const from = Math.min(columns - 1, Math.floor(position(floatAt(starts, span))));
    // In a very long window, rounding may leave a span no length. It keeps one column.
    return [from, Math.max(from + 1, Math.ceil(position(floatAt(ends, span))))];
  };
  const past = firstWhere(0, starts.length, (span) => floatAt(starts, span) >= window.end);
  const runs: [number, number][] = [];
  let span = 0;
  for (let free = 0; free < columns;) {
    const filled = free;
    span = firstWhere(span, past, (candidate) => columnsOf(candidate)[1] > filled);
    if (span === past) break;
    const [from, to] = columnsOf(span);
    const last = runs.at(-1);
    free = Math.min(to, columns);
    if (last !== undefined && last[1] >= from) last[1] = free;
    else runs.push([Math.max(from, 0), free]);
  }
  return runs;
}
