// The review of proposals, in the place of the card: one at a time, with the way to the others.
import { Check, ChevronLeft, ChevronRight, RotateCcw, X } from 'lucide-preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { calendarDateInWords } from '../../shared/dates/calendar-date-words.ts';
import { calendarDatesIn, partsOf } from '../../shared/dates/event-date.ts';
import { readAgain } from '../../shared/dates/parse.ts';
import { statedIn, type Reviewed } from '../../shared/document/reviewed.ts';
import { grouped } from '../../shared/in-words.ts';
import type { Ghost } from '../timeline/ghost.tsx';
import { revealBoth, showDate } from '../view/moving.ts';
import type { View } from '../view/view.ts';
import { draftArticle } from './commands.ts';
import {
  acceptProposal,
  acceptStated,
  followers,
  goToProposal,
  laneOfProposals,
  rejectProposal,
  reopenProposal,
  reviewing,
  tellings,
} from './deciding.ts';
import { markSentence } from './marked-sentence.ts';
import { ProposalCard } from './proposal-card.tsx';
import { Followers, Unpublished } from './questions.tsx';
import { lookedAt, review, showGhosts, underReview, type Drafted } from './state.ts';

/** The queue of an article's proposals. Keys work while no field has the focus. */
export function ProposalReview({ view, drafted }: { readonly view: View; readonly drafted: Drafted }) {
  const root = useRef<HTMLElement>(null);
  const now = reviewing.value;
  const at = lookedAt.value;
  useEffect(() => {
    root.current?.focus({ preventScroll: true });
  }, []);
  useComingBack(now?.items);
  const article = view.opened.document.articles.find(({ id }) => id === drafted.article.id);
  useEffect(() => {
    if (now !== null) return;
    // What is said of an article that was changed holds no more.
    if (article === undefined) review(null);
    else {
      // Another publication date tells of events all over the text.
      const isNear = article.published === drafted.article.published;
      void draftArticle(article.id, isNear ? (drafted.proposals[at]?.sentence.start ?? null) : null);
    }
  }, [now === null, article]);
  useEffect(() => {
    // What had the focus may be gone with another proposal.
    if (document.activeElement === document.body) root.current?.focus({ preventScroll: true });
  }, [now, at]);
  const isAsking = followers.value.length > 0;
  useEffect(() => {
    // A proposal is read from its beginning, where a question stands too.
    root.current?.scrollTo({ top: 0 });
  }, [at, isAsking]);
  const item = now?.items[at];
  useGhosts(view, item);
  const articleId = drafted.article.id;
  const proposal = item?.proposal;
  useEffect(
    () => proposal && markSentence(articleId, proposal.sentence, proposal.expression),
    [articleId, proposal],
  );

  const onKeyDown = (press: KeyboardEvent): void => {
    const isInField =
      press.target instanceof Element && press.target.closest('input, textarea, select, button') !== null;
    const run = KEYS[press.key];
    if (press.key === 'Escape') {
      press.preventDefault();
      press.stopPropagation();
      if (isInField) root.current?.focus();
      else review(null);
      return;
    }
    if (isInField || run === undefined || press.ctrlKey || press.metaKey || press.altKey) return;
    press.preventDefault();
    press.stopPropagation();
    run(at);
  };

  return (
    <section
      ref={root}
      id="card"
      class="card editor review"
      aria-label="Review of proposals"
      tabIndex={0}
      data-scrolls
      onKeyDown={onKeyDown}
    >
      {now === null || item === undefined ? (
        <p class="dim">Drafting the article again…</p>
      ) : (
        <>
          <Progress items={now.items} at={at} />
          <Followers />
          {now.article.published === undefined && <Unpublished article={now.article} />}
          <ProposalCard key={at} view={view} article={now.article} items={now.items} item={item} />
          <Decisions items={now.items} item={item} at={at} />
        </>
      )}
    </section>
  );
}

/** Goes back to a proposal whose decision is undone. */
function useComingBack(items: readonly Reviewed[] | undefined): void {
  const before = useRef<{ readonly drafted: Drafted | null; readonly items: readonly Reviewed[] } | null>(
    null,
  );
  useEffect(() => {
    const drafted = underReview.peek();
    const last = before.current;
    before.current = items === undefined ? null : { drafted, items };
    if (items === undefined || last?.drafted !== drafted) return;
    const at = items.findIndex(
      ({ decision }, number) => decision === null && (last.items[number]?.decision ?? null) !== null,
    );
    if (at >= 0 && at !== lookedAt.peek()) goToProposal(at);
  }, [items]);
}

/**
 * Shows the proposal that is looked at on the timeline, as the mark that it would be, beside those of articles that give it
 * another date, and brings the view to it.
 */
function useGhosts(view: View, item: Reviewed | undefined): void {
  const lane = view.opened.document.lanes.indexOf(laneOfProposals(view));
  const differing = tellings.value.filter(({ agrees, isApart }) => agrees === false && !isApart);
  const own = item?.event === null && item.date !== null ? [ghostOf(item, null, lane)] : [];
  const others = differing.flatMap((telling) => ghostOf(telling.item, telling.article.title, lane));
  const ghosts = own.length === 0 ? [] : [...own, ...others];
  const drawn = ghosts.map(({ title, source, when }) => `${title}\n${source ?? ''}\n${when.edtf}`).join('\n');
  const date = item?.date ?? null;
  useEffect(() => {
    if (date === null) return;
    const when = readAgain(date);
    const { start, end } = view.window.target();
    if (when.start >= end || when.end <= start) showDate(when);
  }, [date, item?.proposal]);
  useEffect(() => {
    showGhosts(ghosts);
    const [first, ...more] = ghosts.toSorted((a, b) => a.when.start - b.when.start);
    const last = more.at(-1);
    if (first !== undefined && last !== undefined) revealBoth(view, first.when, last.when);
  }, [drawn, lane]);
  useEffect(
    () => () => {
      showGhosts([]);
    },
    [],
  );
}

function ghostOf({ title, date }: Reviewed, source: string | null, lane: number): Ghost {
  return { title, source, when: readAgain(date ?? ''), lane };
}

/** How far the reader is, and the way to every proposal, also to those that were rejected. */
function Progress({ items, at }: { readonly items: readonly Reviewed[]; readonly at: number }) {
  const seen = items.filter(({ decision }) => decision !== null).length;
  const first = Math.max(0, at - NEAR);
  const span = useMemo(() => spanInWords(items.map(({ date }) => date)), [items]);
  return (
    <>
      <header class="editor-head">
        <h2>
          Proposal {at + 1} of {items.length}
        </h2>
        <button
          type="button"
          class="button"
          title="Done (Esc)"
          onClick={() => {
            review(null);
          }}
        >
          Done
        </button>
      </header>
      <div class="review-progress">
        <progress aria-label="Proposals seen" max={items.length} value={seen} />
        <span class="dim">
          {seen} of {items.length} seen
        </span>
        <select
          aria-label="Go to proposal"
          value={at}
          onChange={({ currentTarget }) => {
            goToProposal(Number(currentTarget.value));
          }}
        >
          {items.slice(first, at + NEAR).map(({ title, decision }, place) => (
            <option key={first + place} value={first + place}>
              {`${first + place + 1}. ${decision === null ? '' : `${DECIDED[decision]}: `}${title}`}
            </option>
          ))}
        </select>
      </div>
      {seen === 0 && <p class="dim">{span}</p>}
      {seen === items.length && <p class="dim">All are decided. Esc or Done leaves the review.</p>}
    </>
  );
}

/** How many proposals before and behind the one that is looked at are listed: a novel has thousands. */
const NEAR = 500;

const DECIDED = { accepted: 'Accepted', rejected: 'Rejected' } as const;

/** The buttons that decide, and those that lead on and back. */
function Decisions({
  items,
  item: { decision },
  at,
}: {
  readonly items: readonly Reviewed[];
  readonly item: Reviewed;
  readonly at: number;
}) {
  const stated = statedIn(items).length;
  return (
    <>
      {stated > 1 && (
        <p>
          <button
            type="button"
            class="link"
            title="Accept all that are stated (A)"
            aria-keyshortcuts="A"
            onClick={acceptStated}
          >
            Accept all {stated} that the article states outright
          </button>
        </p>
      )}
      <p class="dim">
        Enter accepts, Del rejects, N and P go on and back, E and D change title and date, A accepts all that
        are stated outright, Esc leaves a field or the review.
      </p>
      <footer class="editor-foot">
        <button
          type="button"
          class="button primary"
          title="Accept (Enter)"
          aria-keyshortcuts="Enter"
          disabled={decision === 'accepted'}
          onClick={acceptProposal}
        >
          <Check size={15} aria-hidden="true" /> Accept
        </button>
        {decision === 'rejected' ? (
          <button type="button" class="button" title="Reopen (Del)" onClick={reopenProposal}>
            <RotateCcw size={15} aria-hidden="true" /> Reopen
          </button>
        ) : (
          <button
            type="button"
            class="button"
            aria-keyshortcuts="Delete"
            title={
              decision === 'accepted' ? 'It is an event: undo that, or delete the event' : 'Reject (Del)'
            }
            disabled={decision === 'accepted'}
            onClick={rejectProposal}
          >
            <X size={15} aria-hidden="true" /> Reject
          </button>
        )}
        <button
          type="button"
          class="icon-button"
          aria-label="Previous proposal"
          aria-keyshortcuts="P"
          title="Previous (P)"
          disabled={at === 0}
          onClick={() => {
            goToProposal(at - 1);
          }}
        >
          <ChevronLeft size={16} aria-hidden="true" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label="Next proposal"
          aria-keyshortcuts="N"
          title="Next (N)"
          disabled={at === items.length - 1}
          onClick={() => {
            goToProposal(at + 1);
          }}
        >
          <ChevronRight size={16} aria-hidden="true" />
        </button>
      </footer>
    </>
  );
}

const next = (at: number): void => {
  goToProposal(at + 1);
};
const previous = (at: number): void => {
  goToProposal(at - 1);
};
const rejectOrReopen = (at: number): void => {
  if (reviewing.peek()?.items[at]?.decision === 'rejected') reopenProposal();
  else rejectProposal();
};

const KEYS: Readonly<Partial<Record<string, (at: number) => void>>> = {
  Enter: acceptProposal,
  Delete: rejectOrReopen,
  Backspace: rejectOrReopen,
  n: next,
  ArrowDown: next,
  p: previous,
  ArrowUp: previous,
  a: acceptStated,
  e: () => {
    focusField('title');
  },
  d: () => {
    focusField('date');
  },
};

/** Leads to a field of the review; Escape leads back. */
function focusField(name: 'title' | 'date'): void {
  document.querySelector<HTMLInputElement>(`.review input[name="${name}"]`)?.focus();
}

/** “4 of 5 have a date, from about 1870 to spring 2022.” Both ends are as fine as they are known, and no finer. */
function spanInWords(dates: readonly (string | null)[]): string {
  const known = dates.flatMap((date) => (date === null ? [] : [readAgain(date)]));
  const count = `${grouped(known.length)} of ${grouped(dates.length)} ${known.length === 1 ? 'has' : 'have'} a date`;
  const [one, ...others] = known.flatMap((date) => calendarDatesIn(partsOf(date)));
  if (one === undefined) return `${count}.`;
  const first = others.reduce((a, b) => (b.start < a.start ? b : a), one);
  const last = others.reduce((a, b) => (b.end > a.end ? b : a), one);
  const [from, to] = [calendarDateInWords(first, 'phrase'), calendarDateInWords(last, 'phrase')];
  return from === to ? `${count}: ${from}.` : `${count}, from ${from} to ${to}.`;
}
