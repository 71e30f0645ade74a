// The order of dates in time, whether it is known, and the span that many dates cover.
import {
  calendarDatesIn,
  isRange,
  partsOf,
  type CalendarDate,
  type DateRange,
  type EventDate,
} from './event-date.ts';
import type { TimeWindow } from './window.ts';

/**
 * Compares for sorting: the earlier start first, and of equal starts the later end, so that a year stands before its
 * days. 0 where both are equal; a stable sort then keeps the order of the document.
 */
export function compareDates(a: EventDate, b: EventDate): number {
  // Not by subtraction: open ends are infinite, and Infinity - Infinity is not a number.
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  if (a.end !== b.end) return a.end > b.end ? -1 : 1;
  return 0;
}

/**
 * From the earliest to the latest known instant of many dates, the end exclusive; `null` where none is known. Of a
 * date with an open or unknown end the known end counts whole.
 */
export function extentOf(dates: Iterable<EventDate>): TimeWindow | null {
  let start = Infinity;
  let end = -Infinity;
  for (const date of dates) {
    const isFinite = Number.isFinite(date.start) && Number.isFinite(date.end);
    for (const known of isFinite ? [date] : calendarDatesIn(partsOf(date))) {
      start = Math.min(start, known.start);
      end = Math.max(end, known.end);
    }
  }
  return start < end ? { start, end } : null;
}

/**
 * Whether it is known which of two events began first. Each may have begun within a span of its own: a day within that
 * day, a year on any day of it, an interval within its first date, one of a set at any of its members. Where these
 * spans share an instant, nothing says which was first: a day and its year, two events of one day, two years that may
 * be the same. What is approximate may as well have been a unit earlier or later, “about 1850” in 1849 or 1851. Doubt
 * about the source (`?`) changes nothing: it is said of the date itself.
 *
 * Where it is known, {@link compareDates} has the two in that order.
 */
export function orderKnown(a: EventDate, b: EventDate): boolean {
  const [first, second] = [beginningOf(a), beginningOf(b)];
  return first.end <= second.start || second.end <= first.start;
}

/** Where an event may have begun. Open and unknown starts reach back without end. */
function beginningOf(date: EventDate): TimeWindow {
  const beginnings = partsOf(date).map((part) => beginningOfPart(part, date.form));
  const start = Math.min(...beginnings.map((span) => span.start));
  const ends = beginnings.map((span) => span.end);
  return { start, end: date.form === 'one-of' ? Math.max(...ends) : Math.min(...ends) };
}

function beginningOfPart(part: CalendarDate | DateRange, form: EventDate['form']): TimeWindow {
  if (!isRange(part)) return possibleSpan(part);
  const from = typeof part.from === 'string' ? null : possibleSpan(part.from);
  const to = typeof part.to === 'string' ? null : possibleSpan(part.to);
  const end = form === 'one-of' || from === null ? to?.end : from.end;
  return { start: from?.start ?? -Infinity, end: end ?? Infinity };
}

function possibleSpan({ start, end, approximate, estimate }: CalendarDate): TimeWindow {
  // The bounds of an estimate such as 1950S2 are those that its digits allow.
  const more = approximate && estimate === undefined ? end - start : 0;
  return { start: start - more, end: end + more };
}
