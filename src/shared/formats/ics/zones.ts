// The offset of a local time from UTC: by the zones of the file itself, by their names elsewhere.
import { MINUTE } from '../../dates/calendar.ts';
import { property, propertiesOf, type Component } from './lines.ts';
import {
  DAY_SECONDS,
  dayNumber,
  daysInYear,
  lastDayOf,
  readRule,
  secondsOfDay,
  type Clock,
  type Rule,
} from './recurrence.ts';

/** A local date and time. */
export interface LocalTime extends Clock {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** The minutes by which a zone is ahead of UTC at a local time; `null` if that is not known. */
export type Zone = (time: LocalTime) => number | null;

interface Observance {
  /** Local seconds of the first onset, counted as if in UTC. */
  readonly start: number;
  readonly day: number;
  readonly secondOfDay: number;
  readonly offset: number;
  /** With its last day by the clock of the zone. */
  readonly rule: Rule | null;
  /** Further onsets. */
  readonly dates: readonly number[];
}

/** A zone as the file describes it; `null` if it cannot be read. RFC 5545, section 3.6.5. */
export function zoneOf(component: Component): Zone | null {
  const observances: Observance[] = [];
  for (const part of component.components) {
    if (part.name !== 'STANDARD' && part.name !== 'DAYLIGHT') continue;
    const start = localTimeIn(property(part, 'DTSTART')?.value ?? '');
    const offset = offsetIn(property(part, 'TZOFFSETTO')?.value ?? '');
    if (start === null || offset === null) return null;
    const written = property(part, 'RRULE')?.value;
    const read = written === undefined ? null : readRule(written, start);
    if (read?.ok === false) return null;
    const day = dayNumber(start.year, start.month, start.day);
    const secondOfDay = secondsOfDay(start);
    // Until the onset, the offset before it holds.
    const before = offsetIn(property(part, 'TZOFFSETFROM')?.value ?? '') ?? offset;
    const startOn = (one: number, isUtc: boolean): number =>
      one * DAY_SECONDS + secondOfDay - (isUtc ? before * 60 : 0);
    const rule = read === null ? null : { ...read.value, until: lastDayOf(read.value, startOn) };
    const dates = propertiesOf(part, 'RDATE')
      .flatMap(({ value }) => value.split(','))
      .flatMap((value) => {
        const date = localTimeIn(value);
        return date === null ? [] : [secondsOf(date)];
      });
    observances.push({
      start: day * DAY_SECONDS + secondOfDay,
      day,
      secondOfDay,
      offset,
      rule,
      dates,
    });
  }
  if (observances.length === 0) return null;
  const first = [...observances].sort((one, other) => one.start - other.start)[0]?.offset ?? null;
  const years = new Map<number, readonly { readonly onset: number; readonly offset: number }[]>();
  const onsetsOf = (year: number) => {
    const known = years.get(year);
    if (known !== undefined) return known;
    const onsets = observances
      .flatMap((observance) =>
        onsetsAround(observance, year).map((onset) => ({ onset, offset: observance.offset })),
      )
      .sort((one, other) => one.onset - other.onset);
    years.set(year, onsets);
    return onsets;
  };
  return (time) => {
    const at = secondsOf(time);
    return onsetsOf(time.year).findLast(({ onset }) => onset <= at)?.offset ?? first;
  };
}

function onsetsAround({ start, day, secondOfDay, rule, dates }: Observance, year: number): number[] {
  const own = [start, ...dates];
  if (rule === null) return own;
  const until = rule.until ?? Infinity;
  for (const one of [year - 1, year])
    for (const onset of daysInYear(rule, day, one))
      if (onset >= day && onset <= until) own.push(onset * DAY_SECONDS + secondOfDay);
  return own;
}

/** Seconds since 1970 of a local time, counted as if in UTC. */
function secondsOf(time: LocalTime): number {
  return dayNumber(time.year, time.month, time.day) * DAY_SECONDS + secondsOfDay(time);
}

/** Reads `20200305T100000`, with or without `Z`; `null` if there is no such time. A day has the time 0:00. */
export function localTimeIn(text: string): LocalTime | null {
  const [whole, year, month, day, hour = '0', minute = '0', second = '0'] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?Z?)?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const time = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    // A leap second is not drawn.
    second: Math.min(59, Number(second)),
  };
  const isTime = time.hour < 24 || (time.hour === 24 && time.minute === 0 && time.second === 0);
  return time.month >= 1 && time.month <= 12 && time.day >= 1 && time.day <= 31 && isTime && time.minute < 60
    ? time
    : null;
}

function offsetIn(text: string): number | null {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)(?:\d\d)?$/.exec(text.trim()) ?? [];
  return sign === undefined ? null : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** A zone by its name in the database of IANA; `null` if there is no such name. */
export function namedZone(name: string): Zone | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'iso8601',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
  } catch {
    return null;
  }
  const offsetAt = (instant: number): number => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const local = Date.UTC(
      parts.get('year') ?? 0,
      (parts.get('month') ?? 1) - 1,
      parts.get('day') ?? 1,
      parts.get('hour') ?? 0,
      parts.get('minute') ?? 0,
      parts.get('second') ?? 0,
    );
    return Math.round((local - instant) / MINUTE);
  };
  return (time) => {
    const local = secondsOf(time) * 1_000;
    if (time.year < 100) return null;
    // The offset at the local time as if it were UTC is at most a change of the clocks away from the right one.
    const near = offsetAt(local);
    return offsetAt(local - near * MINUTE);
  };
}

/** A zone by the name that Windows gives it; `null` if there is none. */
export async function windowsZone(name: string): Promise<Zone | null> {
  const { findIana } = await import('windows-iana');
  const [found] = findIana(name);
  return found === undefined ? null : namedZone(found);
}
