// What the reader makes of proposals: each decision is an edit of the document, with a name and an undo.
import { computed } from '@preact/signals';
import { counted } from '../../shared/dates/distance.ts';
import type { KeptProposal, PlacedArticle } from '../../shared/document/document.ts';
import type { Change, Edit } from '../../shared/document/edit/change.ts';
import { addEvents, changeEvents, freeId, removeEvents } from '../../shared/document/edit/events.ts';
import { withLanes } from '../../shared/document/edit/lanes.ts';
import { keepProposals } from '../../shared/document/edit/proposals.ts';
import type { TimelineEvent } from '../../shared/document/event.ts';
import { confirmedTags } from '../../shared/document/proposed.ts';
import {
  draftedTitle,
  hangingOn,
  keptOf,
  reviewed,
  statedIn,
  type Reviewed,
} from '../../shared/document/reviewed.ts';
import { excerpt } from '../../shared/excerpt.ts';
import { eventOf } from '../../shared/formats/drafted.ts';
import { closeEdit, edit } from '../document/edit.ts';
import { laneOfNew } from '../event/commands.ts';
import { announce } from '../parts/announcements.ts';
import { currentView, viewState, type View } from '../view/view.ts';
import { isAsDrafted, lookAt, lookedAt, underReview } from './state.ts';

/** An article under review, with its proposals as the reader has them. */
export interface UnderReview {
  readonly article: PlacedArticle;
  readonly items: readonly Reviewed[];
}

/** The article under review; `null` without one, and where it has been changed since it was drafted. */
export const reviewing = computed<UnderReview | null>(() => {
  const [drafted, view] = [underReview.value, currentView.value];
  if (drafted === null || view === null) return null;
  const { articles, events, proposals } = view.opened.document;
  const article = articles.find(({ id }) => id === drafted.article.id);
  if (article === undefined || !isAsDrafted(article, drafted)) return null;
  const named = (id: string): TimelineEvent | undefined => {
    const row = events.rowOf(id);
    return row === null ? undefined : events.read(row);
  };
  return { article, items: reviewed(article.id, drafted.proposals, proposals, named) };
});

/** Events that hang on a date that was changed, by their ids, and the dates that they would have. */
const asked = viewState<ReadonlyMap<string, string>>(new Map());

/** The accepted events that the reader is asked about: whether their dates follow the one that they hang on. */
export const followers = computed<readonly { readonly event: TimelineEvent; readonly date: string }[]>(() =>
  (reviewing.value?.items ?? []).flatMap(({ event, decision }) => {
    const date = event === null ? undefined : asked.current.value.get(event.id);
    return event === null || date === undefined || decision !== 'accepted' || event.date === date
      ? []
      : [{ event, date }];
  }),
);

/** The number of the first proposal that has not been seen; the first of all where all have been. */
export function firstUnseen(): number {
  const at = reviewing.peek()?.items.findIndex(({ decision }) => decision === null) ?? 0;
  return Math.max(0, at);
}

/** The number of the first proposal at a place in the text or behind it, or else the last. */
export function nearestTo(place: number): number {
  const { items = [] } = reviewing.peek() ?? {};
  const at = items.findIndex(({ proposal }) => proposal.sentence.end > place);
  return at < 0 ? Math.max(0, items.length - 1) : at;
}

/** Goes to another proposal, as far as there are any, and says which. @param first said before. */
export function goToProposal(at: number, first = ''): void {
  const { items = [] } = reviewing.peek() ?? {};
  const wanted = Math.max(0, Math.min(items.length - 1, at));
  lookAt(wanted);
  const item = items[wanted];
  if (item !== undefined)
    announce(`${first}Proposal ${wanted + 1} of ${items.length}: ${excerpt(item.title, 100)}`);
}

/** Changes the title of the proposal that is looked at, or of the event that it became. */
export function retitleProposal(title: string): void {
  change('title', { title }, ({ proposal }) => ({
    title: title === draftedTitle(proposal) ? undefined : title,
  }));
}

/**
 * Gives the proposal that is looked at another date, or the event that it became. What hangs on it follows, but for events
 * that were accepted, about which the reader is asked.
 */
export function redateProposal(date: string | null): void {
  const now = here();
  if (now === null) return;
  const { document } = now.view.opened;
  const hanging = [...hangingOn(now.items, now.at, date)].flatMap(([number, moved]) => {
    const item = now.items[number];
    const { event = null, decision = null } = item ?? {};
    return event === null ? [] : [{ event, decision, date: moved }];
  });
  const open = new Map(
    hanging.flatMap(({ event, decision, date: moved }) => (decision === null ? [[event.id, moved]] : [])),
  );
  const moved = changeEvents(
    document,
    rowsOf(now.view, [...open.keys()]),
    ({ id }) => ({ date: open.get(id) }),
    () => '',
  );
  change('date', { date: date ?? undefined }, () => ({ date }), moved?.changes);
  asked.set(
    new Map(
      hanging.flatMap(({ event, decision, date: wanted }) =>
        decision === 'accepted' ? [[event.id, wanted]] : [],
      ),
    ),
  );
}

/** Moves the events that the reader was asked about, or leaves them where they are. */
export function answerFollowers(isMoved: boolean): void {
  const view = currentView.peek();
  const dates = new Map(followers.peek().map(({ event, date }) => [event.id, date]));
  asked.set(new Map());
  if (!isMoved || view === null) return;
  closeEdit();
  edit(
    changeEvents(
      view.opened.document,
      rowsOf(view, [...dates.keys()]),
      ({ id }) => ({ date: dates.get(id) }),
      (whose) => `Move ${whose}`,
    ),
  );
}

/** Makes an event of the proposal that is looked at, and goes on. */
export function acceptProposal(): void {
  const now = here();
  if (now === null || now.item.decision === 'accepted') return;
  if (accept(now, [now.at])) goOn('Accepted. ');
}

/** Makes events of all proposals whose date the article states outright, in one step. */
export function acceptStated(): void {
  const now = here();
  if (now === null) return;
  const numbers = statedIn(now.items);
  if (numbers.length > 0 && accept(now, numbers)) goOn(`Accepted ${counted(numbers.length, 'proposal')}. `);
}

/** Rejects the proposal that is looked at, and goes on. An event that it had become is deleted. */
export function rejectProposal(): void {
  const now = here();
  if (now === null) return;
  const { view, article, item } = now;
  const { document } = view.opened;
  const removed = item.event === null ? null : removeEvents(document, rowsOf(view, [item.event.id]));
  const kept = keptOf(article.id, item, { decision: 'rejected', event: undefined });
  closeEdit();
  edit({
    name: `Reject ${excerpt(item.title, 40)}`,
    changes: [...(removed?.changes ?? []), ...keepProposals(document, [kept])],
  });
  goOn('Rejected. ');
}

/** Opens a rejected proposal again. */
export function reopenProposal(): void {
  const now = here();
  if (now?.item.decision !== 'rejected') return;
  const { view, article, item } = now;
  const kept = keptOf(article.id, item, { decision: undefined });
  closeEdit();
  edit({
    name: `Reopen ${excerpt(item.title, 40)}`,
    changes: keepProposals(view.opened.document, [kept]),
  });
}

/** The proposal that is looked at, with what it stands in. */
interface Here extends UnderReview {
  readonly view: View;
  readonly at: number;
  readonly item: Reviewed;
}

function here(): Here | null {
  const [now, view, at] = [reviewing.peek(), currentView.peek(), lookedAt.peek()];
  const item = now?.items[at];
  return now === null || view === null || item === undefined ? null : { ...now, view, at, item };
}

/** Changes the proposal that is looked at, or the event that it became. */
function change(
  what: string,
  fields: Partial<TimelineEvent>,
  kept: (item: Reviewed) => Partial<KeptProposal>,
  further: readonly Change[] = [],
): void {
  const now = here();
  if (now === null) return;
  const { view, article, item } = now;
  const { document } = view.opened;
  const name = `Change ${what} of ${excerpt(item.title, 40)}`;
  const made: Edit | null =
    item.event === null
      ? { name, changes: keepProposals(document, [keptOf(article.id, item, kept(item))]) }
      : changeEvents(
          document,
          rowsOf(view, [item.event.id]),
          () => fields,
          () => name,
        );
  edit({ name, changes: [...(made?.changes ?? []), ...further], merge: `${what} ${article.id} ${now.at}` });
}

/** Makes events of some proposals, or confirms the events that they are. @returns whether there was anything to do. */
function accept({ view, article, items }: Here, numbers: readonly number[]): boolean {
  const { document } = view.opened;
  const lane = laneOfNew(view, null);
  const taken = new Set<string>();
  const chosen = numbers.flatMap((number) => {
    const item = items[number];
    return item === undefined ? [] : [{ item, number }];
  });
  const added = chosen.map(({ item, number }): TimelineEvent | null => {
    if (item.event !== null) return null;
    const { proposal, title, date } = item;
    const id = freeId(document.events, title, taken);
    taken.add(id);
    const drafted = eventOf(proposal, article.text, article.id, number + 1);
    return { ...drafted, id, title, lane: lane.id, date: date ?? undefined, tags: undefined };
  });
  const events = added.filter((event) => event !== null);
  const confirmed = changeEvents(
    document,
    rowsOf(
      view,
      chosen.flatMap(({ item }) => item.event?.id ?? []),
    ),
    (event) => ({ tags: confirmedTags(event) }),
    () => '',
  );
  const kept = chosen.map(({ item }, place) =>
    keptOf(article.id, item, {
      decision: 'accepted',
      event: added[place]?.id ?? item.event?.id,
    }),
  );
  const [first] = chosen;
  const name =
    chosen.length === 1 && first !== undefined
      ? `Accept ${excerpt(first.item.title, 40)}`
      : `Accept ${counted(chosen.length, 'proposal')}`;
  const adding = withLanes(document, events.length > 0 ? [lane] : [], addEvents(events));
  closeEdit();
  return edit({
    name,
    changes: [...adding.changes, ...(confirmed?.changes ?? []), ...keepProposals(document, kept)],
  });
}

function rowsOf({ opened: { document } }: View, ids: readonly string[]): number[] {
  return ids.flatMap((id) => document.events.rowOf(id) ?? []);
}

/** Goes to the next proposal that has not been seen, or the first of these, or stays where there is none. */
function goOn(first: string): void {
  const { items = [] } = reviewing.peek() ?? {};
  const at = lookedAt.peek();
  const next = items.findIndex(({ decision }, number) => number > at && decision === null);
  const open = next >= 0 ? next : items.findIndex(({ decision }) => decision === null);
  goToProposal(open >= 0 ? open : at, first);
}
