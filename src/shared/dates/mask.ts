// Dates with missing digits, which EDTF writes as X: the first and the last day that they allow.
import { daysInMonth, instantOf, isLeapYear } from './calendar.ts';
import type { CalendarDate } from './event-date.ts';

/** A year, a month, a day; digits or X. */
const MASK = /^(-?)([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?$/;

/**
 * The span of a mask such as `156X-12-25` or `2004-02-2X`, from its first to its last possible date. Only existing days
 * count.
 *
 * @returns `null` if there is no such day, or if the text is no mask
 */
export function spanOfMask(text: string): Pick<CalendarDate, 'start' | 'end' | 'precision'> | null {
  const [, sign, year, month, day] = MASK.exec(text) ?? [];
  if (year === undefined) return null;
  const mask: Mask = {
    sign: sign === '-' ? -1 : 1,
    century: year.slice(0, 2),
    year: year.slice(2),
    month: month ?? '01',
    day: day ?? '01',
  };
  const first = outermostDay(mask, 'first');
  const last = outermostDay(mask, 'last');
  if (first === null || last === null) return null;
  const start = instantOf(first.year, first.month - 1, first.day);
  if (month === undefined) return { start, end: instantOf(last.year + 1), precision: 'year' };
  if (day === undefined) return { start, end: instantOf(last.year, last.month), precision: 'month' };
  return { start, end: instantOf(last.year, last.month - 1, last.day + 1), precision: 'day' };
}

/** The digits that each part of a date may have: digits or X; of the year, its first two and its last two. */
interface Mask {
  readonly sign: 1 | -1;
  readonly century: string;
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

type End = 'first' | 'last';

/**
 * Tries months and days in a common year and in a leap year before searching for a year: if neither has such a day, no
 * year has.
 */
function outermostDay(mask: Mask, end: End): Day | null {
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

function outermostYear(mask: Mask, end: End, isPossible: (year: number) => boolean): number | null {
  const order = mask.sign === 1 ? end : end === 'first' ? 'last' : 'first';
  for (const century of numbersOf(mask.century, order)) {
    for (const rest of numbersOf(mask.year, order)) {
      const year = mask.sign * (100 * century + rest);
      if (isPossible(year)) return year;
    }
  }
  return null;
}

function dayWithin(mask: Mask, year: number, end: End): Day | null {
  for (const month of numbersOf(mask.month, end)) {
    if (month < 1 || month > 12) continue;
    const most = daysInMonth(year, month - 1);
    const day = numbersOf(mask.day, end).find((number) => number >= 1 && number <= most);
    if (day !== undefined) return { year, month, day };
  }
  return null;
}

/** All numbers that a mask of two digits allows, from one end: `2X` is 20 to 29. Each mask is computed once. */
function numbersOf(mask: string, end: End): readonly number[] {
  let numbers = known.get(mask);
  if (numbers === undefined) {
    const [tens = [], ones = []] = Array.from(mask, (digit) => (digit === 'X' ? DIGITS : [Number(digit)]));
    const first = tens.flatMap((ten) => ones.map((one) => 10 * ten + one));
    numbers = { first, last: first.toReversed() };
    known.set(mask, numbers);
  }
  return numbers[end];
}

const DIGITS = [...Array(10).keys()];

/** At most 121: the number of masks of two digits. */
const known = new Map<string, Readonly<Record<End, readonly number[]>>>();
