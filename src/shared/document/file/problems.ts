// Collects the problems of a document, each as one line that says where, what, and what to do.
import { excerpt } from '../../excerpt.ts';
import { hasLines, linesOf } from './line-numbers.ts';
import type { Path } from './path.ts';

/** The most lines that are written out; the rest is only counted. */
const MOST_LINES = 100;

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
   * One line for each of the first hundred problems, then how many more there are.
   *
   * @param text of the document: each line names the line of the text, unless there is only one.
   */
  readonly lines: (text: string) => string[];
}

/** A problem that is written out. */
interface Problem {
  readonly path: Path;
  /** The path in words. */
  readonly where: string;
  readonly sentence: string;
}

/** Starts an empty collection. */
export function collectProblems(): Problems {
  const problems: Problem[] = [];
  let count = 0;
  const add = (problem: () => Problem): void => {
    count += 1;
    if (count <= MOST_LINES) problems.push(problem());
  };
  return {
    onDocument: (path, sentence) => {
      add(() => ({ path, where: pathInWords('', path), sentence: sentence() }));
    },
    onEntry: (list, position, title) => (path, sentence) => {
      add(() => {
        const where = placeInWords(list, position, title, path);
        return { path: [list, position, ...path], where, sentence: sentence() };
      });
    },
    count: () => count,
    countInWords: () => (count === 1 ? 'one problem' : `${counted(count, MOST_COUNTED)} problems`),
    lines: (text) => {
      const numbers = hasLines(text)
        ? linesOf(
            text,
            problems.map(({ path }) => path),
          )
        : [];
      const lines = problems.map(({ where, sentence }, position) => {
        const line = numbers[position];
        return `${where}${line === undefined ? '' : ` (line ${line})`}: ${sentence}.`;
      });
      const more = counted(count - MOST_LINES, MOST_COUNTED - MOST_LINES);
      return count > MOST_LINES ? [...lines, `… and ${more} more`] : lines;
    },
  };
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
  return count <= most ? number(count) : `more than ${number(most)}`;
}

/** Writes a count with a thousands separator. */
export function number(value: number): string {
  return value.toLocaleString('en');
}
