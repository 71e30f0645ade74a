// A table answers like the list of events that it was made of.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extentOf } from '../dates/order.ts';
import { dateOf } from '../dates/date-samples.ts';
import type { AnyEvent } from './event.ts';
import { documentIn, documentOf, eventOf, fileOf, undatedOf } from './samples.ts';
import { gathered } from './gather.ts';
import { followRows } from './changed-rows.ts';
import { createTable, MOST_LOGGED, readyEvent, type EventTable } from './table.ts';

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

const tables = (table: EventTable): readonly EventTable[] => [table, createTable(gathered(table.columns))];

describe('any document', () => {
  test('has its events in their rows, before and after it crosses', () => {
    fc.assert(
      fc.property(events, ({ list, document }) => {
        for (const table of tables(document.events)) {
          const expected = list.map(({ mood, date, ...event }) => ({
            ...event,
            ...{ participants: [], evidence: [], sources: [] },
            ...(date !== undefined && { date, when: dateOf(date) }),
            ...(mood && {}),
          }));
          expect([...table.all()]).toEqual(expected);
          expect([table.rowCount, table.count]).toEqual([list.length, list.length]);
          expect([...table.placed()]).toEqual(expected.filter(({ date }) => date !== undefined));
          for (const [row, event] of expected.entries()) {
            expect(table.at(row)).toEqual(event);
            expect(table.read(row)).toEqual(event);
            expect(table.placedAt(row)).toEqual('date' in event ? event : undefined);
            expect(table.isDated(row)).toBe('date' in event);
            expect(table.importanceOf(row)).toBe(event.importance);
            expect(table.has(row, 'place')).toBe(event.place !== undefined);
            expect(LANES[table.columns.lanes[row] ?? -1]?.id).toBe(event.lane);
          }
          expect([...table.undated()]).toEqual(
            [...expected.keys()].filter((row) => !('date' in (expected[row] ?? {}))),
          );
          expect(table.dated).toBe(list.length - table.undated().length);
          expect(table.hasAny('description')).toBe(list.some(({ description }) => description !== undefined));
          expect(table.hasAny('tags')).toBe(list.some(({ tags }) => tags !== undefined));
          expect(table.hasAny('importance')).toBe(list.some(({ importance }) => importance !== undefined));
          for (const row of [-1, list.length, 0.5, NaN]) expect(table.at(row)).toBeUndefined();
        }
      }),
    );
  });

  test('finds the row of every id, and of no other', () => {
    fc.assert(
      fc.property(events, fc.stringMatching(/^\w{1,4}$/), ({ list, document }, other) => {
        for (const table of tables(document.events)) {
          expect(list.map(({ id }) => table.rowOf(id))).toEqual([...list.keys()]);
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
        const rows = some.filter((row) => table.isDated(row));
        expect(table.extentOf(Int32Array.from(rows))).toEqual(
          extentOf(rows.flatMap((row) => table.whenAt(row) ?? [])),
        );
      }),
    );
  });
});

/** What a script of changes may do: the id that it names, and what becomes of its event. */
const scripts = fc.array(
  fc.array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      event: fc.option(
        fc.record({
          date: fc.constantFrom(undefined, '2021', '1985/..'),
          lane: fc.constantFrom('lane', 'other'),
        }),
      ),
    }),
    { maxLength: 4 },
  ),
  { maxLength: 12 },
);

test('after any changes a table answers like one made of the events that are left, and each id keeps its row', () => {
  const laneRow = (id: string): number => LANES.findIndex((lane) => lane.id === id);
  fc.assert(
    fc.property(scripts, (script) => {
      const start = ['a', 'b', 'c'].map((id) => ({ id, title: id, date: '2021', lane: 'lane' }));
      let table = documentIn(fileOf(start, { lanes: LANES })).events;
      const expected = new Map<string, object>(start.map((event) => [event.id, event]));
      const rows = new Map(['a', 'b', 'c'].map((id, row) => [id, row]));
      for (const step of script) {
        const changes = [...new Map(step.map((change) => [change.id, change])).values()];
        const texts = changes.map(({ id, event }) => ({
          id,
          json: event === null ? null : JSON.stringify({ id, title: `${id} again`, ...event }),
        }));
        const ready = texts.map(({ id, json }) => ({ id, event: json === null ? null : readyEvent(json) }));
        const changed = table.changed(ready, laneRow);
        table = changed.table;
        for (const [place, { id, json }] of texts.entries()) {
          const row = changed.rows[place] ?? -1;
          if (json === null) expected.delete(id);
          else expected.set(id, JSON.parse(json) as object);
          if (json === null && !rows.has(id)) expect(row).toBe(-1);
          else expect(row).toBe(rows.get(id) ?? rows.size);
          if (row >= 0) rows.set(id, row);
        }
      }
      const inRows = [...rows].flatMap(([id]) => expected.get(id) ?? []);
      const made = documentIn(fileOf(inRows, { lanes: LANES })).events;
      for (const same of [table, createTable(gathered(table.columns))]) {
        expect([...same.all()]).toEqual([...made.all()]);
        expect([same.count, same.dated, same.rowCount]).toEqual([made.count, made.dated, rows.size]);
        expect(same.extentOf()).toEqual(made.extentOf());
        for (const [id, row] of rows) {
          expect(same.rowOf(id)).toBe(expected.has(id) ? row : null);
          expect(same.at(row)?.id).toBe(expected.has(id) ? id : undefined);
        }
        for (const flag of ['place', 'dating'] as const) expect(same.hasAny(flag)).toBe(made.hasAny(flag));
      }
    }),
  );
});

describe('what has changed', () => {
  const laneRow = (id: string): number => LANES.findIndex((lane) => lane.id === id);
  const put = (id: string, date?: string) => ({
    id,
    event: readyEvent(JSON.stringify({ id, title: id, date, lane: 'other' })),
  });

  test('since some change is told with where each event was then', () => {
    const first = documentOf([eventOf('2021', { id: 'a' }), eventOf('2022', { id: 'b' })]).events;
    const [was] = [first.columns.starts[0]];
    const second = first.changed([put('a', '1990')], laneRow).table;
    const third = second.changed([put('a', '1991'), put('c'), { id: 'b', event: null }], laneRow).table;
    expect(third.changesSince(third.changes)).toEqual([]);
    expect(third.changesSince(first.changes)).toEqual([
      { row: 0, start: was, end: Date.UTC(2022, 0), lane: 0 },
      { row: 2, start: NaN, end: 0, lane: 0 },
      { row: 1, start: Date.UTC(2022, 0), end: Date.UTC(2023, 0), lane: 0 },
    ]);
    expect(third.changesSince(second.changes)?.map(({ row, start }) => [row, start])).toEqual([
      [0, Date.UTC(1990, 0)],
      [2, NaN],
      [1, Date.UTC(2022, 0)],
    ]);
  });

  test('is not told where it was too much, or the lanes have other rows; who follows the rows hears of all', () => {
    const first = documentOf([eventOf('2021', { id: 'a' })]).events;
    const changedRows = followRows(first);
    const many = Array.from({ length: 2 * MOST_LOGGED }, (_, number) => put(`n${number}`));
    const second = first.changed([{ id: 'a', event: null }, ...many], laneRow).table;
    expect(second.changesSince(first.changes)).toBeNull();
    expect(changedRows(second).toSorted((a, b) => a - b)).toEqual([...Array(2 * MOST_LOGGED + 1).keys()]);
    const third = second.changed([put('a')], laneRow).table;
    expect(third.changesSince(second.changes)).toHaveLength(1);
    expect(changedRows(third)).toEqual([0]);
    const fourth = third.withLanes((lane) => lane);
    expect(fourth.changesSince(third.changes)).toBeNull();
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
