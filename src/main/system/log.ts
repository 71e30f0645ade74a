// Where main says what a developer needs to know: on the standard error stream of a window's run, and in the log.
import { createLogFile, type LogFile } from './log-file.ts';

let file: LogFile | undefined;
let toErrors = true;

/**
 * Writes one line, marked as Dateline's.
 *
 * @param line says nothing that a document says, no name of a file and no address: it goes into a file that the reader may
 *   send to somebody.
 * @param detail what else there is to know, for standard error alone.
 */
export function log(line: string, detail = ''): void {
  if (toErrors)
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

/**
 * Keeps what is logged from now on in a file alone, since standard error belongs to the sentences of a command. The file
 * is left alone until there is something to log.
 *
 * @param folder absolute.
 * @param heading the first line of this run.
 */
export function openQuietLog(folder: string, heading: string): void {
  const opened = createLogFile(folder);
  let begun = false;
  toErrors = false;
  file = {
    write: (line) => {
      if (!begun) opened.write(heading);
      begun = true;
      opened.write(line);
    },
  };
}
