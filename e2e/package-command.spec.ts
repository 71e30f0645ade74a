// The packed app in a shell, as scripts use it: the right exit code, at most one sentence, no dialog, and nothing left over.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { PNG } from 'pngjs';
import { launchArguments } from '../scripts/launch.ts';
import { capture, exitCode } from '../scripts/processes.ts';
import { marksOn } from './dateline.ts';
import { packedProgram, startPacked } from './packages.ts';

test.skip(process.platform !== 'linux', 'the words are for a shell of Linux');

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-packed-'));
});
test.afterEach(async () => {
  // Processes of a command that was ended may write for a moment longer.
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

/** What is there besides the app's own data. */
const written = async (): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name !== 'data' && name !== 'code').toSorted();

/** Standard error without what Electron says of a machine without a message bus, before any code of ours runs. */
const said = (errors: string): string => errors.replace(/^\[.*:ERROR:(?:dbus\/)?bus\.cc\(\d+\)\] .*\n/gm, '');

/** A run in a shell, where `dateline` stands for the packed app. */
interface InShell {
  readonly line: string;
  readonly env?: NodeJS.ProcessEnv;
  /** What the app ends with. */
  readonly code: number;
  readonly says?: string;
  readonly writes?: string;
}

/** What the shell runs first: a function that keeps the app's exit code, whatever stands behind it in a pipe. */
const FUNCTION = 'dateline() { "$PROGRAM" $SWITCHES "$@"; echo $? > code; }';

/** A home that is no folder, in which the app looks for its data itself. */
const NO_HOME = { HOME: '/dev/null', XDG_CONFIG_HOME: undefined };

const RUNS: readonly InShell[] = [
  { line: 'dateline --export - --format png | head -c 10', code: 2 },
  {
    line: 'dateline --export - --format png > /dev/full',
    code: 2,
    says: 'Standard output could not be written: there is no room left for it.\n',
  },
  { line: 'dateline --export a.png | true', code: 2, writes: 'a.png' },
  {
    line: 'dateline --exprot a.png',
    code: 2,
    says: 'There is no option --exprot; did you mean --export?\n',
  },
  {
    line: 'dateline --export a.png',
    env: { DISPLAY: undefined, WAYLAND_DISPLAY: undefined },
    code: 0,
    writes: 'a.png',
  },
  {
    line: 'dateline --export a.png',
    env: { ...NO_HOME, SWITCHES: launchArguments().join(' ') },
    code: 0,
    writes: 'a.png',
  },
];

test('in a shell it ends with 2 where something is wrong, else with 0, and always by itself', async () => {
  for (const { line, env, code, says = '', writes } of RUNS) {
    const run = await capture('sh', ['-c', `${FUNCTION}; ${line}`], {
      cwd: folder,
      env: {
        ...process.env,
        PROGRAM: packedProgram(),
        SWITCHES: [...launchArguments(), `--user-data-dir=${join(folder, 'data')}`].join(' '),
        ...env,
      },
      timeout: 20_000,
    });
    expect.soft(said(run.stderr), line).toBe(says);
    expect.soft(await readFile(join(folder, 'code'), 'utf8').catch(String), line).toBe(`${code}\n`);
    expect.soft(await written(), line).toEqual(writes === undefined ? [] : [writes]);
    await rm(join(folder, 'code'), { force: true });
    if (writes === undefined) continue;
    expect.soft(PNG.sync.read(await readFile(join(folder, writes))).width, line).toBe(1600);
    await rm(join(folder, writes));
  }
});

test('in a home that is no folder it opens its window, and says that it forgets', async () => {
  const running = await startPacked(packedProgram(), launchArguments(), { ...process.env, ...NO_HOME });
  try {
    await expect(marksOn(running.page)).toHaveCount(5);
    await expect(running.page.getByText(/^Settings and recent documents are forgotten/)).toBeVisible();
  } finally {
    await running.close();
  }
});

/** Resolves once so much has happened in a folder. */
function happens(where: string, count: number): Promise<void> {
  let left = count;
  return new Promise((resolve) => {
    const watcher = watch(where, () => {
      left -= 1;
      if (left > 0) return;
      watcher.close();
      resolve();
    });
  });
}

/** Sends SIGTERM to a group of processes, as far as any of it is left. */
function signalAll(group: number | undefined): void {
  try {
    if (group !== undefined) process.kill(-group, 'SIGTERM');
  } catch {
    // The run was over before.
  }
}

/** The moments of a run as its data folder shows them: it begins, Chromium starts, the page comes, it is drawn. */
const MOMENTS = [1, 4, 6, 11, 16, 24];

test('a signal to all its processes, as a terminal sends it, ends it with 128 + n at every moment', async () => {
  const profile = join(folder, 'data', 'command-line');
  let signalled = 0;
  for (const moment of MOMENTS) {
    const when = `after ${moment} changes`;
    await rm(profile, { recursive: true, force: true, maxRetries: 10 });
    await mkdir(profile, { recursive: true });
    await writeFile(join(folder, 'a.png'), 'old');
    const reached = happens(profile, moment);
    const words = [...launchArguments(), `--user-data-dir=${join(folder, 'data')}`, '--export', 'a.png'];
    const child = spawn(packedProgram(), words, { cwd: folder, stdio: 'ignore', detached: true });
    const ended = once(child, 'close');
    // A fast run may be over before the last of these moments.
    await Promise.race([reached, ended]);
    signalAll(child.pid);
    await ended;
    const code = exitCode(child.exitCode, child.signalCode);
    if (code === 143) signalled += 1;
    else expect.soft(code, when).toBe(0);
    const bytes = await readFile(join(folder, 'a.png'));
    if (code === 0) expect.soft(bytes.toString(), when).not.toBe('old');
    if (bytes.toString() !== 'old') expect.soft(PNG.sync.read(bytes).width, when).toBe(1600);
    expect.soft(await written(), when).toEqual(['a.png']);
  }
  expect(signalled).toBeGreaterThanOrEqual(4);
});
