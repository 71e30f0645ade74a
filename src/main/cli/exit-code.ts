// The signals with which a terminal, a script or the system ends a program, and their exit codes.
import { constants } from 'node:os';

/** The signals that ask a program to end. */
export const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/** The exit code that a shell reports for a program that a signal ended. */
export function exitCodeOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
