// What `dateline convert` writes, says and refuses.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readDocument } from '../../shared/document/file/read.ts';
import { success } from '../../shared/result.ts';
import type { CommandLine } from './arguments.ts';
import { convertCommand } from './convert.ts';

type Convert = Extract<CommandLine, { kind: 'convert' }>;

let folder: string;
let output: string;
let told: string[];
let more: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-convert-'));
  output = '';
  told = [];
  more = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Converts files of this folder by their names, and returns the exit code. */
const convert = (
  files: readonly string[],
  to: string | null,
  options: Partial<Convert> = {},
): Promise<0 | 2> =>
  convertCommand(
    {
      kind: 'convert',
      files: files.map((name) => join(folder, name)),
      to: to === null ? null : join(folder, to),
      format: null,
      map: null,
      assume: [],
      json: false,
      ...options,
    },
    {
      print: (text) => {
        output += text;
        return Promise.resolve(0);
      },
      tell: ({ message, details }) => {
        told.push(message);
        more.push(...details);
        return Promise.resolve(2);
      },
      note: (text) => {
        told.push(text);
        return Promise.resolve(null);
      },
      toOutput: (bytes) => {
        output += new TextDecoder().decode(bytes);
        return Promise.resolve(success(null));
      },
      writeFile: (path, bytes) => {
        writeFileSync(path, bytes);
        return Promise.resolve(success(null));
      },
    },
  );

const put = (name: string, text: string): void => {
  writeFileSync(join(folder, name), text);
};

function documentIn(name: string) {
  const document = readDocument(readFileSync(join(folder, name)));
  if (!document.ok) throw new Error(document.failure.message);
  return document.value;
}

const TABLE = 'Title,Date\nA,2001\nB,c. 1853\n';
const CALENDAR =
  'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20200502\r\nSUMMARY:C\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';

test('a table becomes a document', async () => {
  put('a.csv', TABLE);
  expect(await convert(['a.csv'], 'a.dateline')).toBe(0);
  expect(output).toBe(`${join(folder, 'a.dateline')}: 2 events\n`);
  const document = documentIn('a.dateline');
  expect(Array.from(document.events.all(), ({ title, date }) => [title, date])).toEqual([
    ['A', '2001'],
    ['B', '1853~'],
  ]);
  expect(document.modified).toMatch(/^\d{4}-\d\d-\d\dT/);
});

test('several files become one, and a document is one of them', async () => {
  put('a.csv', TABLE);
  put('b.ics', CALENDAR);
  expect(await convert(['a.csv'], 'a.dateline')).toBe(0);
  expect(await convert(['a.dateline', 'a.csv', 'b.ics'], 'c.dateline')).toBe(0);
  const { events, lanes } = documentIn('c.dateline');
  expect(Array.from(events.all(), ({ id, title }) => [id, title])).toEqual([
    ['a', 'A'],
    ['b', 'B'],
    ['a-2', 'A'],
    ['b-2', 'B'],
    ['c', 'C'],
  ]);
  expect(lanes.map(({ title }) => title)).toEqual(['Events']);
  expect(output).toMatch(/ {2}a\.csv: Ids that an earlier file has too were changed in 2 events\.\n$/);
});

test('the report is one line of JSON, with what was read and what is lost', async () => {
  put('a.csv', 'Title,Date\nA,2001\nB,one day\n');
  expect(await convert(['a.csv'], 'a.ics', { json: true })).toBe(0);
  expect(JSON.parse(output)).toEqual({
    read: 2,
    imported: 2,
    undated: 1,
    problems: [
      {
        file: 'a.csv',
        line: 3,
        path: 'Date',
        reason: 'The date “one day” is not a date that Dateline can read; the event has no date',
      },
      { file: 'a.ics', line: null, path: null, reason: '1 event without a date is left out' },
      {
        file: 'a.ics',
        line: null,
        path: null,
        reason:
          'Months, years, doubt and open ends become days in 1 event, for other programs; Dateline reads them back whole',
      },
    ],
  });
});

test('standard output gets the file alone, and standard error the report', async () => {
  put('a.csv', `${TABLE}C,one day\n`);
  expect(await convert(['a.csv'], null, { format: 'markwhen' })).toBe(0);
  expect(output).toMatch(/^title: a\n\n# Events\n\n2001: A\n/);
  expect(told.join('')).toMatch(
    /^standard output: 3 events, 1 without a date\n {2}a\.csv, line 4, Date: The date “one day”/,
  );
});

describe('a question', () => {
  test('that is open stops it, and nothing is written', async () => {
    put('a.csv', 'Title,Date\nA,3/4/1921\n');
    expect(await convert(['a.csv'], 'a.dateline')).toBe(2);
    expect(told).toEqual([
      'a.csv: In the column “Date”, which number of “3/4/1921” is the month? Answer it with --assume day-first (the second: the day comes first) or month-first (the first: the month comes first).',
    ]);
    expect(existsSync(join(folder, 'a.dateline'))).toBe(false);
  });

  test('is not alone: all that are open are named', async () => {
    put('a.csv', 'Title,Date,End\nA,3/4/1921,\nB,5/6/1922,7/8/23\n');
    put('b.csv', 'Title,Year\nC,-44\n');
    expect(await convert(['a.csv', 'b.csv'], 'a.dateline')).toBe(2);
    expect(told).toEqual([
      expect.stringMatching(/^a\.csv: In the column “Date”, which number of “3\/4\/1921” is the month\?/),
    ]);
    expect(more.map((line) => line.replace(/\?.*$/, '?'))).toEqual([
      'a.csv: In the column “End”, which number of “7/8/23” is the month?',
      'a.csv: In the column “End”, which century is meant by “7/8/23”?',
      'b.csv: In the column “Year”, which year is “-44”?',
    ]);
  });

  test.each([
    ['day-first', '1921-04-03'],
    ['month-first', '1921-03-04'],
    ['Date=month-first', '1921-03-04'],
  ])('is answered by %s', async (answer, date) => {
    put('a.csv', 'Title,Date\nA,3/4/1921\n');
    expect(await convert(['a.csv'], 'a.dateline', { assume: [answer] })).toBe(0);
    expect(Array.from(documentIn('a.dateline').events.all(), (event) => event.date)).toEqual([date]);
  });
});

test('a mapping says what columns mean', async () => {
  put('a.csv', 'x;y;z\nA;2001;Rome\nB;2002;\n');
  put(
    'map.json',
    JSON.stringify({
      heads: true,
      fields: {
        title: { columns: ['x', 'z'], join: ', ' },
        start: { columns: ['#2'] },
        lane: { fixed: 'Journeys' },
      },
    }),
  );
  expect(await convert(['a.csv'], 'a.dateline', { map: join(folder, 'map.json') })).toBe(0);
  const { events, lanes } = documentIn('a.dateline');
  expect(Array.from(events.all(), ({ title, date }) => [title, date])).toEqual([
    ['A, Rome', '2001'],
    ['B', '2002'],
  ]);
  expect(lanes.map(({ title }) => title)).toEqual(['Journeys']);
});

test.each<[string, () => Promise<0 | 2>, RegExp]>([
  ['a file that is not there', () => convert(['x.csv'], 'a.dateline'), /^There is no file of this name/],
  [
    'a file of no format',
    () => convert(['note.txt'], 'a.dateline'),
    /^Dateline does not know this format: the file is text\. It reads TimelineJS JSON, /,
  ],
  [
    'an answer that is none',
    () => convert(['a.csv'], 'b.csv', { assume: ['maybe'] }),
    /^--assume does not know “maybe”/,
  ],
  [
    'an ending of several formats',
    () => convert(['a.csv'], 'a.json'),
    /^“a\.json” may be TimelineJS JSON, .*--format timelinejs, vis, csl\.$/,
  ],
  ['an ending of no format', () => convert(['a.csv'], 'a.doc'), /^The ending of “a\.doc” names no format/],
  [
    'a format that is none',
    () => convert(['a.csv'], 'a.doc', { format: 'doc' }),
    /^--format must be dateline, timelinejs, .*, not “doc”\.$/,
  ],
  ['standard output without a format', () => convert(['a.csv'], null), /^--to - needs --format/],
  [
    'a mapping that is no JSON',
    () => convert(['a.csv'], 'b.csv', { map: join(folder, 'note.txt') }),
    /^The mapping is not JSON\.$/,
  ],
  [
    'a mapping of another form',
    () => convert(['a.csv'], 'b.csv', { map: join(folder, 'wrong.json') }),
    /^The mapping has no field “titel”; it has id, title, /,
  ],
  [
    'a mapping of columns that are not there',
    () => convert(['a.csv'], 'b.csv', { map: join(folder, 'other.json') }),
    /^The table has no column “Name”; its columns are “Title”, “Date”\.$/,
  ],
  [
    'a mapping where no file is a table',
    () => convert(['b.ics'], 'b.csv', { map: join(folder, 'other.json') }),
    /^The mapping says what columns mean, but no file is a table\.$/,
  ],
  ['a faulty document', () => convert(['faulty.dateline'], 'b.csv'), /^The document has one problem\.$/],
])('%s is refused', async (_, run, message) => {
  put('a.csv', TABLE);
  put('b.ics', CALENDAR);
  put('note.txt', 'Just a note.\n');
  put('wrong.json', '{"heads": true, "fields": {"titel": {"columns": ["Title"]}}}');
  put('other.json', '{"heads": true, "fields": {"title": {"columns": ["Name"]}}}');
  put('faulty.dateline', '{"format": "dateline", "version": 2, "title": "", "lanes": [], "events": []}');
  expect(await run()).toBe(2);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(message);
});
