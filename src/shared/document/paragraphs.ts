// Finds the visible paragraphs of an article. Pure.
import type { Article } from './document.ts';
import type { TextRange } from './event.ts';

/** The places of an article's paragraphs, without hidden parts and surrounding blanks, in the text's order. */
export function visibleParagraphs({ text, hidden }: Pick<Article, 'text' | 'hidden'>): TextRange[] {
  const paragraphs: TextRange[] = [];
  const edges = [...hidden].sort((a, b) => a.start - b.start);
  let from = 0;
  for (const { start, end } of [...edges, { start: text.length, end: text.length }]) {
    for (const match of text.slice(from, start).matchAll(/\S[^\r\n]*/gu)) {
      const begin = from + match.index;
      paragraphs.push({ start: begin, end: begin + match[0].trimEnd().length });
    }
    from = Math.max(from, end);
  }
  return paragraphs;
}
