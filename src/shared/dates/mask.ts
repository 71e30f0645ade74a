// Dates of which some digits are not given, as EDTF writes them with X: from the first to the last that they allow.
import { daysInMonth, instantOf } from './calendar.ts';
import type { CalendarDate } from './event-date.ts';

/** A year, a month, a day; digits or X. */
const MASK = /^(-?)([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?$/;

/**
 * The span of a mask such as `156X-12-25` or `2004-02-2X`, from its first to its last possible date. Only days that
 * their month has are possible.
 * @returns `null` where there is no such day, or the text is no mask
 */
export function spanOfMask(text: string): Pick<CalendarDate, 'start' | 'end' | 'precision'> | null {
  const [, sign, year, month, day] = MASK.exec(text) ?? [];
  if (year === undefined) return null;
  const mask: Mask = { sign: sign === '-' ? -1 : 1, year, month: month ?? '01', day: day ?? '01' };
  const first = outermostDay(mask, 'first');
  const last = outermostDay(mask, 'last');
  if (first === null || last === null) return null;
  const start = instantOf(first.year, first.month - 1, first.day);
  if (month === undefined) return { start, end: instantOf(last.year + 1), precision: 'year' };
  if (day === undefined) return { start, end: instantOf(last.year, last.month), precision: 'month' };
  return { start, end: instantOf(last.year, last.month - 1, last.day + 1), precision: 'day' };
}

interface Mask {
  readonly sign: 1 | -1;
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

function outermostDay(
  mask: Mask,
  end: 'first' | 'last',
): { readonly year: number; readonly month: number; readonly day: number } | null {
  const order = end === 'first' ? 1 : -1;
  for (const size of numbersOf(mask.year, order === mask.sign)) {
    const year = size * mask.sign;
    for (const month of numbersOf(mask.month, order === 1)) {
      if (month < 1 || month > 12) continue;
      for (const day of numbersOf(mask.day, order === 1)) {
        if (day >= 1 && day <= daysInMonth(year, month - 1)) return { year, month, day };
      }
    }
  }
  return null;
}

/** All numbers that a mask allows: `2X` is 20 to 29. */
function* numbersOf(mask: string, ascending: boolean): Generator<number> {
  const open = mask.split('X').length - 1;
  const count = 10 ** open;
  for (let position = 0; position < count; position += 1) {
    const digits = String(ascending ? position : count - 1 - position).padStart(open, '0');
    let next = 0;
    yield Number(mask.replaceAll('X', () => digits.charAt(next++)));
  }
}
