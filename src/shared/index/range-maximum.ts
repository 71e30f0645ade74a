// Finds the largest value of any stretch of an array without visiting each value, by a segment tree.
import { floatAt } from './typed-arrays.ts';

/** Returns the largest of the values at [from, to); `-Infinity` if that is empty. */
export type RangeMaximum = (from: number, to: number) => number;

/**
 * Prepares an array that no longer changes. The time of each question then grows with the logarithm of the stretch.
 */
export function createRangeMaximum(values: Float64Array): RangeMaximum {
  const count = values.length;
  // Node n has the children 2n and 2n + 1. Nodes from `count` on are the values themselves.
  const nodes = new Float64Array(count);
  const nodeAt = (node: number) => (node < count ? floatAt(nodes, node) : floatAt(values, node - count));
  for (let node = count - 1; node > 0; node--) {
    nodes[node] = Math.max(nodeAt(2 * node), nodeAt(2 * node + 1));
  }
  return (from, to) => {
    let most = -Infinity;
    let left = from + count;
    let right = to + count;
    while (left < right) {
      if (left % 2 === 1) most = Math.max(most, nodeAt(left++));
      if (right % 2 === 1) most = Math.max(most, nodeAt(--right));
      left = Math.floor(left / 2);
      right = Math.floor(right / 2);
    }
    return most;
  };
}
