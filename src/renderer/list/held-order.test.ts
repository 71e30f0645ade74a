// The order of the list while events are edited.
import { expect, test } from 'vitest';
import { heldOrder, sortedOrder } from './held-order.ts';

const rows = (...list: number[]) => Int32Array.from(list);

test('an edited row keeps its place', () => {
  const { rows: after } = heldOrder(sortedOrder(rows(2, 0, 1)), rows(0, 1, 2), rows(0, 1, 2), 3);
  expect([...after]).toEqual([2, 0, 1]);
});

test('a row that leaves the time in view stays, one whose lane is hidden goes', () => {
  const { rows: after } = heldOrder(sortedOrder(rows(2, 0, 1)), rows(1, 2), rows(1), 3);
  expect([...after]).toEqual([2, 1]);
});

test('a new row comes last, and a removed one comes back to its place', () => {
  const removed = heldOrder(sortedOrder(rows(2, 0, 1)), rows(2, 1), rows(1, 2), 3);
  expect([...removed.rows]).toEqual([2, 1]);
  const added = heldOrder(removed, rows(2, 1, 3), rows(3, 1, 2), 4);
  expect([...added.rows]).toEqual([2, 1, 3]);
  const restored = heldOrder(added, rows(0, 1, 2, 3), rows(0, 1, 2, 3), 4);
  expect([...restored.rows]).toEqual([2, 0, 1, 3]);
});
