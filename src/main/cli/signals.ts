// Ends a command when a terminal, a script or the system signals it, with the exit code of that signal.
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { app } from 'electron';
import { exitCodeOf, SIGNALS } from './exit-code.ts';

/**
 * Calls `end` with the exit code of a signal for every signal from now on.
 *
 * Before any of our code runs, a signal ends the process by itself. Then Node receives the signals, but while Chromium
 * starts it takes them over as requests to quit, which exit with 0. So this takes them back at the first event
 * afterwards, and treats any request to quit in between as a signal or as the end of the system's session.
 *
 * Call this before Electron is ready.
 */
export function onSignal(end: (exitCode: number) => void): void {
  const listeners = SIGNALS.map((signal) => ({
    signal,
    listener: () => {
      end(exitCodeOf(signal));
    },
  }));
  const listen = (): void => {
    // Node registers a signal with the system only for the first of its listeners.
    for (const { signal, listener } of listeners) process.off(signal, listener).on(signal, listener);
  };
  listen();
  app.on('will-finish-launching', () => {
    const came = lost();
    listen();
    if (came !== undefined) end(exitCodeOf(came));
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    end(exitCodeOf('SIGTERM'));
  });
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
