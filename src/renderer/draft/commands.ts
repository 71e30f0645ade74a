// Drafts events of an article: proposals, which the reader looks at one by one, and which are events only once accepted.
import { batch, computed } from '@preact/signals';
import type { Passage } from '../find/finder.ts';
import { counted } from '../../shared/dates/distance.ts';
import { addEvents, freeId } from '../../shared/document/edit/events.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import type { Proposal } from '../../shared/drafting/propose.ts';
import { eventOf } from '../../shared/formats/drafted.ts';
import { closeEdit, edit } from '../document/edit.ts';
import { announce } from '../parts/announcements.ts';
import { fail, remark } from '../parts/notices.ts';
import { layOutPanel, panel } from '../view/panel.ts';
import { selectEvent, showArticle, shownArticle } from '../view/selection.ts';
import { currentView, viewState, withView } from '../view/view.ts';
import { proposalsOf } from './proposals.ts';

/** What became of a proposal. */
export type Decision = 'accepted' | 'rejected';

/** A proposal under review, as the reader has it: its title and its date may have been changed. */
export interface Reviewed {
  readonly proposal: Proposal;
  readonly title: string;
  /** EDTF; `null` where there is none. */
  readonly date: string | null;
  readonly decision: Decision | null;
}

/** The review of the proposals of an article. */
export interface Review {
  /** The id of the article. */
  readonly article: string;
  readonly items: readonly Reviewed[];
  /** The item that is looked at. */
  readonly at: number;
}

const state = viewState<Review | null>(null);

/** The review that is under way, or `null`. */
export const review = state.current;

/** The sentence of the proposal that is looked at, to be marked in its article; `null` while there is no review. */
export const proposedPassage = computed<Passage | null>(() => {
  const now = review.value;
  const item = now?.items[now.at];
  if (now === null || item === undefined) return null;
  const { sentence } = item.proposal;
  return { article: now.article, ranges: [sentence], paragraph: sentence };
});

/** Drafts events of the article that is shown. */
export async function draftEvents(): Promise<void> {
  const view = currentView.peek();
  if (view === null) return;
  const { articles } = view.opened.document;
  const article = articles.find(({ id }) => id === shownArticle.peek()) ?? articles[0];
  if (article === undefined) {
    fail({
      code: 'no-article',
      message: 'This timeline has no article to draft events from. Add an article first.',
      details: [],
    });
    return;
  }
  const { text, hidden, published = null } = article;
  const proposals = await proposalsOf(text, { published, hidden, narrative: false });
  if (proposals === null || currentView.peek() !== view) return;
  if (view.opened.document.articles.find(({ id }) => id === article.id)?.text !== text) {
    remark({ message: 'The article was changed meanwhile. Draft its events again.', details: [] });
    return;
  }
  if (proposals.length === 0) {
    remark({ message: 'Dateline found no sentence that tells an event in this article.', details: [] });
    return;
  }
  batch(() => {
    selectEvent(null);
    showArticle(article.id);
    if (panel.peek().folded) layOutPanel({ folded: false });
    state.set({
      article: article.id,
      at: 0,
      items: proposals.map((proposal) => ({
        proposal,
        title: proposal.title.slice(0, LIMITS.line),
        date: proposal.date,
        decision: null,
      })),
    });
    announce(counted(proposals.length, 'proposal'));
  });
}

/** Ends the review; what was not accepted is forgotten. */
export function endReview(): void {
  state.set(null);
}

/** Goes to another proposal, as far as there are any. */
export function goToProposal(at: number): void {
  const now = review.peek();
  if (now === null) return;
  state.set({ ...now, at: Math.max(0, Math.min(now.items.length - 1, at)) });
}

/** Changes the title of the proposal that is looked at. */
export function retitleProposal(title: string): void {
  changeItem({ title });
}

/** Gives the proposal that is looked at another date; the dates that hang on it move along. */
export async function redateProposal(date: string | null): Promise<void> {
  if (date === null) {
    changeItem({ date });
    return;
  }
  const changed = review.peek();
  const { follow } = await import('../../shared/drafting/propose.ts');
  // The reader may have gone on, or decided, while that was loaded.
  const now = review.peek();
  if (changed === null || now?.article !== changed.article) return;
  const dates = follow(
    now.items.map(({ proposal }) => proposal),
    changed.at,
    date,
  );
  state.set({
    ...now,
    items: now.items.map((item, at) =>
      dates.has(at) && item.decision !== 'accepted' ? { ...item, date: dates.get(at) ?? null } : item,
    ),
  });
}

function changeItem(parts: Partial<Reviewed>): void {
  const now = review.peek();
  if (now === null) return;
  state.set({ ...now, items: now.items.map((item, at) => (at === now.at ? { ...item, ...parts } : item)) });
}

/** Rejects the proposal that is looked at, and goes on. */
export function rejectProposal(): void {
  decide('rejected');
}

/** Makes an event of the proposal that is looked at, and goes on. */
export function acceptProposal(): void {
  const now = review.peek();
  const item = now?.items[now.at];
  if (now === null || item === undefined || item.decision === 'accepted') return;
  if (addEventsOf(now, [now.at])) decide('accepted');
}

/** The numbers of the proposals without a decision whose date the article states outright. */
export function statedIn({ items }: Review): number[] {
  return items.flatMap(({ proposal, decision }, at) =>
    decision === null && proposal.ground === 'stated' && !proposal.doubtful ? [at] : [],
  );
}

/** Makes events of all proposals whose date the article states outright, in one step. */
export function acceptStated(): void {
  const now = review.peek();
  if (now === null) return;
  const stated = statedIn(now);
  if (stated.length === 0 || !addEventsOf(now, stated)) return;
  const accepted = new Set(stated);
  state.set({
    ...now,
    items: now.items.map((item, at) =>
      accepted.has(at) ? { ...item, decision: 'accepted' as const } : item,
    ),
  });
}

function addEventsOf(now: Review, numbers: readonly number[]): boolean {
  let isDone = false;
  withView((view) => {
    const { document } = view.opened;
    const article = document.articles.find(({ id }) => id === now.article);
    const lane = document.lanes[view.model.index.lanes[0] ?? 0] ?? document.lanes[0];
    if (article === undefined || lane === undefined) return;
    const taken = new Set<string>();
    const events = numbers.flatMap((number) => {
      const item = now.items[number];
      if (item === undefined) return [];
      const { proposal, title, date } = item;
      const id = freeId(document.events, title, taken);
      taken.add(id);
      const drafted = eventOf(proposal, article.text, article.id, number + 1);
      return [{ ...drafted, id, title, lane: lane.id, date: date ?? undefined, tags: undefined }];
    });
    closeEdit();
    const [first] = events;
    isDone = edit(
      addEvents(
        events,
        events.length === 1 && first !== undefined
          ? `Accept “${first.title}”`
          : `Accept ${counted(events.length, 'proposal')}`,
      ),
    );
  });
  return isDone;
}

/** Records a decision and goes to the next proposal that has none. */
function decide(decision: Decision): void {
  const now = review.peek();
  if (now === null) return;
  const items = now.items.map((item, at) => (at === now.at ? { ...item, decision } : item));
  const next = items.findIndex((item, at) => at > now.at && item.decision === null);
  const first = items.findIndex((item) => item.decision === null);
  state.set({ ...now, items, at: next >= 0 ? next : first >= 0 ? first : now.at });
  announce(decision === 'accepted' ? 'Accepted' : 'Rejected');
}
