// English names of days, months, seasons, years and longer spans, in UTC, whatever the system's language.
import { UTCDateMini } from '@date-fns/utc/date/mini';
import { format } from 'date-fns/format';
import { enUS } from 'date-fns/locale/en-US';
import { grouped } from '../in-words.ts';
import { dayOf, instantOf, yearOf } from './calendar.ts';
import type { CalendarDate, Instant, Precision } from './event-date.ts';
import { seasonOf } from './seasons.ts';

/** Whether names are written in full, “15 August 2021”, or short for marks, “15 Aug 2021”. */
export type Style = 'long' | 'short';

/** A name in parts, so that adjacent names can share the parts that they have in common. */
export interface Name {
  /** From the finest to the coarsest, e.g. `15`, `August`, `44`, `BCE`. */
  readonly parts: readonly string[];
  /** The time of day, e.g. `09:30`. */
  readonly time?: string;
  /** Whether it takes “the” within a phrase. */
  readonly article?: boolean;
}

/** Only years of four digits are recognisable as years; all others carry their era. */
const FIRST_PLAIN_YEAR = 1000;
const LAST_PLAIN_YEAR = 9999;

/** Years have a thousands separator from 10,000 on, as is usual. */
function yearNumber(year: number): string {
  return year > LAST_PLAIN_YEAR ? grouped(year) : String(year);
}

/** Formats an instant in UTC by a date-fns pattern without a year; {@link yearName} writes years. */
export function written(instant: Instant, pattern: string): string {
  return format(new UTCDateMini(Math.floor(instant)), pattern, { locale: enUS });
}

/** The names of months by pattern and month: a long document writes thousands of dates, and a pattern takes its time. */
const months = new Map<string, string>();

/** The month of an instant in UTC, by the date-fns pattern: “Aug” or “August”. */
export function monthName(instant: Instant, pattern: 'MMM' | 'MMMM'): string {
  const key = `${pattern}${new Date(Math.floor(instant)).getUTCMonth()}`;
  const name = months.get(key) ?? written(instant, pattern);
  months.set(key, name);
  return name;
}

/** The day of the month of an instant in UTC, such as “15”. */
export function dayInMonth(instant: Instant): string {
  return String(new Date(Math.floor(instant)).getUTCDate());
}

/** A year, astronomical (0 is 1 BCE): “2021”, “476 CE”, “44 BCE”, “12,000 CE”. */
export function yearName(year: number): string {
  return yearParts(year).join(' ');
}

/** The century of a year: “19th century” for 1800 to 1899, “5th century BCE” for 500 to 401 BCE. */
export function centuryName(year: number): string {
  return ordinalName(year, 100, 'century');
}

/** The millennium of a year: “2nd millennium” for 1000 to 1999, “1st millennium BCE” for 1000 to 1 BCE. */
export function millenniumName(year: number): string {
  return ordinalName(year, 1000, 'millennium');
}

/** The unit of a precision that contains `start`; for seasons, the one with the code. */
export function nameOf(
  { start, precision, season }: Pick<CalendarDate, 'start' | 'precision' | 'season'>,
  style: Style,
): Name {
  const year = yearOf(start);
  const month = (): string => monthName(start, style === 'long' ? 'MMMM' : 'MMM');
  const day = (): string[] => [dayInMonth(start), month(), ...yearParts(year)];
  switch (precision) {
    case 'second':
      return { parts: day(), time: written(start, 'HH:mm:ss') };
    case 'minute':
    case 'hour':
      return { parts: day(), time: written(start, 'HH:mm') };
    case 'day':
      return { parts: day() };
    case 'month':
      return { parts: [month(), ...yearParts(year)] };
    case 'season':
      return seasonName(season, year, style);
    case 'year':
      return { parts: yearParts(year) };
    case 'decade':
      return decadeName(year, style);
    case 'century':
      return { parts: [centuryName(year)], article: true };
    case 'millennium':
      return { parts: [millenniumName(year)], article: true };
  }
}

/** The name of a span that is exactly one month, year, decade, century or millennium; `null` for others. */
export function spanName({ start, end }: Pick<CalendarDate, 'start' | 'end'>, style: Style): Name | null {
  const { year, month } = dayOf(start);
  if (start === instantOf(year, month) && end === instantOf(year, month + 1)) {
    return nameOf({ start, precision: 'month' }, style);
  }
  const precision = yearsPrecision(start, end);
  return precision === null ? null : nameOf({ start, precision }, style);
}

/** Writes one name. Within a phrase, some long names take “the”. */
export function textOf(name: Name, style: Style, place: 'alone' | 'phrase'): string {
  const text = name.parts.join(' ');
  if (name.time !== undefined) return `${text}, ${name.time}${style === 'long' ? ' UTC' : ''}`;
  return name.article === true && place === 'phrase' && style === 'long' ? `the ${text}` : text;
}

/**
 * Writes consecutive names in a phrase, each without the coarse parts that it shares with the last: “14” and “17
 * September 2022”. Times on one day share the day: “15 August 2021, 09:30” and “11:00 UTC”.
 */
export function textsOf(names: readonly Name[], style: Style): string[] {
  const last = names.at(-1);
  if (last === undefined) return [];
  const dayName = last.parts.join(' ');
  const sameDay = names.every(({ parts, time }) => time !== undefined && parts.join(' ') === dayName);
  return names.map((name, position) => {
    if (name.time !== undefined && sameDay) {
      const zone = name === last && style === 'long' ? ' UTC' : '';
      return `${position === 0 ? `${dayName}, ` : ''}${name.time}${zone}`;
    }
    const shares = name !== last && name.time === undefined && name.parts.length === last.parts.length;
    return textOf(shares ? { ...name, parts: withoutShared(name.parts, last.parts) } : name, style, 'phrase');
  });
}

/** Two short names joined by a dash: “14–17 Sep 2022”, “3 Oct – 22 Nov 2022”; equal names only once. */
export function dashed(first: Name, last: Name): string {
  const whole = textOf(first, 'short', 'alone');
  if (whole === textOf(last, 'short', 'alone')) return whole;
  const [from = '', to = ''] = textsOf([first, last], 'short');
  const alike = first.parts.length === last.parts.length && !from.includes(' ');
  const sameDay = first.time !== undefined && !to.includes(' ');
  return alike || sameDay ? `${from}–${to}` : `${from} – ${to}`;
}

function withoutShared(parts: readonly string[], last: readonly string[]): readonly string[] {
  let kept = parts.length;
  while (kept > 1 && parts[kept - 1] === last[kept - 1]) kept -= 1;
  return parts.slice(0, kept);
}

function yearParts(year: number): string[] {
  return year > 0 ? [yearNumber(year), ...eraOf(year)] : [yearNumber(1 - year), 'BCE'];
}

function eraOf(year: number): string[] {
  return year < FIRST_PLAIN_YEAR || year > LAST_PLAIN_YEAR ? ['CE'] : [];
}

function seasonName(code: number | undefined, year: number, style: Style): Name {
  const season = code === undefined ? undefined : seasonOf(code);
  if (season === undefined) return { parts: yearParts(year) };
  const { unit, name, shortName, hemisphere } = season;
  if (style === 'short') return { parts: [shortName, ...yearParts(year)] };
  if (unit === 'quarter' || unit === 'half-year') {
    return { parts: [name, 'of', ...yearParts(year)], article: true };
  }
  const where = hemisphere === null ? [] : [`(${hemisphere} Hemisphere)`];
  return { parts: [name, ...yearParts(year), ...where] };
}

/** Before 10 CE no decade begins at a round number of our era, so its first and last year name it. */
function decadeName(year: number, style: Style): Name {
  const round = Math.floor(Math.abs(year) / 10) * 10;
  if (round > 0 && year > 0) {
    return { parts: [[`${yearNumber(round)}s`, ...eraOf(round)].join(' ')], article: true };
  }
  const [first, last] = year < 0 ? [-round - 9, -round] : [0, 9];
  const names = [{ parts: yearParts(first) }, { parts: yearParts(last) }] as const;
  return { parts: [style === 'long' ? textsOf(names, style).join(' to ') : dashed(...names)] };
}

/** The first century and millennium of our era begin with the year 0, which is 1 BCE, as EDTF counts. */
function ordinalName(year: number, length: number, unit: 'century' | 'millennium'): string {
  const number = year < 0 ? Math.ceil((1 - year) / length) : Math.floor(year / length) + 1;
  const era = year < 0 ? ['BCE'] : eraOf(year);
  return [enUS.localize.ordinalNumber(number), unit, ...era].join(' ');
}

function yearsPrecision(start: Instant, end: Instant): Precision | null {
  const first = yearOf(start);
  const count = yearOf(end) - first;
  if (start !== instantOf(first) || end !== instantOf(first + count)) return null;
  // The decade, century or millennium with the digits -1859 to -1850 ends with the round number instead of beginning
  // with it.
  const round = first < 0 ? 1 - first : first;
  if (count === 1) return 'year';
  if (round % count !== 0) return null;
  switch (count) {
    case 10:
      return 'decade';
    case 100:
      return 'century';
    case 1000:
      return 'millennium';
    default:
      return null;
  }
}
