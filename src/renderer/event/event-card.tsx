// The card of the selected event: what, when, where, who, and how its date is known.
import { Fragment } from 'preact';
import { isolate } from '../../shared/isolate.ts';
import { ChevronLeft, ChevronRight, Pencil } from 'lucide-preact';
import { orderKnown } from '../../shared/dates/order.ts';
import { readAgain } from '../../shared/dates/parse.ts';
import { dateInWords, precisionInWords } from '../../shared/dates/words.ts';
import type { PlacedArticle } from '../../shared/document/document.ts';
import {
  USUAL_IMPORTANCE,
  type AnyEvent,
  type Dating,
  type Evidence,
  type ImportedDating,
} from '../../shared/document/event.ts';
import { DATING } from '../../shared/document/dating-in-words.ts';
import { laneOf } from '../../shared/document/lane-of.ts';
import { compareWith, step } from '../view/going.ts';
import { showArticle } from '../view/selection.ts';
import type { View } from '../view/view.ts';
import { BetweenCard } from './between-card.tsx';
import { editedEvent, openEditor } from './commands.ts';
import { lazy } from '../parts/lazy.tsx';
import { DateLine } from '../parts/date-line.tsx';
import { NameLink } from '../find/name-link.tsx';
import { Keys } from '../parts/keys.tsx';
import { AddNote, NoteWords } from '../article/note-view.tsx';
import { notesOnEvent } from '../../shared/document/notes.ts';
import { visibleParagraphs } from '../../shared/document/paragraphs.ts';
import { grouped } from '../../shared/in-words.ts';
import { SourceLink } from '../parts/source-link.tsx';
import { withKeys } from '../../shared/shortcuts.ts';
import { isMac } from '../parts/platform.ts';
import { laneClass } from '../parts/lane-class.ts';

/** The editor, in the place of the card. */
export const Editor = lazy(async () => (await import('./editor.tsx')).Editor, <div class="card editor" />);

/** How many articles without the event to name; further ones are only counted. */
const MOST_SILENT = 4;

/** The selected event, the comparison of two, or a hint how to see an event. */
export function EventCard({
  view,
  selected,
}: {
  readonly view: View;
  /** Positions of the selected events. */
  readonly selected: readonly number[];
}) {
  const { document } = view.opened;
  const [position, other] = selected;
  const event = position === undefined ? undefined : document.events.at(position);
  if (position === undefined || event === undefined) return <Hints />;
  const compared = other === undefined ? undefined : document.events.at(other);
  if (other !== undefined && compared !== undefined) {
    return <BetweenCard view={view} positions={[position, other]} />;
  }
  return editedEvent.value?.row === position ? (
    <Editor key={event.id} view={view} event={event} row={position} />
  ) : (
    <Card key={event.id} view={view} event={event} position={position} />
  );
}

function Hints() {
  return (
    <div class="card card-empty">
      <p>Select an event to see where its date comes from.</p>
      <p class="card-keys">
        <span>
          <Keys command="next-event" /> Next
        </span>{' '}
        <span>
          <Keys command="previous-event" /> Previous
        </span>{' '}
        <span>
          <Keys command="compare-next" /> Compare
        </span>{' '}
        <span>
          <Keys command="zoom-in" /> <Keys command="zoom-out" /> Zoom
        </span>{' '}
        <span>
          <Keys command="pan-earlier" /> <Keys command="pan-later" /> Move
        </span>
      </p>
    </div>
  );
}

function Card({ view, event, position }: { view: View; event: AnyEvent; position: number }) {
  const { document } = view.opened;
  const lane = laneOf(document, event);
  const { when } = event;
  const notes = notesOnEvent(document.notes, event.id);
  return (
    <article id="card" class={`card ${laneClass(lane)}`} aria-label={event.title} tabIndex={0} data-scrolls>
      <button
        type="button"
        class="icon-button card-edit"
        aria-label="Edit event"
        title={withKeys('Edit event', 'edit-event', isMac)}
        onClick={() => {
          openEditor();
        }}
      >
        <Pencil size={15} aria-hidden="true" />
      </button>
      <AddNote name="card-edit" about={{ events: [event.id] }} />
      <p class="card-lane" dir="auto">
        <bdi>{document.lanes[lane]?.title}</bdi>
        {event.place !== undefined && ' · '}
        {event.place !== undefined && <NameLink name={event.place} />}
      </p>
      <h2 dir="auto" data-find>
        {event.title}
      </h2>
      {when === undefined ? (
        <p class="card-date">
          <strong>No date yet</strong>
        </p>
      ) : (
        <>
          <DateLine when={when} />
          <p class="card-precision">Known {precisionInWords(when)}</p>
        </>
      )}
      {event.importance !== undefined && event.importance !== USUAL_IMPORTANCE && (
        <p class="card-precision">Importance {event.importance} of 5</p>
      )}
      {event.description !== undefined && <Description text={event.description} />}
      {event.tags !== undefined && event.tags.length > 0 && (
        <ul class="card-tags" aria-label="Tags">
          {[...new Set(event.tags)].map((tag) => (
            <li key={tag}>
              <NameLink name={tag} />
            </li>
          ))}
        </ul>
      )}

      <Words articles={document.articles} evidence={event.evidence} />

      {event.dating !== undefined && <WhereFrom dating={event.dating} isDated={when !== undefined} />}

      {notes.length > 0 && <h3>{notes.length === 1 ? 'Note' : 'Notes'}</h3>}
      {notes.map((note, number) => (
        <div key={number} class="note" role="note">
          <NoteWords among={document.notes} note={note} />
        </div>
      ))}

      {event.participants.length > 0 && <h3>Participants</h3>}
      {event.participants.length > 0 && (
        <ul class="card-list">
          {event.participants.map(({ name, role }) => (
            <li key={name} dir="auto">
              <NameLink name={name} />
              {role === undefined ? (
                ''
              ) : (
                <span class="dim" data-find>
                  , <bdi>{role}</bdi>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}

      {event.sources.length > 0 && <h3>{event.sources.length === 1 ? 'Source' : 'Sources'}</h3>}
      {event.sources.length > 0 && (
        <ul class="card-list">
          {event.sources.map(({ title, address }) => (
            <li key={address}>
              <SourceLink address={address}>{title}</SourceLink>
            </li>
          ))}
        </ul>
      )}

      <nav class="card-steps" aria-label="Next and previous events">
        <Step view={view} from={event} direction="previous" position={view.model.previous(position)} />
        <Step view={view} from={event} direction="next" position={view.model.next(position)} />
      </nav>
    </article>
  );
}

/** How the date is known or, for an event without one, the original text of its date. */
function WhereFrom({ dating, isDated }: { dating: Dating; isDated: boolean }) {
  return (
    <>
      <h3>{isDated ? 'Where the date comes from' : 'Where the event comes from'}</h3>
      {dating.kind === 'imported' ? (
        <Imported dating={dating} />
      ) : (
        <>
          <p dir="auto">
            <strong>{DATING[dating.kind]}</strong> <bdi>{dating.explanation}</bdi>
          </p>
          <p>Confidence: {dating.confidence}.</p>
        </>
      )}
    </>
  );
}

function Imported({ dating: { file, row, written } }: { dating: ImportedDating }) {
  return (
    <p dir="auto">
      <strong>Imported from a file.</strong> Row {grouped(row)} of <bdi>{file}</bdi>
      {written !== undefined && (
        <>
          {' says “'}
          <bdi>{written}</bdi>”
        </>
      )}
      .
    </p>
  );
}

function Description({ text }: { text: string }) {
  const paragraphs = visibleParagraphs({ text, hidden: [] });
  return (
    <div class="card-description">
      {paragraphs.map(({ start, end }) => (
        <p key={start} dir="auto" data-find>
          {text.slice(start, end)}
        </p>
      ))}
    </div>
  );
}

/** The article's quotes about an event; if there are several articles, each one's, because they may disagree. */
function Words({
  articles,
  evidence,
}: {
  articles: readonly PlacedArticle[];
  evidence: readonly Evidence[];
}) {
  if (articles.length <= 1) {
    return (
      <>
        {evidence.length > 0 && <h3>In the article</h3>}
        <Quotes evidence={evidence} />
      </>
    );
  }
  const speaks = (article: PlacedArticle) => evidence.some((words) => words.article === article.id);
  const silent = articles.filter((article) => !speaks(article));
  return (
    <>
      <h3>In the articles</h3>
      {articles.filter(speaks).map((article) => (
        <section key={article.id} class="words" aria-label={article.title}>
          <p>
            <button
              type="button"
              class="link"
              dir="auto"
              onClick={() => {
                showArticle(article.id);
              }}
            >
              {article.title}
            </button>
            <span class="dim" dir="auto">
              <bdi>{article.publisher}</bdi>
              {article.publishedWhen !== undefined && `, published ${dateInWords(article.publishedWhen)}`}
            </span>
          </p>
          <Quotes evidence={evidence.filter((words) => words.article === article.id)} />
        </section>
      ))}
      {silent.length > 0 && (
        <p class="dim" dir="auto">
          {silent.length > MOST_SILENT
            ? `${grouped(silent.length)} other articles do not mention it.`
            : `Not mentioned in: ${silent.map(({ title }) => isolate(title)).join('; ')}.`}
        </p>
      )}
    </>
  );
}

function Quotes({ evidence }: { evidence: readonly Evidence[] }) {
  return (
    <>
      {evidence.map(({ start, end, quote, date }) => (
        <Fragment key={`${start}-${end}`}>
          <blockquote dir="auto" data-find>
            “{quote}”
          </blockquote>
          {date !== undefined && <p class="dim">It gives another date: {dateInWords(readAgain(date))}.</p>}
        </Fragment>
      ))}
    </>
  );
}

function Step({
  view,
  from,
  direction,
  position,
}: {
  view: View;
  from: AnyEvent;
  direction: 'next' | 'previous';
  position: number | null;
}) {
  const event = position === null ? undefined : view.opened.document.events.at(position);
  if (position === null || event === undefined) return <span />;
  // Only the order of two dates can be in doubt.
  const isOrdered = from.when === undefined || event.when === undefined || orderKnown(from.when, event.when);
  return (
    <button
      type="button"
      class="step"
      title={
        direction === 'next'
          ? 'Next event (N). Shift-click to compare.'
          : 'Previous event (P). Shift-click to compare.'
      }
      onClick={(click) => {
        if (click.shiftKey) compareWith(position);
        else step(direction);
      }}
    >
      {direction === 'previous' && <ChevronLeft size={16} aria-hidden="true" />}
      <span>
        <span dir="auto">{event.label ?? event.title}</span>
        {!isOrdered && <span class="step-order">about the same time</span>}
      </span>
      {direction === 'next' && <ChevronRight size={16} aria-hidden="true" />}
    </button>
  );
}
