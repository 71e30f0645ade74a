// Expands rules of recurrence by days, within a window of time. RFC 5545, section 3.3.10.
import { DAY, daysInMonth, instantOf, isLeapYear } from '../../dates/calendar.ts';
import { excerpt } from '../../excerpt.ts';
import { failure, success, type Result } from '../../result.ts';

/** A time of day. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Seconds in a day. */
export const DAY_SECONDS = 86_400;

/** How many seconds after midnight a clock shows. */
export function secondsOfDay({ hour, minute, second }: Clock): number {
  return hour * 3_600 + minute * 60 + second;
}

/** The moment of the last day of a rule behind which no instance starts. */
export interface UntilTime {
  readonly secondOfDay: number;
  /** Whether the day and the moment are in UTC, whatever the zone of the event. */
  readonly isUtc: boolean;
}

/** A rule that repeats by days; those that repeat within a day are refused. */
export interface Rule {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count: number | null;
  /** The last day, as days since 1970-01-01. */
  readonly until: number | null;
  /** The moment of that day behind which no instance starts; `null` if the whole day counts. */
  readonly untilTime: UntilTime | null;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly weeks: readonly number[];
  /** Monday is 0; `nth` is 0 for every such day. */
  readonly weekdays: readonly { readonly nth: number; readonly weekday: number }[];
  readonly positions: readonly number[];
  readonly weekStart: number;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const PARTS =
  'RSCALE FREQ INTERVAL COUNT UNTIL WKST BYSETPOS BYMONTH BYMONTHDAY BYYEARDAY BYWEEKNO BYDAY BYHOUR BYMINUTE BYSECOND'.split(
    ' ',
  );
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;

/** A day as days since 1970-01-01. `month` is 1 to 12. */
export function dayNumber(year: number, month: number, day: number): number {
  return Math.round(instantOf(year, month - 1, day) / DAY);
}

/** Year, month (1 to 12) and day of a day number. */
export function dateOfDay(number: number): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  const date = new Date(number * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/**
 * Reads a rule.
 *
 * @param time when the first instance starts; `null` for whole days, for which hours and minutes do not count.
 * @returns the rule, or why it is not expanded; the words follow “The rule”.
 */
export function readRule(text: string, time: Clock | null): Result<Rule> {
  const parts = new Map(
    text.split(';').map((part): [string, string] => {
      const equals = part.indexOf('=');
      return [
        part.slice(0, Math.max(0, equals)).trim().toUpperCase(),
        part
          .slice(equals + 1)
          .trim()
          .toUpperCase(),
      ];
    }),
  );
  const unknown = [...parts.keys()].find((part) => part !== '' && !PARTS.includes(part));
  if (!/^(?:GREGORIAN)?$/.test(parts.get('RSCALE') ?? ''))
    return failure('rule', 'counts by another calendar');
  if (unknown !== undefined && !(unknown === 'SKIP' && parts.get('SKIP') === 'OMIT'))
    return failure('rule', `has the part ${excerpt(unknown, 40)}, which is not known`);
  const frequency = FREQUENCIES.find((one) => one === parts.get('FREQ'));
  if (frequency === undefined) return failure('rule', 'does not repeat by days, weeks, months or years');
  if (time !== null)
    for (const [part, own] of [
      ['BYHOUR', time.hour],
      ['BYMINUTE', time.minute],
      ['BYSECOND', time.second],
    ] as const) {
      const list = parts.get(part);
      if (list?.includes(',') === true) return failure('rule', 'repeats within a day');
      if (list !== undefined && Number(list) !== own)
        return failure('rule', 'names a time that is not that of the start');
    }
  const interval = Number(parts.get('INTERVAL') ?? '1');
  const count = parts.get('COUNT');
  const untilText = parts.get('UNTIL');
  const [, year, month, day, hour, minute, second, utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?$/.exec(untilText ?? '') ?? [];
  if (!isWithin(interval, 1, 10_000)) return failure('rule', 'has an interval that is none');
  if (count !== undefined && !isWithin(Number(count), 1, 1e9))
    return failure('rule', 'has a count that is none');
  if (untilText !== undefined && year === undefined) return failure('rule', 'has an end that is no date');
  const numbers = (name: string, most: number): number[] | null => {
    const list = (parts.get(name) ?? '')
      .split(',')
      .filter((one) => one !== '')
      .map(Number);
    return list.every((one) => one !== 0 && isWithin(Math.abs(one), 1, most)) && list.length <= 400
      ? list
      : null;
  };
  const lists = {
    months: numbers('BYMONTH', 12),
    monthDays: numbers('BYMONTHDAY', 31),
    yearDays: numbers('BYYEARDAY', 366),
    weeks: numbers('BYWEEKNO', 53),
    positions: numbers('BYSETPOS', 366),
  };
  const weekdays = (parts.get('BYDAY') ?? '')
    .split(',')
    .filter((one) => one !== '')
    .map(weekdayOf);
  const known = weekdays.filter((one) => one !== null);
  const { months, monthDays, yearDays, weeks, positions } = lists;
  if (
    months === null ||
    monthDays === null ||
    yearDays === null ||
    weeks === null ||
    positions === null ||
    known.length < weekdays.length
  )
    return failure('rule', 'has a day, week or month that is none');
  return success({
    frequency,
    interval,
    count: count === undefined ? null : Number(count),
    until: year === undefined ? null : dayNumber(Number(year), Number(month), Number(day)),
    untilTime:
      hour === undefined
        ? null
        : {
            secondOfDay: secondsOfDay({
              hour: Number(hour),
              minute: Number(minute),
              second: Number(second ?? 0),
            }),
            isUtc: utc !== undefined,
          },
    months,
    monthDays,
    yearDays,
    weeks,
    positions,
    weekdays: known,
    weekStart: Math.max(0, WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO')),
  });
}

function isWithin(number: number, least: number, most: number): boolean {
  return Number.isInteger(number) && number >= least && number <= most;
}

function weekdayOf(text: string): { readonly nth: number; readonly weekday: number } | null {
  const [, nth = '', name = ''] = /^([+-]?\d{0,2})([A-Z]{2})$/.exec(text) ?? [];
  const weekday = WEEKDAYS.indexOf(name);
  return weekday < 0 ? null : { nth: Number(nth), weekday };
}

/** The weekday of a day, Monday 0. 1970-01-01 was a Thursday. */
function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/**
 * The last day on which an instance may start.
 *
 * @param startOn when an instance on a day starts, in seconds since 1970: in UTC, or by the clock of the event.
 */
export function lastDayOf(
  { until, untilTime }: Rule,
  startOn: (day: number, isUtc: boolean) => number,
): number | null {
  if (until === null || untilTime === null) return until;
  const end = until * DAY_SECONDS + untilTime.secondOfDay;
  // A zone moves an instance by less than a day.
  const last = [until + 1, until, until - 1].find((day) => startOn(day, untilTime.isUtc) <= end);
  return last ?? until - 2;
}

/** The days of a rule within a window. */
export interface Expansion {
  /** Ascending, the start first. */
  readonly days: readonly number[];
  /** Whether the rule goes on behind the last. */
  readonly more: boolean;
}

/**
 * The days on which an event recurs. Looks at each period of the window once, so that no rule takes long.
 *
 * @param start the day of the first instance, which counts even if the rule does not meet it.
 * @param last the last day to look at.
 * @param most the most days to return.
 */
export function expand(rule: Rule, start: number, last: number, most: number): Expansion {
  const days = [start];
  const end = Math.min(last, rule.until ?? Infinity);
  const limit = Math.min(most, rule.count ?? Infinity);
  for (let period = 0; ; period += rule.interval) {
    const first = periodStart(rule, start, period);
    if (first > end) break;
    for (const day of daysIn(rule, start, first)) {
      if (day <= start) continue;
      if (day > end) return { days, more: rule.until === null || rule.until > end };
      if (days.length >= limit) return { days, more: limit !== rule.count };
      days.push(day);
    }
    if (days.length >= limit) return { days, more: limit !== rule.count };
  }
  return { days, more: (rule.until === null || rule.until > end) && rule.count !== days.length };
}

/** The days of a yearly rule in one year, however long ago it began: for time zones. */
export function daysInYear(rule: Rule, start: number, year: number): readonly number[] {
  return rule.frequency === 'YEARLY' ? daysIn(rule, start, dayNumber(year, 1, 1)) : [];
}

/** The first day of the nth period from the one that holds the start. */
function periodStart({ frequency, weekStart }: Rule, start: number, nth: number): number {
  const { year, month } = dateOfDay(start);
  switch (frequency) {
    case 'DAILY':
      return start + nth;
    case 'WEEKLY':
      return start - ((weekdayOfDay(start) - weekStart + 7) % 7) + 7 * nth;
    case 'MONTHLY': {
      const months = year * 12 + (month - 1) + nth;
      return dayNumber(Math.floor(months / 12), (months % 12) + 1, 1);
    }
    case 'YEARLY':
      return dayNumber(year + nth, 1, 1);
  }
}

/** The days of the rule in the period that begins on a day. */
function daysIn(rule: Rule, start: number, first: number): readonly number[] {
  const days = [...new Set(candidates(rule, start, first))].sort((one, other) => one - other);
  if (rule.positions.length === 0) return days;
  const chosen = rule.positions.flatMap((position) => days.at(position > 0 ? position - 1 : position) ?? []);
  return [...new Set(chosen)].sort((one, other) => one - other);
}

function candidates(rule: Rule, start: number, first: number): number[] {
  const { months, monthDays, yearDays, weeks, weekdays } = rule;
  const { year, month } = dateOfDay(first);
  const own = dateOfDay(start);
  const isWeekday = (day: number): boolean =>
    weekdays.length === 0 || weekdays.some(({ weekday }) => weekday === weekdayOfDay(day));
  const isMonth = (day: number): boolean => months.length === 0 || months.includes(dateOfDay(day).month);
  switch (rule.frequency) {
    case 'DAILY':
      return [first].filter(
        (day) => isMonth(day) && isWeekday(day) && isMonthDay(day, monthDays) && isYearDay(day, yearDays),
      );
    case 'WEEKLY':
      return run(first, 7).filter(
        (day) =>
          isMonth(day) &&
          (weekdays.length === 0 ? weekdayOfDay(day) === weekdayOfDay(start) : isWeekday(day)),
      );
    case 'MONTHLY':
      return months.length > 0 && !months.includes(month) ? [] : daysOfMonth(rule, year, month, own.day);
    case 'YEARLY': {
      const length = isLeapYear(year) ? 366 : 365;
      const whole = run(first, length);
      if (yearDays.length > 0)
        return whole.filter((day) => isYearDay(day, yearDays) && isMonth(day) && isWeekday(day));
      if (weeks.length > 0)
        return whole.filter(
          (day) =>
            weeks.some(
              (week) =>
                week === weekOf(day, rule.weekStart, year) || week === weekFromEnd(day, rule.weekStart, year),
            ) &&
            isMonth(day) &&
            (weekdays.length === 0 ? weekdayOfDay(day) === weekdayOfDay(start) : isWeekday(day)),
        );
      if (months.length > 0) return months.flatMap((one) => daysOfMonth(rule, year, one, own.day));
      if (monthDays.length > 0) return TWELVE.flatMap((one) => daysOfMonth(rule, year, one, own.day));
      if (weekdays.length > 0) return weekdays.flatMap(({ nth, weekday }) => nthOf(whole, weekday, nth));
      return own.day <= daysInMonth(year, own.month - 1) ? [dayNumber(year, own.month, own.day)] : [];
    }
  }
}

const TWELVE = Array.from({ length: 12 }, (_, index) => index + 1);

function run(first: number, length: number): number[] {
  return Array.from({ length }, (_, index) => first + index);
}

/** The days of one month that a rule means; the day of the start where it names none. */
function daysOfMonth({ monthDays, weekdays }: Rule, year: number, month: number, own: number): number[] {
  const length = daysInMonth(year, month - 1);
  const first = dayNumber(year, month, 1);
  const whole = run(first, length);
  if (monthDays.length === 0 && weekdays.length === 0) return own <= length ? [first + own - 1] : [];
  const byWeekday =
    weekdays.length === 0 ? whole : weekdays.flatMap(({ nth, weekday }) => nthOf(whole, weekday, nth));
  return byWeekday.filter((day) => isMonthDay(day, monthDays));
}

/** The nth of a weekday among days; all for 0, from the end below it. */
function nthOf(days: readonly number[], weekday: number, nth: number): number[] {
  const own = days.filter((day) => weekdayOfDay(day) === weekday);
  if (nth === 0) return own;
  const one = own.at(nth > 0 ? nth - 1 : nth);
  return one === undefined ? [] : [one];
}

function isMonthDay(day: number, monthDays: readonly number[]): boolean {
  if (monthDays.length === 0) return true;
  const date = dateOfDay(day);
  return (
    monthDays.includes(date.day) || monthDays.includes(date.day - 1 - daysInMonth(date.year, date.month - 1))
  );
}

function isYearDay(day: number, yearDays: readonly number[]): boolean {
  if (yearDays.length === 0) return true;
  const { year } = dateOfDay(day);
  const nth = day - dayNumber(year, 1, 1) + 1;
  return yearDays.includes(nth) || yearDays.includes(nth - 1 - (isLeapYear(year) ? 366 : 365));
}

/** The week of the year that a day is in: the first has at least four days of it. */
function weekOf(day: number, weekStart: number, year: number): number {
  return 1 + Math.floor((day - firstWeek(year, weekStart)) / 7);
}

function weekFromEnd(day: number, weekStart: number, year: number): number {
  return Math.floor((day - firstWeek(year + 1, weekStart)) / 7);
}

function firstWeek(year: number, weekStart: number): number {
  const fourth = dayNumber(year, 1, 4);
  return fourth - ((weekdayOfDay(fourth) - weekStart + 7) % 7);
}
