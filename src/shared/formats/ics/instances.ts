// When an event of a calendar takes place: its start and end, and its instances by rules, further and excepted dates.
import { parseEventDate } from '../../dates/parse.ts';
import { excerpt } from '../../excerpt.ts';
import { grouped } from '../../in-words.ts';
import type { Problems } from '../report.ts';
import { propertiesOf, property, type Component, type Property } from './lines.ts';
import {
  DAY_SECONDS,
  dateOfDay,
  dayNumber,
  expand,
  lastDayOf,
  readRule,
  secondsOfDay,
} from './recurrence.ts';
import { localTimeIn, type LocalTime, type Zone } from './zones.ts';

/** How far a recurring event is expanded, in days. */
const WINDOW = 731;

/** The zones that a file names. */
export type Zones = ReadonlyMap<string, Zone>;

/** A start or end: a day, or a local time in a zone. */
export interface Moment {
  readonly day: number;
  /** `null` for a whole day. */
  readonly time: LocalTime | null;
  /** `undefined` for a time in no zone. */
  readonly zone: Zone | 'UTC' | undefined;
}

/** An event as it takes place once. */
export interface Instance {
  readonly start: Moment;
  /** Inclusive for days; `null` if there is none but the start. */
  readonly end: Moment | null;
}

/** What the dates of an event are read with. */
export interface Clocks {
  readonly zones: Zones;
  /** The zone of times that name none. */
  readonly floating: Moment['zone'];
}

/** The moment of a property; `null` if it is none. */
export function momentIn(of: Property | undefined, clocks: Clocks): Moment | null {
  return of === undefined ? null : momentOf(of.value, of, clocks);
}

function momentOf(value: string, { parameters }: Property, { zones, floating }: Clocks): Moment | null {
  const time = localTimeIn(value);
  if (time === null) return null;
  const { year, month, day } = dateOfDay(dayNumber(time.year, time.month, time.day));
  // 20200231 would run over into March.
  if (year !== time.year || month !== time.month || day !== time.day) return null;
  const number_ = dayNumber(year, month, day);
  if (!value.includes('T')) return { day: number_, time: null, zone: undefined };
  const named = parameters.get('TZID');
  // A zone that is named and not known is not that of the calendar.
  const zone = value.trim().endsWith('Z') ? 'UTC' : named === undefined ? floating : zones.get(named);
  return { day: number_, time, zone };
}

/** Seconds since 1970: in UTC, or by the clock of the moment's own zone. */
function secondsAt({ day, time, zone }: Moment, isUtc: boolean): number {
  if (time === null) return day * DAY_SECONDS;
  const local = day * DAY_SECONDS + secondsOfDay(time);
  if (!isUtc || zone === undefined || zone === 'UTC') return local;
  return local - (zone({ ...time, ...dateOfDay(day) }) ?? 0) * 60;
}

/** The first instance of an event; `null` if it has no start that can be read. An end that cannot be is reported. */
export function firstInstance(event: Component, clocks: Clocks, problems: Problems): Instance | null {
  const start = momentIn(property(event, 'DTSTART'), clocks);
  return start === null ? null : { start, end: endOf(event, start, clocks, problems) };
}

/** The end, which is exclusive for days and is made inclusive here; `null` if there is none but the start. */
function endOf(event: Component, start: Moment, clocks: Clocks, problems: Problems): Moment | null {
  const written = property(event, 'DTEND');
  const duration = property(event, 'DURATION');
  let end = momentIn(written, clocks);
  if (written !== undefined && end === null)
    problems.add(`The end ${excerpt(written.value)} is none that iCalendar knows, and was left out`, {
      line: written.line,
    });
  if (end === null && duration !== undefined) {
    end = after(start, duration.value);
    if (end === null)
      problems.add(`The duration ${excerpt(duration.value)} is none that iCalendar knows, and was left out`, {
        line: duration.line,
      });
  }
  return end === null ? null : boundOf(start, end, problems, written?.line ?? duration?.line ?? event.line);
}

/** The end of an event as this file keeps it; `null` if it adds nothing to the start, or cannot belong to it. */
function boundOf(start: Moment, written: Moment, problems: Problems, line: number): Moment | null {
  let end = written;
  if (start.time === null && end.time !== null) {
    problems.add('The event starts on a day and ends at a time; the time was left out', { line });
    const isMidnight = end.time.hour === 0 && end.time.minute === 0;
    end = { day: isMidnight ? end.day : end.day + 1, time: null, zone: undefined };
  }
  if (start.time !== null && end.time === null) {
    problems.add('The event starts at a time and ends on a day; its end was left out', { line });
    return null;
  }
  if (end.time === null) {
    const last = { ...end, day: end.day - 1 };
    if (last.day > start.day) return last;
    if (end.day < start.day) problems.add('The event ends before it starts; its end was left out', { line });
    return null;
  }
  return end;
}

/** A moment that is later by a duration: `P1DT2H`, `P2W`, `-PT15M` is none. */
function after(start: Moment, duration: string): Moment | null {
  const [whole, weeks = '0', days = '0', hours = '0', minutes = '0', seconds = '0'] =
    /^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/.exec(
      duration.trim(),
    ) ?? [];
  if (whole === undefined) return null;
  const length = secondsOfDay({ hour: Number(hours), minute: Number(minutes), second: Number(seconds) });
  return later(start, (Number(weeks) * 7 + Number(days)) * DAY_SECONDS + length);
}

/** A moment that is later by some seconds, by the clock of its zone; of whole days, any part of one counts as one. */
function later(moment: Moment, seconds: number): Moment {
  const { time } = moment;
  if (time === null) return { ...moment, day: moment.day + Math.ceil(seconds / DAY_SECONDS) };
  const at = secondsOfDay(time) + seconds;
  const day = moment.day + Math.floor(at / DAY_SECONDS);
  const rest = ((at % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS;
  return {
    ...moment,
    day,
    time: {
      ...dateOfDay(day),
      hour: Math.floor(rest / 3_600),
      minute: Math.floor((rest % 3_600) / 60),
      second: rest % 60,
    },
  };
}

/**
 * All instances of an event: by its rules within two years, with its further and without its excepted dates.
 *
 * @param changed the `RECURRENCE-ID` of instances that the file holds as events of their own.
 * @param most the most instances that there is room for.
 * @returns in their order; none if all are excepted.
 */
export function instancesOf(
  event: Component,
  first: Instance,
  changed: readonly Property[],
  most: number,
  clocks: Clocks,
  problems: Problems,
): readonly Instance[] {
  const { start, end } = first;
  const onDay = (day: number): Instance => ({
    start: { ...start, day },
    end: end === null ? null : { ...end, day: end.day + day - start.day },
  });
  const startOn = (day: number, isUtc: boolean): number => secondsAt({ ...start, day }, isUtc);
  // What a rule gives has one instance a day; further dates may have any time.
  const days = new Set([start.day]);
  const further = new Map<number, Instance>();
  for (const { value, line } of propertiesOf(event, 'RRULE')) {
    const rule = readRule(value, start.time);
    if (!rule.ok) {
      problems.add(
        `The event repeats, but the rule ${rule.failure.message}: ${excerpt(value)}; only its first instance was imported`,
        { line },
      );
      continue;
    }
    const until = lastDayOf(rule.value, startOn);
    const expansion = expand({ ...rule.value, until }, start.day, start.day + WINDOW, most);
    for (const day of expansion.days) days.add(day);
    if (expansion.more)
      problems.add(
        expansion.days.length < most
          ? `The event goes on repeating by the rule ${excerpt(value)}; its instances of the first two years were imported (${grouped(expansion.days.length)})`
          : `The event goes on repeating by the rule ${excerpt(value)}; only its first instances were imported (${grouped(most)})`,
        { line },
      );
  }
  // Dates of other zones may fall on the day before or after.
  const dayOfRule = (moment: Moment): number | undefined => {
    if (moment.time === null) return days.has(moment.day) ? moment.day : undefined;
    const at = secondsAt(moment, true);
    return [moment.day, moment.day - 1, moment.day + 1].find(
      (day) => days.has(day) && startOn(day, true) === at,
    );
  };
  for (const of of propertiesOf(event, 'RDATE'))
    for (const one of of.value.split(',')) {
      const [from = '', to] = one.split('/');
      const moment = momentOf(from, of, clocks);
      if (moment === null)
        problems.add(`The further date ${excerpt(one)} is none, and was left out`, { line: of.line });
      else if (moment.time === null && start.time !== null) {
        problems.add(`The further date ${excerpt(one)} has no time; that of the event was taken`, {
          line: of.line,
        });
        days.add(moment.day);
      } else if (to === undefined && dayOfRule(moment) !== undefined) continue;
      else if (to === undefined && moment.time === null) days.add(moment.day);
      else further.set(secondsAt(moment, true), periodOf(moment, to, of, first, clocks, problems));
    }
  // Times of exceptions that name no zone are those of the event.
  const own: Clocks = { ...clocks, floating: start.zone };
  const except = (moment: Moment, of: Property): void => {
    if (moment.time === null) {
      days.delete(moment.day);
      for (const [at, one] of further) if (one.start.day === moment.day) further.delete(at);
      return;
    }
    if (further.delete(secondsAt(moment, true))) return;
    const day = dayOfRule(moment);
    if (day === undefined && days.delete(moment.day))
      problems.add(
        `The event does not start at the excepted time ${excerpt(of.value)}; its instance of that day was left out`,
        { line: of.line },
      );
    if (day !== undefined) days.delete(day);
  };
  for (const of of propertiesOf(event, 'EXDATE'))
    for (const one of of.value.split(',')) {
      const moment = momentOf(one, of, own);
      if (moment !== null) except(moment, of);
      else problems.add(`The excepted date ${excerpt(one)} is none, and was left out`, { line: of.line });
    }
  for (const of of changed) {
    const moment = momentIn(of, own);
    if (moment !== null) except(moment, of);
  }
  const all = [...[...days].map(onDay), ...further.values()].sort(
    (one, other) => secondsAt(one.start, false) - secondsAt(other.start, false),
  );
  if (all.length > most && further.size > 0)
    problems.add(`The event has ${grouped(all.length)} instances; the first ${grouped(most)} were imported`, {
      line: event.line,
    });
  return all.slice(0, most);
}

/** A further instance: with an end or a length of its own, or else as long as the first. */
function periodOf(
  start: Moment,
  to: string | undefined,
  of: Property,
  first: Instance,
  clocks: Clocks,
  problems: Problems,
): Instance {
  if (to !== undefined) {
    const end = to.startsWith('P') ? after(start, to) : momentOf(to, of, clocks);
    if (end === null)
      problems.add(`The end ${excerpt(to)} of a further date is none, and was left out`, { line: of.line });
    return { start, end: end === null ? null : boundOf(start, end, problems, of.line) };
  }
  const { end } = first;
  if (end === null || (start.time === null) !== (first.start.time === null)) return { start, end: null };
  const isUtc = end.zone !== first.start.zone;
  return { start, end: later(start, secondsAt(end, isUtc) - secondsAt(first.start, isUtc)) };
}

/** The date of an instance in EDTF. An end before its start is left out, and reported. */
export function dateOf({ start, end }: Instance, problems: Problems, line: number): string {
  const from = edtfOf(start);
  if (end === null) return from;
  const to = edtfOf(end);
  if (to === from) return from;
  const both = `${from}/${to}`;
  if (parseEventDate(both).ok) return both;
  problems.add('The event ends before it starts; its end was left out', { line });
  return from;
}

function edtfOf({ day, time, zone }: Moment): string {
  const date = dateOfDay(day);
  const written = `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`;
  if (time === null) return written;
  const clock = `${two(time.hour)}:${two(time.minute)}${time.second === 0 ? '' : `:${two(time.second)}`}`;
  if (zone === undefined) return `${written}T${clock}`;
  if (zone === 'UTC') return `${written}T${clock}Z`;
  const offset = zone({ ...time, ...date });
  if (offset === null || offset < -720 || offset > 840) return `${written}T${clock}`;
  const size = Math.abs(offset);
  return `${written}T${clock}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The id of an instance: that of its event, and its day. */
export function instanceId(uid: string, day: number): string {
  const { year, month, day: ofMonth } = dateOfDay(day);
  return `${uid}-${year}${two(month)}${two(ofMonth)}`;
}

function two(number_: number): string {
  return String(number_).padStart(2, '0');
}
