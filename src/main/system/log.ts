// Where main says what a developer needs to know: a line on the standard error stream and, in a window’s run, in the log.
import { createLogFile, type LogFile } from './log-file.ts';

let file: LogFile | undefined;

/**
 * Writes one line, marked as Dateline's.
 *
 * @param line says nothing that a document says, no name of a file and no address: it goes into a file that the reader may
 *   send to somebody.
 * @param detail what else there is to know, for standard error alone.
 */
export function log(line: string, detail = ''): void {
  process.stderr.write(`dateline: ${[line, detail].filter((part) => part !== '').join(': ')}\n`);
  file?.write(line);
}

/**
 * Keeps what is logged from now on in a file, too.
 *
 * @param folder absolute.
 * @param heading the first line of this run.
 */
export function openLog(folder: string, heading: string): void {
  file = createLogFile(folder);
  file.write(heading);
}
