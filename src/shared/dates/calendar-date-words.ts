// One calendar date in plain English, with its doubts and its missing digits.
import { dayOf, instantOf, yearOf } from './calendar.ts';
import type { CalendarDate } from './event-date.ts';
import { dashed, nameOf, spanName, textOf, textsOf, yearName, type Name, type Style } from './names.ts';

/**
 * A date as one would say it: “21 September 2022, uncertain”, “about 1850”, “some day in June 2004”.
 *
 * @param place alone, or within a phrase, where doubt stands in brackets and some names take “the”
 */
export function calendarDateInWords(date: CalendarDate, place: 'alone' | 'phrase'): string {
  const { uncertain, approximate, estimate, unspecified } = date;
  const doubt = !uncertain ? '' : place === 'alone' ? ', uncertain' : ' (uncertain)';
  if (estimate !== undefined) return `about ${yearName(estimate)}, ${between(date)}${doubt}`;
  if (unspecified) return `${unspecifiedInWords(date)}${approximate ? ', approximate' : ''}${doubt}`;
  const name = textOf(nameOf(date, 'long'), 'long', approximate ? 'phrase' : place);
  return `${approximate ? 'about ' : ''}${name}${doubt}`;
}

/** A date as briefly as a mark needs it: “21 Sep 2022 ?”, “c. 1850”, “Jun 2004”. */
export function calendarDateInShort(date: CalendarDate): string {
  const name =
    date.estimate !== undefined
      ? yearName(date.estimate)
      : date.unspecified
        ? unspecifiedInShort(date)
        : textOf(nameOf(date, 'short'), 'short', 'alone');
  return withDoubt(name, date);
}

/** Adds the signs of doubt of short dates: “c. 1850”, “21 Sep 2022 ?”. */
export function withDoubt(
  text: string,
  { approximate, uncertain }: Pick<CalendarDate, 'approximate' | 'uncertain'>,
): string {
  return `${approximate ? 'c. ' : ''}${text}${uncertain ? ' ?' : ''}`;
}

/** The first and the last unit that a date may mean, e.g. the days 1 and 30 of “some day in June 2004”. */
function boundsOf({ start, end, precision }: CalendarDate, style: Style): [first: Name, last: Name] {
  return [nameOf({ start, precision }, style), nameOf({ start: end - 1, precision }, style)];
}

function between(date: CalendarDate): string {
  return `between ${textsOf(boundsOf(date, 'long'), 'long').join(' and ')}`;
}

function unspecifiedInWords(date: CalendarDate): string {
  const { precision } = date;
  const recurrent = recurrence(date, 'long');
  if (recurrent !== null) return `${recurrent} of ${someYear(date)}`;
  if (!isUnknownYear(date)) return `some ${precision} ${within(date)}`;
  return precision === 'year' ? someYear(date) : `some ${precision} of ${someYear(date)}`;
}

function unspecifiedInShort(date: CalendarDate): string {
  const recurrent = recurrence(date, 'short');
  const span = recurrent === null ? date : wholeYears(date);
  const whole = spanName(span, 'short');
  const name = isUnknownYear(date)
    ? 'year unknown'
    : whole === null
      ? dashed(...boundsOf(span, 'short'))
      : textOf(whole, 'short', 'alone');
  if (recurrent !== null) return `${recurrent}, ${name}`;
  // “15–20 June” for one unknown day would read as an event that lasted so long.
  return whole === null && !isUnknownYear(date) ? `one of ${name}` : name;
}

/** A date without a year: “25 December”, “December”, “some day in December”; `null` for a date that has one. */
function recurrence({ start, end, precision }: CalendarDate, style: Style): string | null {
  const first = dayOf(start);
  const last = dayOf(end - 1);
  if (first.year === last.year || first.month !== last.month) return null;
  const { parts } = nameOf({ start, precision: 'day' }, style);
  if (precision === 'day' && first.day === last.day) return parts.slice(0, 2).join(' ');
  if (first.day !== 1 || end !== instantOf(last.year, last.month + 1)) return null;
  const month = parts.slice(1, 2).join();
  return precision === 'day' && style === 'long' ? `some day in ${month}` : month;
}

function someYear(date: CalendarDate): string {
  return isUnknownYear(date) ? 'an unknown year' : `some year ${within(wholeYears(date))}`;
}

function within(date: CalendarDate): string {
  const whole = spanName(date, 'long');
  return whole === null ? between(date) : `in ${textOf(whole, 'long', 'phrase')}`;
}

function wholeYears(date: CalendarDate): CalendarDate {
  const start = instantOf(yearOf(date.start));
  return { ...date, precision: 'year', start, end: instantOf(yearOf(date.end - 1) + 1) };
}

/** EDTF `XXXX`: no digit of the year is given. The last of these years with a 29 February is 9996. */
function isUnknownYear({ start, end }: CalendarDate): boolean {
  return yearOf(start) === 0 && yearOf(end - 1) >= 9996;
}
