// Where what a search has found lies in the overview, counted in slices: a million events took 14 to 40 ms of a frame. Pure.
import type { TimeWindow } from '../../shared/dates/window.ts';
import type { LaneEvents } from '../../shared/index/in-lane.ts';
import type { ColumnRun, TimelineIndex } from '../../shared/index/timeline-index.ts';
import { floatAt, intAt } from '../../shared/index/typed-arrays.ts';

/** The runs of columns that hold a part of an event that is found, by lane. */
export type FoundColumns = ReadonlyMap<number, readonly ColumnRun[]>;

/** Events between two yields: well below a millisecond. */
const SLICE = 16_384;

/**
 * Counts the columns of what is found in the lanes of an index.
 *
 * @param holds whether an event is found, by its row
 * @param span what all columns together show; events outside of it stand in the first or the last
 * @param columns number of equal columns
 */
export function* foundColumns(
  index: Pick<TimelineIndex, 'lanes' | 'inLane'>,
  holds: (row: number) => boolean,
  span: TimeWindow,
  columns: number,
): Generator<undefined, FoundColumns> {
  const found = new Map<number, ColumnRun[]>();
  for (const lane of index.lanes) {
    const events = index.inLane(lane);
    const runs: [number, number][] = [];
    for (let from = 0; from < events.rows.length; from += SLICE) {
      addRuns(runs, events, from, holds, span, columns);
      yield;
    }
    found.set(lane, runs);
  }
  return found;
}

/** Adds the runs of a slice of a lane. They come in time order: each event lengthens the last run or begins another. */
function addRuns(
  runs: [number, number][],
  { rows, starts, ends }: LaneEvents,
  first: number,
  holds: (row: number) => boolean,
  { start: from, end: to }: TimeWindow,
  columns: number,
): void {
  const share = columns / (to - from);
  const behind = Math.min(rows.length, first + SLICE);
  let last = runs.at(-1);
  for (let place = first; place < behind; place += 1) {
    if (!holds(intAt(rows, place))) continue;
    const left = Math.min(columns - 1, Math.max(0, Math.floor((floatAt(starts, place) - from) * share)));
    const right = Math.min(columns, Math.max(left + 1, Math.floor((floatAt(ends, place) - from) * share)));
    if (last === undefined || last[1] < left) runs.push((last = [left, right]));
    else if (right > last[1]) last[1] = right;
  }
}
