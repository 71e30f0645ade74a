// Reads a date as someone types it into a field: EDTF, or a written date.
import { failure, type Result } from '../result.ts';
import { yearOf } from './calendar.ts';
import type { EventDate, Instant } from './event-date.ts';
import { readWrittenDate, USUAL } from './written.ts';

/**
 * Reads a typed date: `2022-10-03`, `3 Oct 2022`, `October 3, 2022`, `Oct 2022`, `2022`, `44 BCE`, `3.10.2022`, `c. 862`.
 * Of two numbers that may be the month, the day comes first, as in most of the world.
 *
 * @returns the date, or `date-unreadable` with a sentence for the reader.
 */
export function readTypedDate(typed: string): Result<EventDate> {
  const date = readWrittenDate(typed, USUAL);
  return date.ok
    ? date
    : failure('date-unreadable', 'Type a date such as 3 Oct 2022, October 2022, 2022 or 44 BCE.');
}

/**
 * Reads a date to go to, which may be written as nobody could keep it in a document: 08/15/2021, whose second number is no
 * month, and two digits of a year, which mean the one nearest to the time in view.
 *
 * @returns the date, or `date-unreadable` with a sentence for the reader.
 */
export function readDateNear(typed: string, near: Instant): Result<EventDate> {
  const usual = readTypedDate(typed);
  if (usual.ok) return usual;
  const century = Math.floor(yearOf(near) / 100) * 100;
  for (const order of ['day-first', 'month-first'] as const) {
    const dates = [null, century - 100, century, century + 100].flatMap((added) => {
      const date = readWrittenDate(typed, { ...USUAL, order, century: added });
      return date.ok ? [date] : [];
    });
    const [nearest] = dates.toSorted(
      (a, b) => Math.abs(a.value.start - near) - Math.abs(b.value.start - near),
    );
    if (nearest !== undefined) return nearest;
  }
  return usual;
}
