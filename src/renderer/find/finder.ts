// Searches the events and articles of a document for words, a slice at a time. Pure.
import type { Article } from '../../shared/document/document.ts';
import type { TextRange } from '../../shared/document/event.ts';
import { mergingRows, type InOrder } from '../../shared/index/merge.ts';
import { firstWhere, pickFloats, pickInts } from '../../shared/index/typed-arrays.ts';
import { visibleParagraphs } from '../../shared/document/paragraphs.ts';
import { joined, type TimelineModel } from '../view/model.ts';
import { eventIndexOf, type EventIndex } from './event-index.ts';
import { fold, holds, rangesOf, termsOf, type Folded } from '../../shared/find/fold.ts';

/**
 * A place in an article that no matching event quotes: one word or phrase or, for several words, a paragraph with all
 * of them.
 */
export interface Passage {
  /** The id of the article. */
  readonly article: string;
  /** The matched ranges, in the text's order; never empty. */
  readonly ranges: readonly TextRange[];
  /** The paragraph around it. */
  readonly paragraph: TextRange;
}

/** The result of a query. */
export interface Found {
  /** As typed. */
  readonly query: string;
  /** From {@link termsOf}. */
  readonly terms: readonly string[];
  /** Rows of the events that contain every term, in time order; those without a date last. */
  readonly events: Int32Array;
  /** The further places in articles, article by article. */
  readonly passages: readonly Passage[];
  /** True if the articles have more than {@link MOST_RANGES} places, so that some are missing. */
  readonly isCut: boolean;
  /** Whether an event matches. */
  readonly holds: (event: number) => boolean;
  /** All matched ranges of an article, quoted or not, in the text's order. */
  readonly rangesIn: (article: string) => readonly TextRange[];
}

/** Searches one document in the lanes that are shown. */
export interface Finder {
  /**
   * Searches for a query, and yields after each slice of a few milliseconds; the first search of a document folds all
   * its texts. Drop the generator to cancel.
   */
  find(query: string): Generator<undefined, Found>;
  /** The share of the document that is read for searching, which the first search does: 0 to 1. */
  share(): number;
}

/** The most places in articles that a search returns; more could be neither walked through nor drawn quickly. */
export const MOST_RANGES = 5_000;
/** The work between two yields: events or texts, and characters of articles. */
const SLICE = 500;

/** A paragraph of an article. */
interface Paragraph {
  readonly article: string;
  readonly start: number;
  readonly text: Folded;
}

/** The paragraphs of a document's articles, folded. */
interface Reading {
  readonly paragraphs: readonly Paragraph[];
  /** Folds the remaining ones, continuing where it stopped. */
  readonly read: () => Generator<undefined, void>;
}

const readings = new WeakMap<readonly Article[], Reading>();

/** Creates a finder for the lanes of a model. Folded texts are shared by all models of a document. */
export function finderFor(model: TimelineModel): Finder {
  const { articles, events } = model.document;
  const reading = readings.get(articles) ?? createReading(articles);
  readings.set(articles, reading);
  return createFinder(model, eventIndexOf(events), reading);
}

/** The state before anything is folded. */
function createReading(articles: readonly Article[]): Reading {
  const paragraphs: Paragraph[] = [];
  let places: readonly (TextRange & { readonly article: Article })[] | null = null;

  function* read(): Generator<undefined, void> {
    places ??= articles.flatMap((article) =>
      visibleParagraphs(article).map((range) => ({ article, ...range })),
    );
    for (let place = places[paragraphs.length]; place !== undefined; place = places[paragraphs.length]) {
      const { article, start, end } = place;
      paragraphs.push({ article: article.id, start, text: fold(article.text.slice(start, end)) });
      yield;
    }
  }

  return { paragraphs, read };
}

/** Creates a finder, which reads nothing before the first search. */
function createFinder(
  { document, index: lanes, undated }: TimelineModel,
  index: EventIndex,
  { paragraphs, read }: Reading,
): Finder {
  const { events } = document;
  function* eventsWith(terms: readonly string[]): Generator<undefined, Int32Array> {
    const all = 2 ** terms.length - 1;
    const bitsOf = yield* index.lookFor(terms);
    /** The places of the rows of some events that are found. */
    function* placesIn(rows: Int32Array): Generator<undefined, Int32Array> {
      const places = new Int32Array(rows.length);
      let count = 0;
      for (let place = 0; place < rows.length; place += 1) {
        if (bitsOf(rows[place] ?? -1) === all) places[count++] = place;
        if (place % SLICE === 0) yield;
      }
      return places.slice(0, count);
    }
    const inLanes: InOrder[] = [];
    for (const lane of lanes.lanes) {
      const { rows, starts, ends } = lanes.inLane(lane);
      const places = yield* placesIn(rows);
      inLanes.push({
        rows: pickInts(rows, places),
        starts: pickFloats(starts, places),
        ends: pickFloats(ends, places),
      });
    }
    const dated = yield* mergingRows(inLanes);
    return joined(dated, pickInts(undated, yield* placesIn(undated)));
  }

  return {
    share: index.share,
    *find(query) {
      const terms = termsOf(query);
      yield* index.read();
      yield* read();
      const found = terms.length === 0 ? new Int32Array() : yield* eventsWith(terms);
      const isQuoted = yield* quotesOf(index, found);
      const passages: Passage[] = [];
      const ranges = new Map<string, TextRange[]>();
      let count = 0;
      for (const { article, start, text } of terms.length === 0 ? [] : paragraphs) {
        if (count > MOST_RANGES) break;
        yield;
        if (!terms.every((term) => holds(text, term))) continue;
        const here = terms
          .flatMap((term) => rangesOf(text, term))
          .map((range) => ({ start: start + range.start, end: start + range.end }))
          .sort((a, b) => a.start - b.start)
          .slice(0, MOST_RANGES + 1 - count);
        count += here.length;
        const known = ranges.get(article);
        if (known === undefined) ranges.set(article, here);
        else known.push(...here);
        for (const together of terms.length > 1 ? [here] : here.map((range) => [range]))
          if (!together.every((range) => isQuoted(article, range)))
            passages.push({ article, ranges: together, paragraph: { start, end: start + text.length } });
      }
      const held = new Uint8Array(events.rowCount);
      for (const event of found) held[event] = 1;
      return {
        query,
        terms,
        events: found,
        passages,
        isCut: count > MOST_RANGES,
        holds: (event) => held[event] === 1,
        rangesIn: (article) => ranges.get(article) ?? [],
      };
    },
  };
}

/** Decides whether a quote of one of some events contains a range of an article. */
function* quotesOf(
  index: EventIndex,
  some: Int32Array,
): Generator<undefined, (article: string, range: TextRange) => boolean> {
  const byArticle = new Map<string, Map<number, number>>();
  for (const [place, position] of some.entries()) {
    if (place % SLICE === 0) yield;
    index.quotesOf(position, (article, start, end) => {
      const ends = byArticle.get(article) ?? new Map<number, number>();
      byArticle.set(article, ends.set(start, Math.max(end, ends.get(start) ?? 0)));
    });
  }
  const quotes = new Map<string, readonly { readonly start: number; readonly latest: number }[]>();
  for (const [article, ends] of byArticle) {
    yield;
    let latest = 0;
    const inOrder = [...ends].sort(([a], [b]) => a - b);
    quotes.set(
      article,
      inOrder.map(([start, end]) => ({ start, latest: (latest = Math.max(latest, end)) })),
    );
  }
  return (article, { start, end }) => {
    const inOrder = quotes.get(article) ?? [];
    // The quote that begins before the range and ends last contains it, if any does.
    const after = firstWhere(0, inOrder.length, (place) => (inOrder[place]?.start ?? Infinity) > start);
    return (inOrder[after - 1]?.latest ?? 0) >= end;
  };
}
