// What stands beside the pointer while an event is dragged: the date and the lane that it would get.
import { dateInWords } from '../../shared/dates/words.ts';
import type { EventDate } from '../../shared/dates/event-date.ts';
import { DateSwatch } from './date-swatch.tsx';

/** An event on its way. */
export interface DraggedEvent {
  /** CSS pixels in the timeline. */
  readonly x: number;
  readonly y: number;
  /** The date that it would get; `null` where it cannot go. */
  readonly when: EventDate | null;
  /** The title of the lane that it would get. */
  readonly lane: string;
}

/** Follows the pointer. What becomes of the event is announced when it is let go. */
export function DraggedLabel({ x, y, when, lane }: DraggedEvent) {
  return (
    <div
      class="dragged-label"
      aria-hidden="true"
      style={{ transform: `translate(${x + 14}px, ${y + 14}px)` }}
    >
      {when === null ? (
        'This date cannot move.'
      ) : (
        <>
          <DateSwatch when={when} /> <strong>{dateInWords(when)}</strong>
        </>
      )}
      <span class="dim" dir="auto">
        {lane}
      </span>
    </div>
  );
}
