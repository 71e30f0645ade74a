// iCalendar: events of calendars, with recurrence inside a window of two years. RFC 5545.
import { parseEventDate } from '../../dates/parse.ts';
import { excerpt } from '../../excerpt.ts';
import { failure, success, type Result } from '../../result.ts';
import { checkEncoding } from '../../document/file/text.ts';
import { number } from '../../document/file/problems.ts';
import { isAddress } from '../address.ts';
import { startDraft, type DraftBuilder, type Found } from '../draft.ts';
import { Likelihood, type Format, type Imported, type ReadOptions } from '../format.ts';
import { collectProblems, inEntries, type Problems } from '../report.ts';
import { decodeText } from '../text.ts';
import {
  entriesOf,
  propertiesOf,
  property,
  readComponents,
  unescaped,
  type Component,
  type Property,
} from './lines.ts';
import { dateOfDay, dayNumber, expand, readRule } from './recurrence.ts';
import { EXACT, OWN_UID, writeIcs } from './write.ts';
import { localTimeIn, namedZone, windowsZone, zoneOf, type LocalTime, type Zone } from './zones.ts';

/** How far a recurring event is expanded: days, instances of one, instances of all. */
const WINDOW = 731;
const MOST_OF_ONE = 1_000;
const MOST_OF_ALL = 50_000;

/** The zones that a file names. */
type Zones = ReadonlyMap<string, Zone>;

/** A start or end: a day, or a local time in a zone. */
interface Moment {
  readonly day: number;
  /** `null` for a whole day. */
  readonly time: LocalTime | null;
  /** `undefined` for a time in no zone. */
  readonly zone: Zone | 'UTC' | undefined;
}

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Result<Imported>> {
  const problems = collectProblems(options.file);
  const text = decoded(bytes, options, problems);
  if (!text.ok) return text;
  const file = readComponents(text.value, (line, reason) => {
    problems.add(reason, { line });
  });
  const calendars = file.components.filter(({ name }) => name === 'VCALENDAR');
  if (calendars.length === 0)
    return failure('ics', 'The file holds no calendar: it has no line BEGIN:VCALENDAR.');
  const draft = startDraft(options.file, problems);
  let row = 0;
  let instances = 0;
  for (const calendar of calendars) {
    const zones = await zonesOf(calendar, problems);
    const titled = property(calendar, 'X-WR-CALNAME') ?? property(calendar, 'NAME');
    const title = titled === undefined ? undefined : unescaped(titled.value);
    const events = calendar.components.filter(({ name }) => name === 'VEVENT' || name === 'VJOURNAL');
    countOthers(calendar, problems);
    const changed = changesOf(events);
    const newest = newestOf(events);
    for (const event of events) {
      row += 1;
      const uid = uidOf(event);
      if (uid !== '' && property(event, 'RECURRENCE-ID') === undefined && newest.get(uid) !== event) {
        draft.skip();
        problems.add('The event is an earlier state of one that the file holds too, and was left out', {
          line: event.line,
        });
        continue;
      }
      instances += addEvent(draft, event, {
        row,
        zones,
        floating: zones.get(property(calendar, 'X-WR-TIMEZONE')?.value.trim() ?? ''),
        lane: calendars.length > 1 ? title : undefined,
        changed: changed.get(uid) ?? new Set(),
        room: Math.min(MOST_OF_ONE, MOST_OF_ALL - instances),
      });
    }
  }
  const [first] = calendars;
  const named = first && (property(first, 'X-WR-CALNAME') ?? property(first, 'NAME'));
  return success(draft.finish({ title: named === undefined ? undefined : unescaped(named.value) }));
}

/** The text of the file. Some programs fold lines within a letter, which then is no UTF-8 until it is unfolded. */
function decoded(bytes: Uint8Array, options: ReadOptions, problems: Problems): Result<string> {
  if (!checkEncoding(bytes).ok) {
    const whole = unfoldedBytes(bytes);
    if (whole.length < bytes.length && checkEncoding(whole).ok)
      return success(new TextDecoder('utf-8').decode(whole));
  }
  return decodeText(bytes, options.assume, problems);
}

function unfoldedBytes(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const fold = bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? 2 : bytes[at] === 0x0a ? 1 : 0;
    const next = bytes[at + fold];
    if (fold > 0 && (next === 0x20 || next === 0x09)) at += fold;
    else {
      whole[length] = bytes[at] ?? 0;
      length += 1;
    }
  }
  return whole.subarray(0, length);
}

/** All zones that a calendar names: its own first, then those of IANA and of Windows. */
async function zonesOf(calendar: Component, problems: Problems): Promise<Zones> {
  const zones = new Map<string, Zone>();
  for (const component of calendar.components) {
    if (component.name !== 'VTIMEZONE') continue;
    const name = property(component, 'TZID')?.value.trim() ?? '';
    const zone = zoneOf(component);
    if (zone !== null) zones.set(name, zone);
  }
  const named = new Map<string, number>();
  const floating = property(calendar, 'X-WR-TIMEZONE');
  if (floating !== undefined) named.set(floating.value.trim(), floating.line);
  for (const event of calendar.components)
    for (const { parameters, line } of event.properties) {
      const zone = parameters.get('TZID');
      if (zone !== undefined && !named.has(zone)) named.set(zone, line);
    }
  for (const [name, line] of named) {
    if (zones.has(name)) continue;
    // Some programs write a path before the name.
    const zone =
      namedZone(name) ?? namedZone(name.split('/').slice(-2).join('/')) ?? (await windowsZone(name));
    if (zone !== null) zones.set(name, zone);
    else problems.add(`The time zone ${excerpt(name)} is not known; its times were read as UTC`, { line });
  }
  return zones;
}

const OTHERS: Readonly<Record<string, string>> = {
  VTODO: 'Tasks',
  VFREEBUSY: 'Times that are free or busy',
};

function countOthers(calendar: Component, problems: Problems): void {
  for (const component of calendar.components) {
    const what = OTHERS[component.name];
    if (what !== undefined)
      problems.count(component.name, (count) => `${what} were left out ${inEntries(count)}`, {
        line: component.line,
      });
    for (const inner of component.components)
      if (inner.name === 'VALARM')
        problems.count('VALARM', (count) => `Reminders were left out ${inEntries(count, 'events')}`, {
          line: inner.line,
        });
  }
}

function uidOf(event: Component): string {
  return (property(event, 'UID')?.value.trim() ?? '').replace(OWN_UID, '');
}

/** The days of instances that a file changes one by one, by the events' ids. */
function changesOf(events: readonly Component[]): Map<string, Set<number>> {
  const changes = new Map<string, Set<number>>();
  for (const event of events) {
    const moment = dayIn(property(event, 'RECURRENCE-ID'));
    if (moment === null) continue;
    const own = changes.get(uidOf(event)) ?? new Set();
    changes.set(uidOf(event), own.add(moment));
  }
  return changes;
}

function dayIn(of: Property | undefined): number | null {
  const time = of === undefined ? null : localTimeIn(of.value);
  return time === null ? null : dayNumber(time.year, time.month, time.day);
}

/** Of several states of an event, the one with the highest number. */
function newestOf(events: readonly Component[]): Map<string, Component> {
  const newest = new Map<string, Component>();
  const sequence = (event: Component): number => Number(property(event, 'SEQUENCE')?.value ?? 0) || 0;
  for (const event of events) {
    if (property(event, 'RECURRENCE-ID') !== undefined) continue;
    const known = newest.get(uidOf(event));
    if (known === undefined || sequence(event) >= sequence(known)) newest.set(uidOf(event), event);
  }
  return newest;
}

interface Context {
  readonly row: number;
  readonly zones: Zones;
  readonly floating: Zone | undefined;
  readonly lane: string | undefined;
  readonly changed: ReadonlySet<number>;
  /** How many instances there is still room for. */
  readonly room: number;
}

/** Adds an event and its instances. @returns how many were added beyond the first. */
function addEvent(draft: DraftBuilder, event: Component, context: Context): number {
  const { problems } = draft;
  const { zones, floating, row } = context;
  const line = event.line;
  const text = (name: string): string => unescaped(property(event, name)?.value ?? '');
  if (text('STATUS').trim().toUpperCase() === 'CANCELLED') {
    draft.skip();
    problems.add('The event is cancelled, and was left out', { line });
    return 0;
  }
  if (/^(?:PRIVATE|CONFIDENTIAL)$/i.test(text('CLASS').trim()))
    problems.count(
      'private',
      (count) => `Events that are marked as private were imported too, ${inEntries(count)}`,
      { line },
    );
  for (const name of ['GEO', 'PRIORITY', 'RESOURCES', 'PERCENT-COMPLETE'])
    if (property(event, name) !== undefined)
      problems.count(name, (count) => `${name} was left out ${inEntries(count, 'events')}`, {
        line,
        path: name,
      });

  const startProperty = property(event, 'DTSTART');
  const start = momentIn(startProperty, zones, floating);
  if (start === null)
    problems.add(
      startProperty === undefined
        ? 'The event has no date'
        : `The date ${excerpt(startProperty.value)} is none that iCalendar knows; the event has no date`,
      { line: startProperty?.line ?? line, path: 'DTSTART' },
    );
  const end = start === null ? null : endOf(event, start, zones, floating, problems);
  const categories = propertiesOf(event, 'CATEGORIES').flatMap(({ value }) => entriesOf(value));
  const [category, ...tags] = categories;
  const attachments = propertiesOf(event, 'ATTACH').map(({ value }) => value.trim());
  const addresses = [text('URL').trim(), ...attachments].filter((one) => one !== '');
  const good = addresses.filter(isAddress);
  if (good.length < addresses.length)
    problems.count(
      'attach',
      (count) =>
        `Attachments and links that are no web addresses were left out ${inEntries(count, 'events')}`,
      { line },
    );
  const uid = uidOf(event);
  const found: Found = {
    row,
    where: { line },
    id: uid === '' ? undefined : uid,
    title: text('SUMMARY'),
    description: text('DESCRIPTION'),
    lane: category ?? context.lane,
    tags,
    place: text('LOCATION'),
    participants: [
      ...participantsIn(event, 'ORGANIZER', 'organizer'),
      ...participantsIn(event, 'ATTENDEE', undefined),
    ],
    sources: good.map((address) => ({ address })),
    written: [startProperty, property(event, 'DTEND'), property(event, 'DURATION')]
      .flatMap((one) => (one === undefined ? [] : [one.value.trim()]))
      .join(' – '),
  };
  if (start === null) {
    draft.add(found);
    return 0;
  }
  const exact = property(event, EXACT)?.value.trim();
  if (exact !== undefined && parseEventDate(exact).ok) {
    draft.add({ ...found, date: exact });
    return 0;
  }
  const change = property(event, 'RECURRENCE-ID');
  if (change !== undefined) {
    if (change.parameters.get('RANGE')?.toUpperCase() === 'THISANDFUTURE')
      problems.add('A change of all later instances was read as a change of one', { line: change.line });
    draft.add({
      ...found,
      id: instanceId(uid, dayIn(change) ?? start.day),
      date: dateOf(start, end, 0, problems, line),
    });
    return 0;
  }
  const days = instancesOf(event, start, context, problems);
  if (days.length === 0) {
    draft.skip();
    problems.add('All instances of the event are excepted; it was left out', { line });
    return 0;
  }
  for (const day of days)
    draft.add({
      ...found,
      ...(days.length > 1 && { id: instanceId(uid, day) }),
      date: dateOf(start, end, day - start.day, problems, line),
    });
  return days.length - 1;
}

function instanceId(uid: string, day: number): string {
  const { year, month, day: ofMonth } = dateOfDay(day);
  return `${uid}-${year}${two(month)}${two(ofMonth)}`;
}

function participantsIn(
  event: Component,
  name: string,
  usual: string | undefined,
): { name: string; role: string | undefined }[] {
  return propertiesOf(event, name).map(({ parameters, value }) => ({
    name: parameters.get('CN') ?? value.replace(/^mailto:/i, ''),
    role: usual ?? (parameters.get('ROLE') === 'CHAIR' ? 'chair' : undefined),
  }));
}

/** The days of an event's instances: its rule within the window, with its further and without its excepted dates. */
function instancesOf(
  event: Component,
  start: Moment,
  { changed, room }: Context,
  problems: Problems,
): number[] {
  const days = new Set([start.day]);
  for (const { value, line } of propertiesOf(event, 'RRULE')) {
    const rule = readRule(value);
    if (!rule.ok) {
      problems.add(
        `The event repeats, but the rule ${rule.failure.message}: ${excerpt(value)}; only its first instance was imported`,
        { line },
      );
      continue;
    }
    const expansion = expand(rule.value, start.day, start.day + WINDOW, Math.max(1, room));
    for (const day of expansion.days) days.add(day);
    if (expansion.more)
      problems.add(
        `The event goes on repeating by the rule ${excerpt(value)}; its instances of the first two years were imported (${number(expansion.days.length)})`,
        { line },
      );
  }
  for (const { value, line } of propertiesOf(event, 'RDATE'))
    for (const one of value.split(',')) {
      const time = localTimeIn(one.split('/')[0] ?? '');
      if (time !== null) days.add(dayNumber(time.year, time.month, time.day));
      else problems.add(`The further date ${excerpt(one)} is none, and was left out`, { line });
    }
  for (const { value, line } of propertiesOf(event, 'EXDATE'))
    for (const one of value.split(',')) {
      const time = localTimeIn(one);
      if (time !== null) days.delete(dayNumber(time.year, time.month, time.day));
      else problems.add(`The excepted date ${excerpt(one)} is none, and was left out`, { line });
    }
  for (const day of changed) days.delete(day);
  return [...days].sort((one, other) => one - other).slice(0, Math.max(1, room));
}

function momentIn(of: Property | undefined, zones: Zones, floating: Zone | undefined): Moment | null {
  if (of === undefined) return null;
  const time = localTimeIn(of.value);
  if (time === null) return null;
  const { year, month, day } = dateOfDay(dayNumber(time.year, time.month, time.day));
  // 20200231 would run over into March.
  if (year !== time.year || month !== time.month || day !== time.day) return null;
  const number_ = dayNumber(year, month, day);
  if (!of.value.includes('T')) return { day: number_, time: null, zone: undefined };
  const named = of.parameters.get('TZID');
  // A zone that is named and not known is not that of the calendar.
  const zone = of.value.trim().endsWith('Z') ? 'UTC' : named === undefined ? floating : zones.get(named);
  return { day: number_, time, zone };
}

/** The end, which is exclusive for days and is made inclusive here; `null` if there is none but the start. */
function endOf(
  event: Component,
  start: Moment,
  zones: Zones,
  floating: Zone | undefined,
  problems: Problems,
): Moment | null {
  const written = property(event, 'DTEND');
  const duration = property(event, 'DURATION');
  let end = momentIn(written, zones, floating);
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
  if (end === null) return null;
  const line = written?.line ?? duration?.line ?? event.line;
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
  const length = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  const wholeDays = Number(weeks) * 7 + Number(days);
  if (start.time === null) return { ...start, day: start.day + wholeDays + Math.ceil(length / 86_400) };
  const { hour, minute, second } = start.time;
  const at = hour * 3_600 + minute * 60 + second + length;
  const day = start.day + wholeDays + Math.floor(at / 86_400);
  const rest = at % 86_400;
  const date = dateOfDay(day);
  const time = {
    ...date,
    hour: Math.floor(rest / 3_600),
    minute: Math.floor((rest % 3_600) / 60),
    second: rest % 60,
  };
  return { day, time, zone: start.zone };
}

/** The date of an instance some days behind the first. */
function dateOf(start: Moment, end: Moment | null, shift: number, problems: Problems, line: number): string {
  const from = edtfOf(start, shift);
  if (end === null) return from;
  const to = edtfOf(end, shift);
  if (to === from) return from;
  const both = `${from}/${to}`;
  if (parseEventDate(both).ok) return both;
  problems.add('The event ends before it starts; its end was left out', { line });
  return from;
}

function edtfOf({ day, time, zone }: Moment, shift: number): string {
  const date = dateOfDay(day + shift);
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

function two(number_: number): string {
  return String(number_).padStart(2, '0');
}

/** iCalendar. */
export const ics: Format = {
  id: 'ics',
  name: 'iCalendar',
  endings: ['.ics', '.ical', '.ifb'],
  recognise: ({ text }) => (/^\s*BEGIN:VCALENDAR/i.test(text) ? Likelihood.Sure : Likelihood.No),
  read,
  write: writeIcs,
};
