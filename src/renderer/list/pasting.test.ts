// Rows of a spreadsheet as events.
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../shared/document/edit/apply.ts';
import { documentOf, eventOf } from '../../shared/document/samples.ts';
import { cellsIn, MOST_AT_ONCE, pastedRows } from './pasting.ts';
import type { Column } from './sorting.ts';

const LANES = [
  { id: 'border', title: 'Border' },
  { id: 'talks', title: 'Talks' },
];
const LISTED: readonly Column[] = [
  'date',
  'title',
  'lane',
  'place',
  'people',
  'dating',
  'confidence',
  'sources',
];

function paste(text: string, listed = LISTED) {
  const document = documentOf([eventOf('2021', { id: 'summit', title: 'Summit', lane: 'border' })], {
    lanes: LANES,
  });
  const pasted = pastedRows(document, text, listed, 'border', '2026-01-01');
  if (!pasted.ok) throw new Error(pasted.failure.message);
  const { document: after } = applyEdit(document, pasted.value.edit);
  return {
    ...pasted.value,
    lanes: after.lanes.map(({ title }) => title),
    rows: pasted.value.events.map(({ title, date, lane, place, participants }) => [
      title,
      date,
      after.lanes.find(({ id }) => id === lane)?.title,
      place,
      participants.map(({ name }) => name).join('; '),
    ]),
  };
}

describe('the cells of a clipboard', () => {
  test.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\n\n\t\nb', [['a'], ['b']]],
    ['"two\nlines"\t"a ""word"""\tsays "no"', [['two\nlines', 'a "word"', 'says "no"']]],
    ['"open\tend', [['"open', 'end']]],
    ['\t\tx', [['', '', 'x']]],
    ['', []],
  ])('%j', (text, cells) => {
    expect(cellsIn(text)).toEqual(cells);
  });
});

test('rows without headings are read in the order of the list', () => {
  const { rows, lanes, edit } = paste(
    '15 Aug 2021\tFall of Kabul\tTalks\tKabul\tTaliban; Ghani\n2022-09-21?\tMeeting\tNew lane\n',
  );
  expect(rows).toEqual([
    ['Fall of Kabul', '2021-08-15', 'Talks', 'Kabul', 'Taliban; Ghani'],
    ['Meeting', '2022-09-21?', 'New lane', undefined, ''],
  ]);
  expect(lanes).toEqual(['Border', 'Talks', 'New lane']);
  expect(edit.name).toBe('Paste 2 events');
});

test('the date may stand elsewhere', () => {
  const { rows } = paste('Fall of Kabul\t15 Aug 2021\ttalks\nMeeting\t21 Sep 2022\tborder');
  expect(rows.map((row) => row.slice(0, 3))).toEqual([
    ['Fall of Kabul', '2021-08-15', 'Talks'],
    ['Meeting', '2022-09-21', 'Border'],
  ]);
});

test('rows with headings are read by these, in any order', () => {
  const { rows } = paste('Where\tWho\tEvent\tWhen\nKabul\tGhani\tFall of Kabul\t2021-08-15');
  expect(rows).toEqual([['Fall of Kabul', '2021-08-15', 'Border', 'Kabul', 'Ghani']]);
});

test('what is copied from the list comes back the same', () => {
  const head = 'Date\tEvent\tLane\tPlace\tParticipants\tDating\tConfidence\tSources';
  const { rows, unread } = paste(
    `${head}\n21 September 2022, uncertain\tTalks\tBorder\t\tZas\tStated\tHigh\t2\nNo date\tLater\tBorder`,
  );
  expect(rows).toEqual([
    ['Talks', '2022-09-21?', 'Border', undefined, 'Zas'],
    ['Later', undefined, 'Border', undefined, ''],
  ]);
  expect(unread).toBe(0);
});

test('a date that cannot be read is kept in words, and counted', () => {
  const { events, unread } = paste('Date\tEvent\nwhen the river froze\tFord\n2021\tBridge\n\tFerry');
  expect(unread).toBe(1);
  expect(events.map(({ date, dating }) => [date, dating])).toEqual([
    [undefined, { kind: 'imported', file: 'Clipboard', row: 2, written: 'when the river froze' }],
    ['2021', undefined],
    [undefined, undefined],
  ]);
});

test('one column holds titles, however many commas they have', () => {
  expect(paste('Talks in Osh, Batken\nSummit').rows.map(([title, date]) => [title, date])).toEqual([
    ['Talks in Osh, Batken', undefined],
    ['Summit', undefined],
  ]);
});

test('a first row of plain words is an event, not headings', () => {
  expect(paste('Fall of Kabul\tBorder\nMeeting\tTalks').rows.map((row) => row[0])).toEqual([
    'Fall of Kabul',
    'Meeting',
  ]);
});

test('ids are free, also where titles are the same', () => {
  const { events } = paste('2021\tSummit\n2022\tSummit');
  expect(events.map(({ id }) => id)).toEqual(['summit-2', 'summit-3']);
});

test('blanks are nothing to paste', () => {
  const pasted = pastedRows(documentOf([eventOf('2021')]), ' \n\t', LISTED, 'lane', '2026-01-01');
  expect(pasted.ok).toBe(false);
});

test('more lanes than a document holds are refused, and nothing is lost of the clipboard', () => {
  const text = Array.from({ length: 200 }, (_, at) => `2021\tEvent ${at}\tLane ${at}`).join('\n');
  const pasted = pastedRows(documentOf([eventOf('2021')]), text, LISTED, 'lane', '2026-01-01');
  expect(pasted.ok ? '' : pasted.failure.message).toMatch(/at most 200 lanes/);
});

test('more rows than are read at once go to an import, with what their columns were taken for', () => {
  const rows = (count: number) => Array.from({ length: count }, () => '2021-04-03\tTalks').join('\n');
  const { open, events } = paste(rows(MOST_AT_ONCE));
  expect(open).toBeNull();
  // Many of one title get ids of their own without trying all numbers again.
  expect([events.length, events.at(-1)?.id]).toEqual([MOST_AT_ONCE, `talks-${MOST_AT_ONCE}`]);
  const more = paste(rows(MOST_AT_ONCE + 1));
  expect(more.open).toEqual({
    heads: false,
    fields: { start: { columns: ['#1'] }, title: { columns: ['#2'] } },
  });
  expect(more.events).toEqual([]);
});
