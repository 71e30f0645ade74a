// How long a stretch of time is, in a word or two.
import { DAY, HOUR, MINUTE, YEAR } from './calendar.ts';
import { counted } from './distance.ts';
import type { TimeWindow } from './window.ts';

/** From the longest; milliseconds. */
const UNITS = [
  ['year', YEAR],
  ['month', YEAR / 12],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
] as const;

/** The share of a length by which its words may be off. */
const TOLERANCE = 0.05;

/** “1 year”, “13 months”, “45 days”: in the longest unit in which a whole number is right within a twentieth. */
export function lengthInWords({ start, end }: TimeWindow): string {
  const length = end - start;
  for (const [unit, milliseconds] of UNITS) {
    const count = Math.round(length / milliseconds);
    if (Math.abs(count * milliseconds - length) <= TOLERANCE * length) return counted(count, unit);
  }
  return 'less than 10 minutes';
}
