// What reading the file of an article yields, and what a kind of such files is.
import { grouped } from '../../in-words.ts';
import { failure, type Failed, type Result } from '../../result.ts';
import { encodingInWords } from '../text.ts';

/** An article as its file has it. What the file does not say is empty. */
export interface FoundArticle {
  /** The words of the file, paragraphs apart by blank lines or as the file has them. */
  readonly text: string;
  readonly title: string;
  readonly publisher: string;
  /** A whole address of http or https. */
  readonly address: string;
  /** The publication date in EDTF. */
  readonly published: string;
  /** What was left out, or may be wrong: a sentence each. */
  readonly remarks: readonly string[];
}

/** An article of which nothing is known. */
export const NOTHING_FOUND: FoundArticle = {
  text: '',
  title: '',
  publisher: '',
  address: '',
  published: '',
  remarks: [],
};

/** The beginning of a file, to tell its kind by. */
export interface ArticleBeginning {
  /** No more than 65,536 bytes. */
  readonly bytes: Uint8Array;
  /** The same as text. */
  readonly text: string;
}

/** A kind of files that hold articles. */
export interface ArticleKind {
  /** Whether a file that begins so is of this kind. */
  readonly recognise: (beginning: ArticleBeginning) => boolean;
  /** Reads a whole file; fails with `article-damaged` or another code and a sentence on why there is no text. */
  readonly read: (bytes: Uint8Array) => Promise<Result<FoundArticle>>;
}

/** Says that nothing names the encoding of a text. */
export function guessedEncoding(encoding: string): string {
  return `Its letters were read as ${encodingInWords(encoding)}, which is a guess.`;
}

/** The most bytes of a file that is read as an article: a saved page may hold all of its pictures. */
export const LARGEST_ARTICLE = 128 * 2 ** 20;

/** Refuses a file that is too large for an article. @param size bytes. */
export function articleTooLarge(size: number): Failed {
  return failure(
    'file-too-large',
    `It is ${grouped(Math.ceil(size / 2 ** 20))} MB, and Dateline reads articles from files of up to ${LARGEST_ARTICLE / 2 ** 20} MB. Copy the text of the article and paste it.`,
  );
}
