// Lanes are hidden, shown and moved one at a time, and every step can be taken back.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arranged,
  asInDocument,
  documentOrder,
  isAsInDocument,
  movedTo,
  neighbour,
  redone,
  shownLanes,
  undone,
  withLane,
  type Arrangement,
} from './arrangement.ts';

const LANES = 5;
const lane = fc.nat(LANES - 1);

/** A step of the reader's. */
const step = fc.oneof(
  fc.tuple(lane, fc.boolean()).map(
    ([which, isShown]) =>
      (from: Arrangement) =>
        withLane(from, which, isShown),
  ),
  fc.tuple(lane, lane).map(
    ([which, other]) =>
      (from: Arrangement) =>
        movedTo(from, which, other),
  ),
);

describe('lanes', () => {
  test('are at first as the document has them', () => {
    expect(shownLanes(documentOrder(3))).toEqual([0, 1, 2]);
    expect(isAsInDocument(documentOrder(3))).toBe(true);
  });

  test('keep their place while they are hidden', () => {
    const without = withLane(documentOrder(3), 1, false);
    expect(shownLanes(without)).toEqual([0, 2]);
    expect(isAsInDocument(without)).toBe(false);
    expect(withLane(without, 1, true)).toEqual(documentOrder(3));
  });

  test('move to where another stands, up and down', () => {
    expect(movedTo(documentOrder(4), 0, 2).order).toEqual([1, 2, 0, 3]);
    expect(movedTo(documentOrder(4), 3, 1).order).toEqual([0, 3, 1, 2]);
    expect(movedTo(documentOrder(4), 2, 2).order).toEqual([0, 1, 2, 3]);
  });

  test('have a neighbour above and below, but for the first and last', () => {
    expect(neighbour([3, 1, 2], 1, 'up')).toBe(3);
    expect(neighbour([3, 1, 2], 1, 'down')).toBe(2);
    expect(neighbour([3, 1, 2], 3, 'up')).toBeUndefined();
    expect(neighbour([3, 1, 2], 2, 'down')).toBeUndefined();
  });

  test('are all there after any steps, each once', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const { order, hidden } = steps.reduce((now, next) => next(now), documentOrder(LANES));
        expect(order.toSorted()).toEqual([0, 1, 2, 3, 4]);
        expect([...hidden].every((which) => order.includes(which))).toBe(true);
      }),
    );
  });
});

describe('steps', () => {
  test('can be taken back one by one and taken again', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const after = steps.reduce((now, next) => arranged(now, next(now.present)), asInDocument(LANES));
        const back = after.past.reduce(undone, after);
        expect(back.present).toEqual(documentOrder(LANES));
        expect(back.future.reduce(redone, back)).toEqual(after);
      }),
    );
  });

  test('that change nothing are none', () => {
    const history = arranged(asInDocument(2), documentOrder(2));
    expect(history.past).toEqual([]);
    expect(undone(history)).toEqual(history);
    expect(redone(history)).toEqual(history);
  });

  test('that were taken back are gone once another is taken', () => {
    const one = arranged(asInDocument(3), withLane(documentOrder(3), 0, false));
    const other = arranged(undone(one), withLane(documentOrder(3), 1, false));
    expect(redone(other)).toEqual(other);
  });
});
