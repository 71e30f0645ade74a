// The card of the selected event: what, when, where, who, and how its date is known.
import { ChevronLeft, ChevronRight } from 'lucide-preact';
import { dateInWords, precisionInWords } from '../../shared/dates/words.ts';
import type { Dating, PlacedEvent } from '../../shared/document/document.ts';
import { openLink, selectEvent, step } from '../commands.ts';
import { openAggregate, selectedEvent, type View } from '../store.ts';

const DATING: Readonly<Record<Dating['kind'], string>> = {
  stated: 'Stated in the article.',
  derived: 'Follows from the article.',
  external: 'From outside the article.',
};

/** How many events of an aggregate are listed. */
const MOST_LISTED = 200;

/** The selected event, the list of an aggregate, or what to do to see one. */
export function EventCard({ view }: { readonly view: View }) {
  const aggregate = openAggregate.value;
  const position = selectedEvent.value;
  const event = position === null ? undefined : view.opened.document.events[position];
  if (view.opened.document.events.length === 0) return null;
  if (aggregate !== null) return <AggregateList view={view} />;
  if (position === null || event === undefined) {
    return (
      <div class="card card-empty">
        <p>Select an event to see its date, its place and its sentence in the article.</p>
        <p class="keys">
          <kbd>n</kbd> next <kbd>p</kbd> previous <kbd>+</kbd> <kbd>−</kbd> zoom <kbd>←</kbd> <kbd>→</kbd>{' '}
          move
        </p>
      </div>
    );
  }
  return <Card key={event.id} view={view} event={event} position={position} />;
}

function Card({ view, event, position }: { view: View; event: PlacedEvent; position: number }) {
  const { document } = view.opened;
  const { index } = view.model;
  const lane = document.lanes.findIndex(({ id }) => id === event.lane);
  const { when } = event;
  return (
    <article class={`card lane-${lane % 8}`} aria-label={event.title}>
      <p class="card-lane" dir="auto">
        {[document.lanes[lane]?.title, event.place].filter(Boolean).join(' · ')}
      </p>
      <h2 dir="auto">{event.title}</h2>
      <p class="card-date">
        <strong>{dateInWords(when)}</strong>
        <code title="The date in EDTF, the Extended Date/Time Format">{when.edtf}</code>
      </p>
      <p class="card-precision">Known {precisionInWords(when)}</p>

      {event.evidence.length > 0 && <h3>In the article</h3>}
      {event.evidence.map((evidence) => (
        <blockquote key={`${evidence.article}:${evidence.start}`} dir="auto">
          “{evidence.quote}”
        </blockquote>
      ))}

      <h3>How it is dated</h3>
      <p dir="auto">
        {DATING[event.dating.kind]} {event.dating.explanation} Confidence: {event.dating.confidence}.
      </p>

      {event.participants.length > 0 && <h3>Participants</h3>}
      {event.participants.length > 0 && (
        <ul class="card-list">
          {event.participants.map(({ name, role }) => (
            <li key={name} dir="auto">
              {name}
              {role === undefined ? '' : <span class="dim">, {role}</span>}
            </li>
          ))}
        </ul>
      )}

      {event.sources.length > 0 && <h3>{event.sources.length === 1 ? 'Source' : 'Sources'}</h3>}
      {event.sources.length > 0 && (
        <ul class="card-list">
          {event.sources.map(({ title, address }) => (
            <li key={address}>
              <a
                href={address}
                title={address}
                dir="auto"
                onClick={(click) => {
                  click.preventDefault();
                  void openLink(address);
                }}
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}

      <nav class="card-steps" aria-label="Events in time">
        <Step view={view} direction="previous" position={index.previous(position)} />
        <Step view={view} direction="next" position={index.next(position)} />
      </nav>
    </article>
  );
}

function Step({
  view,
  direction,
  position,
}: {
  view: View;
  direction: 'next' | 'previous';
  position: number | null;
}) {
  const event = position === null ? undefined : view.opened.document.events[position];
  if (event === undefined) return <span />;
  return (
    <button
      type="button"
      class="step"
      title={direction === 'next' ? 'Next in time (n)' : 'Previous in time (p)'}
      onClick={() => {
        step(direction);
      }}
    >
      {direction === 'previous' && <ChevronLeft size={16} aria-hidden="true" />}
      <span dir="auto">{event.label ?? event.title}</span>
      {direction === 'next' && <ChevronRight size={16} aria-hidden="true" />}
    </button>
  );
}

function AggregateList({ view }: { view: View }) {
  const aggregate = openAggregate.value;
  if (aggregate === null) return null;
  const listed = view.model.index.eventsOf(aggregate.id, MOST_LISTED);
  return (
    <section class={`card lane-${aggregate.lane % 8}`} aria-label={aggregate.title}>
      <p class="card-lane" dir="auto">
        {view.opened.document.lanes[aggregate.lane]?.title}
      </p>
      <h2>{aggregate.title}</h2>
      <p class="card-precision">{aggregate.date}, too close together to stand singly.</p>
      <ul class="card-list">
        {listed.map((position) => {
          const event = view.opened.document.events[position];
          return event === undefined ? null : (
            <li key={event.id}>
              <button
                type="button"
                class="link"
                onClick={() => {
                  selectEvent(position);
                }}
              >
                <span dir="auto">{event.title}</span> <span class="dim">{dateInWords(event.when)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {aggregate.count > listed.length && <p class="dim">and {aggregate.count - listed.length} more</p>}
    </section>
  );
}
