// Runs other programs for the scripts, and ends them when the reader stops a script.
import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { resolve } from 'node:path';

/** The project's folder, which contains its package.json. */
export const projectFolder = resolve(import.meta.dirname, '..');

/** The result of a program: its exit code (128 + number of the signal that ended it) and its output. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to start a program; settings left out are those of this process. */
export interface Start {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds after which the program is killed; without it there is no limit. */
  readonly timeout?: number;
}

/** The signals that end a script: Ctrl+C, `kill`, and a closed terminal. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How many callers handle signals themselves: they end this process after they have ended their own work. */
let takers = 0;

/** Exit code of a program: its own, or 128 + the number of the signal that ended it. */
export const exitCode = (code: number | null, signal: NodeJS.Signals | null): number =>
  code ?? 128 + (signal ? constants.signals[signal] : 0);

/** Calls `take` for each signal to this process, which then does not end it. Returns a function that stops this. */
export function takeSignals(take: (signal: NodeJS.Signals) => void): () => void {
  takers += 1;
  for (const signal of signals) process.on(signal, take);
  return () => {
    takers -= 1;
    for (const signal of signals) process.off(signal, take);
  };
}

/**
 * Calls `work`, which must be synchronous, when this process ends, by a signal or otherwise. Returns a function that
 * cancels this. The last registered runs first.
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

/** Waits for a program. A signal to this process is forwarded, and ends this process once the program has ended. */
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

/** Runs a program in the reader's terminal and returns its exit code. Throws if the program cannot be started. */
export function run(command: string, args: readonly string[], start: Start = {}): Promise<number> {
  return finish(spawn(command, args, { ...start, stdio: 'inherit' }));
}

/**
 * Runs a program quietly and returns its output. A missing program exits with 127, as in a shell.
 *
 * @param hear called with its standard output as it arrives.
 */
export async function capture(
  command: string,
  args: readonly string[],
  start: Start = {},
  hear?: (text: string) => void,
): Promise<Finished> {
  // The scripts read this output, and ldd and apt-get would otherwise write it in the reader's language.
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

/** The command and first arguments that start the npm of this script, or else the one on the path. */
export function npm(...args: readonly string[]): [command: string, args: string[]] {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js') ? [process.execPath, [script, ...args]] : ['npm', [...args]];
}

/** Runs a program quietly and returns its standard output. Throws its error output if it fails. */
export async function must(command: string, args: readonly string[], start: Start = {}): Promise<string> {
  const finished = await capture(command, args, start);
  if (finished.code !== 0) throw new Error([`${command} failed.`, ...complaint(finished)].join('\n'));
  return finished.stdout;
}

/** The first lines of a failed program's message, without a stack trace. */
export function complaint({ stdout, stderr }: Finished): string[] {
  const lines = (stderr.trim() || stdout.trim()).split('\n').filter((line) => !/^\s+at /.test(line));
  return lines.slice(0, 3).map((line) => line.trim());
}
