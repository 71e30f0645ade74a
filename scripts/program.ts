// Starts the app as a program like any other, and looks into its window from outside, by Chromium's own debugging port.
import { spawn } from 'node:child_process';
import { chromium, type Browser, type Page } from '@playwright/test';
import { exitCode, type Start } from './processes.ts';

/** A program that runs. */
export interface Program {
  /** Its window; `undefined` where it ends without one. Rejects where it cannot be started or looked into. */
  readonly page: () => Promise<Page | undefined>;
  /** What it wrote to standard error. */
  readonly complaints: () => string;
  /** Its exit code, once it has ended; see {@link exitCode}. */
  readonly ended: Promise<number>;
  /** Ends it, and all of its processes. */
  readonly close: () => Promise<void>;
  /** The same at once and by force, for a process that ends itself. */
  readonly kill: () => void;
}

/** The switch without which a program cannot be looked into; the port is one that is free. */
export const LOOK_INTO = '--remote-debugging-port=0';

/** What Chromium says when it can be looked into. */
const LISTENING = /^DevTools listening on (\S+)$/m;

/** How long a program may take to end before it is made to, milliseconds. */
const PATIENCE = 5_000;

/**
 * Starts a program that ends up as the app, without input and in a group of its own, so that Ctrl+C does not reach it.
 *
 * @param args have to hold {@link LOOK_INTO}.
 * @param start.stdout where its standard output goes; nowhere, if left out.
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
  /** Settles with `undefined` where the program ends before `work` is done. */
  const unlessEnded = <T>(work: Promise<T>): Promise<T | undefined> => {
    // Where both fail, the second is of no interest.
    work.catch(() => undefined);
    return Promise.race([work, ended.then(() => undefined)]);
  };
  const send = (signal: NodeJS.Signals): void => {
    if (child.pid === undefined) return;
    try {
      if (process.platform === 'win32') child.kill(signal);
      else process.kill(-child.pid, signal);
    } catch {
      // All of its processes have ended.
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
