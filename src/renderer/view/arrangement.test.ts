// Hides, shows and moves lanes one at a time; every step can be undone.
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
    const history = arranged(asInDocument(LANES.slice(0, 2)), first(2));
    expect(history.past).toEqual([]);
    expect(undone(history)).toEqual(history);
    expect(redone(history)).toEqual(history);
  });

  test('that were taken back are gone once another is taken', () => {
    const one = arranged(asInDocument(LANES.slice(0, 3)), withLane(first(3), 'a', false));
    const other = arranged(undone(one), withLane(first(3), 'b', false));
    expect(redone(other)).toEqual(other);
  });
});
