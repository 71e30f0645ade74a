// Hides, shows and moves lanes one at a time, also lanes that come and go.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  documentOrder,
  fittedTo,
  isAsInDocument,
  movedTo,
  neighbour,
  shownLanes,
  withLane,
  type Arrangement,
} from './arrangement.ts';

const LANES = ['a', 'b', 'c', 'd', 'e'];
const lane = fc.constantFrom(...LANES);

/** The first lanes in the document's order. */
const first = (count: number): Arrangement => documentOrder(LANES.slice(0, count));

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
    expect(shownLanes(first(3))).toEqual(['a', 'b', 'c']);
    expect(isAsInDocument(first(3), LANES.slice(0, 3))).toBe(true);
  });

  test('keep their place while they are hidden', () => {
    const without = withLane(first(3), 'b', false);
    expect(shownLanes(without)).toEqual(['a', 'c']);
    expect(isAsInDocument(without, LANES.slice(0, 3))).toBe(false);
    expect(withLane(without, 'b', true)).toEqual(first(3));
  });

  test('move to where another stands, up and down', () => {
    expect(movedTo(first(4), 'a', 'c').order).toEqual(['b', 'c', 'a', 'd']);
    expect(movedTo(first(4), 'd', 'b').order).toEqual(['a', 'd', 'b', 'c']);
    expect(movedTo(first(4), 'c', 'c').order).toEqual(['a', 'b', 'c', 'd']);
  });

  test('have a neighbour above and below, but for the first and last', () => {
    expect(neighbour(['d', 'b', 'c'], 'b', 'up')).toBe('d');
    expect(neighbour(['d', 'b', 'c'], 'b', 'down')).toBe('c');
    expect(neighbour(['d', 'b', 'c'], 'd', 'up')).toBeUndefined();
    expect(neighbour(['d', 'b', 'c'], 'c', 'down')).toBeUndefined();
  });

  test('are all there after any steps, each once', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const { order, hidden } = steps.reduce((now, next) => next(now), documentOrder(LANES));
        expect(order.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
        expect([...hidden].every((which) => order.includes(which))).toBe(true);
      }),
    );
  });
});

describe('an arrangement fits lanes that were changed since', () => {
  test('a new lane stands where the document has it, one that is gone is left out', () => {
    const moved = withLane(movedTo(first(4), 'a', 'd'), 'b', false);
    expect(moved.order).toEqual(['b', 'c', 'd', 'a']);
    expect(fittedTo(moved, ['a', 'new', 'c', 'd'])).toEqual({
      order: ['c', 'd', 'a', 'new'],
      hidden: new Set(),
    });
    expect(fittedTo(moved, ['new', ...moved.order]).order).toEqual(['new', 'b', 'c', 'd', 'a']);
    expect(fittedTo(moved, moved.order)).toBe(moved);
  });

  test('whatever they are, all are there, each once', () => {
    fc.assert(
      fc.property(fc.array(step), fc.uniqueArray(fc.constantFrom(...LANES, 'x', 'y')), (steps, lanes) => {
        const arrangement = steps.reduce((now, next) => next(now), documentOrder(LANES));
        const { order, hidden } = fittedTo(arrangement, lanes);
        expect(order.toSorted()).toEqual(lanes.toSorted());
        expect([...hidden].every((which) => lanes.includes(which))).toBe(true);
      }),
    );
  });
});
