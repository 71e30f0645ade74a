// The review of an article's proposals: what was drafted, and which proposal the reader looks at.
import { batch, computed } from '@preact/signals';
import type { PlacedArticle } from '../../shared/document/document.ts';
import type { Proposal } from '../../shared/drafting/propose.ts';
import type { Passage } from '../find/finder.ts';
import type { Ghost } from '../timeline/ghost.tsx';
import { viewState } from '../view/view.ts';

/** The proposals of an article, as it was when they were drafted. */
export interface Drafted {
  readonly article: PlacedArticle;
  readonly proposals: readonly Proposal[];
}

const drafted = viewState<Drafted | null>(null);
const place = viewState(0);

/** What is under review, or `null`. */
export const underReview = drafted.current;

/** The number of the proposal that is looked at. */
export const lookedAt = place.current;

const proposed = viewState<Ghost | null>(null);

/** The mark that the proposal that is looked at would be; `null` where it has no date or is an event. */
export const ghost = proposed.current;

/** Shows the mark that a proposal would be. */
export function showGhost(wanted: Ghost | null): void {
  proposed.set(wanted);
}

/** Begins the review of an article's proposals at one of them; `null` ends it. */
export function review(wanted: Drafted | null, at = 0): void {
  batch(() => {
    drafted.set(wanted);
    place.set(at);
  });
}

/** Goes to another proposal. */
export function lookAt(at: number): void {
  place.set(at);
}

/** The sentence of the proposal that is looked at, to be marked in its article; `null` while there is no review. */
export const proposedPassage = computed<Passage | null>(() => {
  const proposal = underReview.value?.proposals[lookedAt.value];
  if (underReview.value === null || proposal === undefined) return null;
  const { sentence } = proposal;
  return { article: underReview.value.article.id, ranges: [sentence], paragraph: sentence };
});

/** Whether an article says what it said when its proposals were drafted. */
export function isAsDrafted(article: PlacedArticle, { article: then }: Drafted): boolean {
  return (
    article.text === then.text &&
    article.published === then.published &&
    JSON.stringify(article.passages) === JSON.stringify(then.passages)
  );
}
