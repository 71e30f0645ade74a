// Logs what a developer needs to know: on standard error if the app has a window, and in the log file.
import { createLogFile, type LogFile } from './log-file.ts';

let file: LogFile | undefined;
let toErrors = true;

/**
 * Writes one line, marked as Dateline's.
 *
 * @param line contains no text of a document, no file name and no address: the reader may send the log to somebody.
 * @param detail further information, for standard error only.
 */
export function log(line: string, detail = ''): void {
  if (toErrors)
    process.stderr.write(`dateline: ${[line, detail].filter((part) => part !== '').join(': ')}\n`);
  file?.write(line);
}

/**
 * From now on also logs to a file.
 *
 * @param folder absolute.
 * @param heading the first line of this run.
 */
export function openLog(folder: string, heading: string): void {
  file = createLogFile(folder);
  file.write(heading);
}

/**
 * From now on logs only to a file, because standard error belongs to the sentences of a command. The file is created
 * with the first entry.
 *
 * @param folder absolute.
 * @param heading the first line of this run.
 */
export function openQuietLog(folder: string, heading: string): void {
  const target = createLogFile(folder);
  let hasHeading = false;
  toErrors = false;
  file = {
    write: (line) => {
      if (!hasHeading) target.write(heading);
      hasHeading = true;
      target.write(line);
    },
  };
}
