// Highlights matches on the screen with the CSS Custom Highlight API, which does not touch the elements.
import { fold, rangesOf } from '../../shared/find/fold.ts';
import type { Found, Passage } from './finder.ts';
import { textNodes, wordsIn } from '../article/reading.ts';

/** The passage that the reader has gone to; style/find.css styles it and {@link PLACES} by these names. */
const NOW = 'found-now';
/** The parts of the window to highlight, which elements of them, and the name of the highlight. */
const PLACES = [
  { within: '.timeline-vis', texts: '.found .mark-title', name: 'found-marks' },
  { within: '.panel', texts: '[data-find]', name: 'found-words' },
] as const;
const ARTICLE = '[data-article]';

/** Highlights matches, also in elements that appear later, until the returned function is called. */
export function paintFound(found: Found, passage: Passage | null): () => void {
  // Marks come and go with every step of the timeline, so results for a text are cached.
  const known = new WeakMap<Text, readonly StaticRange[]>();
  const rangesInNode = (node: Text): readonly StaticRange[] => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const folded = fold(node.data);
    const ranges = found.terms
      .flatMap((term) => rangesOf(folded, term))
      .map(
        ({ start, end }) =>
          new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
      );
    known.set(node, ranges);
    return ranges;
  };
  const show = (name: string, ranges: readonly StaticRange[], priority: number) => {
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
  };

  const stops = PLACES.map(({ within, texts, name }) => {
    const place = document.querySelector(within);
    if (place === null) return () => undefined;
    const paint = () => {
      const nodes = [...place.querySelectorAll(texts)].flatMap((element) => textNodes(element));
      const article = place.querySelector<HTMLElement>(ARTICLE);
      const id = article?.dataset['article'];
      const inArticle = article === null || id === undefined ? [] : wordsIn(article, found.rangesIn(id));
      show(name, [...nodes.flatMap(rangesInNode), ...inArticle], 0);
      if (article === null) return;
      show(NOW, passage?.article === id ? wordsIn(article, passage?.ranges ?? []) : [], 1);
    };
    paint();
    const observer = new MutationObserver(paint);
    observer.observe(place, { childList: true, characterData: true, subtree: true });
    return () => {
      observer.disconnect();
    };
  });
  return () => {
    for (const stop of stops) stop();
    for (const name of [NOW, ...PLACES.map((place) => place.name)]) CSS.highlights.delete(name);
  };
}
