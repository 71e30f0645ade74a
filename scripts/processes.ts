// Runs other programs for the scripts, and takes them along when the reader stops a script.
import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { resolve } from 'node:path';

/** Where the project stands: the folder of its package.json. */
export const projectFolder = resolve(import.meta.dirname, '..');

/** What a finished program leaves: its exit code (128 + number of the signal that ended it) and what it wrote. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a program is started; what is not given is as for this process. */
export interface Start {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds after which the program is ended; without it, it may take as long as it likes. */
  readonly timeout?: number;
}

/** What ends a script: Ctrl+C, `kill`, and a terminal that is closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How many see to it now that a signal ends this process, and first end what they have begun. */
let takers = 0;

/** Exit code of a program: its own, or 128 + the number of the signal that ended it. */
export const exitCode = (code: number | null, signal: NodeJS.Signals | null): number =>
  code ?? 128 + (signal ? constants.signals[signal] : 0);

/** Calls `take` for each signal to this process, which no longer ends it, until the function that it gives is called. */
export function takeSignals(take: (signal: NodeJS.Signals) => void): () => void {
  takers += 1;
  for (const signal of signals) process.on(signal, take);
  return () => {
    takers -= 1;
    for (const signal of signals) process.off(signal, take);
  };
}

/**
 * Calls `work`, which cannot wait, when this process ends, be it by a signal, unless the function that it gives is
 * called before. What was registered last is called first.
 */
export function atExit(work: () => void): () => void {
  // A signal ends a process without its exit handlers.
  const end = (signal: NodeJS.Signals) => {
    if (takers === 0) process.exit(exitCode(null, signal));
  };
  process.prependListener('exit', work);
  for (const signal of signals) process.on(signal, end);
  return () => {
    process.off('exit', work);
    for (const signal of signals) process.off(signal, end);
  };
}

/** Waits for a program; a signal to this process is passed on, waited for, and then ends this process too. */
function finish(child: ChildProcess): Promise<number> {
  return new Promise((settle, reject) => {
    let received: NodeJS.Signals | undefined;
    const release = takeSignals((signal) => {
      received = signal;
      child.kill(signal);
    });
    child.once('error', (error) => {
      release();
      reject(error);
    });
    child.once('close', (code, signal) => {
      release();
      if (received) process.exit(exitCode(null, received));
      settle(exitCode(code, signal));
    });
  });
}

/** Runs a program in the reader's terminal and gives its exit code. Throws if the program cannot be started. */
export function run(command: string, args: readonly string[], start: Start = {}): Promise<number> {
  return finish(spawn(command, args, { ...start, stdio: 'inherit' }));
}

/**
 * Runs a program quietly and gives what it wrote. A program that is not there ends with code 127, as in a shell.
 *
 * @param hear called with what it writes to standard output, as it comes.
 */
export async function capture(
  command: string,
  args: readonly string[],
  start: Start = {},
  hear?: (text: string) => void,
): Promise<Finished> {
  // What is read must be in one language: ldd and apt-get would otherwise answer in the reader's.
  const env = { ...(start.env ?? process.env), LC_ALL: 'C' };
  const child = spawn(command, args, { ...start, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const written = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written.stdout += text;
    hear?.(text);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.stderr += text));
  try {
    return { code: await finish(child), ...written };
  } catch (error) {
    return { code: 127, stdout: '', stderr: String(error) };
  }
}

/** The command and first arguments that start the npm which runs this script, or else the one on the path. */
export function npm(...args: readonly string[]): [command: string, args: string[]] {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js') ? [process.execPath, [script, ...args]] : ['npm', [...args]];
}

/** Runs a program quietly and gives what it wrote to standard output. Throws, with what it said, where it fails. */
export async function must(command: string, args: readonly string[], start: Start = {}): Promise<string> {
  const finished = await capture(command, args, start);
  if (finished.code !== 0) throw new Error([`${command} failed.`, ...complaint(finished)].join('\n'));
  return finished.stdout;
}

/** The first lines of what a failed program said, without the stack of its error. */
export function complaint({ stdout, stderr }: Finished): string[] {
  const lines = (stderr.trim() || stdout.trim()).split('\n').filter((line) => !/^\s+at /.test(line));
  return lines.slice(0, 3).map((line) => line.trim());
}
