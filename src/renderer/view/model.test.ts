// The order of all events of a document: in time, then those without a date, restricted to the shown lanes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentIn, fileOf } from '../../shared/document/samples.ts';
import { readyEvent } from '../../shared/document/table.ts';
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

describe('after edits', () => {
  const lanes = ['x', 'y'].map((id) => ({ id, title: id }));
  const laneRow = (id: string): number => lanes.findIndex((lane) => lane.id === id);
  const dates = [undefined, '2001', '2002-03', '2004/2007', '../1990', '2010/..', '1950~'];
  const change = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    event: fc.option(
      fc.record({ date: fc.constantFrom(...dates), lane: fc.constantFrom('x', 'y'), title: fc.string() }),
    ),
  });
  const scripts = fc.array(fc.uniqueArray(change, { selector: ({ id }) => id, maxLength: 4 }), {
    maxLength: 10,
  });

  test('a model made of the one before is like one made anew, and keeps the lanes that no edit has touched', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const first = ['a', 'b', 'c'].map((id) => ({ id, title: id, date: '2021', lane: 'x' }));
        let document = documentIn(fileOf(first, { lanes }));
        let made = createTimelineModel(document);
        for (const step of script) {
          const changes = step.map(({ id, event }) => ({
            id,
            event: event === null ? null : readyEvent(JSON.stringify({ id, ...event })),
          }));
          const before = made;
          document = { ...document, events: document.events.changed(changes, laneRow).table };
          made = createTimelineModel(document, undefined, before);
          const isRenaming = step.every(({ event }) => event !== null && event.date === undefined);
          if (step.length === 0 || (isRenaming && made.index.count === before.index.count))
            expect(made.index).toBe(before.index);
        }
        const anew = createTimelineModel(document);
        for (const [own, other] of [
          [made, anew],
          [made.of([1]), anew.of([1])],
        ] as const) {
          expect([...own.order]).toEqual([...other.order]);
          expect([...own.undated]).toEqual([...other.undated]);
          expect(own.extent).toEqual(other.extent);
          expect([own.first(), own.last()]).toEqual([own.order[0] ?? null, own.order.at(-1) ?? null]);
          for (const row of own.order) {
            expect(own.next(row)).toBe(other.next(row));
            expect(own.previous(row)).toBe(other.previous(row));
          }
        }
      }),
    );
  });
});
