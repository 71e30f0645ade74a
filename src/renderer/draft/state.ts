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

const proposed = viewState<readonly Ghost[]>([]);

/** The mark that the proposal that is looked at would be, and those of other articles that give it another date. */
export const ghosts = proposed.current;

/** Shows marks that may come to be. */
export function showGhosts(wanted: readonly Ghost[]): void {
  proposed.set(wanted);
}

const elsewhere = viewState<readonly Drafted[]>([]);

/** The proposals of the other articles of the document, as far as they have been drafted. */
export const draftedElsewhere = elsewhere.current;

/** Takes over what other articles tell. */
export function keepElsewhere(told: readonly Drafted[]): void {
  elsewhere.set(told);
}

/** Begins the review of an article's proposals at the first; `null` ends it. */
export function review(wanted: Drafted | null): void {
  batch(() => {
    drafted.set(wanted);
    place.set(0);
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

/** Whether an article is the one of which proposals were drafted, and says what it said then. */
export function isAsDrafted(article: PlacedArticle, { article: then }: Drafted): boolean {
  return (
    article.id === then.id &&
    article.text === then.text &&
    article.published === then.published &&
    JSON.stringify(article.passages) === JSON.stringify(then.passages)
  );
}
