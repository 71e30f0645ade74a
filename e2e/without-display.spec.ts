// `npm start` where there is no display: a picture of the real window, its events in words, and nothing left running.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { PNG } from 'pngjs';
import { syntheticDocument } from '../bench/synthetic.ts';
import { projectFolder } from '../scripts/processes.ts';

/** Where the script has the profiles of what it starts. */
const PROFILES = join(projectFolder, 'node_modules/.cache/without-display');

let folder = '';
/** Ends what a test that failed has left running. */
let end = (): unknown => undefined;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-unseen-'));
});
test.afterEach(async () => {
  end();
  await expect.poll(running).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});

/** A run of the script. */
interface Run {
  /** Resolves as soon as this stands in its standard output. Rejects where it ends without. */
  readonly says: (text: string) => Promise<void>;
  /** Ctrl+C, as `kill` does it. */
  readonly interrupt: () => void;
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

/** Runs what `npm start` runs, as if it were called from the test's folder and without a display. */
function start(...own: readonly string[]): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', ...own], {
    cwd: projectFolder,
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', INIT_CWD: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  end = () => child.kill();
  const written = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.stderr += text));
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, ...written }));
  return {
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (written.stdout.includes(text)) resolve();
        };
        child.stdout.on('data', look);
        look();
        void ended.then(({ stdout, stderr }) => {
          reject(new Error(`It ended without “${text}”:\n${stdout}${stderr}`));
        });
      }),
    interrupt: () => child.kill('SIGINT'),
    ended,
  };
}

/**
 * The programs that still run and were started, at whatever remove, from the test's folder: by their environment, which
 * some of Chromium's processes write over, or by the profile that those name.
 */
async function running(): Promise<string[]> {
  const found: string[] = [];
  for (const id of await readdir('/proc')) {
    const read = (name: string) => readFile(join('/proc', id, name), 'utf8').catch(() => '');
    const [environment, words] = await Promise.all([read('environ'), read('cmdline')]);
    if (environment.includes(`INIT_CWD=${folder}\0`) || words.includes(PROFILES))
      found.push(words.split(/[\0 ]/)[0] ?? '');
  }
  return found;
}

async function expectPicture(): Promise<void> {
  const { width, height, data } = PNG.sync.read(await readFile(join(folder, 'dateline-window.png')));
  expect([width, height]).toEqual([1440, 900]);
  const colours = new Set(Array.from({ length: width * height }, (_, pixel) => data.readInt32LE(pixel * 4)));
  expect(colours.size).toBeGreaterThan(200);
}

test('a picture of the window is saved, and the events of the article are printed', async () => {
  const { code, stdout, stderr } = await start().ended;
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const lines = stdout.split('\n');
  const title = lines.indexOf('CSTO Mechanisms to be Launched on Kyrgyz-Tajik Border');
  expect(lines.slice(title + 1, title + 9)).toEqual([
    '',
    '15 August 2021                Fall of Kabul',
    '16 September 2021             CSTO summit in Dushanbe',
    '17 September 2021             SCO summit',
    '21 September 2022, uncertain  CSTO foreign ministers’ working meeting',
    '3 October 2022                Zas–Kulubaev meeting',
    '',
    `The window as it stands: ${join(folder, 'dateline-window.png')}`,
  ]);
  expect(lines[title + 9]).toMatch(/`npm start` .* display .* `npm run export -- --export figure\.png`/);
  await expectPicture();
  expect(await readdir(folder)).toEqual(['dateline-window.png']);
});

test('a document that cannot be opened ends with its sentence', async () => {
  await writeFile(join(folder, 'broken.dateline'), '{');
  const { code, stdout, stderr } = await start('broken.dateline').ended;
  expect(code).toBe(2);
  expect(stderr).toMatch(/^“broken\.dateline” cannot be opened\. /);
  expect(stderr).not.toMatch(/Error:| {4}at /);
  expect(stdout).not.toContain('dateline-window.png');
  expect(await readdir(folder)).toEqual(['broken.dateline']);
});

test('with --stay the window of another document stays open until Ctrl+C', async () => {
  const made = syntheticDocument(30);
  await writeFile(join(folder, 'other.dateline'), JSON.stringify(made));
  const run = start('other.dateline', '--stay');
  await run.says('Ctrl+C closes it.');
  await expectPicture();
  const programs = await running();
  expect(programs).toContain('Xvfb');
  expect(programs.filter((program) => program.endsWith('/electron')).length).toBeGreaterThan(1);
  run.interrupt();
  const { code, stdout, stderr } = await run.ended;
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const titles = stdout
    .split('\n')
    .flatMap((line) => made.events.find(({ title }) => line.endsWith(`  ${title}`)) ?? []);
  expect(titles).toHaveLength(30);
});

test('Ctrl+C before the window stands ends it, and all that it has begun', async () => {
  const run = start();
  await run.says('opening the window');
  run.interrupt();
  const { code, stderr } = await run.ended;
  expect(stderr).toBe('');
  expect(code).toBe(130);
  expect(await readdir(folder)).toEqual([]);
});

test('a figure is written, and no window opened', async () => {
  const { code, stdout, stderr } = await start('--export', 'a.png').ended;
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(stdout).not.toContain('opening the window');
  expect(await readdir(folder)).toEqual(['a.png']);
});
