// Reads and writes the standard streams. They may be closed or full, which is a failure to report and never a fault of the
// app.
import { failure, success, type Failure, type Result } from '../../shared/result.ts';
import { systemCode } from './system-code.ts';

/** Call this before writing anything: without a listener, Node treats a closed pipe as an uncaught exception. */
export function setupStreams(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** All of standard input, as UTF-8; what is left of it if it ends in the middle. */
export async function readInput(): Promise<string> {
  process.stdin.setEncoding('utf8');
  let text = '';
  for await (const part of process.stdin) text += String(part);
  return text;
}

/**
 * Writes all of `bytes` and waits until they are out: bytes still on their way when the app exits are lost.
 *
 * @returns `output-closed` if the reader has closed the stream, or `output-failed` if it cannot be written.
 */
export function writeStream(
  stream: NodeJS.WritableStream,
  bytes: Uint8Array | string,
): Promise<Result<null>> {
  return new Promise((resolve) => {
    stream.write(bytes, (error) => {
      resolve(error ? outputFailure(systemCode(error)) : success(null));
    });
  });
}

/**
 * Why standard output could not be written.
 *
 * @param code the system's name for the error.
 * @returns a failure with the code `output-closed` or `output-failed`.
 */
export function outputFailure(code: string): Result<never> {
  switch (code) {
    case 'EPIPE':
      return failure('output-closed', 'Standard output was closed before all was written to it.');
    case 'ENOSPC':
    case 'EDQUOT':
      return failure('output-failed', 'Standard output could not be written: there is no room left for it.');
    default:
      return failure('output-failed', 'Standard output could not be written: the system refused it.', [
        `The system calls this ${code}.`,
      ]);
  }
}

/**
 * A failure as lines for the terminal: its sentence and its details, without control characters that a terminal would
 * obey.
 */
export function inOneLine({ message, details }: Failure): string {
  return `${[message, ...details].join(' ').replace(/\p{Cc}+/gu, ' ')}\n`;
}
