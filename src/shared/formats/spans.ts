// Writes spans of time in EDTF as coarsely as they allow: whole years, months or days, and else to the minute or second.
import { dayAsEdtf, yearAsEdtf } from '../dates/as-edtf.ts';
import { DAY, dayOf, instantOf, MINUTE } from '../dates/calendar.ts';
import type { Instant } from '../dates/event-date.ts';

/** How coarse both bounds of a span are. */
type Unit = 'year' | 'month' | 'day' | 'time';

function unitOf(instant: Instant): Unit {
  if (((instant % DAY) + DAY) % DAY !== 0) return 'time';
  const { month, day } = dayOf(instant);
  if (day !== 1) return 'day';
  return month === 0 ? 'year' : 'month';
}

const UNITS: readonly Unit[] = ['time', 'day', 'month', 'year'];

/**
 * A span in EDTF.
 *
 * @param end exclusive; later than the start.
 */
export function spanAsEdtf(start: Instant, end: Instant): string {
  const unit = UNITS[Math.min(UNITS.indexOf(unitOf(start)), UNITS.indexOf(unitOf(end)))] ?? 'time';
  if (unit === 'time') return `${timeAsEdtf(start)}/${timeAsEdtf(end)}`;
  const [first, last] = [start, end - 1].map((instant) => {
    const { year, month } = dayOf(instant);
    if (unit === 'year' || Math.abs(year) > 9999) return yearAsEdtf(year);
    return unit === 'month'
      ? `${yearAsEdtf(year)}-${String(month + 1).padStart(2, '0')}`
      : dayAsEdtf(instant);
  });
  return first === last || last === undefined ? (first ?? '') : `${first ?? ''}/${last}`;
}

/** A moment in EDTF, to the minute where that is enough. */
export function timeAsEdtf(instant: Instant): string {
  const day = dayAsEdtf(instant);
  return day.startsWith('Y') ? day : `${day}T${clockOf(instant, instant % MINUTE !== 0)}Z`;
}

/** The time of day of a moment in UTC: `09:30`, or `09:30:15` with its seconds. */
export function clockOf(instant: Instant, withSeconds: boolean): string {
  const ofDay = ((instant % DAY) + DAY) % DAY;
  return new Date(ofDay).toISOString().slice(11, withSeconds ? 19 : 16);
}

/** A moment that is later by some units; months and years by the calendar. */
export function later(instant: Instant, count: number, unit: string): Instant {
  const { year, month, day } = dayOf(instant);
  const ofDay = instant - instantOf(year, month, day);
  const lengths: Readonly<Record<string, number>> = {
    second: 1_000,
    minute: MINUTE,
    hour: 60 * MINUTE,
    day: DAY,
    week: 7 * DAY,
  };
  const length = lengths[unit];
  if (length !== undefined) return instant + count * length;
  const months = count * (unit === 'month' ? 1 : unit === 'year' ? 12 : unit === 'decade' ? 120 : 1_200);
  const target = dayOf(instantOf(year, month + months, 1));
  const last = dayOf(instantOf(target.year, target.month + 1, 1) - 1).day;
  return instantOf(target.year, target.month, Math.min(day, last)) + ofDay;
}
