// Gathers all that is wrong with a document, each as one line that says where, what, and what to do.
import { excerpt } from '../../excerpt.ts';

/** The most lines that are written out; the rest are counted. */
const MOST_LINES = 100;

/** The most problems that are counted one by one; a check that finds more may stop. */
export const MOST_COUNTED = 10_000;

/** Steps from a part of the document to one of its fields: names, and positions in lists from 0. */
export type Path = readonly PropertyKey[];

/** Takes one problem: where in the part, and what to say. The words are asked for only if they are to be shown. */
export type Report = (path: Path, sentence: () => string) => void;

/** The problems of one document. */
export interface Problems {
  /** Reports on the document as a whole. */
  readonly onDocument: Report;
  /** Reports on one entry of a list; its title, where it has one, is named beside its position. */
  readonly onEntry: (list: string, position: number, title: unknown) => Report;
  readonly count: () => number;
  /** “one problem”, “3 problems”, “more than 10,000 problems”. */
  readonly countInWords: () => string;
  /** One line a problem, the first hundred, then how many more there are. */
  readonly lines: () => string[];
}

/** Starts an empty collection. */
export function collectProblems(): Problems {
  const lines: string[] = [];
  let count = 0;
  const add = (where: () => string, sentence: () => string): void => {
    count += 1;
    if (count <= MOST_LINES) lines.push(`${where()}: ${sentence()}.`);
  };
  return {
    onDocument: (path, sentence) => {
      add(() => pathInWords('', path), sentence);
    },
    onEntry: (list, position, title) => (path, sentence) => {
      const name = typeof title === 'string' && title.trim() !== '' ? ` ${excerpt(title)}` : '';
      add(() => pathInWords(`${list}[${position}]${name}`, path), sentence);
    },
    count: () => count,
    countInWords: () => (count === 1 ? 'one problem' : `${counted(count, MOST_COUNTED)} problems`),
    lines: () => {
      const more = counted(count - MOST_LINES, MOST_COUNTED - MOST_LINES);
      return count > MOST_LINES ? [...lines, `… and ${more} more`] : lines;
    },
  };
}

function pathInWords(start: string, path: Path): string {
  return path.reduce<string>((words, step) => {
    if (typeof step === 'number') return `${words}[${step}]`;
    // Names come from the file and may hold anything.
    const name = /^\w{1,60}$/.test(String(step)) ? String(step) : excerpt(String(step));
    return words === '' ? name : `${words} › ${name}`;
  }, start);
}

function counted(count: number, most: number): string {
  return count <= most ? number(count) : `more than ${number(most)}`;
}

/** Writes a count with its thousands apart. */
export function number(value: number): string {
  return value.toLocaleString('en');
}
