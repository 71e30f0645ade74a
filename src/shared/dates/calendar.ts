// The proleptic Gregorian calendar in UTC: instants from years, months and days, and back.
import { UTCDateMini } from '@date-fns/utc/date/mini';
import type { Instant } from './event-date.ts';

/** Milliseconds. */
export const SECOND = 1000;
/** Milliseconds. */
export const MINUTE = 60 * SECOND;
/** Milliseconds. */
export const HOUR = 60 * MINUTE;
/** Milliseconds; all UTC days have the same length. */
export const DAY = 24 * HOUR;
/** Mean length of a Gregorian year, milliseconds. */
export const YEAR = 365.2425 * DAY;

/** The first instant that `Date` holds, 20 April 271,822 BCE (ECMA-262, Time Values and Time Range). */
export const EARLIEST: Instant = -8.64e15;
/** The last instant that `Date` holds, 13 September 275,760. */
export const LATEST: Instant = 8.64e15;

/** The Gregorian calendar repeats after this many years. */
const CYCLE = 400;

/**
 * The first instant of a day. Unlike `Date.UTC` it takes the years 0 to 99 literally, and works outside the range of
 * `Date`.
 *
 * @param year astronomical: 0 is 1 BCE
 * @param month 0 is January; may run over into other years
 * @param day of the month, from 1; may run over into other months
 */
export function instantOf(year: number, month = 0, day = 1): Instant {
  const cycles = Math.floor((year - 2000) / CYCLE);
  return Date.UTC(year - cycles * CYCLE, month, day) + cycles * CYCLE * YEAR;
}

/** The day that holds an instant: astronomical year, month from 0, day from 1. */
export function dayOf(instant: Instant): { year: number; month: number; day: number } {
  const date = new UTCDateMini(Math.floor(instant));
  return { year: date.getFullYear(), month: date.getMonth(), day: date.getDate() };
}

/** The astronomical year that holds an instant. */
export function yearOf(instant: Instant): number {
  return dayOf(instant).year;
}

/** How many days a month has, from 0 for January to 11. */
export function daysInMonth(year: number, month: number): number {
  return month === 1 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month] ?? 0);
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a year, astronomical, has a 29 February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The first and the last year that `Date` holds whole: 271,821 BCE and 275,759 CE. */
export const FIRST_YEAR = yearOf(EARLIEST) + 1;
export const LAST_YEAR = yearOf(LATEST) - 1;
