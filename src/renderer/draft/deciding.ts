// What the reader makes of proposals: each decision is an edit of the document, with a name and an undo.
import { computed } from '@preact/signals';
import { counted } from '../../shared/dates/distance.ts';
import { readAgain } from '../../shared/dates/parse.ts';
import type { KeptProposal, Lane, PlacedArticle, PlacedDocument } from '../../shared/document/document.ts';
import type { Change, Edit } from '../../shared/document/edit/change.ts';
import { addEvents, changeEvents, freeId, removeEvents } from '../../shared/document/edit/events.ts';
import { laneTitled, newLane, withLanes } from '../../shared/document/edit/lanes.ts';
import { keepProposals } from '../../shared/document/edit/proposals.ts';
import type { EventFields } from '../../shared/document/edit/records.ts';
import type { Evidence, TimelineEvent } from '../../shared/document/event.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { confirmedTags } from '../../shared/document/proposed.ts';
import {
  draftedTitle,
  hangingOn,
  keptOf,
  reviewed,
  statedIn,
  type Reviewed,
} from '../../shared/document/reviewed.ts';
import { agree, likeness, type Telling as Told } from '../../shared/drafting/alike.ts';
import type { Proposal } from '../../shared/drafting/propose.ts';
import { excerpt } from '../../shared/excerpt.ts';
import { eventOf } from '../../shared/formats/drafted.ts';
import { quoteIndexOf } from '../article/quotes.ts';
import { closeEdit, edit } from '../document/edit.ts';
import { changeLaneTo, laneOfNew, whyNoLane } from '../event/commands.ts';
import { peopleNamed } from '../event/typed.ts';
import { announce } from '../parts/announcements.ts';
import { currentView, viewState, type View } from '../view/view.ts';
import { draftedElsewhere, isAsDrafted, lookAt, lookedAt, underReview, type Drafted } from './state.ts';

/** An article under review, with its proposals as the reader has them. */
export interface UnderReview {
  readonly article: PlacedArticle;
  readonly items: readonly Reviewed[];
}

/** The article under review; `null` without one, and where it has been changed since it was drafted. */
export const reviewing = computed<UnderReview | null>(() => {
  const [drafted, document] = [underReview.value, currentView.value?.opened.document];
  return drafted === null || document === undefined ? null : readIn(document, drafted);
});

/** What was drafted, with what the document keeps of it; `null` where the article says something else by now. */
function readIn({ articles, events, proposals }: PlacedDocument, drafted: Drafted): UnderReview | null {
  const article = articles.find((one) => isAsDrafted(one, drafted));
  if (article === undefined) return null;
  const items = reviewed(article.id, drafted.proposals, proposals, (id) => {
    const row = events.rowOf(id);
    return row === null ? undefined : events.read(row);
  });
  return { article, items };
}

/** What another article may tell of the same event. */
export interface Telling extends UnderReview {
  readonly item: Reviewed;
  /** Whether its date can be the same; `null` where one of them is not known. */
  readonly agrees: boolean | null;
  /** Whether the reader says that it is another event. */
  readonly isApart: boolean;
  /** Whether it is told of the same event already. */
  readonly isJoined: boolean;
}

const elsewhere = computed<readonly UnderReview[]>(() => {
  const document = currentView.value?.opened.document;
  if (document === undefined) return [];
  return draftedElsewhere.value.flatMap((drafted) => readIn(document, drafted) ?? []);
});

/** What other articles may tell of the event of the proposal that is looked at: of each article the one most alike. */
export const tellings = computed<readonly Telling[]>(() => {
  const now = reviewing.value;
  const item = now?.items[lookedAt.value];
  if (now === null || item === undefined) return [];
  const own = toldBy(item);
  return elsewhere.value.flatMap(({ article, items }) => {
    const joined = item.event === null ? undefined : items.find(({ event }) => event?.id === item.event?.id);
    const mostAlike = items
      .filter(({ decision }) => decision !== 'rejected')
      .map((other) => ({ other, likeness: likeness(own, toldBy(other)) }))
      .reduce<{ readonly other: Reviewed; readonly likeness: number } | null>(
        (best, one) => (one.likeness > (best?.likeness ?? 0) ? one : best),
        null,
      );
    const other = joined ?? mostAlike?.other;
    if (other === undefined) return [];
    // Two events that were accepted are two.
    if (joined === undefined && item.decision === 'accepted' && other.decision === 'accepted') return [];
    const telling = { article, items, item: other };
    return {
      ...telling,
      agrees: agree(own.when, toldBy(other).when),
      isApart:
        item.kept?.apart?.includes(article.id) === true ||
        other.kept?.apart?.includes(now.article.id) === true,
      isJoined: joined !== undefined,
    };
  });
});

/** What each tells, so that its words are taken apart once: by its proposal as long as it tells the same as that. */
const told = new WeakMap<Reviewed | Proposal, Told>();

function toldBy(item: Reviewed): Told {
  const { title, date, people } = item;
  const key = item.kept === null && item.dateFrom === 'draft' ? item.proposal : item;
  const known = told.get(key) ?? { title, when: date === null ? null : readAgain(date), people };
  told.set(key, known);
  return known;
}

/** The most events that are offered as the one that a proposal tells of. */
const MOST_QUOTING = 3;

/** The events that quote the sentence of the proposal that is looked at, as long as that is open: one may be its event. */
export const quotedBy = computed<readonly TimelineEvent[]>(() => {
  const [now, document] = [reviewing.value, currentView.value?.opened.document];
  const item = now?.items[lookedAt.value];
  if (now === null || document === undefined || item === undefined) return [];
  if (item.event !== null || item.decision !== null) return [];
  const { sentence } = item.proposal;
  const rows = quoteIndexOf(document.events)
    .of(now.article.id)
    .filter(({ start, end }) => start < sentence.end && end > sentence.start)
    .flatMap(({ events }) => events);
  return [...new Set(rows)].slice(0, MOST_QUOTING).flatMap((row) => document.events.read(row) ?? []);
});

/** Accepts the proposal that is looked at as an event that the document has already, which stays as it is. */
export function acceptAs(event: TimelineEvent): void {
  const now = here();
  if (now === null) return;
  const kept = keptOf(now.article.id, now.item, { decision: 'accepted', event: event.id });
  closeEdit();
  edit({
    name: `Accept as ${excerpt(event.title, 40)}`,
    changes: keepProposals(now.view.opened.document, [kept]),
  });
  goOn('Accepted. ');
}

/** Says whether another article tells of the same event. */
export function keepApart({ article, item: other }: Telling, isApart: boolean): void {
  const now = here();
  if (now === null) return;
  const { view, item } = now;
  const kept = [
    keptOf(now.article.id, item, { apart: apartOf(item, article.id, isApart) }),
    // It may have been said of the other telling.
    ...(isApart ? [] : [keptOf(article.id, other, { apart: apartOf(other, now.article.id, false) })]),
  ];
  closeEdit();
  edit({
    name: `Tell ${excerpt(item.title, 40)} ${isApart ? 'apart from' : 'together with'} ${excerpt(article.title, 40)}`,
    changes: keepProposals(view.opened.document, kept),
  });
}

/** The articles whose telling is of another event, with one more or one less; `undefined` without any. */
function apartOf({ kept }: Reviewed, id: string, isApart: boolean): readonly string[] | undefined {
  const others = (kept?.apart ?? []).filter((each) => each !== id);
  const all = isApart ? [...others, id] : others;
  return all.length === 0 ? undefined : all;
}

const laneTitle = viewState<string | null>(null);

/** The lane that accepted proposals come to stand in: what the reader chose last, or else the first that shows. */
export function laneOfProposals(view: View): Lane {
  const { document } = view.opened;
  const title = laneTitle.current.value;
  if (title === null) return laneOfNew(view, null);
  return laneTitled(document, title) ?? newLane(document, title);
}

/**
 * Chooses the lane of the proposal that is looked at and of those that follow; moves the event that it became.
 * @returns why not, or `null`.
 */
export function changeLane(title: string): string | null {
  const now = here();
  if (now === null) return null;
  const { view, item } = now;
  const wanted = title.trim();
  if (item.event !== null) return changeLaneTo(rowsOf(view, [item.event.id]), wanted);
  const why = whyNoLane(view.opened.document, wanted);
  if (why === null) laneTitle.set(wanted);
  return why;
}

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
  change(
    'title',
    () => ({ title }),
    ({ proposal }) => ({ title: title === draftedTitle(proposal) ? undefined : title }),
  );
}

/** Changes the place of the proposal that is looked at, or of the event that it became. */
export function replaceProposal(place: string | null): void {
  change(
    'place',
    () => ({ place: place ?? undefined }),
    ({ proposal }) => ({ place: place === proposal.place ? undefined : place }),
  );
}

/** Changes who took part in the proposal that is looked at, or in the event that it became; roles stay with their names. */
export function repeopleProposal(names: readonly string[]): void {
  change(
    'people',
    ({ participants }) => ({ participants: peopleNamed(names, participants) }),
    () => ({ people: names }),
  );
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
  change(
    'date',
    ({ evidence }) => ({
      date: date ?? undefined,
      // What this article says is what the reader says now.
      evidence: evidence.map((one) => (one.article === now.article.id ? { ...one, date: undefined } : one)),
    }),
    () => ({ date }),
    moved?.changes,
  );
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

/**
 * Rejects the proposal that is looked at, and goes on. The event of an open one, in a document that was drafted, is deleted,
 * unless other words tell of it too. An accepted one stays: what the reader made of its event would be lost.
 */
export function rejectProposal(): void {
  const now = here();
  if (now === null) return;
  const { view, article, item } = now;
  const { document } = view.opened;
  const { event } = item;
  if (item.decision === 'accepted') {
    announce('It is an event now. Undo that, or delete the event, to reject it.');
    return;
  }
  const isOwn = (one: Evidence): boolean =>
    one.article === article.id && item.proposal.quotes.some(({ start }) => start === one.start);
  const rows = event === null ? [] : rowsOf(view, [event.id]);
  const removed =
    event?.evidence.every(isOwn) === false
      ? changeEvents(
          document,
          rows,
          ({ evidence }) => ({ evidence: evidence.filter((one) => !isOwn(one)) }),
          () => '',
        )
      : removeEvents(document, rows);
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
  fields: (event: TimelineEvent) => Partial<EventFields>,
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
      : changeEvents(document, rowsOf(view, [item.event.id]), fields, () => name);
  edit({ name, changes: [...(made?.changes ?? []), ...further], merge: `${what} ${article.id} ${now.at}` });
}

/**
 * Makes events of some proposals, or confirms the events that they are. What other articles tell of a single one becomes
 * evidence of the same event.
 *
 * @returns whether there was anything to do.
 */
function accept({ view, article, items }: Here, numbers: readonly number[]): boolean {
  const { document } = view.opened;
  const lane = laneOfProposals(view);
  const taken = new Set<string>();
  const changes: Change[] = [];
  const added: TimelineEvent[] = [];
  const kept: KeptProposal[] = [];
  const titles: string[] = [];
  for (const number of numbers) {
    const item = items[number];
    if (item === undefined) continue;
    titles.push(item.title);
    const others =
      numbers.length > 1 ? [] : tellings.peek().filter(({ isApart, isJoined }) => !isApart && !isJoined);
    const known =
      item.event ?? others.find(({ item: { decision } }) => decision === 'accepted')?.item.event ?? null;
    const joining = others.filter(({ item: { decision, event } }) => decision === null || event === known);
    const date = known === null ? item.date : (known.date ?? null);
    const evidence = [
      ...evidenceOf(article, item, date),
      ...joining.flatMap((telling) => evidenceOf(telling.article, telling.item, date)),
    ];
    const id = known?.id ?? freeId(document.events, item.title, taken);
    if (known === null) {
      taken.add(id);
      added.push({
        ...eventOf(item.proposal, article.text, article.id, 1),
        id,
        title: item.title,
        date: item.date ?? undefined,
        lane: lane.id,
        place: item.place ?? undefined,
        participants: item.people.map((name) => ({ name })),
        tags: undefined,
        evidence,
      });
    } else {
      const confirmed = changeEvents(
        document,
        rowsOf(view, [id]),
        (event) => ({ tags: confirmedTags(event), evidence: withFurther(event.evidence, evidence) }),
        () => '',
      );
      changes.push(...(confirmed?.changes ?? []));
    }
    const spare = joining.flatMap(({ item: { event } }) =>
      event === null || event.id === id ? [] : event.id,
    );
    changes.push(...(removeEvents(document, rowsOf(view, spare))?.changes ?? []));
    kept.push(
      keptOf(article.id, item, { decision: 'accepted', event: id }),
      ...joining.map((telling) =>
        keptOf(telling.article.id, telling.item, { decision: 'accepted', event: id }),
      ),
    );
  }
  const [title = ''] = titles;
  const name =
    titles.length === 1 ? `Accept ${excerpt(title, 40)}` : `Accept ${counted(titles.length, 'proposal')}`;
  const adding = withLanes(document, added.length > 0 ? [lane] : [], addEvents(added));
  const wasTimeless = document.events.dated === 0;
  closeEdit();
  const isDone = edit({ name, changes: [...adding.changes, ...changes, ...keepProposals(document, kept)] });
  // Until the first date, the window shows no time in particular.
  if (wasTimeless) view.window.moveTo(view.all, false);
  return isDone;
}

/** The quotes of a proposal, with the date that its article gives where that is not the event's. */
function evidenceOf({ text, id }: PlacedArticle, item: Reviewed, date: string | null): readonly Evidence[] {
  const { evidence } = eventOf(item.proposal, text, id, 1);
  return item.date === null || item.date === date
    ? evidence
    : evidence.map((quote) => ({ ...quote, date: item.date ?? undefined }));
}

/** Evidence with more of it, each quote once. */
function withFurther(evidence: readonly Evidence[], further: readonly Evidence[]): readonly Evidence[] {
  const isThere = (one: Evidence): boolean =>
    evidence.some(({ article, start }) => article === one.article && start === one.start);
  return [...evidence, ...further.filter((one) => !isThere(one))].slice(0, LIMITS.entries);
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
  if (open >= 0) goToProposal(open, first);
  else announce(`${first}All are decided.`);
}
