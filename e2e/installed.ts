// The installed deb and an ordinary user who uses it, for as long as the tests last.
import { copyFile, readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { capture, type Finished } from '../scripts/processes.ts';
import { marksOn } from './dateline.ts';
import { must, packages, processesOf, startPacked, type Running } from './packages.ts';

/** The package on this machine, and the user. */
export class Installed {
  readonly home: string;
  readonly #name: string;
  readonly #user: number;
  readonly #before: ReadonlySet<string>;

  private constructor(name: string, home: string, user: number, before: ReadonlySet<string>) {
    this.#name = name;
    this.home = home;
    this.#user = user;
    this.#before = before;
  }

  /** Makes the user, and installs the package by apt. */
  static async install(): Promise<Installed> {
    const deb = (await readdir(packages).catch(() => [])).find((file) => file.endsWith('.deb'));
    if (deb === undefined) throw new Error('There is no deb to install; npm test builds it.');
    const name = `dateline-test-${process.pid}`;
    const home = join('/home', name);
    await must('useradd', ['--create-home', '--shell', '/bin/sh', name]);
    // An X server with a key lets others in who have it.
    const key = process.env['XAUTHORITY'] ?? join(homedir(), '.Xauthority');
    await copyFile(key, join(home, '.Xauthority')).catch(() => undefined);
    const installed = new Installed(name, home, (await stat(home)).uid, await systemFiles());
    await installed.own(home);
    await must('apt-get', ['install', '--yes', '--no-install-recommends', join(packages, deb)]);
    return installed;
  }

  /** Takes away whatever of it is still there. */
  async end(): Promise<void> {
    await this.endAll();
    await capture('apt-get', ['purge', '--yes', 'dateline']);
    await capture('userdel', ['--remove', this.#name]);
  }

  /** The words that run a program as the user, at home and in an environment of the user's own. */
  asUser(...words: readonly string[]): [string, string[]] {
    return [
      'runuser',
      [
        ...['--user', this.#name, '--', 'env', '--ignore-environment', `--chdir=${this.home}`],
        ...[`HOME=${this.home}`, 'PATH=/usr/bin:/bin', 'LANG=C.UTF-8'],
        `DISPLAY=${process.env['DISPLAY'] ?? ''}`,
        ...words,
      ],
    ];
  }

  /** Gives a file or folder to the user, with all that is in it. */
  async own(path: string): Promise<void> {
    await must('chown', ['--recursive', `${this.#name}:`, path]);
  }

  /** Runs a program as the user; throws where it does not end well. */
  run(...words: readonly string[]): Promise<Finished> {
    return must(...this.asUser(...words));
  }

  /** Starts the app in a window as the user. */
  start(...words: readonly string[]): Promise<Running> {
    return startPacked(...this.asUser(...words));
  }

  /** Ends every app of the user. */
  async endAll(): Promise<void> {
    for (const { id } of await processesOf(this.#user)) {
      try {
        process.kill(id, 'SIGKILL');
      } catch {
        // It has ended with another.
      }
    }
    await expect.poll(async () => (await processesOf(this.#user)).length).toBe(0);
  }

  /** Waits for the five events, and checks what every process of the app says of its sandbox. */
  async expectFiveEventsInSandbox({ page }: Running): Promise<void> {
    await expect(marksOn(page)).toHaveCount(5);
    const processes = await processesOf(this.#user);
    expect(processes.filter(({ words }) => words.includes('--no-sandbox'))).toEqual([]);
    const browser = processes.find(({ words }) => !words.some((word) => word.startsWith('--type=')));
    const renderers = processes.filter(({ words }) => words.includes('--type=renderer'));
    expect(renderers.length).toBeGreaterThan(0);
    for (const renderer of renderers) {
      // Its system calls are filtered, and it sees neither other processes nor a network.
      expect(renderer.seccomp).toBe(2);
      expect(renderer.namespaces.pid).not.toBe(browser?.namespaces.pid);
      expect(renderer.namespaces.net).not.toBe(browser?.namespaces.net);
    }
  }

  /** Files that the system has now and did not have before the package came, and the other way round. */
  async changes(): Promise<{ readonly added: string[]; readonly missing: string[] }> {
    const after = await systemFiles();
    return {
      added: [...after].filter((path) => !this.#before.has(path)),
      missing: [...this.#before].filter((path) => !after.has(path)),
    };
  }
}

/** Everything that packages and their scripts put onto a system; logs and apt's own records are no part of that. */
async function systemFiles(): Promise<Set<string>> {
  const records = ['/var/log', '/var/cache/apt', '/var/lib/apt', '/var/lib/dpkg', '/var/cache/debconf'];
  const skip = records.flatMap((path) => ['-path', path, '-prune', '-o']);
  // What is taken away while it is listed is no failure.
  const { stdout } = await capture('find', ['/usr', '/etc', '/opt', '/var', '-xdev', ...skip, '-print']);
  if (!stdout.includes('/usr/bin\n')) throw new Error('The files of the system could not be listed.');
  return new Set(stdout.split('\n'));
}

/** What the X server says of the app's windows, which are found by their class. */
export async function windows(): Promise<string[]> {
  const { stdout } = await must('xwininfo', ['-root', '-tree']);
  const ids = [...stdout.matchAll(/^\s*(0x\w+) .*: \("dateline" "Dateline"\) /gm)].map(([, id]) => id ?? '');
  const properties = ['WM_CLASS', '_NET_WM_NAME', '_NET_WM_ICON'];
  // A window may be gone again by now.
  return Promise.all(ids.map(async (id) => (await capture('xprop', ['-id', id, ...properties])).stdout));
}

/** A test on a machine where the package is installed. */
export const test = base.extend<object, { installed: Installed }>({
  installed: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const installed = await Installed.install();
      await use(installed);
      await installed.end();
    },
    { scope: 'worker', auto: true, timeout: 180_000 },
  ],
});

export { expect };
