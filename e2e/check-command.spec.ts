// The command line checks documents without a window and without a display, for readers and for programs.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchArguments } from '../scripts/launch.ts';
import { capture, projectFolder, type Finished } from '../scripts/processes.ts';

const electron = String(createRequire(import.meta.url)('electron'));
const ARTICLE = join(projectFolder, 'resources/article.dateline');
const TABLE = join(projectFolder, 'e2e/fixtures/toll-bridge.csv');

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-check-'));
  await writeFile(join(folder, 'faulty.dateline'), FAULTY);
});
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

const FAULTY = `{
  "format": "dateline", "version": 2, "title": "Faulty",
  "lanes": [{ "id": "l", "title": "L" }],
  "events": [
    { "id": "a", "title": "First", "date": "2021-13", "lane": "l" },
    { "id": "a", "title": "Second", "date": "2021", "lane": "m" }
  ]
}`;

/** Runs the app in the folder of the files, without a display. */
function dateline(...args: readonly string[]): Promise<Finished> {
  const words = [
    ...launchArguments(),
    '--log-level=3',
    `--user-data-dir=${join(folder, 'data')}`,
    projectFolder,
    ...args,
  ];
  const env = { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined };
  return capture(electron, words, { cwd: folder, env });
}

test('a sound file has no problems', async () => {
  expect(await dateline('check', ARTICLE)).toEqual({
    code: 0,
    stdout: `${ARTICLE}: no problems, 5 events, from 15 August 2021 to 3 October 2022\n`,
    stderr: '',
  });
});

test('every problem of a faulty file is printed with its place, and the other files are checked too', async () => {
  const path = join(folder, 'faulty.dateline');
  const run = await dateline('check', 'faulty.dateline', ARTICLE, 'missing.dateline');
  expect(run).toMatchObject({ code: 2, stderr: '' });
  expect(run.stdout.trimEnd().split('\n')).toEqual([
    `${path}: The document has 3 problems.`,
    expect.stringMatching(/^ {2}events\[0\] “First” › date \(line 5\): .*2021-13.*\.$/),
    '  events[1] “Second” › id (line 6): “a” is the id of an earlier entry; give each its own.',
    '  events[1] “Second” › lane (line 6): there is no lane with the id “m”.',
    `${ARTICLE}: no problems, 5 events, from 15 August 2021 to 3 October 2022`,
    expect.stringMatching(
      /missing\.dateline: There is no file of this name in the folder “dateline-check-.*”\.$/,
    ),
  ]);
});

test('programs get one line of JSON for each file', async () => {
  const run = await dateline('check', '--json', 'faulty.dateline', ARTICLE, TABLE);
  expect(run).toMatchObject({ code: 2, stderr: '' });
  const answers = run.stdout
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(answers).toEqual([
    {
      file: join(folder, 'faulty.dateline'),
      ok: false,
      code: 'document-invalid',
      message: 'The document has 3 problems.',
      details: [],
      problems: [
        expect.objectContaining({ place: 'events[0] “First” › date', line: 5 }),
        expect.objectContaining({ place: 'events[1] “Second” › id', line: 6 }),
        expect.objectContaining({ place: 'events[1] “Second” › lane', line: 6 }),
      ],
    },
    expect.objectContaining({ file: ARTICLE, ok: true, events: 5, from: '2021-08-15', to: '2022-10-03' }),
    expect.objectContaining({ file: TABLE, format: 'csv' }),
  ]);
});

test('a file has to be named', async () => {
  expect(await dateline('check')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'check needs a file; see --help.\n',
  });
});
