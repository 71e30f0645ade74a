// The order of the list while events are edited.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heldOrder, heldOrderAfter, sortedOrder } from './held-order.ts';

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

test('after edits of a few events it is as after a look at all', () => {
  const row = fc.nat(7);
  const rowsOf = (states: readonly boolean[]) =>
    Int32Array.from([...states.keys()].filter((at) => states[at]));
  const change = fc.record({ row, isAllowed: fc.boolean(), isWanted: fc.boolean() });
  fc.assert(
    fc.property(fc.uniqueArray(row), fc.array(fc.array(change, { maxLength: 3 })), (sorted, edits) => {
      const allowed = Array.from({ length: 8 }, (_, at) => sorted.includes(at));
      const wanted = [...allowed];
      let [order, model] = [sortedOrder(rows(...sorted)), sortedOrder(rows(...sorted))];
      for (const changes of edits) {
        const touched = new Set<number>();
        for (const { row: at, isAllowed, isWanted } of changes) {
          touched.add(at);
          allowed[at] = isAllowed;
          wanted[at] = isAllowed && isWanted;
        }
        const inOrder = [...touched].sort((a, b) => a - b);
        order = heldOrderAfter(
          order,
          inOrder,
          (at) => allowed[at] === true,
          (at) => wanted[at] === true,
        );
        model = heldOrder(model, rowsOf(allowed), rowsOf(wanted), 8);
        expect([...order.rows]).toEqual([...model.rows]);
        expect([...order.places]).toEqual([...model.places]);
      }
    }),
  );
});
