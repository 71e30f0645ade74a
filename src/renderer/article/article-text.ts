// Cuts an article into paragraphs, and these into stretches that the same events quote. Pure.
import type { Article } from '../../shared/document/document.ts';
import type { TextRange } from '../../shared/document/event.ts';
import { visibleParagraphs } from '../../shared/document/paragraphs.ts';
import type { Quote } from './quotes.ts';

/** Part of a paragraph that the same events quote, perhaps none. */
export interface Stretch {
  readonly text: string;
  /** Where it begins in the article's text. */
  readonly start: number;
  /** The first {@link MOST_NAMED} events that quote it, in the order of {@link quotedAt}. */
  readonly events: readonly number[];
  /** How many events quote it. */
  readonly count: number;
  /** Whether the visible part of a quote begins here. Each quote begins once, so that Tab stops at it once. */
  readonly begins: boolean;
  /** The given places that fall here: numbers from 0. */
  readonly places: readonly number[];
}

/** One paragraph as its stretches, in the text's order; never empty. */
export interface Paragraph {
  /** Where it begins in the article's text. */
  readonly start: number;
  readonly stretches: readonly Stretch[];
  /** Whether it continues the paragraph before, which was too long to lay out as one. */
  readonly continues: boolean;
}

/** An article, ready to be shown. */
export interface ArticleText {
  readonly paragraphs: readonly Paragraph[];
  /** The given places after all visible text: numbers from 0. */
  readonly placesAtEnd: readonly number[];
}

/**
 * How many of the events that quote a stretch are stored with it: all of them, at each edge of a quote, would be
 * quadratic.
 */
export const MOST_NAMED = 5;

/**
 * Positions in the document of all events that quote a place of the article: the quote that begins last comes first,
 * and of equals the shorter.
 */
export function quotedAt(quotes: readonly Quote[], offset: number): number[] {
  const around = quotes.filter(({ start, end }) => start <= offset && offset < end).sort(byOpening);
  return [...new Set(around.reverse().flatMap(({ events }) => events))];
}

/** Quotes that come last here come first among the events of a stretch. */
function byOpening(a: Quote, b: Quote): number {
  return a.start - b.start || b.end - a.end;
}

/**
 * The paragraphs of an article, without its hidden parts; blank lines and line breaks end a paragraph. This walks once
 * through the text and its quotes, however much they overlap.
 *
 * @param quotes in any order, each passage once
 * @param places offsets that begin a stretch of their own, ascending
 * @param longest length in characters from which a paragraph is shown as several, each continuing the one before: a
 *   browser lays out each of its blocks again at every change
 */
export function articleText(
  article: Article,
  quotes: readonly Quote[],
  places: readonly number[] = [],
  longest = LONGEST_PARAGRAPH,
): ArticleText {
  const open = openQuotes(quotes);
  const edges = Float64Array.from([...places, ...quotes.flatMap(({ start, end }) => [start, end])]).sort();
  let [edge, place] = [0, 0];
  const ranges = visibleParagraphs(article).flatMap((range) => pieces(article.text, range, longest));
  const paragraphs = ranges.map((paragraph) => {
    const stretches: Stretch[] = [];
    for (let from = paragraph.start; from < paragraph.end;) {
      while ((edges[edge] ?? Infinity) <= from) edge += 1;
      const to = Math.min(edges[edge] ?? Infinity, paragraph.end);
      const begins = open.moveTo(from);
      const reached: number[] = [];
      for (; (places[place] ?? Infinity) <= from; place += 1) reached.push(place);
      stretches.push({
        text: article.text.slice(from, to),
        start: from,
        events: open.last(),
        count: open.count(),
        begins,
        places: reached,
      });
      from = to;
    }
    return { start: paragraph.start, stretches, continues: paragraph.continues };
  });
  return { paragraphs, placesAtEnd: [...places.keys()].slice(place) };
}

/** An open quote, between those that began before and after it. */
interface Link {
  readonly quote: Quote;
  before: Link | undefined;
  behind: Link | undefined;
  /** Whether its events are counted one by one. */
  isCounted: boolean;
}

/** How many events of open quotes to go through for those to name, in case the last quotes all belong to a few. */
const MOST_LOOKED_AT = 100;

/** Walks through quotes in the text's order and tracks which are open: each opens and closes once. */
function openQuotes(quotes: readonly Quote[]) {
  const opening = quotes.toSorted(byOpening);
  const links = new Map<Quote, Link>();
  const closing = quotes.toSorted((a, b) => a.end - b.end);
  /**
   * How many open quotes each event has. A quote that is open alone is not counted: without overlaps no event is looked at,
   * of which a million may stand in a few quotes.
   */
  let openOf: Uint32Array | undefined;
  let openEvents = 0;
  let [opened, closed] = [0, 0];
  let tail: Link | undefined;

  function count(link: Link): void {
    if (link.isCounted) return;
    link.isCounted = true;
    openOf ??= new Uint32Array(
      1 + quotes.reduce((last, { events }) => Math.max(last, events.at(-1) ?? 0), 0),
    );
    for (const event of link.quote.events) {
      const before = openOf[event] ?? 0;
      if (before === 0) openEvents += 1;
      openOf[event] = before + 1;
    }
  }

  function open(quote: Quote): void {
    const link: Link = { quote, before: tail, behind: undefined, isCounted: false };
    if (tail !== undefined) {
      tail.behind = link;
      count(tail);
      count(link);
    }
    tail = link;
    links.set(quote, link);
  }

  function close(quote: Quote): void {
    const link = links.get(quote);
    if (link === undefined) return;
    links.delete(quote);
    if (link.before !== undefined) link.before.behind = link.behind;
    if (link.behind === undefined) tail = link.before;
    else link.behind.before = link.before;
    if (openOf === undefined || !link.isCounted) return;
    for (const event of quote.events) {
      const left = (openOf[event] ?? 1) - 1;
      if (left === 0) openEvents -= 1;
      openOf[event] = left;
    }
  }

  return {
    /**
     * Closes and opens all quotes up to an offset.
     *
     * @returns whether one opened that is still open.
     */
    moveTo(offset: number): boolean {
      for (let quote = closing[closed]; quote !== undefined && quote.end <= offset; quote = closing[closed]) {
        closed += 1;
        close(quote);
      }
      let begins = false;
      for (
        let quote = opening[opened];
        quote !== undefined && quote.start <= offset;
        quote = opening[opened]
      ) {
        opened += 1;
        if (quote.end <= offset) continue;
        open(quote);
        begins = true;
      }
      return begins;
    },
    /** The events of the quotes that opened last, last first. */
    last(): number[] {
      const events: number[] = [];
      let looked = 0;
      for (let link = tail; link !== undefined; link = link.before)
        for (const event of link.quote.events) {
          looked += 1;
          if (!events.includes(event)) events.push(event);
          if (events.length === MOST_NAMED || looked === MOST_LOOKED_AT) return events;
        }
      return events;
    },
    /** How many events have an open quote. */
    count: () => (tail?.isCounted === false ? tail.quote.events.length : openEvents),
  };
}

/** Paragraphs that are drawn together. */
export interface Chunk extends TextRange {
  readonly paragraphs: readonly Paragraph[];
  /** How many visible characters it has. */
  readonly length: number;
}

/** Groups paragraphs, in order, into chunks of about this many characters; a longer paragraph is a chunk by itself. */
export function chunksOf(paragraphs: readonly Paragraph[], size: number): Chunk[] {
  const chunks: Chunk[] = [];
  let [from, length] = [0, 0];
  for (const [position, { stretches }] of paragraphs.entries()) {
    // A stretch costs as much to draw as a line of text.
    for (const { text } of stretches) length += Math.max(LINE, text.length);
    if (length < size && position < paragraphs.length - 1) continue;
    const held = paragraphs.slice(from, position + 1);
    const all = held.flatMap((paragraph) => paragraph.stretches);
    const last = all.at(-1);
    chunks.push({
      start: all[0]?.start ?? 0,
      end: last === undefined ? 0 : last.start + last.text.length,
      paragraphs: held,
      length: all.reduce((sum, { text }) => sum + text.length, 0),
    });
    [from, length] = [position + 1, 0];
  }
  return chunks;
}

/** Characters of one line. */
const LINE = 65;

/** A paragraph with more characters, several screens of text, is shown in pieces. */
const LONGEST_PARAGRAPH = 8_000;
/** The beginning of a word or, failing that, a place between two letters. Neither splits a character. */
const PLACES_TO_CUT = [/(?<=\s)(?=\S)/u, /(?<=\p{L})(?=\p{L})/u];
/** How far to search for one, characters. */
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
