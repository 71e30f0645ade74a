// Changes dates without giving up what they say of themselves: moves them, doubts them, opens and closes their ends. Pure.
import { yearAsEdtf } from './as-edtf.ts';
import { DAY, dayOf, daysInMonth, instantOf, YEAR } from './calendar.ts';
import type { CalendarDate, EventDate, Instant } from './event-date.ts';
import { parseCalendarDate } from './parse-calendar-date.ts';

/** A unit by which a date moves. */
export type MovingUnit = 'day' | 'month' | 'year';

/** What stands between the calendar dates of an EDTF string. */
const SIGNS = /(\.\.|[/,[\]{}])/;

/** Rewrites each calendar date in an EDTF string; `null` as soon as one cannot be. */
function rewritten(edtf: string, rewrite: (date: string) => string | null): string | null {
  const parts: string[] = [];
  for (const part of edtf.split(SIGNS)) {
    const after = part === '' || SIGNS.test(part) ? part : rewrite(part);
    if (after === null) return null;
    parts.push(after);
  }
  return parts.join('');
}

/** The calendar dates of an EDTF string, in order. */
function datesIn(edtf: string): CalendarDate[] | null {
  const dates: CalendarDate[] = [];
  const isRead = rewritten(edtf, (text) => {
    const date = parseCalendarDate(text);
    if (date.ok) dates.push(date.value);
    return date.ok ? text : null;
  });
  return isRead === null ? null : dates;
}

/**
 * The unit in which a date can move as a whole: that of its least precise part. `null` for dates that no calendar can
 * move: those with times, decades and centuries, seasons, and unspecified digits.
 */
export function movingUnit({ edtf }: Pick<EventDate, 'edtf'>): MovingUnit | null {
  const dates = datesIn(edtf);
  if (dates === null || dates.length === 0) return null;
  let coarsest: MovingUnit = 'day';
  for (const { precision, unspecified, estimate } of dates) {
    if (unspecified || estimate !== undefined) return null;
    if (precision !== 'day' && precision !== 'month' && precision !== 'year') return null;
    if (UNITS.indexOf(precision) > UNITS.indexOf(coarsest)) coarsest = precision;
  }
  return coarsest;
}

const UNITS: readonly MovingUnit[] = ['day', 'month', 'year'];

/**
 * A date moved by some units, all of its parts alike; their precision and their doubts stay. A day that the month reached
 * does not have becomes its last. `null` where {@link movingUnit} is `null` or coarser than the unit.
 */
export function movedBy(date: Pick<EventDate, 'edtf'>, unit: MovingUnit, count: number): string | null {
  const own = movingUnit(date);
  if (own === null || UNITS.indexOf(unit) < UNITS.indexOf(own)) return null;
  return rewritten(date.edtf, (text) => {
    const read = parseCalendarDate(text);
    if (!read.ok) return null;
    const { start, precision } = read.value;
    const moved = added(start, unit, count);
    return moved === null ? null : `${asEdtf(moved, precision)}${/[?~%]$/.exec(text)?.[0] ?? ''}`;
  });
}

/** An instant moved by some units; `null` beyond years of four digits, which EDTF has no days in. */
function added(instant: Instant, unit: MovingUnit, count: number): Instant | null {
  const { year, month, day } = dayOf(instant);
  if (unit === 'day') {
    const moved = instant + count * DAY;
    return Math.abs(dayOf(moved).year) > 9999 ? null : moved;
  }
  const months = year * 12 + month + count * (unit === 'year' ? 12 : 1);
  const [toYear, toMonth] = [Math.floor(months / 12), ((months % 12) + 12) % 12];
  if (Math.abs(toYear) > 9999) return null;
  return instantOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

function asEdtf(instant: Instant, precision: CalendarDate['precision']): string {
  const { year, month, day } = dayOf(instant);
  const parts = [yearAsEdtf(year)];
  if (precision !== 'year') parts.push(String(month + 1).padStart(2, '0'));
  if (precision === 'day') parts.push(String(day).padStart(2, '0'));
  return parts.join('-');
}

/** The unit that holds an instant, in EDTF. */
export function unitAsEdtf(instant: Instant, unit: MovingUnit): string {
  return asEdtf(instant, unit);
}

/** How many units lie between two instants, of which both count as the beginning of theirs. */
export function unitsBetween(from: Instant, to: Instant, unit: MovingUnit): number {
  const [a, b] = [dayOf(from), dayOf(to)];
  switch (unit) {
    case 'day':
      return Math.floor(to / DAY) - Math.floor(from / DAY);
    case 'month':
      return (b.year - a.year) * 12 + b.month - a.month;
    case 'year':
      return b.year - a.year;
  }
}

/** A date whose every part carries a doubt, or none of them does. The other doubt stays. */
export function withDoubtSet(
  { edtf }: Pick<EventDate, 'edtf'>,
  doubt: 'uncertain' | 'approximate',
  isDoubtful: boolean,
): string {
  const changed = rewritten(edtf, (text) => {
    const [, bare = text, mark = ''] = /^(.*?)([?~%]?)$/.exec(text) ?? [];
    const uncertain = doubt === 'uncertain' ? isDoubtful : mark === '?' || mark === '%';
    const approximate = doubt === 'approximate' ? isDoubtful : mark === '~' || mark === '%';
    return `${bare}${uncertain && approximate ? '%' : uncertain ? '?' : approximate ? '~' : ''}`;
  });
  return changed ?? edtf;
}

/** A date from which on something went on with an open end, or the date alone. */
export function withOpenEnd({ edtf, form }: EventDate, isOpen: boolean): string {
  const start = form === 'interval' ? edtf.slice(0, edtf.indexOf('/')) : edtf;
  return isOpen ? `${start}/..` : start;
}

/** A date as the first of a range, whose end is the next unit at first; or the first end of a range alone. */
export function withRange(date: EventDate, isRange: boolean): string {
  const { edtf, form } = date;
  const start = form === 'interval' ? edtf.slice(0, edtf.indexOf('/')) : edtf;
  if (!isRange) return start;
  const unit = movingUnit({ edtf: start });
  return `${start}/${(unit === null ? null : movedBy({ edtf: start }, unit, 1)) ?? start}`;
}

/**
 * A date whose first or last end is moved to an instant; it keeps that end's precision and doubts. A single date becomes a
 * range where the end leaves it.
 *
 * @returns `null` where the end cannot move, or would pass the other.
 */
export function withEndAt({ edtf, form }: EventDate, end: 'first' | 'last', instant: Instant): string | null {
  if (form !== 'single' && form !== 'interval') return null;
  const [first = '', last = first] = edtf.split('/');
  const own = parseCalendarDate(end === 'first' ? first : last);
  const other = parseCalendarDate(end === 'first' ? last : first);
  const precision = (own.ok ? own : other.ok ? other : null)?.value.precision;
  if (precision !== 'day' && precision !== 'month' && precision !== 'year') return null;
  const mark = /[?~%]$/.exec(end === 'first' ? first : last)?.[0] ?? '';
  const moved = `${asEdtf(instant, precision)}${mark}`;
  const read = parseCalendarDate(moved);
  if (!read.ok) return null;
  const isPast =
    other.ok &&
    (end === 'first' ? read.value.start > other.value.start : read.value.start < other.value.start);
  if (isPast) return null;
  const [from, to] = end === 'first' ? [moved, last] : [first, moved];
  return from === to ? from : `${from}/${to}`;
}

/** Which part of a date is dragged. */
export type DateHandle = 'whole' | 'first' | 'last';

/**
 * A date that is dragged along the axis. It snaps to the unit of the axis, and to its own where that is less precise.
 *
 * @param delta how far it was dragged, milliseconds; positive is later.
 * @param unit to snap to.
 * @returns EDTF, or `null` where the date cannot move so.
 */
export function dragged(date: EventDate, handle: DateHandle, delta: number, unit: MovingUnit): string | null {
  if (handle !== 'whole') {
    const own = handle === 'first' ? date.start : date.end - DAY;
    return Number.isFinite(own) ? withEndAt(date, handle, snapped(own + delta, unit)) : null;
  }
  const own = movingUnit(date);
  const from = Number.isFinite(date.start) ? date.start : date.end;
  if (own === null || !Number.isFinite(from)) return null;
  const isFiner = UNITS.indexOf(unit) < UNITS.indexOf(own);
  const target = snapped(from + delta, isFiner ? own : unit);
  // A drag of less than half a unit leaves the date where it is, wherever within the unit that was.
  if (Math.abs(delta) < lengthOf(isFiner ? own : unit) / 2) return date.edtf;
  return movedBy(date, own, unitsBetween(from, target, own));
}

/** The beginning of a unit that is nearest to an instant. */
function snapped(instant: Instant, unit: MovingUnit): Instant {
  const { year, month } = dayOf(instant);
  const [from, to] =
    unit === 'day'
      ? [Math.floor(instant / DAY) * DAY, Math.floor(instant / DAY) * DAY + DAY]
      : unit === 'month'
        ? [instantOf(year, month), instantOf(year, month + 1)]
        : [instantOf(year), instantOf(year + 1)];
  return instant - from < to - instant ? from : to;
}

function lengthOf(unit: MovingUnit): number {
  return unit === 'day' ? DAY : unit === 'month' ? YEAR / 12 : YEAR;
}
