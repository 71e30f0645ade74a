// The answers of `dateline check`, for readers and for programs.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventOf, fileOf, undatedOf } from '../../shared/document/samples.ts';
import { checkCommand } from './check.ts';

let folder: string;
let output: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-check-'));
  output = '';
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Checks files of this folder by their names, and returns the exit code. */
const check = (names: readonly string[], json = false, assume: readonly string[] = []): Promise<0 | 2> =>
  checkCommand(
    { kind: 'check', files: names.map((name) => join(folder, name)), json, assume },
    {
      print: (text) => {
        output += text;
        return Promise.resolve(0);
      },
      tell: ({ message }) => {
        output += message;
        return Promise.resolve(2);
      },
    },
  );

/** Puts a file into the folder. */
function file(name: string, contents: string | object): void {
  writeFileSync(
    join(folder, name),
    typeof contents === 'string' ? contents : JSON.stringify(contents, null, 1),
  );
}

/** An event as a file holds it. */
function inFile(date: string, over: object = {}): object {
  return { id: date, title: date, date, lane: 'lane', ...over };
}

test.each<[string, object, string]>([
  [
    'events',
    fileOf([inFile('2021-08-15'), inFile('2022')]),
    'no problems, 2 events, from 15 August 2021 to 31 December 2022',
  ],
  [
    'an open end',
    fileOf([inFile('1985-04-12/..')]),
    'no problems, 1 event, from 12 April 1985 to 12 April 1985',
  ],
  [
    'events without a date among them',
    fileOf([inFile('-0043-03-15'), undatedOf('a')]),
    'no problems, 2 events, from 15 March 44 BCE to 15 March 44 BCE, 1 without a date',
  ],
  ['no date at all', fileOf([undatedOf('a')]), 'no problems, 1 event, 1 without a date'],
  ['no event', fileOf([]), 'no problems, 0 events'],
  [
    'a field that is not known',
    fileOf([inFile('2021', { mood: 'good' })]),
    'no problems, 1 event, from 1 January 2021 to 31 December 2021\n  Dateline does not know the field “mood” in events[0] “2021”. It keeps what it holds, and does not show it.',
  ],
])('a sound file with %s', async (_, contents, answer) => {
  file('a.dateline', contents);
  expect(await check(['a.dateline'])).toBe(0);
  expect(output).toBe(`${join(folder, 'a.dateline')}: ${answer}\n`);
});

test('every problem is printed, with its place', async () => {
  const faulty = Array.from({ length: 250 }, (_, number) => inFile('2021', { id: `e${number}`, title: '' }));
  file('a.dateline', fileOf(faulty));
  expect(await check(['a.dateline'])).toBe(2);
  const [first, ...lines] = output.trimEnd().split('\n');
  expect(first).toBe(`${join(folder, 'a.dateline')}: The document has 250 problems.`);
  expect(lines).toHaveLength(250);
  expect(lines[249]).toMatch(/^ {2}events\[249\] › title \(line \d+\): must not be blank\.$/);
});

test('what is said of each file stands on lines of its own, and one faulty file makes the code 2', async () => {
  file('a.dateline', '<html>');
  file('b.dateline', fileOf([eventOf('2021')]));
  file('c.dateline', '{\n "a": 1,\n}');
  expect(await check(['a.dateline', 'b.dateline', 'none.dateline', 'c.dateline'])).toBe(2);
  expect(output.replaceAll(`${folder}/`, '')).toMatch(
    /^a\.dateline: It is a web page, .*\n {2}.*\n {2}.*\nb\.dateline: (?:.*\n)*none\.dateline: There is no file of this name .*\nc\.dateline: The document is not valid JSON: .* at line 3, column 1.*\n {2}The text there is “}”\.\n$/,
  );
});

test('programs get a line of JSON for each file', async () => {
  file('a.dateline', fileOf([inFile('2021-08-15', { mood: 'good' }), undatedOf('a')]));
  file('b.dateline', fileOf([inFile('2021', { title: '' })]));
  file('c.dateline', '[1');
  expect(await check(['a.dateline', 'b.dateline', 'c.dateline'], true)).toBe(2);
  const answers = output
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(answers).toEqual([
    {
      file: join(folder, 'a.dateline'),
      ok: true,
      format: 'dateline',
      version: 2,
      events: 2,
      undated: 1,
      from: '2021-08-15',
      to: '2021-08-15',
      unknownFields: [{ name: 'mood', first: 'events[0] “2021-08-15”', count: 1 }],
    },
    {
      file: join(folder, 'b.dateline'),
      ok: false,
      code: 'document-invalid',
      message: 'The document has one problem.',
      details: [],
      problems: [{ place: 'events[0] › title', line: 14, sentence: 'must not be blank' }],
    },
    {
      file: join(folder, 'c.dateline'),
      ok: false,
      code: 'document-json',
      message: 'The document ends too early: expected a comma or “]” at line 1, column 3.',
      details: ['The text there is “[1”.'],
      problems: [],
    },
  ]);
});

test('files of other programs are read as they would be to open them', async () => {
  file('sound.csv', 'Title,Date\nTalks,2021-04-03\nFlood,2022\n');
  file('faulty.csv', 'Title,Date,Mood\nTalks,2021-04-03,good\nFlood,2021-13-40,bad\n');
  file('open.csv', 'Title,Date\nTalks,3/4/2021\n');
  file('news.txt', 'The ministers met on 3 April 2021.\n\nThey agreed to meet again.\n');
  file('noise.bin', '\u0000\u0001\u0002');
  expect(await check(['sound.csv'])).toBe(0);
  expect(await check(['news.txt'])).toBe(0);
  expect(await check(['faulty.csv'])).toBe(2);
  expect(await check(['open.csv'])).toBe(2);
  expect(await check(['open.csv'], false, ['day-first'])).toBe(0);
  expect(await check(['noise.bin'])).toBe(2);
  expect(await check(['open.csv'], false, ['last-first'])).toBe(2);
  expect(output.replaceAll(`${folder}/`, '').split('\n')).toEqual([
    'sound.csv: no problems, 2 events, from 3 April 2021 to 31 December 2022',
    'news.txt: no problems, an article of 12 words',
    'faulty.csv: 2 events, 1 without a date; 2 problems.',
    '  line 2, Mood: The column was not imported; it holds something in 2 rows.',
    '  line 3, Date: The date “2021-13-40” has no month 13; months run from 01 to 12; the event has no date.',
    'open.csv: 1 event; one problem.',
    expect.stringMatching(
      /^ {2}In the column “Date”, which number .*\? Answer it with --assume day-first .*\.$/,
    ),
    'open.csv: no problems, 1 event, from 3 April 2021 to 3 April 2021',
    'noise.bin: It is a binary file, not a timeline document.',
    expect.stringContaining('Dateline opens timeline documents'),
    expect.stringContaining('To make one'),
    '--assume does not know “last-first”; docs/import.md lists the answers.',
  ]);
});

test('programs get an answer of the same form for them', async () => {
  file('sound.csv', 'Title,Date\nTalks,2021-04-03\n');
  file('open.csv', 'Title,Date\nTalks,3/4/2021\n');
  file('news.txt', 'The ministers met.');
  expect(await check(['sound.csv', 'open.csv', 'news.txt'], true)).toBe(2);
  const answers = output
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(answers).toEqual([
    {
      file: join(folder, 'sound.csv'),
      ok: true,
      format: 'csv',
      events: 1,
      undated: 0,
      from: '2021-04-03',
      to: '2021-04-03',
    },
    {
      file: join(folder, 'open.csv'),
      ok: false,
      format: 'csv',
      code: 'question-open',
      message: '1 event; one problem.',
      details: [],
      problems: [
        { place: 'Date', line: null, sentence: expect.stringMatching(/--assume day-first/) as unknown },
      ],
    },
    { file: join(folder, 'news.txt'), ok: true, format: 'article', words: 3 },
  ]);
});

test('a standard output that cannot be written ends it with 2', async () => {
  file('a.dateline', fileOf([]));
  const files = [join(folder, 'a.dateline'), join(folder, 'a.dateline')];
  let printed = 0;
  const print = (): Promise<2> => {
    printed += 1;
    return Promise.resolve(2);
  };
  const tell = (): Promise<2> => Promise.resolve(2);
  expect(await checkCommand({ kind: 'check', files, json: false, assume: [] }, { print, tell })).toBe(2);
  expect(printed).toBe(1);
});
