// A date drawn small, as the timeline draws it.
import { DAY } from '../../shared/dates/calendar.ts';
import type { EventDate } from '../../shared/dates/event-date.ts';
import { certaintyClasses } from './texts.ts';

/** A dot or a bar with what is in doubt of it; decoration beside the date in words. */
export function DateSwatch({ when }: { readonly when: EventDate }) {
  const shape = when.end - when.start <= DAY ? 'dot' : 'bar';
  return (
    <i class={`swatch-style ${shape} ${certaintyClasses(when)}`} aria-hidden="true">
      <i class="mark-shape" />
    </i>
  );
}
