// When an event may have begun: the span from which its order and its distance to others follow.
import { isRange, partsOf, type CalendarDate, type DateRange, type EventDate } from './event-date.ts';
import type { TimeWindow } from './window.ts';

/**
 * When an event began, as far as its date tells: for a day, within that day; for a year, on any of its days; for an
 * interval, within its first date; for one of a set, at any of its members; for all of a set, at the first of them.
 * Open and unknown starts reach back without end.
 */
export function beginningOf(date: EventDate): TimeWindow {
  return beginning(date, (span) => span);
}

/**
 * Like {@link beginningOf}, but an approximate date may also mean a unit earlier or later: “about 1850” includes 1849
 * and 1851. EDTF gives `~` no bounds, and a unit is the least that it can mean. An estimate such as `1950S2` keeps the
 * bounds that its digits allow.
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
