// When an event may have begun: the span that its order and its distance from others are told by.
import { isRange, partsOf, type CalendarDate, type DateRange, type EventDate } from './event-date.ts';
import type { TimeWindow } from './window.ts';

/**
 * When an event began, as far as its date tells: a day within that day, a year on any day of it, an interval within its
 * first date, one of a set at any of its members, all of a set with the first of them. Open and unknown starts reach
 * back without end.
 */
export function beginningOf(date: EventDate): TimeWindow {
  return beginning(date, (span) => span);
}

/**
 * As {@link beginningOf}, but what is approximate may as well have been a unit earlier or later: “about 1850” in 1849
 * or 1851. EDTF gives `~` no bounds; a unit is the least that it can mean. An estimate such as `1950S2` has bounds, those
 * that its digits allow.
 */
export function possibleBeginningOf(date: EventDate): TimeWindow {
  return beginning(date, ({ start, end, approximate, estimate }) => {
    const more = approximate && estimate === undefined ? end - start : 0;
    return { start: start - more, end: end + more };
  });
}

function beginning(date: EventDate, spanOf: (date: CalendarDate) => TimeWindow): TimeWindow {
  const spans = partsOf(date).map((part) => beginningOfPart(part, date.form, spanOf));
  const ends = spans.map(({ end }) => end);
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: date.form === 'one-of' ? Math.max(...ends) : Math.min(...ends),
  };
}

function beginningOfPart(
  part: CalendarDate | DateRange,
  form: EventDate['form'],
  spanOf: (date: CalendarDate) => TimeWindow,
): TimeWindow {
  if (!isRange(part)) return spanOf(part);
  const from = typeof part.from === 'string' ? null : spanOf(part.from);
  const to = typeof part.to === 'string' ? null : spanOf(part.to);
  const end = form === 'one-of' || from === null ? to?.end : from.end;
  return { start: from?.start ?? -Infinity, end: end ?? Infinity };
}
