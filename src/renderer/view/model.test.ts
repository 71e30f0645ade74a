// The order of all events of a document: in time, then those without a date, restricted to the shown lanes.
import { expect, test } from 'vitest';
import { documentIn, fileOf } from '../../shared/document/samples.ts';
import { createTimelineModel, isDated } from './model.ts';

function modelOf(...events: readonly (readonly [id: string, lane: string, date?: string])[]) {
  const lanes = [
    { id: 'x', title: 'X' },
    { id: 'y', title: 'Y' },
  ];
  const records = events.map(([id, lane, date]) => ({ id, title: id, lane, date }));
  return createTimelineModel(documentIn(fileOf(records, { lanes })));
}

const model = modelOf(
  ['a', 'x'],
  ['b', 'x', '2003'],
  ['c', 'y'],
  ['d', 'y', '2001'],
  ['e', 'x'],
  ['f', 'x', '2002'],
);

test('events stand in time order, those without a date behind them in the document’s order', () => {
  expect([...model.order]).toEqual([3, 5, 1, 0, 2, 4]);
  expect([...model.undated]).toEqual([0, 2, 4]);
  expect([...model.index.order]).toEqual([3, 5, 1]);
});

test('next and previous lead through all of them', () => {
  const order = [3, 5, 1, 0, 2, 4];
  expect(order.map((row) => model.next(row))).toEqual([5, 1, 0, 2, 4, null]);
  expect(order.map((row) => model.previous(row))).toEqual([null, 3, 5, 1, 0, 2]);
});

test('of some lanes only their events count, also from one that is not in them', () => {
  const one = model.of([0]);
  expect([...one.order]).toEqual([5, 1, 0, 4]);
  expect(one.next(1)).toBe(0);
  expect(one.next(2)).toBe(4);
  expect(one.previous(2)).toBe(0);
  expect(one.previous(0)).toBe(1);
  expect([...model.of([]).order]).toEqual([]);
});

test('a document without any date has all its events, and stands nowhere in time', () => {
  const none = modelOf(['a', 'x'], ['b', 'y']);
  expect([...none.order]).toEqual([0, 1]);
  expect(none.next(0)).toBe(1);
  expect(none.previous(1)).toBe(0);
  expect(isDated(none)).toBe(false);
});
