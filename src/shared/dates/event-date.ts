// A date once its EDTF string is read: plain data that crosses the process border.

/**
 * A moment: milliseconds since 1970-01-01T00:00:00Z in the proleptic Gregorian calendar, astronomical years (year 0 is
 * 1 BCE), always UTC, within the range of `Date`: ±8.64e15.
 */
export type Instant = number;

/** How finely a date is given, finest first. */
export type Precision =
  'second' | 'minute' | 'hour' | 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'millennium';

/** One calendar date of any precision, e.g. a day, a month, a decade or “some day in June 2004”. */
export interface CalendarDate {
  /** First instant that the date may mean, inclusive. */
  readonly start: Instant;
  /** End of the span that the date may mean, exclusive. */
  readonly end: Instant;
  readonly precision: Precision;
  /** EDTF `?`: the source is doubtful. */
  readonly uncertain: boolean;
  /** EDTF `~`: the value is an estimate. */
  readonly approximate: boolean;
  /** EDTF `X` digits: one date of `precision` within the span, but it is not known which (`2004-06-XX`). */
  readonly unspecified: boolean;
  /** ISO 8601-2 season code, 21 to 41, where `precision` is `season`. */
  readonly season?: number;
  /** The astronomical year as written, if EDTF `S` says that only its first digits count. */
  readonly estimate?: number;
}

/** A run of dates. Each end is a date, `open` (EDTF `..`) or `unknown` (EDTF empty). */
export interface DateRange {
  readonly from: CalendarDate | 'open' | 'unknown';
  readonly to: CalendarDate | 'open' | 'unknown';
}

/** The bounds and marks of certainty that all forms of a date share. */
interface DateBounds {
  /** The date exactly as written in the document. */
  readonly edtf: string;
  /** Earliest instant, inclusive; `-Infinity` where the start is open or unknown. */
  readonly start: Instant;
  /** Latest instant, exclusive; `Infinity` where the end is open or unknown. */
  readonly end: Instant;
  /** True where any part of the date is uncertain (`?` or `%`). */
  readonly uncertain: boolean;
  /** True where any part of the date is approximate (`~` or `%`). */
  readonly approximate: boolean;
}

/** The date of an event: one date, an interval, or a set of which one (`[…]`) or all (`{…}`) are meant. */
export type EventDate = DateBounds &
  (
    | { readonly form: 'single'; readonly date: CalendarDate }
    | ({ readonly form: 'interval' } & DateRange)
    | { readonly form: 'one-of' | 'all-of'; readonly members: readonly (CalendarDate | DateRange)[] }
  );

/** The parts of a date: one date, one run of dates, or the members of a set. */
export function partsOf(date: EventDate): readonly (CalendarDate | DateRange)[] {
  switch (date.form) {
    case 'single':
      return [date.date];
    case 'interval':
      return [date];
    case 'one-of':
    case 'all-of':
      return date.members;
  }
}

/** Whether a part of a date is a run rather than a single date. */
export function isRange(part: CalendarDate | DateRange): part is DateRange {
  return 'from' in part;
}

/** The calendar dates in the parts of a date, in the order written; open and unknown ends are left out. */
export function calendarDatesIn(parts: readonly (CalendarDate | DateRange)[]): CalendarDate[] {
  return parts
    .flatMap((part) => (isRange(part) ? [part.from, part.to] : [part]))
    .filter((end) => typeof end !== 'string');
}
