// Reads a date as someone types it into a field: EDTF, or day, month and year in the usual orders.
import { failure, type Result } from '../result.ts';
import { yearAsEdtf } from './as-edtf.ts';
import type { EventDate } from './event-date.ts';
import { parseEventDate } from './parse.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** A year, and whether it counts from before year 1; the `BCE` of a date before a number is not asked for. */
const YEAR = String.raw`(?<year>\d{1,6})(?: ?(?<era>bce?|b\.c\.(?:e\.)?|ce|ad))?`;
const MONTH = String.raw`(?<month>[a-z]{3,9})\.?`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;

const FORMS = [
  new RegExp(`^${DAY} ?${MONTH},? ${YEAR}$`),
  new RegExp(`^${MONTH} ${DAY},? ${YEAR}$`),
  new RegExp(`^${MONTH},? ${YEAR}$`),
  new RegExp(`^${YEAR}$`),
  // Numbers alone, with the year first or last; of two that may be the month, the day comes first, as in most of the world.
  /^(?<year>\d{4})[./](?<number>\d{1,2})[./](?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})[./-](?<number>\d{1,2})[./-](?<year>\d{4})$/,
];

/**
 * Reads a typed date: `2022-10-03`, `3 Oct 2022`, `October 3, 2022`, `Oct 2022`, `2022`, `44 BCE`, `3.10.2022`.
 *
 * @returns the date, or `date-unreadable` with a sentence for the reader.
 */
export function readTypedDate(typed: string): Result<EventDate> {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  for (const form of FORMS) {
    const groups = form.exec(text)?.groups;
    const edtf = groups === undefined ? null : edtfOf(groups);
    const date = edtf === null ? null : parseEventDate(edtf);
    if (date?.ok === true) return date;
  }
  const date = parseEventDate(typed.trim());
  return date.ok
    ? date
    : failure('date-unreadable', 'Type a date such as 3 Oct 2022, October 2022, 2022 or 44 BCE.');
}

/** The parts of a date as EDTF, or `null` where the word is no month. */
function edtfOf({
  year = '',
  era = '',
  month,
  number,
  day,
}: Record<string, string | undefined>): string | null {
  const named = month === undefined ? -1 : MONTHS.findIndex((name) => month.startsWith(name));
  if (month !== undefined && named < 0) return null;
  const monthNumber = number ?? (named < 0 ? null : String(named + 1));
  return [
    yearAsEdtf(era.startsWith('b') ? 1 - Number(year) : Number(year)),
    ...(monthNumber === null ? [] : [monthNumber.padStart(2, '0')]),
    ...(day === undefined ? [] : [day.padStart(2, '0')]),
  ].join('-');
}
