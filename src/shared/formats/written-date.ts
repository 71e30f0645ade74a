// A date in the parts that other formats know: years, months, days and times, of a start and perhaps of an end.
import { dayAsEdtf } from '../dates/as-edtf.ts';
import { DAY, dayOf } from '../dates/calendar.ts';
import { isRange, type CalendarDate, type EventDate } from '../dates/event-date.ts';
import { parseEventDate } from '../dates/parse.ts';
import { dateInWords } from '../dates/words.ts';
import { counted } from './losses.ts';
import { clockOf, spanAsEdtf, timeAsEdtf } from './spans.ts';

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
    if (plain !== null) return { date, start: plain, end: null, exact: isSure(date), words };
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
        exact: isSure(date) && start !== null && end !== null,
        words,
      };
  }
  // Of all else the bounds.
  if (!Number.isFinite(date.start) || !Number.isFinite(date.end)) {
    const known = Number.isFinite(date.start) ? firstOf(dayOrTime(date.start)) : null;
    return {
      date,
      start: known,
      end: known === null ? lastOf(date.end) : null,
      exact: false,
      words,
    };
  }
  const [first = '', last] = spanAsEdtf(date.start, date.end).split('/');
  return {
    date,
    start: firstOf(first),
    end: last === undefined ? null : firstOf(last),
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

/** The day that begins at an instant, or else the time. */
function dayOrTime(instant: number): string {
  return instant % DAY === 0 ? dayAsEdtf(instant) : timeAsEdtf(instant);
}

function lastOf(end: number): Parts | null {
  return Number.isFinite(end) ? firstOf(dayOrTime(end - DAY)) : null;
}

/** The parts of a year, month, day or time in EDTF. */
function firstOf(edtf: string): Parts | null {
  const parsed = parseEventDate(edtf);
  return parsed.ok && parsed.value.form === 'single' ? partsOf(parsed.value.date) : null;
}

/** Whether a date in EDTF has a time that names its zone, which formats without zones leave out. */
export function hasZone(edtf: string): boolean {
  return /T[\d:.]+(?:Z|[+-]\d)/.test(edtf);
}

/** Says that times lose their zone. */
export function withoutZone(count: number): string {
  return `Times are written as those of UTC, without a zone, in ${counted(count, 'event')}`;
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
