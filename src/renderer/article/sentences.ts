// Finds the sentences of an article, so that one can be selected by keyboard. Pure.
import type { Article } from '../../shared/document/document.ts';
import type { TextRange } from '../../shared/document/event.ts';
import { visibleParagraphs } from '../../shared/document/paragraphs.ts';

/** The sentence at a place of the text or behind it; `null` behind the last. */
export function sentenceFrom(article: Pick<Article, 'text' | 'hidden'>, place: number): TextRange | null {
  for (const paragraph of visibleParagraphs(article)) {
    if (paragraph.end <= place) continue;
    const found = sentencesOf(article.text, paragraph).find(({ end }) => end > place);
    if (found !== undefined) return found;
  }
  return null;
}

/** The last sentence that ends at a place of the text or before it; `null` before the first. */
export function sentenceBefore(article: Pick<Article, 'text' | 'hidden'>, place: number): TextRange | null {
  const earlier = visibleParagraphs(article).filter(({ start }) => start < place);
  for (const paragraph of earlier.reverse()) {
    const found = sentencesOf(article.text, paragraph).findLast(({ end }) => end <= place);
    if (found !== undefined) return found;
  }
  return null;
}

/** The sentences of a paragraph without the blanks around them. */
function sentencesOf(text: string, { start, end }: TextRange): TextRange[] {
  return Array.from(
    new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text.slice(start, end)),
    ({ index, segment }) => {
      const before = segment.length - segment.trimStart().length;
      return { start: start + index + before, end: start + index + segment.trimEnd().length };
    },
  ).filter((sentence) => sentence.start < sentence.end);
}
