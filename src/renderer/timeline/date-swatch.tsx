// A date drawn small, as the timeline draws it.
import { MINUTE } from '../../shared/dates/calendar.ts';
import type { EventDate } from '../../shared/dates/event-date.ts';
import { certaintyClasses } from './texts.ts';

/** The longest date that is drawn as a dot, milliseconds: a day. */
const LONGEST_DOT = 24 * 60 * MINUTE;

/** A dot or a bar with what is in doubt of it; decoration beside the date in words. */
export function DateSwatch({ when }: { readonly when: EventDate }) {
  const shape = when.end - when.start <= LONGEST_DOT ? 'dot' : 'bar';
  return (
    <i class={`swatch-style ${shape} ${certaintyClasses(when)}`} aria-hidden="true">
      <i class="mark-shape" />
    </i>
  );
}
