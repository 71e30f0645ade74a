// Starts packed and installed apps for tests, and looks at them from outside: their fuses let no test inside of main.
import { existsSync } from 'node:fs';
import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { capture, projectFolder, type Finished } from '../scripts/processes.ts';
import { testedPackages } from '../scripts/installable.ts';
import { LOOK_INTO, startProgram, type Program } from '../scripts/program.ts';

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
export type Running = Pick<Program, 'close' | 'complaints'> & { readonly page: Page };

/** Starts a program that ends up as a packed app, and waits for its window. Throws where it has none. */
export async function startPacked(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Running> {
  const program = startProgram(command, [...args, LOOK_INTO], { env });
  try {
    const page = await program.page();
    if (page === undefined)
      throw new Error(`${command} ended before it had a window:\n${program.complaints()}`);
    return { ...program, page };
  } catch (error) {
    await program.close();
    throw error;
  }
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
