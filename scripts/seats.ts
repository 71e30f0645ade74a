// Where the workers sit that run the end-to-end tests side by side: each at a display and in a temporary folder of its own.
import { mkdirSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasDisplay } from './launch.ts';
import { withDisplay } from './display.ts';

/** Names the displays to Playwright, with blanks between. */
const DISPLAYS = 'DATELINE_TEST_DISPLAYS';
/** Keeps the temporary folder around those of the workers. */
const FOLDER = 'DATELINE_TEST_FOLDER';

/** A third app would only take memory: the runs that count have two processors. */
const MOST = Math.min(2, availableParallelism());

/**
 * Calls `work` with the environment that Playwright is to be started with. Where this machine has no display, it
 * gets two, so that two files of tests run at the same time: on one display two apps would share a clipboard. A display
 * that is there belongs to somebody, and shows one app at a time.
 */
export function withSeats<T>(work: (environment: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  if (hasDisplay()) return work(process.env);
  const add = (displays: readonly string[]): Promise<T> =>
    displays.length === MOST
      ? work({ ...process.env, DISPLAY: displays[0], [DISPLAYS]: displays.join(' ') })
      : withDisplay(({ DISPLAY = '' }) => add([...displays, DISPLAY]));
  return add([]);
}

/** Takes the seat of this process, if it is a worker of Playwright's. Gives how many seats there are. */
export function takeSeat(environment: NodeJS.ProcessEnv = process.env): number {
  const displays = environment[DISPLAYS]?.split(' ') ?? [];
  const worker = environment['TEST_PARALLEL_INDEX'];
  const display = displays[Number(worker ?? Number.NaN)];
  if (worker !== undefined && display !== undefined) {
    environment['DISPLAY'] = display;
    // Programs leave files there that tests look for; a second call must not go a folder deeper.
    const folder = join((environment[FOLDER] ??= tmpdir()), worker);
    mkdirSync(folder, { recursive: true });
    environment['TMPDIR'] = folder;
  }
  return Math.max(1, displays.length);
}
