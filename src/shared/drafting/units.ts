// Counts days, weeks, months, seasons and years by number, so that “two months before” is a subtraction; writes them in TIMEX3 and EDTF.
import { DAY, dayOf, instantOf } from '../dates/calendar.ts';
import { yearAsEdtf } from '../dates/as-edtf.ts';

/** The units that a date expression can name, finest first. */
export const GRAINS = [
  'day',
  'weekend',
  'week',
  'month',
  'season',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
  'millennium',
] as const;

/** One unit of the calendar that can be counted. */
export type Grain = (typeof GRAINS)[number];

/**
 * One unit of time: the day, week, month … with a number. Days count from 1970-01-01; weeks and weekends are ISO weeks,
 * Monday first, from that of 1970-01-01; months are `year × 12 + month`, likewise seasons (spring is 0), quarters and
 * halves; years are astronomical (0 is 1 BCE); decades, centuries and millennia are years divided, rounded down.
 */
export interface Span {
  readonly grain: Grain;
  readonly n: number;
}

/** How many of a unit a year has. */
const IN_YEAR = { month: 12, season: 4, quarter: 4, half: 2, year: 1 } as const;
/** How many years a unit has. */
const YEARS = { decade: 10, century: 100, millennium: 1000 } as const;
/** The first season, spring, begins in March. */
const FIRST_SEASON = 2;

/** The number of a day. @param month from 1 @param day from 1; both may run over */
export function dayNumber(year: number, month: number, day: number): number {
  return Math.round(instantOf(year, month - 1, day) / DAY);
}

/** The year (astronomical), month (from 1) and day of a day's number. */
export function dayParts(n: number): { readonly year: number; readonly month: number; readonly day: number } {
  const { year, month, day } = dayOf(n * DAY);
  return { year, month: month + 1, day };
}

/** 1 for Monday to 7 for Sunday, of a day's number. */
export function weekdayOf(n: number): number {
  return mod(n + 3, 7) + 1;
}

/** The first day of a unit. */
export function firstDay({ grain, n }: Span): number {
  switch (grain) {
    case 'day':
      return n;
    case 'week':
      return n * 7 - 3;
    case 'weekend':
      return n * 7 + 2;
    case 'season':
      return dayNumber(Math.floor(n / 4), FIRST_SEASON + 1 + mod(n, 4) * 3, 1);
    case 'month':
    case 'quarter':
    case 'half':
    case 'year': {
      const count = IN_YEAR[grain];
      return dayNumber(Math.floor(n / count), (mod(n, count) * 12) / count + 1, 1);
    }
    case 'decade':
    case 'century':
    case 'millennium':
      return dayNumber(firstYear(n, YEARS[grain]), 1, 1);
  }
}

/** The last day of a unit. */
export function lastDay(span: Span): number {
  return span.grain === 'weekend' ? span.n * 7 + 3 : firstDay({ grain: span.grain, n: span.n + 1 }) - 1;
}

/** The unit that holds a day; for weekends, that of its week. */
export function spanOf(day: number, grain: Grain): Span {
  switch (grain) {
    case 'day':
      return { grain, n: day };
    case 'week':
    case 'weekend':
      return { grain, n: Math.floor((day + 3) / 7) };
    case 'season': {
      const { year, month } = dayParts(day);
      return { grain, n: Math.floor((year * 12 + month - 1 - FIRST_SEASON) / 3) };
    }
    case 'month':
    case 'quarter':
    case 'half':
    case 'year': {
      const { year, month } = dayParts(day);
      const count = IN_YEAR[grain];
      return { grain, n: year * count + Math.floor(((month - 1) * count) / 12) };
    }
    case 'decade':
    case 'century':
    case 'millennium':
      return spanOfYear(dayParts(day).year, grain);
  }
}

/** The decade, century or millennium of an astronomical year. */
export function spanOfYear(year: number, grain: 'decade' | 'century' | 'millennium'): Span {
  return { grain, n: Math.floor((year <= 0 ? year - 1 : year) / YEARS[grain]) };
}

/** The first century BCE has the number -1; it ends with the year 0, and the first of our era begins with 1. */
function firstYear(n: number, years: number): number {
  return n <= 0 ? n * years + 1 : n * years;
}

/** The year in which a unit begins, astronomical. */
export function yearOfSpan(span: Span): number {
  if (span.grain === 'season') return Math.floor(span.n / 4);
  return dayParts(firstDay(span)).year;
}

/** Whether one unit is at least as coarse as another. */
export function coarser(one: Grain, than: Grain): boolean {
  return GRAINS.indexOf(one) >= GRAINS.indexOf(than);
}

const SEASON_NAMES = ['SP', 'SU', 'FA', 'WI'];

/** A unit in the values of TIMEX3: `2022-10-04`, `2022-W40`, `2022-W40-WE`, `2022-SP`, `2022-Q3`, `199`, `BC0044`. */
export function spanAsTimex(span: Span): string {
  const { grain, n } = span;
  switch (grain) {
    case 'day': {
      const { year, month, day } = dayParts(n);
      return `${timexYear(year)}-${two(month)}-${two(day)}`;
    }
    case 'week':
    case 'weekend':
      return `${isoWeek(n)}${grain === 'weekend' ? '-WE' : ''}`;
    case 'month':
      return `${timexYear(Math.floor(n / 12))}-${two(mod(n, 12) + 1)}`;
    case 'season':
      return `${timexYear(Math.floor(n / 4))}-${SEASON_NAMES[mod(n, 4)] ?? ''}`;
    case 'quarter':
      return `${timexYear(Math.floor(n / 4))}-Q${mod(n, 4) + 1}`;
    case 'half':
      return `${timexYear(Math.floor(n / 2))}-H${mod(n, 2) + 1}`;
    case 'year':
      return timexYear(n);
    case 'decade':
      return n < 0 ? `BC${String(-n - 1).padStart(3, '0')}` : String(n).padStart(3, '0');
    case 'century':
      return n < 0 ? `BC${two(-n - 1)}` : two(n);
    case 'millennium':
      return n < 0 ? `BC${-n - 1}` : String(n);
  }
}

/**
 * A unit in EDTF; a week and a weekend as the interval of their days, a decade as `199X`.
 *
 * @param marks `?`, `~`, `%` or nothing.
 */
export function spanAsEdtf(span: Span, marks: string): string {
  const { grain, n } = span;
  switch (grain) {
    case 'day':
      return `${edtfDay(n)}${marks}`;
    case 'week':
    case 'weekend':
      return `${edtfDay(firstDay(span))}${marks}/${edtfDay(lastDay(span))}${marks}`;
    case 'month':
      return `${yearAsEdtf(Math.floor(n / 12))}-${two(mod(n, 12) + 1)}${marks}`;
    case 'season':
      return `${yearAsEdtf(Math.floor(n / 4))}-${21 + mod(n, 4)}${marks}`;
    case 'quarter':
      return `${yearAsEdtf(Math.floor(n / 4))}-${33 + mod(n, 4)}${marks}`;
    case 'half':
      return `${yearAsEdtf(Math.floor(n / 2))}-${40 + mod(n, 2)}${marks}`;
    case 'year':
      return `${yearAsEdtf(n)}${marks}`;
    case 'decade':
    case 'century':
    case 'millennium': {
      // Before the year 0 the digits of a decade do not say its years in the order of time: the bounds do.
      if (n < 0) {
        const first = firstYear(n, YEARS[grain]);
        return `${yearAsEdtf(first)}${marks}/${yearAsEdtf(first + YEARS[grain] - 1)}${marks}`;
      }
      const digits = { decade: 3, century: 2, millennium: 1 }[grain];
      return `${String(n).padStart(digits, '0').padEnd(4, 'X')}${marks}`;
    }
  }
}

/** A day in EDTF. */
export function edtfDay(n: number): string {
  const { year, month, day } = dayParts(n);
  return `${yearAsEdtf(year)}-${two(month)}-${two(day)}`;
}

function timexYear(year: number): string {
  return year <= 0 ? `BC${String(1 - year).padStart(4, '0')}` : String(year).padStart(4, '0');
}

/** The ISO week by its number: its year is that of its Thursday. */
function isoWeek(n: number): string {
  const thursday = n * 7;
  const { year } = dayParts(thursday);
  return `${timexYear(year)}-W${two(Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1)}`;
}

/** A number of two digits. */
export function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** The remainder that is never negative. */
export function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
