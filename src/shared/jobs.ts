// The contract between main and its helper process: which jobs there are, and the messages of one.
import type { ReadingProgress } from './document/file/progress.ts';
import type { WithoutBytes } from './document/read-elsewhere.ts';
import type { Fault } from './figure/fault.ts';
import type { FoundArticle } from './formats/article/found.ts';
import type { Question, Report } from './formats/format.ts';
import type { ImportChoice, ImportPreview } from './formats/preview.ts';
import type { Result } from './result.ts';

/**
 * Every job once: what it is asked, what it tells on the way, and what it returns. A job also gets the bytes of a file,
 * which main reads: the helper opens none. All of these are plain data.
 */
export interface Jobs {
  /** Reads a `.dateline` file. Fails like `readDocument`, or with `document-too-large`. */
  readonly readDocument: {
    readonly asked: null;
    readonly progress: ReadingProgress;
    readonly done: WithoutBytes;
  };
  /** Reads a file of another program, to show it or to make a document of it. Fails like `readFile` of formats. */
  readonly importFile: {
    readonly asked: ImportWish;
    readonly progress: ReadingProgress;
    readonly done: ImportedFile;
  };
  /** Reads an article from a file of any kind that holds one. Fails like the function of that name in `formats/article`. */
  readonly readArticle: {
    readonly asked: null;
    readonly progress: never;
    readonly done: FoundArticle;
  };
}

/** How a file of another program is to be read. */
export interface ImportWish extends ImportChoice {
  /** Its name without the folder. */
  readonly name: string;
  /** The day on which it is read, `YYYY-MM-DD`. */
  readonly today: string;
  /** A preview, a document, or whichever comes next: a preview where a reader has something to say. */
  readonly want: 'preview' | 'document' | 'either';
}

/** What was made of it. */
export type ImportedFile =
  | { readonly kind: 'preview'; readonly preview: ImportPreview }
  | {
      readonly kind: 'document';
      /** A `.dateline` file, and what was read of it. */
      readonly bytes: Uint8Array;
      readonly document: WithoutBytes;
      readonly report: Report;
      /** What it leaves open; the document was then made as each question assumes. */
      readonly questions: readonly Question[];
    };

export type JobName = keyof Jobs;

/** Begins a job. */
export interface JobStart<Name extends JobName = JobName> {
  readonly kind: 'start';
  readonly job: Name;
  readonly asked: Jobs[Name]['asked'];
  /** The most bytes that the file has. */
  readonly size: number;
}

/** What main sends to the helper: a start, then for each `more` of {@link FromHelper} a piece of the file, `null` at its end. */
export type ToHelper = JobStart | { readonly kind: 'piece'; readonly bytes: Uint8Array | null };

/** What the helper sends to main. */
export type FromHelper<Name extends JobName = JobName> =
  /** It has room for another piece. */
  | { readonly kind: 'more' }
  /** At most ten times a second. */
  | { readonly kind: 'progress'; readonly progress: Jobs[Name]['progress'] }
  /** The end of the job. */
  | { readonly kind: 'done'; readonly result: Result<Jobs[Name]['done']> }
  /** Its end by an exception. */
  | { readonly kind: 'fault'; readonly fault: Fault };

/** Bytes in a piece of a file, at most. */
export const PIECE = 2 ** 22;
