// Ends a command when a terminal, a script or the system signals it, with the exit code of that signal.
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { app } from 'electron';
import { exitCodeOf, SIGNALS } from './exit-code.ts';

/**
 * Lets a signal end the process at once, as the system does for a program without listeners. An exit of our own comes too
 * late if the signal goes to all processes of the app: Chromium first finds the others gone, and crashes.
 *
 * Before any of our code runs, a signal ends the process by itself. But while Chromium starts, it takes the signals over
 * as requests to quit, which exit with 0. So this takes them back at the first event afterwards, and calls `end` with the
 * exit code if there was a request to quit in between: it came from a signal or from the end of the system's session.
 *
 * Call this before Electron is ready.
 */
export function dieBySignals(end: (exitCode: number) => void): void {
  app.on('will-finish-launching', () => {
    const came = lost();
    // Node returns a signal to the system when its last listener goes.
    holdSignals(() => undefined)();
    if (came !== undefined) end(exitCodeOf(came));
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    end(exitCodeOf('SIGTERM'));
  });
}

/**
 * Calls `end` with the exit code of a signal, for every signal from now on, instead of letting it end the process.
 *
 * @returns a function that lets signals end the process again.
 */
export function holdSignals(end: (exitCode: number) => void): () => void {
  const listeners = SIGNALS.map((signal) => ({
    signal,
    listener: () => {
      end(exitCodeOf(signal));
    },
  }));
  for (const { signal, listener } of listeners) process.on(signal, listener);
  return () => {
    for (const { signal, listener } of listeners) process.off(signal, listener);
  };
}

/**
 * The signal that arrived while Chromium handled them: Chromium stops handling one when it first arrives. Linux only.
 */
function lost(): NodeJS.Signals | undefined {
  try {
    const caught = /^SigCgt:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (caught === undefined) return undefined;
    const mask = BigInt(`0x${caught}`);
    return SIGNALS.find((signal) => (mask & (1n << BigInt(constants.signals[signal] - 1))) === 0n);
  } catch {
    return undefined;
  }
}
