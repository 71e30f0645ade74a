// The card of two compared events: both, and how far apart they are.
import { X } from 'lucide-preact';
import { distanceInWords } from '../../shared/dates/distance.ts';
import { compareDates, orderKnown } from '../../shared/dates/order.ts';
import { laneOf } from '../../shared/document/lane-of.ts';
import { selectEvent, stopComparing } from '../view/selection.ts';
import type { View } from '../view/view.ts';
import { DateLine } from '../parts/date-line.tsx';
import { NameLink } from '../find/name-link.tsx';
import { laneClass } from '../parts/lane-class.ts';

/** The earlier one comes first, if it is known which is earlier. */
export function BetweenCard({
  view,
  positions,
}: {
  readonly view: View;
  /** Positions of two events in the document. */
  readonly positions: readonly [number, number];
}) {
  const { document } = view.opened;
  const [one, other] = [document.events.placedAt(positions[0]), document.events.placedAt(positions[1])];
  if (one === undefined || other === undefined) return null;
  const inTime = compareDates(one.when, other.when) <= 0 ? positions : positions.toReversed();
  return (
    <section id="card" class="card between" aria-label="Time between two events" tabIndex={0} data-scrolls>
      <div class="between-head">
        <h2>
          <span class="card-lane">Time between</span>{' '}
          <span class="between-distance">{distanceInWords(one.when, other.when)}</span>
        </h2>
        <button type="button" class="icon-button" title="Stop comparing (Esc)" onClick={stopComparing}>
          <X size={16} aria-label="Stop comparing" />
        </button>
      </div>
      {!orderKnown(one.when, other.when) && <p class="card-precision">It is not known which came first.</p>}
      <ul class="card-list">
        {inTime.map((position) => {
          const event = document.events.placedAt(position);
          if (event === undefined) return null;
          const lane = laneOf(document, event);
          return (
            <li key={event.id} class={`between-event ${laneClass(lane)}`}>
              <p class="card-lane" dir="auto">
                <bdi>{document.lanes[lane]?.title}</bdi>
                {event.place !== undefined && ' · '}
                {event.place !== undefined && <NameLink name={event.place} />}
              </p>
              <button
                type="button"
                class="link"
                dir="auto"
                onClick={() => {
                  selectEvent(position);
                }}
              >
                {event.title}
              </button>
              <DateLine when={event.when} />
            </li>
          );
        })}
      </ul>
      <p class="card-keys">
        <span>
          <kbd>Shift</kbd> <kbd>N</kbd> Next
        </span>{' '}
        <span>
          <kbd>Shift</kbd> <kbd>P</kbd> Previous
        </span>{' '}
        <span>
          <kbd>Esc</kbd> Stop comparing
        </span>
      </p>
    </section>
  );
}
