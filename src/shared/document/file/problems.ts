// Collects the problems of a document, each as one line that says where, what, and what to do.
import { excerpt } from '../../excerpt.ts';
import { grouped } from '../../in-words.ts';
import type { Path } from './path.ts';
import type { Source } from './source.ts';

/** The most problems that are listed for a reader of the window; the rest is only counted. */
export const MOST_LISTED = 100;

/** The most problems that are counted one by one; a check that finds more may stop. */
export const MOST_COUNTED = 10_000;

/** Takes one problem: where in the part, and what to say. The words are made only if they will be shown. */
export type Report = (path: Path, sentence: () => string) => void;

/** The problems of one document. */
export interface Problems {
  /** Reports on the document as a whole. */
  readonly onDocument: Report;
  /** Reports on one entry of a list, named by its position and its title, if it has one. */
  readonly onEntry: (list: string, position: number, title: unknown) => Report;
  readonly count: () => number;
  /** “one problem”, “3 problems”, “more than 10,000 problems”. */
  readonly countInWords: () => string;
  /**
   * The first problems, as many as are listed.
   *
   * @param lines finds the line of each part.
   */
  readonly listed: (lines: Source['lines']) => ListedProblem[];
}

/** A problem that is written out. */
export interface ListedProblem {
  /** The part of the document, in words. */
  readonly place: string;
  /** Its line in the file, from 1; `null` if the file is one line. */
  readonly line: number | null;
  /** What is wrong and what to do; no capital at the start and no full stop. */
  readonly sentence: string;
}

/** A problem whose line is still to be found. */
interface Problem extends Omit<ListedProblem, 'line'> {
  readonly path: Path;
}

/**
 * Starts an empty collection.
 *
 * @param most how many problems are listed.
 */
export function collectProblems(most: number): Problems {
  const problems: Problem[] = [];
  let count = 0;
  const add = (problem: () => Problem): void => {
    count += 1;
    if (count <= most) problems.push(problem());
  };
  return {
    onDocument: (path, sentence) => {
      add(() => ({ path, place: pathInWords('', path), sentence: sentence() }));
    },
    onEntry: (list, position, title) => (path, sentence) => {
      add(() => {
        const place = placeInWords(list, position, title, path);
        return { path: [list, position, ...path], place, sentence: sentence() };
      });
    },
    count: () => count,
    countInWords: () => (count === 1 ? 'one problem' : `${counted(count, MOST_COUNTED)} problems`),
    listed: (lines) => {
      const numbers = lines(problems.map(({ path }) => path));
      return problems.map(({ place, sentence }, position) => ({
        place,
        line: numbers[position] ?? null,
        sentence,
      }));
    },
  };
}

/** Problems as a line each, then how many more there are; `count` is that of all problems. */
export function problemLines(listed: readonly ListedProblem[], count: number): string[] {
  const lines = listed.map(
    ({ place, line, sentence }) => `${place}${line === null ? '' : ` (line ${line})`}: ${sentence}.`,
  );
  const more = counted(count - listed.length, MOST_COUNTED - listed.length);
  return count > listed.length ? [...lines, `… and ${more} more`] : lines;
}

/** Names a place within an entry of a list by the entry's position and, if it has one, its title. */
export function placeInWords(list: string, position: number, title: unknown, path: Path): string {
  const name = typeof title === 'string' && title.trim() !== '' ? ` ${excerpt(title)}` : '';
  return pathInWords(`${list}[${position}]${name}`, path);
}

function pathInWords(start: string, path: Path): string {
  return path.reduce<string>((words, step) => {
    if (typeof step === 'number') return `${words}[${step}]`;
    // Names come from the file and may contain anything.
    const name = /^\w{1,60}$/.test(String(step)) ? String(step) : excerpt(String(step));
    return words === '' ? name : `${words} › ${name}`;
  }, start);
}

function counted(count: number, most: number): string {
  return count <= most ? grouped(count) : `more than ${grouped(most)}`;
}
