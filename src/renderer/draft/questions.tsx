// What the review asks besides: when an article or a report in it was published, which event is meant, what follows a date.
import { useEffect, useRef, useState } from 'preact/hooks';
import { readAgain } from '../../shared/dates/parse.ts';
import { dateInWords } from '../../shared/dates/words.ts';
import type { PlacedArticle } from '../../shared/document/document.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import type { Reviewed } from '../../shared/document/reviewed.ts';
import { keepArticleField, keepPassage } from '../article/commands.ts';
import { Check } from '../parts/controls.tsx';
import { KeptField } from '../parts/kept-field.tsx';
import { draftAsHistory, tellingHistory } from './commands.ts';
import { acceptAs, answerFollowers, followers, quotedBy } from './deciding.ts';
import { FirstGlance } from './glance.tsx';

/** Asks for the publication date of an article that has none. */
export function Unpublished({ article }: { readonly article: PlacedArticle }) {
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
      <Check
        label="It tells history: a day or a month belongs to the year that the text has come to."
        checked={tellingHistory.value.has(article.id)}
        onChange={(isHistory) => {
          draftAsHistory(article.id, isHistory);
        }}
      />
    </div>
  );
}

/** Asks whether events follow a date that they hang on. */
export function Followers() {
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

/** Events that quote the sentence already: one of them may be the event that is proposed. */
export function Quoting() {
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

/** The report that a proposal stands in: within an article, others may begin that were written on another day. */
export function Report({ article, item }: { readonly article: PlacedArticle; readonly item: Reviewed }) {
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
