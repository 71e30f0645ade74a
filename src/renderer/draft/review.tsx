// The review of proposals, in the place of the card: one at a time, with its words, its date and why.
import { Check, ChevronLeft, ChevronRight, X } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import type { EventDate } from '../../shared/dates/event-date.ts';
import { readAgain } from '../../shared/dates/parse.ts';
import { dateInWords } from '../../shared/dates/words.ts';
import type { Stretch } from '../../shared/drafting/propose.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { DateField } from '../event/date-field.tsx';
import { KeptField } from '../parts/kept-field.tsx';
import type { View } from '../view/view.ts';
import {
  acceptProposal,
  acceptStated,
  endReview,
  goToProposal,
  redateProposal,
  rejectProposal,
  retitleProposal,
  statedIn,
  type Review,
} from './commands.ts';

/** The queue of an article's proposals. Keys work while no field has the focus. */
export function ProposalReview({ view, review }: { readonly view: View; readonly review: Review }) {
  const root = useRef<HTMLElement>(null);
  const { items, at } = review;
  const item = items[at];
  const article = view.opened.document.articles.find(({ id }) => id === review.article);
  useEffect(() => {
    root.current?.focus({ preventScroll: true });
  }, []);
  if (item === undefined || article === undefined) return null;
  const { proposal, title, date, decision } = item;
  const seen = items.filter((one) => one.decision !== null).length;
  const stated = statedIn(review).length;
  const when: EventDate | undefined = date === null ? undefined : readAgain(date);
  const base = proposal.link === null ? undefined : items[proposal.link.on];

  const onKeyDown = (press: KeyboardEvent): void => {
    const isInField =
      press.target instanceof Element && press.target.closest('input, textarea, button') !== null;
    const run = KEYS[press.key];
    if (press.key === 'Escape') {
      press.preventDefault();
      press.stopPropagation();
      if (isInField) root.current?.focus();
      else endReview();
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
      <header class="editor-head">
        <h2>
          Proposal {at + 1} of {items.length}
        </h2>
        <span class="dim" role="status">
          {seen} of {items.length} seen
        </span>
        <button type="button" class="button" title="Done (Esc)" onClick={endReview}>
          Done
        </button>
      </header>
      <p class="dim">{spanInWords(items.map((one) => one.date))}</p>
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
          retitleProposal(typed.trim());
          return null;
        }}
      />
      <DateField
        when={when}
        keep={(edtf) => {
          void redateProposal(edtf ?? null);
        }}
      />
      <p class="review-why">
        <strong>Why:</strong> {proposal.why}
        {base !== undefined && (
          <>
            {' '}
            It hangs on “{base.title}”{base.date === null ? '' : `, ${dateInWords(readAgain(base.date))}`}.
          </>
        )}
        {proposal.otherReport && ' Another report may begin here, so check what its dates are counted from.'}
      </p>
      {decision !== null && (
        <p class="dim" role="status">
          {decision === 'accepted' ? 'Accepted: it is an event now.' : 'Rejected.'}
        </p>
      )}
      <footer class="editor-foot">
        <button
          type="button"
          class="button primary"
          title="Accept (Enter)"
          disabled={decision === 'accepted'}
          onClick={acceptProposal}
        >
          <Check size={15} aria-hidden="true" /> Accept
        </button>
        <button type="button" class="button" title="Reject (Del)" onClick={rejectProposal}>
          <X size={15} aria-hidden="true" /> Reject
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label="Previous proposal"
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
          title="Next (N)"
          disabled={at === items.length - 1}
          onClick={() => {
            goToProposal(at + 1);
          }}
        >
          <ChevronRight size={16} aria-hidden="true" />
        </button>
      </footer>
      {stated > 0 && (
        <p>
          <button type="button" class="link" onClick={acceptStated}>
            Accept all {stated} that the article states outright
          </button>
        </p>
      )}
    </section>
  );
}

const next = (at: number): void => {
  goToProposal(at + 1);
};
const previous = (at: number): void => {
  goToProposal(at - 1);
};

const KEYS: Readonly<Partial<Record<string, (at: number) => void>>> = {
  Enter: acceptProposal,
  Delete: rejectProposal,
  Backspace: rejectProposal,
  n: next,
  ArrowDown: next,
  p: previous,
  ArrowUp: previous,
};

/** A sentence with the words that say its date. */
function Sentence({
  text,
  sentence,
  expression,
}: {
  text: string;
  sentence: Stretch;
  expression: Stretch | null;
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

/** “4 of 5 have a date, from 15 August 2021 to October 2022.” */
function spanInWords(dates: readonly (string | null)[]): string {
  const known = dates.flatMap((date) => (date === null ? [] : [readAgain(date)]));
  const finite = known.filter(({ start }) => Number.isFinite(start)).sort((a, b) => a.start - b.start);
  const [first, last] = [finite[0], finite.at(-1)];
  const count = `${known.length.toLocaleString('en')} of ${dates.length.toLocaleString('en')} have a date`;
  if (first === undefined || last === undefined) return `${count}.`;
  return first === last
    ? `${count}: ${dateInWords(first)}.`
    : `${count}, from ${dateInWords(first)} to ${dateInWords(last)}.`;
}
