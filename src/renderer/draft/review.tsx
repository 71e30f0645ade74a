// The review of proposals, in the place of the card: one at a time, with its words, its date and why.
import { Check, ChevronLeft, ChevronRight, RotateCcw, X } from 'lucide-preact';
import { Fragment } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { unitAsEdtf } from '../../shared/dates/changing.ts';
import { readAgain } from '../../shared/dates/parse.ts';
import { dateInWords } from '../../shared/dates/words.ts';
import type { PlacedArticle } from '../../shared/document/document.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import type { Proposal, Stretch } from '../../shared/drafting/propose.ts';
import { statedIn, type Reviewed } from '../../shared/document/reviewed.ts';
import { keepArticleField, keepPassage } from '../article/commands.ts';
import { DateField } from '../event/date-field.tsx';
import { filled } from '../event/typed.ts';
import { KeptField } from '../parts/kept-field.tsx';
import { DateSwatch } from '../timeline/date-swatch.tsx';
import type { Ghost } from '../timeline/ghost.tsx';
import { goToEvent } from '../view/going.ts';
import { revealBoth, showDate } from '../view/moving.ts';
import type { View } from '../view/view.ts';
import { draftArticle, draftAsHistory, tellingHistory } from './commands.ts';
import {
  acceptAs,
  acceptProposal,
  acceptStated,
  answerFollowers,
  changeLane,
  followers,
  goToProposal,
  keepApart,
  laneOfProposals,
  quotedBy,
  redateProposal,
  rejectProposal,
  reopenProposal,
  repeopleProposal,
  replaceProposal,
  retitleProposal,
  reviewing,
  tellings,
} from './deciding.ts';
import { FirstGlance } from './glance.tsx';
import { markSentence } from './marked-sentence.ts';
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
      {seen === 0 && <p class="dim">{spanInWords(items.map(({ date }) => date))}</p>}
    </>
  );
}

/** How many proposals before and behind the one that is looked at are listed: a novel has thousands. */
const NEAR = 500;

const DECIDED = { accepted: 'Accepted', rejected: 'Rejected' } as const;

/** Asks for the publication date of an article that has none. */
function Unpublished({ article }: { readonly article: PlacedArticle }) {
  const take = (typed: string): string | null => keepArticleField(article.id, 'published', typed);
  return (
    <div class="review-question">
      <FirstGlance text={article.text} published="" address={article.address ?? ''} take={take} />
      <KeptField
        label="Published"
        name="published"
        value=""
        longest={LIMITS.date}
        placeholder="22 Sep 2022"
        keep={take}
      />
      <label>
        <input
          type="checkbox"
          checked={tellingHistory.value.has(article.id)}
          onChange={({ currentTarget }) => {
            draftAsHistory(article.id, currentTarget.checked);
          }}
        />{' '}
        It tells history: a day or a month belongs to the year that the text has come to.
      </label>
    </div>
  );
}

/** Asks whether events follow a date that they hang on. */
function Followers() {
  const asked = followers.value;
  if (asked.length === 0) return null;
  return (
    <div class="review-question" role="alert">
      <p>
        {asked.length === 1 ? 'An accepted event hangs' : `${asked.length} accepted events hang`} on the date
        that you changed:
      </p>
      <ul>
        {asked.map(({ event, date }) => (
          <li key={event.id}>
            <bdi>{event.title}</bdi> would be {dateInWords(readAgain(date))}
            {event.date === undefined ? '' : `, and is ${dateInWords(readAgain(event.date))}`}.
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="button primary"
        onClick={() => {
          answerFollowers(true);
        }}
      >
        Move {asked.length === 1 ? 'it' : 'them'} too
      </button>{' '}
      <button
        type="button"
        class="button"
        onClick={() => {
          answerFollowers(false);
        }}
      >
        Leave {asked.length === 1 ? 'it' : 'them'}
      </button>
    </div>
  );
}

/** What is proposed, with the words that it was read from. */
function ProposalCard({
  view,
  article,
  items,
  item,
}: {
  readonly view: View;
  readonly article: PlacedArticle;
  readonly items: readonly Reviewed[];
  readonly item: Reviewed;
}) {
  const { proposal, title, date, decision } = item;
  const base = proposal.link === null ? undefined : items[proposal.link.on];
  return (
    <>
      <blockquote dir="auto">
        <Sentence text={article.text} sentence={proposal.sentence} expression={proposal.expression} />
      </blockquote>
      <KeptField
        label="Title"
        name="title"
        value={title}
        longest={LIMITS.line}
        keep={(typed) => {
          if (typed.trim() === '') return 'Type a title: an event needs one.';
          if (typed.trim() !== title) retitleProposal(typed.trim());
          return null;
        }}
      />
      <DateField
        when={date === null ? undefined : readAgain(date)}
        keep={(edtf) => {
          redateProposal(edtf ?? null);
        }}
      />
      <div class="editor-pair">
        <KeptField
          name="lane"
          label="Lane"
          value={laneOfEvent(view, item)}
          longest={LIMITS.line}
          suggestions={view.opened.document.lanes.map((lane) => lane.title)}
          keep={changeLane}
        />
        <KeptField
          name="place"
          label="Place"
          value={item.place ?? ''}
          longest={LIMITS.line}
          keep={(typed) => {
            replaceProposal(filled(typed) ?? null);
            return null;
          }}
        />
      </div>
      <KeptField
        name="people"
        label="People"
        value={item.people.join(', ')}
        placeholder="Separated by commas"
        keep={(typed) => {
          const names = typed.split(',').flatMap((name) => filled(name) ?? []);
          if (names.some((name) => name.length > LIMITS.line))
            return `A name has at most ${LIMITS.line} letters.`;
          repeopleProposal(names);
          return null;
        }}
      />
      <Quoting />
      <Tellings />
      <p class="review-why">
        <strong>Why:</strong> {date === proposal.date ? `${proposal.why}.` : WHY[item.dateFrom]}
        {base !== undefined && (
          <>
            {' '}
            It hangs on “<bdi>{base.title}</bdi>”
            {base.date === null ? ', which has no date yet' : `, ${dateInWords(readAgain(base.date))}`}.
          </>
        )}
        {proposal.relations.map(({ order, than }, number) => (
          <Fragment
            key={number}
          >{` ${ORDERS[order]} ${than === 'publication' ? 'publication' : `“${items[than]?.title ?? ''}”`}.`}</Fragment>
        ))}
      </p>
      <Report article={article} item={item} />
      {decision !== null && (
        <p class="dim">
          {decision === 'rejected' ? (
            'Rejected.'
          ) : (
            <>
              Accepted: it is an event now.{' '}
              <button
                type="button"
                class="link"
                onClick={() => {
                  const row = view.opened.document.events.rowOf(item.event?.id ?? '');
                  if (row !== null) goToEvent(row);
                }}
              >
                Show it
              </button>
            </>
          )}
        </p>
      )}
    </>
  );
}

/** The title of the lane that a proposal would stand in, or that its event stands in. */
function laneOfEvent(view: View, { event }: Reviewed): string {
  const lane = view.opened.document.lanes.find(({ id }) => id === event?.lane);
  return (lane ?? laneOfProposals(view)).title;
}

/** Events that quote the sentence already: one of them may be the event that is proposed. */
function Quoting() {
  const events = quotedBy.value;
  if (events.length === 0) return null;
  return (
    <div class="review-question">
      <p>{events.length === 1 ? 'An event quotes' : 'Events quote'} this sentence already. Is it the same?</p>
      {events.map((event) => (
        <p key={event.id}>
          <button
            type="button"
            class="link"
            onClick={() => {
              acceptAs(event);
            }}
          >
            <bdi>{event.title}</bdi>
          </button>
          {event.date !== undefined && `, ${dateInWords(readAgain(event.date))}`}
        </p>
      ))}
    </div>
  );
}

/** What other articles tell of the same event, with their words and their dates. */
function Tellings() {
  const found = tellings.value;
  if (found.length === 0) return null;
  return (
    <fieldset class="review-question">
      <legend>Other articles tell of it too</legend>
      {found.map((telling) => {
        const { article, item, agrees, isApart, isJoined } = telling;
        const { start, end } = item.proposal.sentence;
        const when = item.date === null ? null : readAgain(item.date);
        return (
          <div key={article.id} class={agrees === false ? 'telling differs' : 'telling'}>
            <label>
              <input
                type="checkbox"
                checked={isJoined || !isApart}
                disabled={isJoined}
                onChange={({ currentTarget }) => {
                  keepApart(telling, !currentTarget.checked);
                }}
              />{' '}
              The same event as in “<bdi>{article.title}</bdi>”
            </label>
            <p dir="auto">“{article.text.slice(start, end)}”</p>
            <p class="date-words">
              {when === null ? (
                'Without a date there.'
              ) : (
                <>
                  <DateSwatch when={when} /> <span>{dateInWords(when)}</span>
                </>
              )}
              {agrees === true && <span class="dim">The dates agree.</span>}
              {agrees === false && <strong>The dates differ.</strong>}
            </p>
          </div>
        );
      })}
    </fieldset>
  );
}

/** The report that a proposal stands in: within an article, others may begin that were written on another day. */
function Report({ article, item }: { readonly article: PlacedArticle; readonly item: Reviewed }) {
  const [isWanted, setWanted] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isWanted) place.current?.querySelector('input')?.focus();
  }, [isWanted]);
  const { sentence, otherReport } = item.proposal;
  const passage = article.passages?.findLast(({ at }) => at < sentence.end);
  const begins = passage !== undefined && passage.at >= sentence.start;
  const words = (edtf: string): string => dateInWords(readAgain(edtf));
  if (!begins && !otherReport && !isWanted)
    return (
      <p class="dim">
        {passage !== undefined && `In a report of ${words(passage.published)}. `}
        <button
          type="button"
          class="link"
          onClick={() => {
            setWanted(true);
          }}
        >
          Another report begins here…
        </button>
      </p>
    );
  return (
    <div ref={place} class="review-question">
      <p>
        {begins
          ? 'Another report begins here. Its dates are counted from the day on which it was published.'
          : 'Another report may begin here. If so, when was it published? Its dates are then counted from that day.'}
      </p>
      <KeptField
        label="Date of this report"
        name="report"
        value={begins ? words(passage.published) : ''}
        longest={LIMITS.date}
        placeholder="16 Sep 2021"
        keep={(typed) => keepPassage(article.id, begins ? passage.at : sentence.start, typed)}
      />
    </div>
  );
}

/** Why a date is as it is that was not drafted. */
const WHY: Readonly<Record<Reviewed['dateFrom'], string>> = {
  draft: '',
  reader: 'You changed this date.',
  link: 'It follows the date that it hangs on.',
  event: 'The event has this date.',
};

const ORDERS: Readonly<Record<Proposal['relations'][number]['order'], string>> = {
  before: 'It was before',
  after: 'It was after',
  same: 'It was at the same time as',
};

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

/** A sentence with the words that say its date. */
function Sentence({
  text,
  sentence,
  expression,
}: {
  readonly text: string;
  readonly sentence: Stretch;
  readonly expression: Stretch | null;
}) {
  const { start, end } = sentence;
  if (expression === null || expression.start < start || expression.end > end)
    return <>{text.slice(start, end)}</>;
  return (
    <>
      {text.slice(start, expression.start)}
      <u>{text.slice(expression.start, expression.end)}</u>
      {text.slice(expression.end, end)}
    </>
  );
}

/** “4 of 5 have a date, from August 2021 to October 2022.” */
function spanInWords(dates: readonly (string | null)[]): string {
  const known = dates.flatMap((date) => (date === null ? [] : [readAgain(date)]));
  const count = `${known.length.toLocaleString('en')} of ${dates.length.toLocaleString('en')} have a date`;
  const bounds = known.flatMap(({ start, end }) => [start, end - 1]).filter(Number.isFinite);
  if (bounds.length === 0) return `${count}.`;
  const month = (instant: number): string => dateInWords(readAgain(unitAsEdtf(instant, 'month')));
  const [from, to] = [
    month(bounds.reduce((a, b) => Math.min(a, b))),
    month(bounds.reduce((a, b) => Math.max(a, b))),
  ];
  return from === to ? `${count}: ${from}.` : `${count}, from ${from} to ${to}.`;
}
