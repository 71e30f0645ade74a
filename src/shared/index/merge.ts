// Merges the events of several lanes into one time order.
import { atOnce } from '../slices.ts';
import type { LaneEvents } from './in-lane.ts';
import { floatAt, intAt } from './typed-arrays.ts';

/** Events in time order. */
export type InOrder = Pick<LaneEvents, 'rows' | 'starts' | 'ends'>;

/** The rows of several lists of events in time order, each of which is in that order. */
export function mergedRows(lists: readonly InOrder[]): Int32Array {
  return atOnce(mergingRows(lists));
}

/** Events merged between two yields: well below a millisecond. */
const SLICE = 16_384;

/** The same as {@link mergedRows}, a slice at a time. Pairs are merged until one list is left. */
export function* mergingRows(lists: readonly InOrder[]): Generator<undefined, Int32Array> {
  let left = lists.filter(({ rows }) => rows.length > 0);
  while (left.length > 1) {
    const merged: InOrder[] = [];
    for (let first = 0; first < left.length; first += 2) {
      const [one, other] = [left[first], left[first + 1]];
      if (one !== undefined) merged.push(other === undefined ? one : yield* mergingPair(one, other));
    }
    left = merged;
  }
  return left[0]?.rows ?? new Int32Array();
}

function* mergingPair(one: InOrder, other: InOrder): Generator<undefined, InOrder> {
  const count = one.rows.length + other.rows.length;
  const merged = {
    rows: new Int32Array(count),
    starts: new Float64Array(count),
    ends: new Float64Array(count),
  };
  let at = { one: 0, other: 0 };
  while (at.one + at.other < count) {
    at = mergeSome(one, other, merged, at);
    yield;
  }
  return merged;
}

/** How many events of two lists are merged. */
interface Merged {
  readonly one: number;
  readonly other: number;
}

function mergeSome(one: InOrder, other: InOrder, into: InOrder, from: Merged): Merged {
  let [a, b] = [from.one, from.other];
  const end = Math.min(into.rows.length, a + b + SLICE);
  for (let place = a + b; place < end; place++) {
    const isFirst = b === other.rows.length || (a < one.rows.length && comesFirst(one, a, other, b));
    const list = isFirst ? one : other;
    const at = isFirst ? a++ : b++;
    into.rows[place] = intAt(list.rows, at);
    into.starts[place] = floatAt(list.starts, at);
    into.ends[place] = floatAt(list.ends, at);
  }
  return { one: a, other: b };
}

/** Whether an event comes before another in time order; see `compareInTime`, which would need an object for each. */
function comesFirst(one: InOrder, a: number, other: InOrder, b: number): boolean {
  const start = floatAt(one.starts, a) - floatAt(other.starts, b);
  if (start !== 0) return start < 0;
  const end = floatAt(one.ends, a) - floatAt(other.ends, b);
  return end === 0 ? intAt(one.rows, a) < intAt(other.rows, b) : end > 0;
}
