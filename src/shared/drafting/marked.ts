// Articles with their dates marked by hand, `{{words|value}}`, and how well a tagger finds and reads them.
import type { Expression, Tagger } from './tag.ts';

/** A date marked in a text: where it stands, and its value in TIMEX3. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** An article with marks. */
export interface MarkedArticle {
  /** The publication date in EDTF; `null` where it has none. */
  readonly published: string | null;
  /** Whether it tells history rather than news. */
  readonly narrative?: true;
  readonly text: string;
}

/** Takes the marks out of a text. */
export function unmarked(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  let last = 0;
  for (const match of marked.matchAll(/\{\{([^|{}]*)\|([^|{}]*)\}\}/gu)) {
    const [whole, words = '', value = ''] = match;
    text += marked.slice(last, match.index);
    marks.push({ start: text.length, end: text.length + words.length, value });
    text += words;
    last = match.index + whole.length;
  }
  return { text: text + marked.slice(last), marks };
}

/** How many dates are marked, how many were dated, and how many of these are marked with the same value. */
export interface Tally {
  readonly marked: number;
  readonly dated: number;
  readonly right: number;
}

/** Compares dated expressions with marks: right is what overlaps a mark and has its value. */
export function tally(
  expressions: readonly Expression[],
  marks: readonly Mark[],
): Tally & { readonly faults: readonly string[] } {
  const dated = expressions.filter(({ span }) => span !== null);
  const left = new Set(dated);
  const faults: string[] = [];
  let right = 0;
  for (const { start, end, value } of marks) {
    const found = dated.find((each) => left.has(each) && each.start < end && each.end > start);
    if (found !== undefined) left.delete(found);
    if (found?.value === value) right++;
    else faults.push(`${value} at ${start}: ${found?.value ?? 'not found'}`);
  }
  for (const { start, value } of left) faults.push(`nothing at ${start}: ${value}`);
  return { marked: marks.length, dated: dated.length, right, faults };
}

/** The harmonic mean of precision and recall, from 0 to 1. */
export function f1({ marked, dated, right }: Tally): number {
  return marked + dated === 0 ? 0 : (2 * right) / (marked + dated);
}

/** How well a tagger reads articles, all together. */
export function tallyAll(articles: readonly MarkedArticle[], tag: Tagger['tag']): Tally {
  const total = { marked: 0, dated: 0, right: 0 };
  for (const { published, narrative = false, text: marked } of articles) {
    const { text, marks } = unmarked(marked);
    const found = tally(tag(text, { published, narrative }).expressions, marks);
    total.marked += found.marked;
    total.dated += found.dated;
    total.right += found.right;
  }
  return total;
}
