// The signals that a terminal, a script or the system ends programs with, and the exit codes that tell of them.
import { constants } from 'node:os';

/** The signals that ask a program to end. */
export const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/** What a shell takes a program for that a signal ended. */
export function exitCodeOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
