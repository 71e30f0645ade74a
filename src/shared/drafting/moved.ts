// Moves the date of a proposal with the one that it hangs on. Pure.
import { DAY } from '../dates/calendar.ts';
import type { Precision } from '../dates/event-date.ts';
import { parseEventDate } from '../dates/parse.ts';
import type { Link } from './propose.ts';
import { coarser, spanAsEdtf, spanOf, type Grain } from './units.ts';

/** The unit of a date that was read. */
const GRAIN_OF: Readonly<Record<Precision, Grain>> = {
  second: 'day',
  minute: 'day',
  hour: 'day',
  day: 'day',
  month: 'month',
  season: 'season',
  year: 'year',
  decade: 'decade',
  century: 'century',
  millennium: 'millennium',
};

/**
 * The date of a proposal that hangs on another, when the other's date is set.
 *
 * @param edtf the date that was set.
 * @returns the date so many units on, in EDTF, or `null` where what was set is coarser than the unit, or no single date.
 */
export function moved({ unit, by }: Omit<Link, 'on'>, edtf: string): string | null {
  if (by === 0) return edtf;
  const read = parseEventDate(edtf);
  if (!read.ok || read.value.form !== 'single') return null;
  const { start, precision, uncertain, approximate, unspecified } = read.value.date;
  const grain = GRAIN_OF[precision];
  if (unspecified || (coarser(grain, unit) && grain !== unit)) return null;
  const day = Math.floor(start / DAY);
  const span =
    unit === 'week' && grain === 'day'
      ? spanOf(day + 7 * by, unit)
      : { grain: unit, n: spanOf(day, unit).n + by };
  return spanAsEdtf(span, uncertain && approximate ? '%' : uncertain ? '?' : approximate ? '~' : '');
}
