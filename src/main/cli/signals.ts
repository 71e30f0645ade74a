// Ends a command by the signals that a terminal, a script or the system ends programs with, and never as if it had succeeded.
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { app } from 'electron';
import { exitCodeOf, SIGNALS } from './exit-code.ts';

/**
 * Calls `end` with the exit code for a signal, from now on whenever one comes; several may.
 *
 * Before any code of ours runs, a signal ends the process by itself. Then Node has these signals; but on its way to
 * being ready, Chromium takes them for a wish to quit, which ends with 0. So they are taken back at the first event after
 * that; and whatever asks Electron to quit meanwhile was a signal too, or else the system's end of the session.
 *
 * Has to be called before Electron is ready.
 */
export function onSignal(end: (exitCode: number) => void): void {
  const listeners = SIGNALS.map((signal) => ({
    signal,
    listener: () => {
      end(exitCodeOf(signal));
    },
  }));
  const listen = (): void => {
    // Node asks the system for a signal with the first of its listeners alone.
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

/** The signal that came while Chromium had them: it lets go of one at its first. Known on Linux alone. */
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
