// A table answers like the list of events that it was made of.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extentOf } from '../dates/order.ts';
import { dateOf } from '../dates/date-samples.ts';
import type { AnyEvent } from './event.ts';
import { documentIn, documentOf, eventOf, fileOf, undatedOf } from './samples.ts';
import { gathered } from './gather.ts';
import { createTable, type EventTable } from './table.ts';

const LANES = [
  { id: 'lane', title: 'Lane' },
  { id: 'other', title: 'Other' },
];

/** Events with and without dates, by turns, as a file may hold them. */
const events = fc
  .uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[\w\u0400-\u04ff]{1,4}$/),
      title: fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
        .filter((title) => title.trim() !== ''),
      date: fc.constantFrom(
        undefined,
        '2021-08-15',
        '1985/..',
        '../1985',
        '/',
        '[1970,1980..]',
        '2022~',
        '1850',
      ),
      lane: fc.constantFrom('lane', 'other'),
      importance: fc.constantFrom(undefined, 1, 5),
      place: fc.constantFrom(undefined, 'Ош', '😀'),
      description: fc.constantFrom(undefined, 'a\nb'),
      tags: fc.constantFrom(undefined, ['x', 'y']),
      mood: fc.constantFrom(undefined, [{ when: 1 }]),
    }),
    { selector: ({ id }) => id, maxLength: 30 },
  )
  .map((list) => ({ list, document: documentIn(fileOf(list, { lanes: LANES })) }));

/** The rows that the events of a file have to get: those with a date come first. */
function inRows<Event extends { readonly date: string | undefined }>(list: readonly Event[]): Event[] {
  return [...list.filter(({ date }) => date !== undefined), ...list.filter(({ date }) => date === undefined)];
}

const tables = (table: EventTable): readonly EventTable[] => [table, createTable(gathered(table.columns))];

describe('any document', () => {
  test('has its events in their rows, before and after it crosses', () => {
    fc.assert(
      fc.property(events, ({ list, document }) => {
        for (const table of tables(document.events)) {
          const expected = inRows(list).map(({ mood, date, ...event }) => ({
            ...event,
            ...{ participants: [], evidence: [], sources: [] },
            ...(date !== undefined && { date, when: dateOf(date) }),
            ...(mood && {}),
          }));
          expect([...table.all()]).toEqual(expected);
          expect(table.length).toBe(list.length);
          expect([...table.placed()]).toEqual(expected.slice(0, table.dated));
          for (const [row, event] of expected.entries()) {
            expect(table.at(row)).toEqual(event);
            expect(table.read(row)).toEqual(event);
            expect(table.placedAt(row)).toEqual(row < table.dated ? event : undefined);
            expect(table.importanceOf(row)).toBe(event.importance);
            expect(table.has(row, 'place')).toBe(event.place !== undefined);
            expect(LANES[table.columns.lanes[row] ?? -1]?.id).toBe(event.lane);
          }
          expect(table.hasAny('description')).toBe(list.some(({ description }) => description !== undefined));
          for (const row of [-1, list.length, 0.5, NaN]) expect(table.at(row)).toBeUndefined();
        }
      }),
    );
  });

  test('finds the row of every id, and of no other', () => {
    fc.assert(
      fc.property(events, fc.stringMatching(/^\w{1,4}$/), ({ list, document }, other) => {
        for (const table of tables(document.events)) {
          expect(inRows(list).map(({ id }) => table.rowOf(id))).toEqual([...list.keys()]);
          if (!list.some(({ id }) => id === other)) expect(table.rowOf(other)).toBeNull();
        }
      }),
    );
  });

  test('has the extent of its dates', () => {
    fc.assert(
      fc.property(events, fc.array(fc.nat(29)), ({ document: { events: table } }, some) => {
        const whenOf = ({ when }: AnyEvent) => when ?? [];
        expect(table.extentOf()).toEqual(extentOf([...table.all()].flatMap(whenOf)));
        const rows = some.filter((row) => row < table.dated);
        expect(table.extentOf(Int32Array.from(rows))).toEqual(
          extentOf(rows.flatMap((row) => table.whenAt(row) ?? [])),
        );
      }),
    );
  });
});

test('an event is the same object whenever it is asked for', () => {
  const { events: table } = documentOf([eventOf('2021')], { undated: [undatedOf('a')] });
  expect(table.at(0)).toBe(table.at(0));
  expect(table.at(1)).toBe(table.at(1));
});

test('more events than are kept are still read', () => {
  const many = Array.from({ length: 10_050 }, (_, number) => eventOf('2021', { id: `e${number}` }));
  const { events: table } = documentOf(many);
  for (let row = 0; row < many.length; row += 1) expect(table.at(row)?.id).toBe(`e${row}`);
  expect(table.at(0)?.id).toBe('e0');
});

test('fields that nobody knows stay in an event’s text, where they stood', () => {
  const event = '{ "mood":1, "id":"a",\n "title":"A","lane":"lane", "when":{"start":0} }';
  const text = JSON.stringify(fileOf([])).replace('[]', `[${event}]`);
  const { events: table } = documentIn(text);
  const { text: bytes, from, to } = gathered(table.columns);
  expect(new TextDecoder('utf-8').decode(bytes.subarray(from[0], to[0]))).toBe(event);
  expect(table.at(0)).toEqual(undatedOf('a', { title: 'A' }));
});
