// Dates and windows in plain English, in UTC, for readers, marks and screen readers.
import { DAY, dayOf, EARLIEST, instantOf, LATEST, YEAR, yearOf } from './calendar.ts';
import { calendarDateInShort, calendarDateInWords, withDoubt } from './calendar-date-words.ts';
import {
  calendarDatesIn,
  isRange,
  partsOf,
  type CalendarDate,
  type DateRange,
  type EventDate,
  type Instant,
  type Precision,
} from './event-date.ts';
import { enumerated } from '../in-words.ts';
import { dashed, nameOf, textOf, textsOf, yearName, type Name } from './names.ts';
import { seasonOf } from './seasons.ts';
import type { TimeWindow } from './window.ts';

/** A date in a phrase: “21 September 2022, uncertain”, “about 1850”, “14 to 17 September 2022”, “44 BCE”. */
export function dateInWords(date: EventDate): string {
  switch (date.form) {
    case 'single':
      return calendarDateInWords(date.date, 'alone');
    case 'interval':
      return intervalInWords(date);
    case 'one-of':
    case 'all-of':
      return setInWords(date.members, WORDS[date.form]);
  }
}

/** A date as briefly as a mark needs it: “15 Aug 2021”, “21 Sep 2022 ?”, “c. 1850”, “14–17 Sep 2022”. */
export function dateInShort(date: EventDate): string {
  switch (date.form) {
    case 'single':
      return calendarDateInShort(date.date);
    case 'interval':
      return intervalInShort(date);
    case 'one-of':
    case 'all-of':
      return setInShort(date, WORDS[date.form].and);
  }
}

/**
 * How precisely a date is known, to follow the word “known”: “to the day”, “to the year, approximate”, “to the day,
 * uncertain”, “as one of several days”.
 */
export function precisionInWords(date: EventDate): string {
  return [
    fineness(date),
    ...(date.approximate ? ['approximate'] : []),
    ...(date.uncertain ? ['uncertain'] : []),
    ...(date.form === 'interval' && typeof date.from === 'string' ? [`start ${date.from}`] : []),
    ...(date.form === 'interval' && typeof date.to === 'string' ? [`end ${date.to}`] : []),
  ].join(', ');
}

/**
 * A window by its first and last moment, as precisely as its length requires: “500 BCE – 1200”, “Aug 1998 – Oct 2012”,
 * “15 Aug 2021 – 3 Oct 2022”, “17 Sep 2021, 09:00–15:30”. Whole days, months and years are written as such. An end at
 * the limits of time is open and has no date: “from 1 May 2021”, “until 1850”.
 */
export function windowInWords({ start, end }: TimeWindow): string {
  const hasStart = start > EARLIEST;
  const hasEnd = end < LATEST;
  const precision = precisionFor([...(hasStart ? [start] : []), ...(hasEnd ? [end] : [])]);
  const first = (): Name => nameOf({ start, precision }, 'short');
  const last = (): Name =>
    nameOf({ start: precision === 'minute' ? end : Math.max(start, end - 1), precision }, 'short');
  if (hasStart && hasEnd) return dashed(first(), last());
  if (hasStart) return `from ${textOf(first(), 'short', 'phrase')}`;
  return hasEnd ? `until ${textOf(last(), 'short', 'phrase')}` : 'open start and end';
}

/** The precision of a window with these known ends, in order. */
function precisionFor(ends: readonly Instant[]): Precision {
  const [start = 0, end = start] = ends;
  const length = end - start;
  const isEach = (unit: (instant: Instant) => Instant): boolean =>
    (ends.length < 2 || length > 0) && ends.every((instant) => unit(instant) === instant);
  if (length >= 30 * YEAR || isEach(startOfYear)) return 'year';
  if (length >= 3 * YEAR || isEach(startOfMonth)) return 'month';
  return length >= 2 * DAY || ends.every((instant) => instant % DAY === 0) ? 'day' : 'minute';
}

function startOfYear(instant: Instant): Instant {
  return instantOf(yearOf(instant));
}

function startOfMonth(instant: Instant): Instant {
  const { year, month } = dayOf(instant);
  return instantOf(year, month);
}

/** Every precision, the finest first, with its plural. */
const PLURALS: ReadonlyMap<Precision, string> = new Map([
  ['second', 'seconds'],
  ['minute', 'minutes'],
  ['hour', 'hours'],
  ['day', 'days'],
  ['month', 'months'],
  ['season', 'parts of a year'],
  ['year', 'years'],
  ['decade', 'decades'],
  ['century', 'centuries'],
  ['millennium', 'millennia'],
]);
const PRECISIONS = [...PLURALS.keys()];

function fineness(date: EventDate): string {
  const dates = calendarDatesIn(partsOf(date));
  const [first] = dates;
  if (first === undefined) return 'without dates';
  const alike = dates.every(({ precision }) => precision === first.precision);
  if (date.form === 'one-of' && (date.members.length > 1 || date.members.some(isRange))) {
    return `as one of several ${alike ? (PLURALS.get(first.precision) ?? '') : 'dates'}`;
  }
  const known = dates.map(knownPrecision);
  if (known.includes(null)) return 'in part';
  const coarsest = PRECISIONS.findLast((precision) => known.includes(precision));
  const season = first.season === undefined ? undefined : seasonOf(first.season);
  const unit = coarsest !== 'season' || season === undefined ? coarsest : season.unit;
  return `to the ${unit ?? ''}${known.every((precision) => precision === coarsest) ? '' : ' or finer'}`;
}

/** The finest unit that is given: the month for “some day in June 2004”; `null` if a coarser one is missing. */
function knownPrecision(date: CalendarDate): Precision | null {
  if (!date.unspecified && date.estimate === undefined) return date.precision;
  const unitAt = (start: number, precision: Precision): string =>
    textOf(nameOf({ start, precision }, 'long'), 'long', 'alone');
  return (
    PRECISIONS.find(
      (precision) =>
        precision !== 'season' && unitAt(date.start, precision) === unitAt(date.end - 1, precision),
    ) ?? null
  );
}

function intervalInWords({ from, to }: DateRange): string {
  if (typeof from !== 'string' && typeof to !== 'string') return rangeInWords(from, to, '', 'to');
  if (typeof from !== 'string') {
    return `from ${calendarDateInWords(from, 'phrase')}${to === 'open' ? ' on' : ', end unknown'}`;
  }
  if (typeof to !== 'string') {
    return `until ${calendarDateInWords(to, 'phrase')}${from === 'open' ? '' : ', start unknown'}`;
  }
  return withoutDates(from, to);
}

function intervalInShort({ from, to }: DateRange): string {
  if (typeof from !== 'string' && typeof to !== 'string') return rangeInShort(from, to);
  if (typeof from !== 'string') {
    const start = calendarDateInShort(from);
    return to === 'open' ? `from ${start}` : `${start} – unknown`;
  }
  if (typeof to !== 'string') return `${from === 'open' ? 'until' : 'unknown –'} ${calendarDateInShort(to)}`;
  return withoutDates(from, to);
}

function withoutDates(from: 'open' | 'unknown', to: 'open' | 'unknown'): string {
  if (from === to) return from === 'open' ? 'without start or end' : 'date unknown';
  return from === 'open' ? 'without start, end unknown' : 'start unknown, without end';
}

/** “14 to 17 September 2022, uncertain”, or both ends in full if their doubts differ. */
function rangeInWords(from: CalendarDate, to: CalendarDate, before: string, between: string): string {
  if (!areAlike([from, to])) {
    return `${before}${calendarDateInWords(from, 'phrase')} ${between} ${calendarDateInWords(to, 'phrase')}`;
  }
  const names = [nameOf(from, 'long'), nameOf(to, 'long')];
  const [first, last] = names.map((name) => textOf(name, 'long', 'phrase'));
  if (first === last) return calendarDateInWords(from, 'alone');
  const about = from.approximate ? 'about ' : '';
  return `${before}${about}${textsOf(names, 'long').join(` ${between} `)}${from.uncertain ? ', uncertain' : ''}`;
}

function rangeInShort(from: CalendarDate, to: CalendarDate): string {
  return areAlike([from, to])
    ? withDoubt(dashed(nameOf(from, 'short'), nameOf(to, 'short')), from)
    : `${calendarDateInShort(from)} – ${calendarDateInShort(to)}`;
}

/** Whether all share the same doubts, so that one statement covers them. */
function areAlike(dates: readonly CalendarDate[]): boolean {
  return dates.every(
    ({ unspecified, estimate, uncertain, approximate }) =>
      !unspecified &&
      estimate === undefined &&
      uncertain === dates[0]?.uncertain &&
      approximate === dates[0].approximate,
  );
}

interface SetWords {
  readonly and: 'or' | 'and';
  readonly before: string;
  readonly between: string;
}

/** How the members of a set are joined. */
const WORDS: Readonly<Record<'one-of' | 'all-of', SetWords>> = {
  'one-of': {
    and: 'or',
    before: 'between ',
    between: 'and',
  },
  'all-of': {
    and: 'and',
    before: '',
    between: 'to',
  },
};

/** “16 or 17 September 2021”, “between 3 October and 22 November 2022”, “1667, 1668 and 1670 to 1672”. */
function setInWords(members: readonly (CalendarDate | DateRange)[], words: SetWords): string {
  const dates = members.filter((member): member is CalendarDate => !isRange(member));
  const [first] = dates;
  if (first !== undefined && dates.length === members.length && areAlike(dates)) {
    const about = first.approximate ? 'about ' : '';
    const names = textsOf(
      dates.map((date) => nameOf(date, 'long')),
      'long',
    );
    return `${about}${enumerated(names, words.and)}${first.uncertain ? ', uncertain' : ''}`;
  }
  return enumerated(
    members.map((member) => memberInWords(member, words)),
    words.and,
  );
}

function memberInWords(member: CalendarDate | DateRange, { and, before, between }: SetWords): string {
  if (!isRange(member)) return calendarDateInWords(member, 'phrase');
  const { from, to } = member;
  const beyond = and === 'or' ? beforeOrAfterYear(member) : null;
  if (beyond !== null) return beyond;
  if (typeof from !== 'string' && typeof to !== 'string') return rangeInWords(from, to, before, between);
  if (typeof from !== 'string') return `${calendarDateInWords(from, 'phrase')} ${and} later`;
  if (typeof to !== 'string') return `${calendarDateInWords(to, 'phrase')} ${and} earlier`;
  return withoutDates(from, to);
}

/**
 * One of the years up to 1984 is “before 1985”, one from 1986 on “after 1985”; `null` for anything but a plain year.
 */
function beforeOrAfterYear({ from, to }: DateRange): string | null {
  if (from === 'open' && isPlainYear(to)) return `before ${yearName(yearOf(to.end))}`;
  if (to === 'open' && isPlainYear(from)) return `after ${yearName(yearOf(from.start) - 1)}`;
  return null;
}

function isPlainYear(date: DateRange['from']): date is CalendarDate {
  return (
    typeof date !== 'string' &&
    date.precision === 'year' &&
    !date.uncertain &&
    !date.approximate &&
    !date.unspecified
  );
}

/** Two dates by name, “16 or 17 Sep 2021”; more by the first and the last. */
function setInShort(date: EventDate, and: string): string {
  const parts = partsOf(date);
  const [only, ...others] = parts;
  const beyond =
    date.form === 'one-of' && only !== undefined && isRange(only) && others.length === 0
      ? beforeOrAfterYear(only)
      : null;
  if (beyond !== null) return beyond;
  const dates = calendarDatesIn(parts).toSorted((a, b) => a.start - b.start || a.end - b.end);
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return '';
  const isPair = dates.length === 2 && parts.length === 2;
  const text =
    dates.length === 1
      ? calendarDateInShort(first)
      : isPair
        ? pairInShort(first, last, and)
        : rangeInShort(first, last);
  const earlier = date.start === -Infinity ? ` ${and} earlier` : '';
  const later = date.end === Infinity ? ` ${and} later` : '';
  // “15–20 June” for one unknown day would read as an event that lasted so long.
  const oneOf =
    date.form === 'one-of' && dates.length > 1 && !isPair && earlier === '' && later === '' ? 'one of ' : '';
  return `${oneOf}${text}${earlier}${later}`;
}

function pairInShort(first: CalendarDate, last: CalendarDate, and: string): string {
  if (!areAlike([first, last])) return `${calendarDateInShort(first)} ${and} ${calendarDateInShort(last)}`;
  const names = textsOf([nameOf(first, 'short'), nameOf(last, 'short')], 'short');
  return withDoubt(names.join(` ${and} `), first);
}
