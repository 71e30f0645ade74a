// Cuts an article into paragraphs and these into stretches that the same events quote. Pure.
import type { Article, PlacedEvent, TextRange } from '../../shared/document/document.ts';
import { visibleParagraphs } from '../../shared/document/paragraphs.ts';

/** What an event quotes of an article. */
export interface Quote extends TextRange {
  /** Position of the event in the document. */
  readonly event: number;
}

/** A stretch of a paragraph that the same events quote, perhaps none. */
export interface Stretch {
  readonly text: string;
  /** Where it begins in the article's text. */
  readonly start: number;
  /** Positions in the document of the events that quote it: the quote that begins last first, of equals the shorter. */
  readonly events: readonly number[];
  /** Whether the part of a quote that is shown begins here: each quote begins once, so that Tab stops there once. */
  readonly begins: boolean;
  /** Which of the given places are reached here: numbers from 0. */
  readonly places: readonly number[];
}

/** One paragraph as its stretches, in the text's order; never without any. */
export interface Paragraph {
  /** Where it begins in the article's text. */
  readonly start: number;
  readonly stretches: readonly Stretch[];
  /** Whether it goes on with the paragraph before, which was too long to be laid out as one. */
  readonly continues: boolean;
}

/** An article as it is shown. */
export interface ArticleText {
  readonly paragraphs: readonly Paragraph[];
  /** The given places that lie behind all that is shown: numbers from 0. */
  readonly placesAtEnd: readonly number[];
}

/** What the events of a document quote, by the article's id. */
export function quotesByArticle(
  events: readonly Pick<PlacedEvent, 'evidence'>[],
): ReadonlyMap<string, readonly Quote[]> {
  const quotes = new Map<string, Quote[]>();
  for (const [event, { evidence }] of events.entries()) {
    for (const { article, start, end } of evidence) {
      const known = quotes.get(article);
      if (known === undefined) quotes.set(article, [{ start, end, event }]);
      else known.push({ start, end, event });
    }
  }
  return quotes;
}

/**
 * The paragraphs of an article, without its hidden parts; blank lines and line breaks end a paragraph. It takes one
 * walk through the text, however many quotes there are.
 * @param quotes in any order
 * @param places offsets that begin a stretch of their own, ascending
 * @param longest characters of a paragraph from which on it is shown as several, each going on with the one before:
 *   what a browser lays out as one, it lays out anew at every change
 */
export function articleText(
  article: Article,
  quotes: readonly Quote[],
  places: readonly number[] = [],
  longest = LONGEST_PARAGRAPH,
): ArticleText {
  // What comes last here comes first among the events of a stretch.
  const opening = quotes.toSorted((a, b) => a.start - b.start || b.end - a.end || b.event - a.event);
  const edges = Float64Array.from([...places, ...quotes.flatMap(({ start, end }) => [start, end])]).sort();
  let [edge, next, place] = [0, 0, 0];
  let open: Quote[] = [];
  const ranges = visibleParagraphs(article).flatMap((range) => pieces(article.text, range, longest));
  const paragraphs = ranges.map((paragraph) => {
    const stretches: Stretch[] = [];
    for (let from = paragraph.start; from < paragraph.end;) {
      while ((edges[edge] ?? Infinity) <= from) edge += 1;
      const to = Math.min(edges[edge] ?? Infinity, paragraph.end);
      open = open.filter(({ end }) => end > from);
      const known = open.length;
      for (let quote = opening[next]; quote !== undefined && quote.start <= from; quote = opening[next]) {
        if (quote.end > from) open.push(quote);
        next += 1;
      }
      const reached: number[] = [];
      for (; (places[place] ?? Infinity) <= from; place += 1) reached.push(place);
      stretches.push({
        text: article.text.slice(from, to),
        start: from,
        events: [...new Set(open.toReversed().map(({ event }) => event))],
        begins: open.length > known,
        places: reached,
      });
      from = to;
    }
    return { start: paragraph.start, stretches, continues: paragraph.continues };
  });
  return { paragraphs, placesAtEnd: [...places.keys()].slice(place) };
}

/** Paragraphs that are shown and drawn together. */
export interface Chunk {
  readonly paragraphs: readonly Paragraph[];
  /** How many characters it shows. */
  readonly length: number;
  /** Positions of the events that it quotes. */
  readonly events: ReadonlySet<number>;
}

/** Sorts paragraphs, in their order, into chunks of about so many characters; a longer paragraph is one by itself. */
export function chunksOf(paragraphs: readonly Paragraph[], size: number): Chunk[] {
  const chunks: Chunk[] = [];
  let [from, length] = [0, 0];
  for (const [position, { stretches }] of paragraphs.entries()) {
    // A stretch costs as much to draw as a line of text.
    for (const { text } of stretches) length += Math.max(LINE, text.length);
    if (length < size && position < paragraphs.length - 1) continue;
    const held = paragraphs.slice(from, position + 1);
    const all = held.flatMap((paragraph) => paragraph.stretches);
    chunks.push({
      paragraphs: held,
      length: all.reduce((sum, { text }) => sum + text.length, 0),
      events: new Set(all.flatMap(({ events }) => events)),
    });
    [from, length] = [position + 1, 0];
  }
  return chunks;
}

/** Characters of one line. */
const LINE = 65;

/** A paragraph of more characters, several screens of text, is shown in pieces. */
const LONGEST_PARAGRAPH = 8_000;
/** Where a word begins, or at least where two letters stand side by side. No character is taken apart at either. */
const PLACES_TO_CUT = [/(?<=\s)(?=\S)/u, /(?<=\p{L})(?=\p{L})/u];
/** How far one is looked for, characters. */
const REACH = 200;

interface Piece extends TextRange {
  readonly continues: boolean;
}

function pieces(text: string, { start, end }: TextRange, longest: number): Piece[] {
  const found: Piece[] = [];
  let from = start;
  for (let at = start + longest; at < end; at += REACH) {
    const rest = text.slice(at, Math.min(at + REACH, end));
    const cut = PLACES_TO_CUT.map((place) => rest.search(place)).find((offset) => offset > 0);
    if (cut === undefined) continue;
    found.push({ start: from, end: at + cut, continues: from > start });
    from = at + cut;
    at = from + longest - REACH;
  }
  return [...found, { start: from, end, continues: from > start }];
}
