// How far apart two events began, in words, as exactly as their dates allow.
import { UTCDateMini } from '@date-fns/utc/date/mini';
import type { UTCDate } from '@date-fns/utc';
import { addMonths } from 'date-fns/addMonths';
import { differenceInMonths } from 'date-fns/differenceInMonths';
import { differenceInYears } from 'date-fns/differenceInYears';
import { grouped } from '../in-words.ts';
import { beginningOf } from './beginning.ts';
import { DAY, HOUR, MINUTE, SECOND } from './calendar.ts';
import { calendarDatesIn, partsOf, type EventDate } from './event-date.ts';
import { orderKnown } from './order.ts';
import type { TimeWindow } from './window.ts';

/**
 * The distance between two events, in either order: “382 days (1 year, 17 days)” between days, “1 hour, 30 minutes”
 * between times of day, and a range if a date is less precise: “14 to 378 days”, “49 to 51 years”. Rounding to whole
 * years takes the least down and the most up, so that a range is never too narrow. If either may have been first:
 * “about the same time, at most 258 days apart”. Approximate dates add “about”, uncertain ones “, uncertain”, open ones
 * “at least”. Events that last count from their start, and the words say so.
 */
export function distanceInWords(a: EventDate, b: EventDate): string {
  const about = a.approximate || b.approximate ? 'about ' : '';
  const uncertain = a.uncertain || b.uncertain ? ', uncertain' : '';
  const said = (words: string) => `${lasts(a) || lasts(b) ? fromStart(words) : words}${uncertain}`;
  const spans = [beginningOf(a), beginningOf(b)] as const;
  if (!orderKnown(a, b)) return said(together(spans, { a, b, about }));
  const [first, second] = spans[0].start < spans[1].start ? spans : ([spans[1], spans[0]] as const);
  return said(apart(first, second, about));
}

/** Says that a distance in words runs from start to start. */
function fromStart(words: string): string {
  if (/^(?:about )?the same \w+$/.test(words)) return `started ${words}`;
  return /\d/.test(words) ? `${words} from start to start` : words;
}

/** Ranges are told in years from this many days on: from the first day of a year to the last of the next. */
const MANY_DAYS = 729;

/** For events of which one is known to have begun first. */
function apart(first: TimeWindow, second: TimeWindow, about: string): string {
  if (isTime(first) && isTime(second) && second.start - first.start < 2 * DAY) {
    return `${about}${timeInWords(second.start - first.start, Math.max(lengthOf(first), lengthOf(second)))}`;
  }
  const [from, to] = [daysOf(first), daysOf(second)];
  const least = { from: from.last, to: to.first };
  const most = { from: from.first, to: to.last };
  if (!Number.isFinite(most.to - most.from)) return `at least ${about}${leastInWords(least, true)}`;
  if (from.first === from.last && to.first === to.last) return `${about}${daysInWords(most)}`;
  const inYears = most.to - most.from >= MANY_DAYS;
  const lower = leastInWords(least, inYears);
  const upper = mostInWords(most, inYears);
  const [, lowerCount = lower, lowerUnit = ''] = /^(\S+) (year|day)s?$/.exec(lower) ?? [];
  const shared = upper.includes(lowerUnit) ? lowerCount : lower;
  return `${about}${shared} to ${upper}`;
}

/** For events of which either may have begun first. */
function together(
  [first, second]: readonly [TimeWindow, TimeWindow],
  { a, b, about }: { readonly a: EventDate; readonly b: EventDate; readonly about: string },
): string {
  const isApproximate = about !== '';
  if (isTime(first) && isTime(second) && !isApproximate) {
    const finest = Math.max(lengthOf(first), lengthOf(second));
    return `the same ${finest > SECOND ? 'minute' : 'second'}`;
  }
  const [one, other] = [daysOf(first), daysOf(second)];
  const [from, to] =
    other.last - one.first > one.last - other.first ? [one.first, other.last] : [other.first, one.last];
  const days = to - from;
  if (days === 0) return isApproximate ? 'about the same time' : 'the same day';
  if (Number.isFinite(days)) {
    return `about the same time, at most ${about}${mostInWords({ from, to }, days >= MANY_DAYS)} apart`;
  }
  const isStartless = [a, b].some(({ form, start }) => form !== 'one-of' && start === -Infinity);
  return isStartless ? 'unknown: one has no known start' : 'about the same time; how far apart is unknown';
}

/** A run of days by its first and last, counted from 1970-01-01. */
interface Days {
  readonly from: number;
  readonly to: number;
}

function daysOf({ start, end }: TimeWindow): { readonly first: number; readonly last: number } {
  return { first: Math.floor(start / DAY), last: Math.ceil(end / DAY) - 1 };
}

/** “382 days (1 year, 17 days)”; less than a month only in days. */
function daysInWords({ from, to }: Days): string {
  if (from === to) return 'the same day';
  const words = counted(to - from, 'day');
  const months = differenceInMonths(dateOf(to), dateOf(from));
  if (months === 0) return words;
  const days = to - addMonths(dateOf(from), months).getTime() / DAY;
  return `${words} (${listed([Math.floor(months / 12), 'year'], [months % 12, 'month'], [days, 'day'])})`;
}

/** Rounds down: in whole years if there is one. */
function leastInWords(days: Days, inYears: boolean): string {
  const years = inYears ? yearsIn(days) : 0;
  return years > 0 ? counted(years, 'year') : counted(days.to - days.from, 'day');
}

/** Rounds up. */
function mostInWords({ from, to }: Days, inYears: boolean): string {
  // Add the years that one more day would complete, and one.
  return inYears ? counted(yearsIn({ from, to: to - 1 }) + 1, 'year') : counted(to - from, 'day');
}

/** The number of whole years, by the calendar. */
function yearsIn({ from, to }: Days): number {
  return differenceInYears(dateOf(to), dateOf(from));
}

function dateOf(day: number): UTCDate {
  return new UTCDateMini(day * DAY);
}

/** A length of time down to `unit`, a minute or a second: that of the less precise of two times. */
function timeInWords(length: number, unit: number): string {
  const whole = Math.floor(length / unit) * unit;
  const [days, hours, minutes] = [whole / DAY, (whole % DAY) / HOUR, (whole % HOUR) / MINUTE].map(Math.floor);
  return listed(
    [days ?? 0, 'day'],
    [hours ?? 0, 'hour'],
    [minutes ?? 0, 'minute'],
    [(whole % MINUTE) / SECOND, 'second'],
  );
}

function isTime(span: TimeWindow): boolean {
  return lengthOf(span) <= MINUTE;
}

function lengthOf({ start, end }: TimeWindow): number {
  return end - start;
}

/** Whether an event goes on after its beginning, so that the words must say from where a distance counts. */
function lasts(date: EventDate): boolean {
  return date.form === 'interval' || (date.form === 'all-of' && calendarDatesIn(partsOf(date)).length > 1);
}

function listed(...counts: readonly (readonly [count: number, unit: string])[]): string {
  return counts.flatMap(([count, unit]) => (count === 0 ? [] : counted(count, unit))).join(', ');
}

/** A number and its unit: “1 day”, “2,000 days”. */
export function counted(count: number, unit: string): string {
  return `${grouped(count)} ${unit}${count === 1 ? '' : 's'}`;
}
