// Gathers what a reader changed, left out or could not read, for the report of an import.
import type { Path } from '../document/file/path.ts';
import { excerpt } from '../excerpt.ts';
import { grouped } from '../in-words.ts';
import { MOST_PROBLEMS, type Problem } from './format.ts';

/** Where something stands in a file. */
export interface Where {
  /** From 1; `null` if it is not known. A function is asked only for the problems that are listed. */
  readonly line?: number | null | (() => number | null) | undefined;
  /** The field or column in words, or the path to a part of a JSON file, whose line is then found. */
  readonly path?: string | Path | null | undefined;
}

/** The problems of one file while it is read. */
export interface Problems {
  /** Lists one problem: a sentence without a full stop. */
  readonly add: (reason: string, where?: Where) => void;
  /** Counts what may occur thousands of times, and lists it once, at its first place. `reason` gets the count. */
  readonly count: (key: string, reason: (count: number) => string, where?: Where) => void;
  /**
   * All problems: those of the whole file first, the others by their lines.
   *
   * @param linesOf finds the lines of the parts of a JSON file.
   */
  readonly list: () => Problem[];
  /** Says how the lines of parts of a JSON file are found. */
  readonly locate: (linesOf: (paths: readonly Path[]) => readonly (number | null)[]) => void;
}

interface Entry {
  readonly reason: string | ((count: number) => string);
  readonly where: Where;
  count: number;
}

/** Starts an empty collection for a file. */
export function collectProblems(file: string): Problems {
  const entries: Entry[] = [];
  const counted = new Map<string, Entry>();
  let more = 0;
  let linesOf: (paths: readonly Path[]) => readonly (number | null)[] = (paths) => paths.map(() => null);
  return {
    add(reason, where = {}) {
      if (entries.length < MOST_PROBLEMS) entries.push({ reason, where, count: 1 });
      else more += 1;
    },
    count(key, reason, where = {}) {
      const known = counted.get(key);
      if (known !== undefined) {
        known.count += 1;
        return;
      }
      const entry = { reason, where, count: 1 };
      counted.set(key, entry);
      // What is counted stays one entry, and so has room even in a full list.
      entries.push(entry);
    },
    locate(find) {
      linesOf = find;
    },
    list() {
      const paths = entries.flatMap(({ where: { path } }) => (isPath(path) ? [path] : []));
      const found = linesOf(paths);
      const lines = new Map(paths.map((path, index) => [path, found[index]]));
      const listed = entries.map(({ reason, where: { line, path }, count }) => ({
        file,
        line: isPath(path)
          ? (lines.get(path) ?? null)
          : ((typeof line === 'function' ? line() : line) ?? null),
        path: isPath(path) ? pathInWords(path) : (path ?? null),
        reason: typeof reason === 'string' ? reason : reason(count),
      }));
      listed.sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
      if (more === 0) return listed;
      return [
        ...listed,
        { file, line: null, path: null, reason: `${grouped(more)} more problems are not listed` },
      ];
    },
  };
}

function isPath(path: Where['path']): path is Path {
  return Array.isArray(path);
}

/** Steps down a JSON file in words: `events[3].start_date.month`. */
function pathInWords(path: Path): string | null {
  const words = path.reduce<string>((before, step) => {
    if (typeof step === 'number') return `${before}[${step}]`;
    const name = /^[\w-]{1,60}$/.test(String(step)) ? String(step) : excerpt(String(step));
    return before === '' ? name : `${before}.${name}`;
  }, '');
  return words === '' ? null : words;
}

/** “once” or “in 1,200 entries”, for counted problems. */
export function inEntries(count: number, entries = 'entries'): string {
  return count === 1 ? 'once' : `in ${grouped(count)} ${entries}`;
}
