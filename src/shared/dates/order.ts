// The order of dates in time, whether it is known, and the span that many dates cover.
import { possibleBeginningOf } from './beginning.ts';
import { calendarDatesIn, partsOf, type EventDate } from './event-date.ts';
import type { TimeWindow } from './window.ts';

/**
 * Compares for sorting: the earlier start first, and of equal starts the later end, so that a year stands before its
 * days. Returns 0 if both are equal; a stable sort then keeps the order of the document.
 */
export function compareDates(a: EventDate, b: EventDate): number {
  // No subtraction: open ends are infinite, and Infinity - Infinity is not a number.
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  if (a.end !== b.end) return a.end > b.end ? -1 : 1;
  return 0;
}

/** The span of a date or, where an end is open or unknown, of each calendar date in it. */
export function knownSpansOf(date: EventDate): readonly TimeWindow[] {
  const isBounded = Number.isFinite(date.start) && Number.isFinite(date.end);
  return isBounded ? [date] : calendarDatesIn(partsOf(date));
}

/**
 * From the earliest to the latest known instant of many dates, the end exclusive; `null` if none is known. A date with
 * an open or unknown end counts with the whole of its known end.
 */
export function extentOf(dates: Iterable<EventDate>): TimeWindow | null {
  let start = Infinity;
  let end = -Infinity;
  for (const date of dates) {
    for (const known of knownSpansOf(date)) {
      start = Math.min(start, known.start);
      end = Math.max(end, known.end);
    }
  }
  return start < end ? { start, end } : null;
}

/**
 * Whether it is known which of two events began first. It is not if both may have begun at one instant: a day and its
 * year, two events of one day, two years that may be the same. Doubt about the source (`?`) changes nothing, because it
 * concerns the date itself.
 *
 * If it is known, {@link compareDates} sorts the two in that order.
 */
export function orderKnown(a: EventDate, b: EventDate): boolean {
  const [first, second] = [possibleBeginningOf(a), possibleBeginningOf(b)];
  return first.end <= second.start || second.end <= first.start;
}
