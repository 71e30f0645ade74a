// An event finds its lane by id, wherever the lane stands.
import { expect, it } from 'vitest';
import { laneOf, laneTitleOf } from './lane-of.ts';

const document = {
  lanes: [
    { id: 'b', title: 'Second letter' },
    { id: 'a', title: 'First letter' },
  ],
};

it.each([
  ['a', 1, 'First letter'],
  ['b', 0, 'Second letter'],
])('the lane %s stands at %d and is called “%s”', (lane, position, title) => {
  expect([laneOf(document, { lane }), laneTitleOf(document, { lane })]).toEqual([position, title]);
});

it('a document with the same ids in another order has its own positions', () => {
  const turned = { lanes: document.lanes.toReversed() };
  expect([laneOf(document, { lane: 'a' }), laneOf(turned, { lane: 'a' })]).toEqual([1, 0]);
});
