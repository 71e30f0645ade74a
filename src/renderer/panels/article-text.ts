// Cuts an article into paragraphs and these into stretches that the same events quote. Pure.
import type { Article, PlacedEvent, TextRange } from '../../shared/document/document.ts';

/** A stretch of a paragraph that the same events quote, perhaps none. */
export interface Stretch {
  readonly text: string;
  /** Positions in the document of the events that quote it. */
  readonly events: readonly number[];
  /** Where it begins in the article's text. */
  readonly start: number;
}

/** One paragraph as its stretches, in the text's order. */
export type Paragraph = readonly Stretch[];

/** The paragraphs of an article, without its hidden parts; blank lines and line breaks end a paragraph. */
export function articleParagraphs(article: Article, events: readonly PlacedEvent[]): Paragraph[] {
  const quotes = events.flatMap((event, position) =>
    event.evidence.flatMap((evidence) =>
      evidence.article === article.id ? [{ start: evidence.start, end: evidence.end, position }] : [],
    ),
  );
  return visibleParagraphs(article).map((paragraph) => {
    const cuts = new Set([paragraph.start, paragraph.end]);
    for (const { start, end } of quotes) {
      if (start > paragraph.start && start < paragraph.end) cuts.add(start);
      if (end > paragraph.start && end < paragraph.end) cuts.add(end);
    }
    const edges = [...cuts].sort((a, b) => a - b);
    return edges.slice(1).map((end, position) => {
      const start = edges[position] ?? paragraph.start;
      return {
        start,
        text: article.text.slice(start, end),
        events: quotes
          .filter((quote) => quote.start < end && quote.end > start)
          .map((quote) => quote.position),
      };
    });
  });
}

function visibleParagraphs({ text, hidden }: Article): TextRange[] {
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
