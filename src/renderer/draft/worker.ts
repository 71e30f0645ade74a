// The worker that drafts events of one article, off the page's thread.
import { drafterFor, languageOf } from '../../shared/drafting/languages.ts';
import type { Asked, Told } from './messages.ts';

/** The least time between two messages of progress, milliseconds. */
const PAUSE = 100;

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const { text, setting } = data;
  let told = performance.now();
  const { proposals } = drafterFor(languageOf(text)).draft(text, setting, (share) => {
    if (performance.now() - told < PAUSE) return;
    told = performance.now();
    answer({ kind: 'share', share });
  });
  answer({ kind: 'done', proposals });
});

function answer(told: Told): void {
  self.postMessage(told);
}
