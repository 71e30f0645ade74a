// Reads EDTF strings. The renderer receives dates as plain data; only sets cross the process border as text.
import { failure, success, type Result } from '../result.ts';
import { isRange, type CalendarDate, type DateRange, type EventDate, type Instant } from './event-date.ts';
import { EXAMPLES, invalid, notADate, parseCalendarDate } from './parse-calendar-date.ts';

/** The longest string that is read, UTF-16 code units. Every field that holds a date has this limit. */
export const LONGEST_DATE = 250;

/** One of a set, or all of it. */
const SET = /^(?:\[(?<oneOf>.*)\]|\{(?<allOf>.*)\})$/;

/** Reads a date that was read before; throws if it cannot be read. */
export function readAgain(edtf: string): EventDate {
  const date = parseEventDate(edtf);
  if (!date.ok) throw new Error(`A date that was read cannot be read again: ${date.failure.message}`);
  return date.value;
}

/**
 * Reads a date of EDTF (ISO 8601-2:2019), level 0, 1 or 2: all that the `edtf` package reads, and any single date in an
 * interval or a set. No string takes more than a few thousand steps. `parseCalendarDate` says what a single date means.
 *
 * @returns the date, or why there is none, in words that follow the name of the field and have no full stop:
 *   `date-empty`, `date-too-long`, `date-invalid` or, outside the range of `Date`, `date-out-of-range`.
 */
export function parseEventDate(edtf: string): Result<EventDate> {
  if (edtf.trim() === '') return failure('date-empty', `is empty; ${EXAMPLES}`);
  if (edtf.length > LONGEST_DATE) {
    return failure(
      'date-too-long',
      `has ${edtf.length} characters, but a date can have at most ${LONGEST_DATE}`,
    );
  }
  const set = SET.exec(edtf)?.groups;
  if (set?.['oneOf'] !== undefined) return parseSet(edtf, set['oneOf'], 'one-of');
  if (set?.['allOf'] !== undefined) return parseSet(edtf, set['allOf'], 'all-of');
  if (edtf.includes('/')) return parseInterval(edtf);
  const date = parseCalendarDate(edtf);
  if (!date.ok) return date;
  const { start, end, uncertain, approximate } = date.value;
  return success({ edtf, start, end, uncertain, approximate, form: 'single', date: date.value });
}

function parseInterval(edtf: string): Result<EventDate> {
  const [from, to, more] = edtf.split('/');
  if (from === undefined || to === undefined || more !== undefined) return notADate(edtf);
  const range = parseRange(edtf, parseEnd(from), parseEnd(to));
  if (!range.ok) return range;
  // Field by field, because spreading objects takes five times as long here.
  const { start, end, uncertain, approximate } = boundsOf([range.value]);
  const { from: first, to: last } = range.value;
  return success({ edtf, start, end, uncertain, approximate, form: 'interval', from: first, to: last });
}

/** A set may be open before its first member and after its last. */
function parseSet(edtf: string, body: string, form: 'one-of' | 'all-of'): Result<EventDate> {
  const [, earlier, list = '', later] = /^(\.\.)?(.*?)(\.\.)?$/.exec(body) ?? [];
  const members: (CalendarDate | DateRange)[] = [];
  for (const text of list.split(/ *, */)) {
    const member = parseMember(text);
    if (!member.ok) return member;
    members.push(member.value);
  }
  const [first] = members;
  if (earlier !== undefined && first !== undefined) members[0] = { from: 'open', to: rangeOf(first).to };
  const last = members.at(-1);
  if (later !== undefined && last !== undefined) {
    members[members.length - 1] = { from: rangeOf(last).from, to: 'open' };
  }
  return success({ edtf, ...boundsOf(members), form, members });
}

function parseMember(text: string): Result<CalendarDate | DateRange> {
  const [from, to, ...more] = text.split('..');
  if (from === undefined || to === undefined) return parseCalendarDate(text);
  if (from === '' || to === '' || more.length > 0) return notADate(text);
  return parseRange(text, parseCalendarDate(from), parseCalendarDate(to));
}

function rangeOf(part: CalendarDate | DateRange): DateRange {
  return isRange(part) ? part : { from: part, to: part };
}

function parseEnd(text: string): Result<DateRange['from']> {
  if (text === '') return success('unknown');
  return text === '..' ? success('open') : parseCalendarDate(text);
}

function parseRange(
  text: string,
  from: Result<DateRange['from']>,
  to: Result<DateRange['to']>,
): Result<DateRange> {
  if (!from.ok) return from;
  if (!to.ok) return to;
  return startOf(from.value) < endOf(to.value)
    ? success({ from: from.value, to: to.value })
    : invalid(text, 'ends before it starts');
}

/** The fields that all forms share, from the first start to the last end of the parts. */
function boundsOf(
  parts: readonly (CalendarDate | DateRange)[],
): Pick<EventDate, 'start' | 'end' | 'uncertain' | 'approximate'> {
  let [start, end] = [Infinity, -Infinity];
  let [uncertain, approximate] = [false, false];
  for (const part of parts) {
    const { from, to } = rangeOf(part);
    start = Math.min(start, startOf(from));
    end = Math.max(end, endOf(to));
    for (const date of [from, to]) {
      uncertain ||= typeof date !== 'string' && date.uncertain;
      approximate ||= typeof date !== 'string' && date.approximate;
    }
  }
  return { start, end, uncertain, approximate };
}

function startOf(from: DateRange['from']): Instant {
  return typeof from === 'string' ? -Infinity : from.start;
}

function endOf(to: DateRange['to']): Instant {
  return typeof to === 'string' ? Infinity : to.end;
}
