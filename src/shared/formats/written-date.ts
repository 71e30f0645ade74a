// A date in the parts that other formats know: years, months, days and times, of a start and perhaps of an end.
import { dayOf } from '../dates/calendar.ts';
import { isRange, type CalendarDate, type EventDate } from '../dates/event-date.ts';
import { parseEventDate } from '../dates/parse.ts';
import { dateInWords } from '../dates/words.ts';
import { spanAsEdtf, timeAsEdtf } from './spans.ts';

/** A year and what is known below it. */
export interface Parts {
  /** Astronomical: 0 is 1 BCE. */
  readonly year: number;
  /** 1 to 12. */
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  /** `09:30` or `09:30:15`, in UTC. */
  readonly time?: string | undefined;
}

/** A date in parts. */
export interface DateInParts {
  readonly date: EventDate;
  /** `null` where the start is open or unknown. */
  readonly start: Parts | null;
  /** The last part that belongs to it; `null` for a date that has no other end than its start's, and for an open end. */
  readonly end: Parts | null;
  /** Whether the end is open or unknown. */
  readonly endsOpen: boolean;
  /** Whether the parts say all that the date says. */
  readonly exact: boolean;
  /** The date in words. */
  readonly words: string;
}

/** A date in parts; `null` if there is none. */
export function inParts(edtf: string | undefined): DateInParts | null {
  const parsed = edtf === undefined ? null : parseEventDate(edtf);
  if (parsed?.ok !== true) return null;
  const date = parsed.value;
  const words = dateInWords(date);
  if (date.form === 'single') {
    const plain = partsOf(date.date);
    if (plain !== null) return { date, start: plain, end: null, endsOpen: false, exact: isSure(date), words };
  }
  if (date.form === 'interval') {
    const [start, end] = [date.from, date.to].map((one) => (typeof one === 'string' ? null : partsOf(one)));
    const isPlain =
      (start !== null || typeof date.from === 'string') && (end !== null || typeof date.to === 'string');
    if (isPlain)
      return {
        date,
        start: start ?? null,
        end: end ?? null,
        endsOpen: typeof date.to === 'string',
        exact: isSure(date) && start !== null && end !== null,
        words,
      };
  }
  // Of all else the bounds.
  if (!Number.isFinite(date.start) || !Number.isFinite(date.end)) {
    const known = Number.isFinite(date.start) ? firstOf(timeOrDay(date.start, date.start + 1)) : null;
    return {
      date,
      start: known,
      end: known === null ? lastOf(date.end) : null,
      endsOpen: !Number.isFinite(date.end),
      exact: false,
      words,
    };
  }
  const [first = '', last] = spanAsEdtf(date.start, date.end).split('/');
  return {
    date,
    start: firstOf(first),
    end: last === undefined ? null : firstOf(last),
    endsOpen: false,
    exact: false,
    words,
  };
}

function isSure({ uncertain, approximate }: EventDate): boolean {
  return !uncertain && !approximate;
}

/** A date whose precision other formats know; `null` for decades, seasons and missing digits. */
function partsOf(date: CalendarDate): Parts | null {
  if (date.unspecified || date.estimate !== undefined) return null;
  const { year, month, day } = dayOf(date.start);
  switch (date.precision) {
    case 'year':
      return { year };
    case 'month':
      return { year, month: month + 1 };
    case 'day':
      return { year, month: month + 1, day };
    case 'hour':
    case 'minute':
    case 'second':
      return { year, month: month + 1, day, time: clockOf(date.start, date.precision === 'second') };
    case 'season':
    case 'decade':
    case 'century':
    case 'millennium':
      return null;
  }
}

function clockOf(instant: number, seconds: boolean): string {
  const ofDay = ((instant % 86_400_000) + 86_400_000) % 86_400_000;
  return new Date(ofDay).toISOString().slice(11, seconds ? 19 : 16);
}

function timeOrDay(start: number, end: number): string {
  return start % 86_400_000 === 0
    ? (spanAsEdtf(start, start + 86_400_000).split('/')[0] ?? '')
    : timeAsEdtf(Math.min(start, end));
}

function lastOf(end: number): Parts | null {
  return Number.isFinite(end) ? firstOf(timeOrDay(end - 86_400_000, end)) : null;
}

/** The parts of a year, month, day or time in EDTF. */
function firstOf(edtf: string): Parts | null {
  const parsed = parseEventDate(edtf);
  return parsed.ok && parsed.value.form === 'single' ? partsOf(parsed.value.date) : null;
}

/** The years, months and days of a date whole: its first and its last instant, the last exclusive; `null` if either is open. */
export function boundsOf(date: EventDate): { readonly start: number; readonly end: number } | null {
  return Number.isFinite(date.start) && Number.isFinite(date.end)
    ? { start: date.start, end: date.end }
    : null;
}

/** Whether any part of a date is a time of day. */
export function hasTime(date: EventDate): boolean {
  const isTime = (one: CalendarDate | 'open' | 'unknown'): boolean =>
    typeof one !== 'string' &&
    (one.precision === 'minute' || one.precision === 'second' || one.precision === 'hour');
  if (date.form === 'single') return isTime(date.date);
  if (date.form === 'interval') return isTime(date.from) || isTime(date.to);
  return date.members.some((member) =>
    isRange(member) ? isTime(member.from) || isTime(member.to) : isTime(member),
  );
}
