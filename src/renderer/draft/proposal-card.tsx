// One proposal in the review: the words that it was read from, its fields, why, and what other articles tell of it.
import { Fragment } from 'preact';
import { readAgain } from '../../shared/dates/parse.ts';
import { dateInWords } from '../../shared/dates/words.ts';
import type { PlacedArticle } from '../../shared/document/document.ts';
import { laneTitleOf } from '../../shared/document/lane-of.ts';
import type { Reviewed } from '../../shared/document/reviewed.ts';
import type { Proposal, Stretch } from '../../shared/drafting/propose.ts';
import { isolate } from '../../shared/isolate.ts';
import { referenceOf } from '../event/counted-date.ts';
import { MainFields } from '../event/main-fields.tsx';
import { namesIn } from '../event/typed.ts';
import { Check } from '../parts/controls.tsx';
import { KeptField } from '../parts/kept-field.tsx';
import { DateSwatch } from '../timeline/date-swatch.tsx';
import { goToEvent } from '../view/going.ts';
import type { View } from '../view/view.ts';
import {
  changeLane,
  keepApart,
  laneOfProposals,
  redateProposal,
  repeopleProposal,
  replaceProposal,
  retitleProposal,
  tellings,
} from './deciding.ts';
import { Quoting, Report } from './questions.tsx';

/** What is proposed, with the words that it was read from. */
export function ProposalCard({
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
  const { document } = view.opened;
  const { proposal, title, date, decision } = item;
  const base = proposal.link === null ? undefined : items[proposal.link.on];
  return (
    <>
      <blockquote dir="auto">
        <Sentence text={article.text} sentence={proposal.sentence} expression={proposal.expression} />
      </blockquote>
      <p>
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
      <Quoting />
      <Tellings />
      <MainFields
        title={title}
        when={date === null ? undefined : readAgain(date)}
        reference={referenceOf(document, [{ article: article.id, start: proposal.sentence.start }])}
        lane={item.event === null ? laneOfProposals(view).title : laneTitleOf(document, item.event)}
        lanes={document.lanes}
        place={item.place}
        keep={{
          title: retitleProposal,
          date: (edtf) => {
            redateProposal(edtf ?? null);
          },
          lane: changeLane,
          place: (place) => {
            replaceProposal(place ?? null);
          },
        }}
      />
      <KeptField
        name="people"
        label="People"
        value={item.people.join(', ')}
        placeholder="Separated by commas"
        keep={(typed) => {
          const names = namesIn(typed, /,/);
          if (!names.ok) return names.failure.message;
          repeopleProposal(names.value);
          return null;
        }}
      />
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
                  const row = document.events.rowOf(item.event?.id ?? '');
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
            <Check
              label={`The same event as in “${isolate(article.title)}”`}
              checked={isJoined || !isApart}
              disabled={isJoined}
              onChange={(isSame) => {
                keepApart(telling, !isSame);
              }}
            />
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
