// One date of EDTF, alone or within an interval or a set.
//
// The `edtf` package takes up to a quarter of a millisecond for a date, and a document may hold a million, or sets with
// as many members. So this file reads dates, and the tests compare it with the package's own grammar.
import { excerpt } from '../excerpt.ts';
import { failure, success, type Result } from '../result.ts';
import { DAY, daysInMonth, FIRST_YEAR, HOUR, instantOf, LAST_YEAR, MINUTE, SECOND } from './calendar.ts';
import type { CalendarDate, Instant, Precision } from './event-date.ts';
import { spanOfMask } from './mask.ts';
import { monthName, yearName } from './names.ts';
import { readRareDate } from './rare-date.ts';
import { seasonOf } from './seasons.ts';

/** What messages suggest to write instead. */
export const EXAMPLES = 'write for example 2021-08-15, 2021-08 or 2021?';

/** A year, with a month or season, a day, a time of day and its zone, and a doubt. */
const PLAIN =
  /^(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+\-−]\d\d(?::?\d\d)?)?)?)?)?([?~%])?$/;

/** The package accepts doubt behind most dates; this file accepts it behind any. */
const DOUBT_BEHIND = /^(.*[\dX])([?~%])$/;

interface Doubt {
  readonly uncertain: boolean;
  readonly approximate: boolean;
}

/**
 * Reads a single date.
 *
 * - Bounds are UTC. A time of day without a zone is UTC; fractions of a second are ignored.
 * - A season has the months that seasons.ts lists for it.
 * - `X` stands for any digit that gives an existing day, `1950S2` for any year that begins with 19.
 * - A decade or century is its digits followed by `X`, before the year 0 as well: `-18` is -1899 to -1800, the 19th
 *   century BCE.
 *
 * @returns the date, or the reason why there is none, like `parseEventDate`.
 */
export function parseCalendarDate(text: string): Result<CalendarDate> {
  const [plain, year, month, day, hour, minute, second, zone, mark] = PLAIN.exec(text) ?? [];
  if (plain === undefined) return parseRareDate(text);
  const doubt = doubtOf(mark);
  if (year === '-0000') return invalid(text, 'is not a year; the year before 0001 is 0000, which is 1 BCE');
  if (month === undefined) return success(yearDate(Number(year), doubt));
  if (day === undefined) return monthDate(text, Number(year), Number(month), doubt);
  const date = dayDate(text, Number(year), Number(month), Number(day), doubt);
  if (!date.ok || hour === undefined) return date;
  return timeDate(text, date.value, { hour: Number(hour), minute: Number(minute), second, zone });
}

/** Refuses a date and says what is wrong with it; the words follow the date. */
export function invalid(text: string, reason: string): Result<never> {
  return failure('date-invalid', `${excerpt(text)} ${reason}`);
}

/** Refuses a text that is no date. */
export function notADate(text: string): Result<never> {
  return invalid(text, `is not a date in EDTF; ${hint(text)}`);
}

/** Guesses what was meant, if a guess is cheap. */
function hint(text: string): string {
  if (/^-?\d{5,}$/.test(text)) return 'put Y before a year of more than four digits, as in Y12000';
  const padded = text.replaceAll(/(?<=-)\d(?!\d)/g, '0$&');
  const isMeant = padded !== text && PLAIN.test(padded) && parseCalendarDate(padded).ok;
  return isMeant ? `is it ${padded}?` : EXAMPLES;
}

function doubtOf(mark: string | undefined): Doubt {
  return { uncertain: mark === '?' || mark === '%', approximate: mark === '~' || mark === '%' };
}

function calendarDate(
  start: Instant,
  end: Instant,
  precision: Precision,
  { uncertain, approximate }: Doubt,
): CalendarDate {
  return { start, end, precision, uncertain, approximate, unspecified: false };
}

function yearDate(year: number, doubt: Doubt): CalendarDate {
  return calendarDate(instantOf(year), instantOf(year + 1), 'year', doubt);
}

function monthDate(text: string, year: number, month: number, doubt: Doubt): Result<CalendarDate> {
  const season = seasonOf(month);
  if (season !== undefined) {
    const { firstMonth, months } = season;
    const start = instantOf(year, firstMonth);
    const end = instantOf(year, firstMonth + months);
    return success(Object.assign(calendarDate(start, end, 'season', doubt), { season: month }));
  }
  if (!isMonth(month)) return noMonth(text, month);
  return success(calendarDate(instantOf(year, month - 1), instantOf(year, month), 'month', doubt));
}

function dayDate(text: string, year: number, month: number, day: number, doubt: Doubt): Result<CalendarDate> {
  if (!isMonth(month)) return noMonth(text, month);
  const days = daysInMonth(year, month - 1);
  const start = instantOf(year, month - 1, day);
  if (day < 1 || day > days) {
    const name = monthName(instantOf(year, month - 1), 'MMMM');
    return invalid(text, `has no day ${day}; ${name} of that year has ${days} days`);
  }
  return success(calendarDate(start, start + DAY, 'day', doubt));
}

function isMonth(month: number): boolean {
  return month >= 1 && month <= 12;
}

function noMonth(text: string, month: number): Result<never> {
  return invalid(text, `has no month ${String(month).padStart(2, '0')}; months run from 01 to 12`);
}

interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: string | undefined;
  readonly zone: string | undefined;
}

/** ISO 8601 allows a day to end at 24:00. */
function timeDate(
  text: string,
  day: CalendarDate,
  { hour, minute, second, zone }: TimeOfDay,
): Result<CalendarDate> {
  const time = hour * HOUR + minute * MINUTE + Number(second ?? 0) * SECOND;
  if (time > DAY || minute > 59 || Number(second ?? 0) > 59) {
    return invalid(text, 'has no such time of day; times run from 00:00:00 to 24:00:00');
  }
  const offset = offsetOf(zone);
  if (offset === null) return invalid(text, 'has no such time zone; offsets run from -12:00 to +14:00');
  const start = day.start + time - offset;
  const [length, precision] =
    second === undefined ? ([MINUTE, 'minute'] as const) : ([SECOND, 'second'] as const);
  return success(calendarDate(start, start + length, precision, day));
}

/** How far a zone is ahead of UTC, milliseconds; `null` if there is no such zone. */
function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined || zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', ''));
  const size = hours * HOUR + minutes * MINUTE;
  if (minutes > 59 || size > (zone.startsWith('+') ? 14 : 12) * HOUR) return null;
  return zone.startsWith('+') ? size : -size;
}

function parseRareDate(text: string): Result<CalendarDate> {
  const [, bare = text, mark] = DOUBT_BEHIND.exec(text) ?? [];
  if (bare.includes('X')) return maskedDate(text, bare, doubtOf(mark));
  const read = readRareDate(bare);
  if (read === null) return notADate(text);
  const behind = doubtOf(mark);
  switch (read.kind) {
    case 'numbered year':
      return numberedYear(text, read, behind);
    case 'decade':
      return success(cutYear(bare, 10, 'decade', behind));
    case 'century':
      return success(cutYear(bare, 100, 'century', behind));
    case 'doubted': {
      // Dateline keeps doubt about a day or month as doubt about the whole date.
      const date = parseCalendarDate(bare.replaceAll(/[?~%]/g, ''));
      if (!date.ok) return date;
      const uncertain = read.uncertain || behind.uncertain;
      const approximate = read.approximate || behind.approximate;
      return success({ ...date.value, uncertain, approximate });
    }
  }
}

function maskedDate(text: string, mask: string, { uncertain, approximate }: Doubt): Result<CalendarDate> {
  const span = spanOfMask(mask);
  if (span === null) return notADate(text);
  const { start, end, precision } = span;
  // Field by field, because spreading an object takes five times as long as everything else here.
  return success({ start, end, precision, uncertain, approximate, unspecified: true });
}

/** A decade or century, by the digits that its years share. */
function cutYear(digits: string, years: number, precision: Precision, doubt: Doubt): CalendarDate {
  const isBefore = digits.startsWith('-');
  const first = firstOf(Math.abs(Number(digits)) * years, years, isBefore);
  return calendarDate(instantOf(first), instantOf(first + years), precision, doubt);
}

/** The first of `years` years with the same first digits; `round` is the smallest of them without its sign. */
function firstOf(round: number, years: number, isBefore: boolean): number {
  return isBefore ? 1 - round - years : round;
}

/** A year with any number of digits, of which maybe only the first count. */
function numberedYear(
  text: string,
  { year, significantDigits }: { readonly year: number; readonly significantDigits: number },
  doubt: Doubt,
): Result<CalendarDate> {
  const size = Math.abs(year);
  const openDigits = Math.max(0, String(size).length - significantDigits);
  const years = 10 ** openDigits;
  const round = Math.floor(size / years) * years;
  const first = firstOf(round, years, year < 0);
  // Not `first < FIRST_YEAR`: if the year is infinite, these may be NaN.
  if (!(first >= FIRST_YEAR && first + years - 1 <= LAST_YEAR)) {
    return failure(
      'date-out-of-range',
      `${excerpt(text)} is further than the timeline reaches, from ${yearName(FIRST_YEAR)} to ${yearName(LAST_YEAR)}`,
    );
  }
  const approximate = doubt.approximate || openDigits > 0;
  const { uncertain } = doubt;
  const date = calendarDate(instantOf(first), instantOf(first + years), 'year', { uncertain, approximate });
  return success(openDigits === 0 ? date : Object.assign(date, { estimate: year }));
}
