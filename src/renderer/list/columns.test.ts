// The contents of rows, and their order.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDate } from '../../shared/dates/date-samples.ts';
import { compareDates } from '../../shared/dates/order.ts';
import type { AnyEvent, PlacedEvent } from '../../shared/document/event.ts';
import { documentOf, eventOf, undatedOf } from '../../shared/document/samples.ts';
import { createTimelineModel } from '../view/model.ts';
import { cellOf, COLUMNS, columnsOf, createSorter } from './columns.ts';
import { FIRST_SORTING, sortingAfter, type Column, type Sorting } from './sorting.ts';

const LANES = [
  { id: 'lane', title: 'Border' },
  { id: 'other', title: 'Assembly' },
];

/** The cells of a row by column. */
function cellsOf(row: AnyEvent, laneTitle: string): Record<string, string> {
  return Object.fromEntries(COLUMNS.map((column) => [column, cellOf(column, row, laneTitle)]));
}

function sorted(events: readonly PlacedEvent[], column: Column, isTurned = false) {
  const document = documentOf(events, { lanes: LANES });
  const { order } = createTimelineModel(document).index;
  const direction = isTurned ? 'descending' : 'ascending';
  return [...createSorter(document).sorted(order, { column, direction })];
}

test('a row says the date in words, who, where, and how the date is known', () => {
  const talks = eventOf('2022-09-21?', {
    title: 'CSTO foreign ministers’ working meeting',
    place: 'New York',
    tags: ['border', 'talks'],
    importance: 4,
    participants: [{ name: 'Muhriddin', role: 'foreign minister' }, { name: 'Zas' }],
    dating: { kind: 'external', confidence: 'medium', explanation: '' },
    sources: [{ title: 'Khovar', address: 'https://example.org/' }],
  });
  expect(cellsOf(talks, 'CSTO')).toEqual({
    date: '21 September 2022, uncertain',
    title: 'CSTO foreign ministers’ working meeting',
    lane: 'CSTO',
    place: 'New York',
    people: 'Muhriddin; Zas',
    tags: 'border, talks',
    importance: '4',
    dating: 'Other source',
    confidence: 'Medium',
    sources: '1',
  });
});

test('columns in which no event has anything to say are left out', () => {
  const bare = ['date', 'title', 'lane', 'place', 'dating', 'confidence'];
  expect(columnsOf(documentOf([eventOf('2021')]))).toEqual(bare);
  for (const [column, filled] of [
    ['tags', { tags: ['border'] }],
    ['importance', { importance: 1 }],
    ['people', { participants: [{ name: 'Zas' }] }],
  ] as const)
    expect(columnsOf(documentOf([eventOf('2021'), eventOf('2022', filled)]))).toEqual(
      COLUMNS.filter((other) => bare.includes(other) || other === column),
    );
});

describe('rows', () => {
  test('sorted by date stand by the earliest instant, then the latest, then as in the document', () => {
    fc.assert(
      fc.property(fc.array(anyDate, { maxLength: 20 }), (dates) => {
        const events = dates.map(({ edtf }) => eventOf(edtf));
        const wanted = events
          .map((each, position) => ({ each, position }))
          .sort((a, b) => compareDates(a.each.when, b.each.when) || a.position - b.position)
          .map(({ position }) => position);
        expect(sorted(events, 'date')).toEqual(wanted);
        expect(sorted(events, 'date', true)).toEqual(wanted.toReversed());
      }),
    );
  });

  test.each(COLUMNS)('sorted by %s are all there, either way', (column) => {
    const events = ['2021', '2020', '2020', '2022-05~'].map((date, number) =>
      eventOf(date, { title: `Day ${number}`, ...(number > 1 && { place: 'Osh' }) }),
    );
    expect(sorted(events, column).toSorted()).toEqual([0, 1, 2, 3]);
    expect(sorted(events, column, true).toSorted()).toEqual([0, 1, 2, 3]);
  });

  test('of equal cells stand in time order, either way, and empty cells last', () => {
    const events = [
      eventOf('2023', { place: 'Osh' }),
      eventOf('2022'),
      eventOf('2021', { place: 'Osh' }),
      eventOf('2020', { place: 'Batken' }),
    ];
    expect(sorted(events, 'place')).toEqual([3, 2, 0, 1]);
    expect(sorted(events, 'place', true)).toEqual([2, 0, 3, 1]);
  });

  test('count numbers in names as numbers, and know Cyrillic and accents', () => {
    const titles = ['Day 10', 'Day 9', 'Ёлка', 'Ель', 'État', 'Eton'];
    const order = sorted(
      titles.map((title) => eventOf('2021', { title })),
      'title',
    );
    expect(order.map((position) => titles[position])).toEqual([
      'Day 9',
      'Day 10',
      'État',
      'Eton',
      'Ёлка',
      'Ель',
    ]);
  });

  test('are sorted by lane title, by the number of sources by dating and by confidence', () => {
    const source = { title: 'A', address: 'https://example.org/' };
    const events = [
      eventOf('2020', { sources: [source, source] }),
      eventOf('2021', { lane: 'other', dating: { kind: 'stated', confidence: 'low', explanation: '' } }),
      eventOf('2022', { dating: { kind: 'stated', confidence: 'very high', explanation: '' } }),
    ];
    expect(sorted(events, 'lane')).toEqual([1, 0, 2]);
    expect(sorted(events, 'sources')).toEqual([1, 2, 0]);
    expect(sorted(events, 'confidence')).toEqual([2, 0, 1]);
    expect(sorted(events, 'dating')).toEqual([0, 1, 2]);
  });
});

test('a press on a head sorts by it, and one on the same head turns the order', () => {
  const once = sortingAfter(FIRST_SORTING, 'title');
  expect(once).toEqual({ column: 'title', direction: 'ascending' });
  const twice = sortingAfter(once, 'title');
  expect(twice).toEqual({ column: 'title', direction: 'descending' });
  expect(sortingAfter(twice, 'title')).toEqual(once);
  expect(sortingAfter(twice, 'lane')).toEqual({ column: 'lane', direction: 'ascending' });
});

describe('events without a date', () => {
  test('say so, and say nothing of how a date is known but where it was to be', () => {
    expect(cellsOf(undatedOf('u'), 'B')).toMatchObject({ date: 'No date', dating: '', confidence: '' });
    const dating = { kind: 'imported', file: 'events.csv', row: 1_200, written: 'spring' } as const;
    const imported = { dating: 'Imported from events.csv, row 1,200', confidence: '' };
    expect(cellsOf(undatedOf('u', { dating }), 'B')).toMatchObject(imported);
    expect(cellsOf(eventOf('2021', { dating }), 'B')).toMatchObject(imported);
  });

  test('stand last by date in both directions, and among the others by anything else', () => {
    const events = [eventOf('2002', { title: 'B' }), eventOf('2001', { title: 'D' })];
    const undated = [undatedOf('C'), undatedOf('A')];
    const { document, order } = createTimelineModel(documentOf(events, { undated }));
    const sorter = createSorter(document);
    const by = (column: Column, direction: Sorting['direction']) => [
      ...sorter.sorted(order, { column, direction }),
    ];
    expect(by('date', 'ascending')).toEqual([1, 0, 2, 3]);
    expect(by('date', 'descending')).toEqual([0, 1, 2, 3]);
    expect(by('title', 'ascending')).toEqual([3, 0, 2, 1]);
    expect(by('dating', 'ascending')).toEqual([1, 0, 2, 3]);
    expect(by('confidence', 'ascending')).toEqual([1, 0, 2, 3]);
  });
});
