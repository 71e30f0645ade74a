// Dates of which some digits are not given, as EDTF writes them with X: from the first to the last that they allow.
import { daysInMonth, instantOf, isLeapYear } from './calendar.ts';
import type { CalendarDate } from './event-date.ts';

/** A year, a month, a day; digits or X. */
const MASK = /^(-?)([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?$/;

/**
 * The span of a mask such as `156X-12-25` or `2004-02-2X`, from its first to its last possible date. Only days that
 * their month has are possible.
 * @returns `null` where there is no such day, or the text is no mask
 */
export function spanOfMask(text: string): Pick<CalendarDate, 'start' | 'end' | 'precision'> | null {
  const [, sign, year, month, day] = MASK.exec(text) ?? [];
  if (year === undefined) return null;
  const mask: Mask = {
    sign: sign === '-' ? -1 : 1,
    centuries: numbersOf(year.slice(0, 2)),
    years: numbersOf(year.slice(2)),
    months: numbersOf(month ?? '01').filter((number) => number >= 1 && number <= 12),
    days: numbersOf(day ?? '01').filter((number) => number >= 1),
  };
  const first = outermostDay(mask, 'first');
  const last = outermostDay(mask, 'last');
  if (first === null || last === null) return null;
  const start = instantOf(first.year, first.month - 1, first.day);
  if (month === undefined) return { start, end: instantOf(last.year + 1), precision: 'year' };
  if (day === undefined) return { start, end: instantOf(last.year, last.month), precision: 'month' };
  return { start, end: instantOf(last.year, last.month - 1, last.day + 1), precision: 'day' };
}

/** Which numbers each part of a date may have: of the year its size, and that by its first and its last two digits. */
interface Mask {
  readonly sign: 1 | -1;
  readonly centuries: readonly number[];
  readonly years: readonly number[];
  readonly months: readonly number[];
  readonly days: readonly number[];
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Tries months and days in a common year and in a leap year before it looks for a year: where neither has such a day,
 * no year has.
 */
function outermostDay(mask: Mask, end: 'first' | 'last'): Day | null {
  const year =
    dayWithin(mask, COMMON_YEAR, end) !== null
      ? outermostYear(mask, end, () => true)
      : dayWithin(mask, LEAP_YEAR, end) !== null
        ? outermostYear(mask, end, isLeapYear)
        : null;
  return year === null ? null : dayWithin(mask, year, end);
}

const COMMON_YEAR = 2001;
const LEAP_YEAR = 2000;

function outermostYear(
  { sign, centuries, years }: Mask,
  end: 'first' | 'last',
  isPossible: (year: number) => boolean,
): number | null {
  const order = sign === 1 ? end : end === 'first' ? 'last' : 'first';
  for (const century of inOrder(centuries, order)) {
    for (const rest of inOrder(years, order)) {
      const year = sign * (100 * century + rest);
      if (isPossible(year)) return year;
    }
  }
  return null;
}

function dayWithin({ months, days }: Mask, year: number, end: 'first' | 'last'): Day | null {
  for (const month of inOrder(months, end)) {
    const most = daysInMonth(year, month - 1);
    const day = inOrder(days, end).find((number) => number <= most);
    if (day !== undefined) return { year, month, day };
  }
  return null;
}

function inOrder(numbers: readonly number[], end: 'first' | 'last'): readonly number[] {
  return end === 'first' ? numbers : numbers.toReversed();
}

/** All numbers that a mask of two digits allows, ascending: `2X` is 20 to 29. */
function numbersOf(mask: string): number[] {
  const [tens, ones] = Array.from(mask, (digit) => (digit === 'X' ? DIGITS : [Number(digit)]));
  return (tens ?? []).flatMap((ten) => (ones ?? []).map((one) => 10 * ten + one));
}

const DIGITS = [...Array(10).keys()];
