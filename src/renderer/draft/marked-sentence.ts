// Marks the sentence of a proposal in its article, and the words that say its date, without touching the elements.
import { wordsIn } from '../article/reading.ts';
import type { Stretch } from '../../shared/drafting/propose.ts';

/** The highlights, from the larger to the smaller; draft.css styles them by these names. */
const NAMES = ['proposed-sentence', 'proposed-words'] as const;

/**
 * Marks a sentence, also where its paragraph appears later, until the returned function is called.
 *
 * @param words that say the date; `null` where none do.
 */
export function markSentence(article: string, sentence: Stretch, words: Stretch | null): () => void {
  const panel = document.querySelector('.panel');
  if (panel === null) return () => undefined;
  const paint = (): void => {
    const shown = panel.querySelector<HTMLElement>('[data-article]');
    const isShown = shown?.dataset['article'] === article;
    [sentence, words].forEach((range, number) => {
      const ranges = !isShown || range === null ? [] : wordsIn(shown, [range]);
      const highlight = new Highlight(...ranges);
      highlight.priority = number;
      CSS.highlights.set(NAMES[number] ?? '', highlight);
    });
  };
  paint();
  const observer = new MutationObserver(paint);
  observer.observe(panel, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    for (const name of NAMES) CSS.highlights.delete(name);
  };
}
