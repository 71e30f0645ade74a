// The words that a figure has in place of its document's: title, subtitle and credit.
import { grouped } from '../in-words.ts';
import { failure, success, type Result } from '../result.ts';

/** The parts of a figure that can be worded for it alone. */
export const WORDED = ['title', 'subtitle', 'credit'] as const;
/** One of {@link WORDED}. */
export type Worded = (typeof WORDED)[number];

/** The words of one figure. What is left out says what the document says. */
export type FigureWords = Readonly<Partial<Record<Worded, string | undefined>>>;

/** The most characters in each, as UTF-16 code units: lines as in a document, and a credit that names several articles. */
export const LONGEST_WORDS: Readonly<Record<Worded, number>> = { title: 500, subtitle: 500, credit: 1_000 };

/** Whether the part that bears some words is in a figure. */
export function isWorded(
  words: Worded,
  parts: { readonly title: boolean; readonly credit: boolean },
): boolean {
  return words === 'credit' ? parts.credit : parts.title;
}

/** Whether any words are given. */
export function hasWords(words: FigureWords): boolean {
  return WORDED.some((part) => words[part] !== undefined);
}

/**
 * Puts typed words on one line each, and leaves out what is blank.
 *
 * @returns `figure-title`, `figure-subtitle` or `figure-credit` for words longer than {@link LONGEST_WORDS}.
 */
export function readWords(typed: Readonly<Partial<Record<Worded, string>>>): Result<FigureWords> {
  const words: Partial<Record<Worded, string>> = {};
  for (const part of WORDED) {
    const text = (typed[part] ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
    const most = LONGEST_WORDS[part];
    if (text.length > most)
      return failure(
        `figure-${part}`,
        `The ${part} has ${grouped(text.length)} characters; shorten it to at most ${grouped(most)}.`,
      );
    if (text !== '') words[part] = text;
  }
  return success(words);
}
