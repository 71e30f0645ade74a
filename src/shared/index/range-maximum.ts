// Finds the largest value of any stretch of an array without visiting each value: a segment tree over blocks of them.
import { floatAt } from './typed-arrays.ts';

/** Returns the largest of the values at [from, to); `-Infinity` if that is empty. */
export type RangeMaximum = (from: number, to: number) => number;

/** Values in a block. Looking at each of them takes no longer than going up a tree, which then has so many fewer nodes. */
const BLOCK = 32;

/**
 * Prepares an array that no longer changes. The time of each question then grows with the logarithm of the stretch.
 */
export function createRangeMaximum(values: Float64Array): RangeMaximum {
  const count = Math.ceil(values.length / BLOCK);
  const largest = (from: number, to: number): number => {
    let most = -Infinity;
    for (let place = from; place < to; place++) {
      const value = floatAt(values, place);
      if (value > most) most = value;
    }
    return most;
  };
  // Node n has the children 2n and 2n + 1. Nodes from `count` on are the blocks.
  const nodes = new Float64Array(2 * count);
  for (let block = 0; block < count; block++)
    nodes[count + block] = largest(block * BLOCK, Math.min(values.length, (block + 1) * BLOCK));
  for (let node = count - 1; node > 0; node--)
    nodes[node] = Math.max(floatAt(nodes, 2 * node), floatAt(nodes, 2 * node + 1));
  return (from, to) => {
    let left = Math.ceil(from / BLOCK);
    let right = Math.floor(to / BLOCK);
    if (left >= right) return largest(from, to);
    let most = Math.max(largest(from, left * BLOCK), largest(right * BLOCK, to));
    left += count;
    right += count;
    while (left < right) {
      if (left % 2 === 1) most = Math.max(most, floatAt(nodes, left++));
      if (right % 2 === 1) most = Math.max(most, floatAt(nodes, --right));
      left = Math.floor(left / 2);
      right = Math.floor(right / 2);
    }
    return most;
  };
}
