// The command line converts files of other programs without a window and without a display.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchArguments } from '../scripts/launch.ts';
import { capture, projectFolder, type Finished } from '../scripts/processes.ts';

const electron = String(createRequire(import.meta.url)('electron'));
const FIXTURES = join(projectFolder, 'src/shared/formats/fixtures');

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-convert-'));
  await writeFile(join(folder, 'own.csv'), 'Was;Wann\nBrücke;3/4/1921\nFlut;5/6/1922\n');
  await writeFile(
    join(folder, 'map.json'),
    JSON.stringify({
      heads: true,
      fields: { title: { columns: ['Was'] }, start: { columns: ['Wann'] }, lane: { fixed: 'Stadt' } },
    }),
  );
});
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

/** Runs the app in the folder of the files, without a display. */
function convert(...args: readonly string[]): Promise<Finished> {
  const words = [
    ...launchArguments(),
    '--log-level=3',
    `--user-data-dir=${join(folder, 'data')}`,
    projectFolder,
    'convert',
    ...args,
  ];
  const env = { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined };
  return capture(electron, words, { cwd: folder, env });
}

test('files of several formats become one, and what went out comes back in', async () => {
  const inputs = [
    'xlsx/events.xlsx',
    'ics/people.ics',
    'markwhen/headings.mw',
    'timelinejs/first-version.json',
  ];
  const paths = inputs.map((name) => join(FIXTURES, name));
  const first = await convert(...paths, '--to', 'all.dateline', '--json');
  expect(first).toMatchObject({ code: 0, stderr: '' });
  const { imported, undated, problems } = reportIn(first);
  expect(imported).toBeGreaterThan(10);
  expect(problems.map(({ file }) => file)).toEqual(
    expect.arrayContaining(['events.xlsx', 'people.ics', 'headings.mw', 'first-version.json']),
  );
  expect(problems.every(({ reason }) => reason !== '')).toBe(true);

  for (const file of ['all.xlsx', 'all.csv']) {
    expect(await convert('all.dateline', '--to', file)).toMatchObject({ code: 0, stderr: '' });
    const back = await convert(file, '--to', 'back.dateline', '--json');
    expect(reportIn(back)).toMatchObject({ read: imported, imported, undated });
  }
  const dated = imported - undated;
  for (const [file, format] of [
    ['all.timeline', 'timeline'],
    ['all.mw', 'markwhen'],
    ['all.json', 'timelinejs'],
  ] as const) {
    expect(await convert('all.dateline', '--to', file, '--format', format)).toMatchObject({ code: 0 });
    const back = await convert(file, '--to', 'back.dateline', '--json', '--assume', 'end-inclusive');
    expect(reportIn(back)).toMatchObject({ imported: dated, undated: 0 });
  }
});

test('a mapping says what columns mean; what is open ends it with 2, named, until it is answered', async () => {
  const open = await convert(
    'own.csv',
    join(FIXTURES, 'timeline/bridge.timeline'),
    '--map',
    'map.json',
    '--to',
    'own.mw',
  );
  expect(open).toMatchObject({ code: 2, stdout: '' });
  expect(open.stderr).toMatch(/own\.csv: In the column “Wann”, which number .* --assume day-first/);
  expect(open.stderr).toMatch(/bridge\.timeline: .*midnight.* --assume end-inclusive/);
  expect(existsSync(join(folder, 'own.mw'))).toBe(false);

  const answered = await convert('own.csv', '--map', 'map.json', '--to', 'own.mw', '--assume', 'day-first');
  expect(answered).toMatchObject({ code: 0, stderr: '' });
  expect(await readFile(join(folder, 'own.mw'), 'utf8')).toMatch(/# Stadt\n\n1921-04-03: Brücke\n/);
});

interface Report {
  readonly read: number;
  readonly imported: number;
  readonly undated: number;
  readonly problems: readonly { readonly file: string; readonly reason: string }[];
}

function reportIn({ stdout }: Finished): Report {
  return JSON.parse(stdout) as Report;
}
