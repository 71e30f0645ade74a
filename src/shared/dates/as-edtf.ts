// Writes days and years in EDTF: https://www.loc.gov/standards/datetime/. Pure.
import { dayOf } from './calendar.ts';
import type { Instant } from './event-date.ts';

/**
 * A year in EDTF: four digits, or `Y` and all of its digits if it has more.
 *
 * @param year astronomical: 0 is 1 BCE, as EDTF counts.
 */
export function yearAsEdtf(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return `${digits.length > 4 ? 'Y' : ''}${year < 0 ? '-' : ''}${digits}`;
}

/** The day that holds an instant, in EDTF; only its year if that has more than four digits, which EDTF has no days in. */
export function dayAsEdtf(instant: Instant): string {
  const { year, month, day } = dayOf(instant);
  if (Math.abs(year) > 9999) return yearAsEdtf(year);
  return [yearAsEdtf(year), ...[month + 1, day].map((part) => String(part).padStart(2, '0'))].join('-');
}
