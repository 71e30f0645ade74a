// The answers of `dateline draft`, for readers and for programs.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  mailFile,
  pdfFile,
  savedAsMail,
  savedPage,
  STORY,
  wordFile,
} from '../../shared/formats/article/article-samples.ts';
import type { Failure } from '../../shared/result.ts';
import { documentIn } from '../../shared/document/samples.ts';
import { writeFileWhole } from '../system/write-file.ts';
import type { CommandLine } from './arguments.ts';
import { draftCommand } from './draft.ts';

let folder: string;
let output: string;
let told: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-draft-'));
  output = '';
  told = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

type Draft = Extract<CommandLine, { kind: 'draft' }>;

/** Drafts with these options and this standard input, and returns the exit code. */
const draft = (options: Partial<Draft>, input = ''): Promise<0 | 2> =>
  draftCommand(
    {
      kind: 'draft',
      files: [null],
      published: null,
      lang: null,
      narrative: false,
      output: 'json',
      ...options,
    },
    {
      input: () => Promise.resolve(input),
      print: (text) => {
        output += text;
        return Promise.resolve(0);
      },
      tell: (reason: Failure) => {
        told.push(reason.message);
        return Promise.resolve(2);
      },
      writeFile: writeFileWhole,
    },
  );

const lines = (): unknown[] =>
  output
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

/** A file of this folder. */
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const LEFT = 'The minister resigned on Monday.';

describe('for programs', () => {
  test('a line for each date expression', async () => {
    const article = file('a.txt', LEFT);
    expect(await draft({ files: [article], published: '2022-10-04' })).toBe(0);
    expect(lines()).toEqual([
      {
        doc: 'a.txt',
        start: 25,
        end: 31,
        value: '2022-10-03',
        type: 'DATE',
        why: '“Monday”, counted from the publication date, 4 October 2022; the verb tells what was',
        on: 'publication',
        edtf: '2022-10-03',
      },
    ]);
  });

  test('a line for each event', async () => {
    await draft({ files: [file('a.txt', LEFT)], published: '2022-10-04', output: 'events' });
    expect(lines()).toMatchObject([
      { doc: 'a.txt', start: 0, end: 32, date: '2022-10-03', title: 'The minister resigned' },
    ]);
  });

  test('standard input has a text in each line, with a publication date of its own', async () => {
    const input = ['2022-10-04', '20221004', '2022-10-04T09:30:00', '', 'soon']
      .map((dct, number) => `${JSON.stringify({ doc: number, dct, text: LEFT })}\n`)
      .join('\n');
    expect(await draft({}, input)).toBe(0);
    expect(lines()).toMatchObject([
      { doc: '0', value: '2022-10-03' },
      { doc: '1', value: '2022-10-03' },
      { doc: '2', value: '2022-10-03' },
      { doc: '3', value: '', edtf: null },
      { doc: '4', value: '', edtf: null },
    ]);
  });

  test('history goes by its own dates', async () => {
    const text = 'The war began in 1914. In October, the town fell.';
    await draft({ narrative: true, published: '2009-12-19' }, JSON.stringify({ text }));
    expect(lines()).toMatchObject([{ value: '1914' }, { value: '1914-10' }]);
  });
});

describe('a saved page', () => {
  test('is drafted by its main text and its own date, unless the command line says another', async () => {
    const page = file('page.html', savedPage());
    const to = join(folder, 'out.dateline');
    expect(await draft({ files: [page], output: { to } })).toBe(0);
    const { title, articles, events } = documentIn(readFileSync(to, 'utf8'));
    expect(title).toBe(STORY.title);
    expect(articles).toMatchObject([
      { title: STORY.title, publisher: STORY.publisher, address: STORY.address, published: STORY.published },
    ]);
    expect(events.at(0)?.date).toBe('2021-09-16');
    output = '';
    await draft({ files: [page], output: 'events', published: '2022-01-01' });
    expect(lines()[0]).toMatchObject({ date: '2021-12-30' });
  });

  test.each([
    ['a Word document', wordFile()],
    ['a mail', mailFile()],
    ['a PDF file', pdfFile()],
    ['a page saved as a mail', savedAsMail()],
  ])('and so is %s', async (_what, content) => {
    const path = join(folder, 'article');
    writeFileSync(path, content);
    expect(await draft({ files: [path], output: 'events', published: STORY.published })).toBe(0);
    expect(lines()[0]).toMatchObject({ doc: 'article', date: '2021-09-16' });
    expect(told).toEqual([]);
  });

  test('what holds no article is told, and the rest is drafted all the same', async () => {
    const files = [file('a.json', '{}'), file('b.txt', LEFT)];
    expect(await draft({ files, published: '2022-10-04' })).toBe(2);
    expect(told).toEqual([expect.stringMatching(/a\.json: It is JSON, and Dateline reads no articles from/)]);
    expect(lines()).toHaveLength(1);
  });
});

describe('for readers', () => {
  test('a line for each event, in words', async () => {
    const article = file('a.txt', `${LEFT} Before the fall of the wall, she studied.`);
    await draft({ files: [article], published: '2022-10-04', output: 'words' });
    expect(output).toBe(
      'a.txt: 3 October 2022: The minister resigned (“Monday”, counted from the publication date, 4 October 2022; the verb tells what was)\n' +
        'a.txt: undated: Fall of the wall (Named without a date)\n',
    );
  });
});

describe('as a document', () => {
  test('every event is a proposal, with its quotes and the reason for its date', async () => {
    const to = join(folder, 'out.dateline');
    const files = [file('a.txt', `Minister resigns\n\n${LEFT} She gave no reason.`), file('b.txt', LEFT)];
    expect(await draft({ files, published: '2022-10-04', output: { to } })).toBe(0);
    expect(output).toBe(`${to}: 2 events, all tagged “proposed”\n`);
    const { articles, events } = documentIn(readFileSync(to, 'utf8'));
    expect(articles.map(({ title, published }) => [title, published])).toEqual([
      ['Minister resigns', '2022-10-04'],
      [LEFT, '2022-10-04'],
    ]);
    expect(events.at(0)).toMatchObject({
      title: 'The minister resigned',
      date: '2022-10-03',
      tags: ['proposed'],
      evidence: [{ quote: 'Minister resigns' }, { quote: LEFT }, { quote: 'She gave no reason.' }],
      dating: {
        kind: 'derived',
        explanation: '“Monday”, counted from the publication date, 4 October 2022; the verb tells what was',
      },
    });
  });

  test('none is written where an article cannot be read', async () => {
    const to = join(folder, 'out.dateline');
    expect(await draft({ files: [file('a.txt', LEFT), join(folder, 'none')], output: { to } })).toBe(2);
    expect(existsSync(to)).toBe(false);
  });
});

describe('what cannot be read', () => {
  test('is named, and the rest is drafted all the same', async () => {
    const input = `no JSON\n[]\n{"doc":"a"}\nnull\n{"dct":"2022-10-04","text":"${LEFT}"}\n`;
    expect(await draft({}, input)).toBe(2);
    expect(told).toEqual([
      'Line 1 of standard input is not JSON; write {"doc": …, "dct": …, "text": …}.',
      'Line 2 of standard input has no text; write {"doc": …, "dct": …, "text": …}.',
      'Line 3 of standard input has no text; write {"doc": …, "dct": …, "text": …}.',
      'Line 4 of standard input is no object; write {"doc": …, "dct": …, "text": …}.',
    ]);
    expect(lines()).toMatchObject([{ doc: '5', value: '2022-10-03' }]);
  });

  test('a file that is missing', async () => {
    expect(
      await draft({ files: [join(folder, 'none.txt'), file('a.txt', LEFT)], published: '2022-10-04' }),
    ).toBe(2);
    expect(told).toHaveLength(1);
    expect(lines()).toHaveLength(1);
  });

  test('a publication date that is none', async () => {
    expect(await draft({ published: 'yesterday' }, JSON.stringify({ text: LEFT }))).toBe(2);
    expect(told[0]).toMatch(/^--published “yesterday” is not a date in EDTF/);
    expect(output).toBe('');
  });
});
