// Merges the events of several lanes into one time order.
import type { LaneEvents } from './in-lane.ts';
import { floatAt, intAt } from './typed-arrays.ts';

/** Events in time order. */
type InOrder = Pick<LaneEvents, 'rows' | 'starts' | 'ends'>;

/** The rows of several lists of events in time order, each of which is in that order. Pairs are merged until one is left. */
export function mergedRows(lists: readonly InOrder[]): Int32Array {
  let left = lists.filter(({ rows }) => rows.length > 0);
  while (left.length > 1) {
    const merged: InOrder[] = [];
    for (let first = 0; first < left.length; first += 2) {
      const [one, other] = [left[first], left[first + 1]];
      if (one !== undefined) merged.push(other === undefined ? one : mergedPair(one, other));
    }
    left = merged;
  }
  return left[0]?.rows ?? new Int32Array();
}

function mergedPair(one: InOrder, other: InOrder): InOrder {
  const count = one.rows.length + other.rows.length;
  const rows = new Int32Array(count);
  const starts = new Float64Array(count);
  const ends = new Float64Array(count);
  let [a, b] = [0, 0];
  for (let place = 0; place < count; place++) {
    const isFirst = b === other.rows.length || (a < one.rows.length && comesFirst(one, a, other, b));
    const from = isFirst ? one : other;
    const at = isFirst ? a++ : b++;
    rows[place] = intAt(from.rows, at);
    starts[place] = floatAt(from.starts, at);
    ends[place] = floatAt(from.ends, at);
  }
  return { rows, starts, ends };
}

/** Whether an event comes before another in time order; see `compareInTime`, which would need an object for each. */
function comesFirst(one: InOrder, a: number, other: InOrder, b: number): boolean {
  const start = floatAt(one.starts, a) - floatAt(other.starts, b);
  if (start !== 0) return start < 0;
  const end = floatAt(one.ends, a) - floatAt(other.ends, b);
  return end === 0 ? intAt(one.rows, a) < intAt(other.rows, b) : end > 0;
}
