// The log in a file, or rather in two of limited size: the older one is dropped in the end.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Accepts lines. */
export interface LogFile {
  /** Adds a line with the time, at once, so that it is there whatever happens next. Never throws. */
  readonly write: (line: string) => void;
}

/** Bytes: a few thousand lines. */
const LARGEST_FILE = 256 * 1024;

/** Characters: so that no single line fills the file. */
const LONGEST_LINE = 4000;

/**
 * Opens `dateline.log` in a folder, which is created if missing. When the file is full it becomes `dateline.old.log`
 * and replaces the one before.
 *
 * @param folder absolute.
 * @param limit the largest size of each file, in bytes.
 * @param now the time, for each line.
 */
export function createLogFile(folder: string, limit = LARGEST_FILE, now = () => new Date()): LogFile {
  const path = join(folder, 'dateline.log');
  let size: number | undefined;
  return {
    write: (line) => {
      const entry = `${now().toISOString()} ${line.slice(0, LONGEST_LINE)}\n`;
      const bytes = Buffer.byteLength(entry);
      try {
        if (size === undefined) {
          mkdirSync(folder, { recursive: true });
          size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
        }
        if (size > 0 && size + bytes > limit) {
          renameSync(path, join(folder, 'dateline.old.log'));
          size = 0;
        }
        appendFileSync(path, entry);
        size += bytes;
      } catch {
        // A failure to write the log must not disturb the reader; standard error has the line.
      }
    },
  };
}

/**
 * The parts of an error that may go into the log: its name, the system's code and its stack of functions and files. Its
 * message is left out, because it may quote a document or name a folder.
 */
export function errorForLog(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const { name, message, stack = '' } = error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  // Lines of the message may look like frames of the stack.
  const heading = message === '' ? name : `${name}: ${message}`;
  const frames = stack.startsWith(`${heading}\n`) ? stack.slice(heading.length + 1).split('\n') : [];
  return [name + code, ...frames.map(withoutFolders)].join('\n');
}

function withoutFolders(frame: string): string {
  return frame.replace(/(^\s*at |[ (])[^\s()]*[\\/]([^\\/()]+:\d+:\d+\)?)$/, '$1$2');
}
