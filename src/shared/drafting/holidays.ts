// The days of holidays that move from year to year.
import { dayNumber, weekdayOf } from './units.ts';

/**
 * The day of a holiday in a year: `MM-DD`; `MM-WxN`, the Nth weekday W of a month (`11-4x4` is the fourth Thursday of
 * November, `05-1x-1` the last Monday of May); or `easter` (Western, by the rule of 1582), with days before or after it.
 *
 * @returns the day's number, or `null` for other names.
 */
export function holiday(name: string, year: number): number | null {
  const [, month, day] = /^(\d\d)-(\d\d)$/.exec(name) ?? [];
  if (month !== undefined) return dayNumber(year, Number(month), Number(day));
  const [, ofMonth, weekday, nth] = /^(\d\d)-([1-7])x(-?\d)$/.exec(name) ?? [];
  if (ofMonth !== undefined) return nthWeekday(year, Number(ofMonth), Number(weekday), Number(nth));
  const [, from, by = '0'] = /^(easter)([+-]\d+)?$/.exec(name) ?? [];
  return from === undefined ? null : easter(year) + Number(by);
}

/**
 * The nth weekday of a month.
 *
 * @param weekday 1 for Monday to 7
 * @param nth from 1; -1 is the last
 */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  if (nth < 0) {
    const last = dayNumber(year, month + 1, 1) - 1;
    return last - ((weekdayOf(last) - weekday + 7) % 7);
  }
  const first = dayNumber(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
}

/** Easter Sunday of the Western churches, by the computus of Meeus, Jones and Butcher. */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1);
}
