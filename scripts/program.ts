// Starts the app like any other program, and looks into its window from outside through Chromium's debugging port.
import { spawn } from 'node:child_process';
import { chromium, type Browser, type Page } from '@playwright/test';
import { exitCode, type Start } from './processes.ts';

/** A running program. */
export interface Program {
  /** Its window; `undefined` if it ends without one. Rejects if the program cannot be started or inspected. */
  readonly page: () => Promise<Page | undefined>;
  /** Its output on standard error. */
  readonly complaints: () => string;
  /** Its exit code, once it has ended; see {@link exitCode}. */
  readonly ended: Promise<number>;
  /** Ends it with all of its processes. */
  readonly close: () => Promise<void>;
  /** Kills it with all of its processes at once, for a script that is ending itself. */
  readonly kill: () => void;
}

/** The switch that makes a program inspectable; Chromium picks a free port. */
export const LOOK_INTO = '--remote-debugging-port=0';

/** Chromium's message once it can be inspected. */
const LISTENING = /^DevTools listening on (\S+)$/m;

/** Milliseconds that a program may take to end before it is killed. */
const PATIENCE = 5_000;

/**
 * Starts a program that becomes the app, without input and in a group of its own, so that Ctrl+C does not reach it.
 *
 * @param args must include {@link LOOK_INTO}.
 * @param start.stdout the target of its standard output; discarded if left out.
 */
export function startProgram(
  command: string,
  args: readonly string[],
  { stdout = 'ignore', ...start }: Start & { readonly stdout?: 'ignore' | 'inherit' } = {},
): Program {
  const child = spawn(command, args, { ...start, stdio: ['ignore', stdout, 'pipe'], detached: true });
  let written = '';
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      resolve(exitCode(code, signal));
    });
  });
  const address = new Promise<string>((resolve) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      written += text;
      const found = LISTENING.exec(written)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  /** Resolves with `undefined` if the program ends before `work` is done. */
  const unlessEnded = <T>(work: Promise<T>): Promise<T | undefined> => {
    // If both fail, the second failure does not matter.
    work.catch(() => undefined);
    return Promise.race([work, ended.then(() => undefined)]);
  };
  const send = (signal: NodeJS.Signals): void => {
    if (child.pid === undefined) return;
    try {
      if (process.platform === 'win32') child.kill(signal);
      else process.kill(-child.pid, signal);
    } catch {
      // All of its processes have already ended.
    }
  };

  let browser: Browser | undefined;
  const look = async (): Promise<Page> => {
    browser = await chromium.connectOverCDP(await address);
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('There is nothing to look into.');
    return context.pages()[0] ?? (await context.waitForEvent('page'));
  };
  return {
    page: () => unlessEnded(look()),
    complaints: () => written.replace(LISTENING, '').trim(),
    ended,
    close: async () => {
      await browser?.close();
      send('SIGTERM');
      const force = setTimeout(() => {
        send('SIGKILL');
      }, PATIENCE);
      await ended;
      clearTimeout(force);
      send('SIGKILL');
    },
    kill: () => {
      send('SIGKILL');
    },
  };
}
