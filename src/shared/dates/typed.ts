// Reads a date as someone types it into a field: EDTF, or a written date.
import { failure, type Result } from '../result.ts';
import type { EventDate } from './event-date.ts';
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
