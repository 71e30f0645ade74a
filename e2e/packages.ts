// Starts packed and installed apps for tests, and looks at them from outside: their fuses let no test inside of main.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { capture, projectFolder, type Finished } from '../scripts/processes.ts';
import { testedPackages } from '../scripts/installable.ts';

/** Where `npm test` builds the packages that are tested. */
export const packages = join(projectFolder, testedPackages);

const PROGRAMS = [
  'linux-unpacked/dateline',
  'linux-arm64-unpacked/dateline',
  'win-unpacked/Dateline.exe',
  'mac/Dateline.app/Contents/MacOS/Dateline',
  'mac-arm64/Dateline.app/Contents/MacOS/Dateline',
];

/** The program that runs out of the unpacked folder, absolute. Throws where nothing was built. */
export function packedProgram(): string {
  const found = PROGRAMS.map((name) => join(packages, name)).find((path) => existsSync(path));
  if (found === undefined) {
    throw new Error(
      `There are no packages to test; this builds them: npm run dist -- --light --output ${testedPackages}`,
    );
  }
  return found;
}

/** A packed app that runs in a window, seen from outside. */
export interface Running {
  readonly page: Page;
  /** What it wrote to standard error. */
  readonly complaints: () => string;
  /** Ends it, and all of its processes. */
  readonly close: () => Promise<void>;
}

/** Starts a program that ends up as a packed app, and looks into its window over Chromium's own debugging port. */
export async function startPacked(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Running> {
  // A group of its own, so that all of its processes can be ended.
  const child = spawn(command, [...args, '--remote-debugging-port=0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    env,
  });
  let written = '';
  const port = new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      written += text;
      const address = /^DevTools listening on (\S+)$/m.exec(written)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`${command} ended with ${String(code)} before it had a window:\n${written}`));
    });
  });
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    await end(child);
  };
  try {
    browser = await chromium.connectOverCDP(await port);
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('There is nothing to look into.');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    return { page, close, complaints: () => written };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Ends a program that was started detached, with all of its processes. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  if (process.platform === 'win32') child.kill();
  else process.kill(-child.pid, 'SIGTERM');
  await ended;
}

/** A process as Linux shows it. */
export interface Process {
  readonly id: number;
  readonly words: readonly string[];
  /** 2 where system calls are filtered; see proc_pid_status(5). */
  readonly seccomp: number;
  /** Each a name that is the same for two processes in the same namespace. */
  readonly namespaces: { readonly pid: string; readonly net: string };
}

/** The processes of a user whose program is called `dateline`. */
export async function processesOf(user: number): Promise<Process[]> {
  const found: Process[] = [];
  for (const name of await readdir('/proc')) {
    const folder = join('/proc', name);
    if (!/^\d+$/.test(name)) continue;
    try {
      if ((await stat(folder)).uid !== user) continue;
      // Chromium writes its processes' words with blanks between them, and not with zeros as they were given.
      const words = (await readFile(join(folder, 'cmdline'), 'utf8')).split(/[\0 ]+/).filter(Boolean);
      if (!(await readlink(join(folder, 'exe'))).endsWith('/dateline')) continue;
      const status = await readFile(join(folder, 'status'), 'utf8');
      found.push({
        id: Number(name),
        words,
        seccomp: Number(/^Seccomp:\s+(\d+)/m.exec(status)?.[1]),
        namespaces: {
          pid: await readlink(join(folder, 'ns/pid')),
          net: await readlink(join(folder, 'ns/net')),
        },
      });
    } catch {
      // It ended while it was looked at.
    }
  }
  return found;
}

/** Runs a program that has to end well, and gives what it wrote; throws with that where it does not. */
export async function must(command: string, args: readonly string[]): Promise<Finished> {
  const finished = await capture(command, args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (finished.code !== 0)
    throw new Error(
      `${[command, ...args].join(' ')} ended with ${finished.code}:\n${finished.stdout}${finished.stderr}`,
    );
  return finished;
}
