// Marks what is found in the words on the screen by the CSS Custom Highlight API, which leaves the elements alone.
import { fold, rangesOf } from './fold.ts';
import type { Found, Passage } from './finder.ts';
import { textNodes, wordsIn } from '../panels/reading.ts';

/** The names under which style/find.css draws what is found, and the passage that the reader has gone to. */
const FOUND = 'found';
const FOUND_NOW = 'found-now';

/** The parts of the window in which something is marked, and what of them. */
const PLACES = [
  { within: '.timeline-vis', texts: '.mark-title' },
  { within: '.panel', texts: '[data-find]' },
] as const;
const ARTICLE = '[data-article]';

/** Marks what is found and keeps to it while elements come and go, until the returned function is called. */
export function paintFound(found: Found, passage: Passage | null): () => void {
  // Marks come and go with every step of the timeline: what is known of a text is kept.
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

  const byPlace = new Map<string, readonly StaticRange[]>();
  let now: readonly StaticRange[] = [];
  const show = () => {
    CSS.highlights.set(FOUND, new Highlight(...[...byPlace.values()].flat()));
    const active = new Highlight(...now);
    active.priority = 1;
    CSS.highlights.set(FOUND_NOW, active);
  };

  const stops = PLACES.map(({ within, texts }) => {
    const place = document.querySelector(within);
    if (place === null) return () => undefined;
    const paint = () => {
      const nodes = [...place.querySelectorAll(texts)].flatMap((element) => textNodes(element));
      const article = place.querySelector<HTMLElement>(ARTICLE);
      const id = article?.dataset['article'];
      const inArticle = article === null || id === undefined ? [] : wordsIn(article, found.rangesIn(id));
      byPlace.set(within, [...nodes.flatMap(rangesInNode), ...inArticle]);
      if (article !== null) now = passage?.article === id ? wordsIn(article, passage?.ranges ?? []) : [];
      show();
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
    CSS.highlights.delete(FOUND);
    CSS.highlights.delete(FOUND_NOW);
  };
}
