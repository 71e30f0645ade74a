// What a foreign format is: how it is told from others, what reading one yields, and what writing one loses.
import type { Article, KeptProposal, Lane, Note } from '../document/document.ts';
import type { TimelineEvent } from '../document/event.ts';
import type { Result } from '../result.ts';
import type { Mapping, TableSketch } from './table/fields.ts';

/** A document on its way between formats: what a version 2 document holds, as plain values. */
export interface Draft {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly author?: string | undefined;
  readonly articles: readonly Article[];
  readonly lanes: readonly Lane[];
  readonly events: readonly TimelineEvent[];
  readonly notes: readonly Note[];
  /** Left out where nothing was drafted. */
  readonly proposals?: readonly KeptProposal[] | undefined;
}

/** Something that a file says and Dateline changed, left out or could not read. */
export interface Problem {
  /** The name of the file. */
  readonly file: string;
  /** The line in it, from 1; `null` where it is not known or the file has none. */
  readonly line: number | null;
  /** The field, column or entry; `null` for the file as a whole. */
  readonly path: string | null;
  /** A sentence without a full stop: what was found, and what became of it. */
  readonly reason: string;
}

/** What became of a file. */
export interface Report {
  /** How many rows or entries were found that should be events. */
  readonly read: number;
  /** How many events they became, with those without a date. */
  readonly imported: number;
  /** How many of these have no date. */
  readonly undated: number;
  /** In the order of the file; empty where all is well. No more than {@link MOST_PROBLEMS}, and then a last one that counts the others. */
  readonly problems: readonly Problem[];
}

/** What became of a file, with its name. */
export interface FileReport {
  /** Without its folder. */
  readonly fileName: string;
  readonly report: Report;
}

/** The most problems that a report lists one by one. */
export const MOST_PROBLEMS = 10_000;

/** An answer to a question, by the name that the command line takes. */
export interface Choice {
  /** Such as `day-first`. */
  readonly answer: string;
  /** What it means for an example from the file, such as “3 April 1921”. */
  readonly words: string;
}

/** Something that a file leaves open and its reader has to say, once for a whole column or file. */
export interface Question {
  /** The column that it is about; `null` for the whole file. */
  readonly column: string | null;
  /** One sentence that ends with a question mark. */
  readonly words: string;
  readonly choices: readonly Choice[];
  /** The answer that was assumed for now, one of the choices. */
  readonly assumed: string;
}

/** What is known when a file is read, besides its bytes. */
export interface ReadOptions {
  /** The name of the file, without its folder. */
  readonly file: string;
  /** Answers to questions, such as `day-first`; `COLUMN=day-first` is for one column alone. */
  readonly assume: readonly string[];
  /** What the columns of a table mean; guessed if left out. */
  readonly mapping?: Mapping | undefined;
  /** The day on which the file is read, `YYYY-MM-DD`: some formats say “now”, or leave out the year. */
  readonly today: string;
}

/** What was read of a file. */
export interface Imported {
  readonly draft: Draft;
  readonly report: Report;
  /** The questions that nobody has answered. The draft was made with what each assumes. */
  readonly questions: readonly Question[];
  /** For tables: the mapping that was used, and what a screen needs to show and change it. */
  readonly table?: { readonly mapping: Mapping; readonly sketch: TableSketch } | undefined;
}

/** A file that was written, and what it cannot hold. */
export interface Written {
  readonly bytes: Uint8Array;
  /** A sentence each, for the reader to see before the file is saved; empty if nothing is lost. */
  readonly losses: readonly string[];
}

/** The beginning of a file, to tell its format by. */
export interface Beginning {
  /** No more than {@link BEGINNING} bytes. */
  readonly bytes: Uint8Array;
  /** The same as text, by its byte order mark or else UTF-8. */
  readonly text: string;
  /** The ending of the file's name in small letters, with its dot; empty if it has none. */
  readonly ending: string;
}

/** How many bytes are looked at to tell a format. */
export const BEGINNING = 65_536;

/** How sure it is that a file has a format. Among equals the first in the table of formats wins. */
export const enum Likelihood {
  No = 0,
  /** Nothing speaks against it: the format takes what no other claims. */
  Possible = 1,
  /** Its form is right, and so is its ending. */
  Likely = 2,
  /** Only this format looks like that. */
  Sure = 3,
}

/** The names of formats, for `--format`. */
export type FormatId =
  | 'timelinejs'
  | 'timelinejs-csv'
  | 'csv'
  | 'tsv'
  | 'xlsx'
  | 'ics'
  | 'vis'
  | 'markwhen'
  | 'timeline'
  | 'aeon'
  | 'preceden'
  | 'calendar-csv'
  | 'timesketch'
  | 'wikidata'
  | 'csl'
  | 'markdown'
  | 'html';

/** A foreign format. */
export interface Format {
  readonly id: FormatId;
  /** What readers call it, such as “TimelineJS JSON”. */
  readonly name: string;
  /** The endings of its files, with their dots, the one that is written first. */
  readonly endings: readonly string[];
  /** How likely a file is of this format, by its content before its ending. */
  readonly recognise: (beginning: Beginning) => Likelihood;
  /**
   * Reads a file.
   *
   * @returns what was read, or one sentence on why nothing was.
   */
  readonly read?: ((bytes: Uint8Array, options: ReadOptions) => Promise<Result<Imported>>) | undefined;
  /** Writes a file, whole. Nothing is stored yet: what is lost can be shown first. */
  readonly write?: ((draft: Draft) => Promise<Written>) | undefined;
}
