// Joins the proposals of an article with what its readers made of them. Pure.
import type { KeptProposal } from './document.ts';
import { keyOf } from './edit/proposals.ts';
import type { TimelineEvent } from './event.ts';
import { LIMITS } from './limits.ts';
import { moved } from '../drafting/moved.ts';
import type { Proposal } from '../drafting/propose.ts';

/** A proposal as the reader has it: its title and its date may have been changed. */
export interface Reviewed {
  readonly proposal: Proposal;
  /** What is kept of it; `null` while nobody has touched it. */
  readonly kept: KeptProposal | null;
  readonly title: string;
  /** EDTF; `null` where there is none. */
  readonly date: string | null;
  readonly place: string | null;
  readonly people: readonly string[];
  /** Where the date comes from: the draft, the reader, the date that it hangs on, or the event that it became. */
  readonly dateFrom: 'draft' | 'reader' | 'link' | 'event';
  readonly decision: 'accepted' | 'rejected' | null;
  /**
   * The event that it became or was added to, as long as that is there. An open proposal has one where a whole document was
   * drafted: title and date are then those of the event.
   */
  readonly event: TimelineEvent | null;
}

/**
 * The proposals of an article as its reader has them. A date that hangs on another follows it, unless it was changed itself.
 *
 * @param kept of this article or of all.
 * @param eventOf finds an event by its id.
 */
export function reviewed(
  article: string,
  proposals: readonly Proposal[],
  kept: readonly KeptProposal[],
  eventOf: (id: string) => TimelineEvent | undefined,
): readonly Reviewed[] {
  const found = matched(article, proposals, kept);
  const items: Reviewed[] = [];
  proposals.forEach((proposal, at) => {
    const own = found[at] ?? null;
    const event = (own?.event === undefined ? undefined : eventOf(own.event)) ?? null;
    const decision = own?.decision ?? null;
    items.push({
      proposal,
      kept: own,
      title: event?.title ?? own?.title ?? draftedTitle(proposal),
      place: event === null ? (own?.place === undefined ? proposal.place : own.place) : (event.place ?? null),
      people: event?.participants.map(({ name }) => name) ?? own?.people ?? proposal.people,
      ...dateOf(article, proposal, own, event, items),
      // An accepted one whose event was deleted is open again.
      decision: decision === 'accepted' && event === null ? null : decision,
      event,
    });
  });
  return items;
}

/** The title of a proposal as long as a document allows. */
export function draftedTitle({ title }: Proposal): string {
  return title.length <= LIMITS.line ? title : `${title.slice(0, LIMITS.line - 1)}…`;
}

/** What is kept of a proposal, with further fields. */
export function keptOf(
  article: string,
  { proposal, kept }: Reviewed,
  fields: Partial<KeptProposal>,
): KeptProposal {
  const { start, end } = proposal.sentence;
  return { article, start, end, drafted: draftedTitle(proposal), ...kept, ...fields };
}

/** What is kept of each proposal: by its words, or else, where other rules drafted it, by its place in the sentence. */
function matched(
  article: string,
  proposals: readonly Proposal[],
  all: readonly KeptProposal[],
): (KeptProposal | undefined)[] {
  const left = new Map(all.filter((one) => one.article === article).map((one) => [keyOf(one), one]));
  const found = proposals.map((proposal) => {
    const key = keyOf({ article, start: proposal.sentence.start, drafted: draftedTitle(proposal) });
    const one = left.get(key);
    left.delete(key);
    return one;
  });
  return found.map((one, at) => {
    if (one !== undefined || left.size === 0) return one;
    const start = proposals[at]?.sentence.start;
    const other = [...left.values()].find((each) => each.start === start);
    if (other !== undefined) left.delete(keyOf(other));
    return other;
  });
}

function dateOf(
  article: string,
  { date, link, sentence }: Proposal,
  kept: KeptProposal | null,
  event: TimelineEvent | null,
  before: readonly Reviewed[],
): Pick<Reviewed, 'date' | 'dateFrom'> {
  if (event !== null) {
    // Of an event that several articles tell, the date that this one gives.
    const own = event.evidence.find((one) => one.article === article && one.start === sentence.start);
    return { date: own?.date ?? event.date ?? null, dateFrom: 'event' };
  }
  if (kept?.date !== undefined) return { date: kept.date, dateFrom: 'reader' };
  const base = link === null ? undefined : before[link.on];
  if (link !== null && base !== undefined && base.date !== base.proposal.date)
    return { date: base.date === null ? null : moved(link, base.date), dateFrom: 'link' };
  return { date, dateFrom: 'draft' };
}

/**
 * The proposals with an event that hang on one, near or far, and the dates that these events would have if it had another.
 * Those that have that date already are left out; proposals without an event follow by themselves.
 */
export function hangingOn(
  items: readonly Reviewed[],
  number: number,
  date: string | null,
): ReadonlyMap<number, string> {
  const dates = new Map<number, string | null>([[number, date]]);
  const changed = new Map<number, string>();
  items.forEach((item, at) => {
    const { link } = item.proposal;
    const base = link === null || at === number ? undefined : dates.get(link.on);
    if (link === null || base === undefined) return;
    const own = base === null ? null : moved(link, base);
    dates.set(at, own);
    if (item.event !== null && own !== null && own !== item.date) changed.set(at, own);
  });
  return changed;
}

/** The numbers of the open proposals whose date the article states outright. */
export function statedIn(items: readonly Reviewed[]): number[] {
  return items.flatMap(({ proposal, decision }, at) =>
    decision === null && proposal.ground === 'stated' && !proposal.doubtful ? [at] : [],
  );
}
