// The worker that drafts events of one article, or looks at it first, off the page's thread.
import { glanceOf } from '../../shared/drafting/glance.ts';
import { drafterFor, languageOf } from '../../shared/drafting/languages.ts';
import { offeredDates } from '../../shared/drafting/published.ts';
import type { Asked, Told } from './messages.ts';

/** The least time between two messages of progress, milliseconds. */
const PAUSE = 100;

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const drafter = drafterFor(languageOf(data.text));
  if (data.kind === 'glance') {
    const { text, published, address } = data;
    const tagged = drafter.tag(text, { published, narrative: false });
    answer({ kind: 'glance', glance: { ...glanceOf(tagged), offered: offeredDates(text, address) } });
    return;
  }
  let told = performance.now();
  const { proposals } = drafter.draft(data.text, data.setting, (share) => {
    if (performance.now() - told < PAUSE) return;
    told = performance.now();
    answer({ kind: 'share', share });
  });
  answer({ kind: 'draft', proposals });
});

function answer(told: Told): void {
  self.postMessage(told);
}
