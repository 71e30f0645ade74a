// iCalendar: events of calendars, with recurrence inside a window of two years. RFC 5545.
import { parseEventDate } from '../../dates/parse.ts';
import { excerpt } from '../../excerpt.ts';
import { failure, success, type Result } from '../../result.ts';
import { checkEncoding } from '../../document/file/text.ts';
import { isAddress } from '../address.ts';
import { headingOf, startDraft, type DraftBuilder, type Found } from '../draft.ts';
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
import {
  dateOf,
  firstInstance,
  instanceId,
  instancesOf,
  momentIn,
  type Clocks,
  type Zones,
} from './instances.ts';
import { DATE_IN_WORDS, EXACT, OWN_UID, writeIcs } from './write.ts';
import { namedZone, windowsZone, zoneOf, type Zone } from './zones.ts';

/** The most instances of one recurring event, and of all. */
const MOST_OF_ONE = 1_000;
const MOST_OF_ALL = 50_000;

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
    const events = calendar.components.filter(({ name }) => name === 'VEVENT' || name === 'VJOURNAL');
    countOthers(calendar, problems);
    countLeftOut(calendar, OF_CALENDARS, 'calendars', problems);
    if (calendar !== calendars[0] && describedIn(calendar) !== '')
      problems.add('The description of a further calendar was left out', { line: calendar.line });
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
        clocks: { zones, floating: zones.get(property(calendar, 'X-WR-TIMEZONE')?.value.trim() ?? '') },
        lane: calendars.length > 1 ? titleIn(calendar) : undefined,
        changed: uid === '' ? [] : (changed.get(uid) ?? []),
        room: Math.max(1, Math.min(MOST_OF_ONE, MOST_OF_ALL - instances)),
      });
    }
  }
  const [first] = calendars;
  return success(draft.finish(first === undefined ? {} : headingOf(titleIn(first), describedIn(first))));
}

function titleIn(calendar: Component): string {
  return unescaped((property(calendar, 'X-WR-CALNAME') ?? property(calendar, 'NAME'))?.value ?? '');
}

function describedIn(calendar: Component): string {
  return unescaped(
    (property(calendar, 'X-WR-CALDESC') ?? property(calendar, 'DESCRIPTION'))?.value ?? '',
  ).trim();
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

/** What is read of calendars and events, and what says nothing beyond the file itself. */
const OF_CALENDARS: ReadonlySet<string> = new Set(
  'VERSION PRODID CALSCALE METHOD NAME DESCRIPTION X-WR-CALNAME X-WR-CALDESC X-WR-TIMEZONE UID LAST-MODIFIED REFRESH-INTERVAL X-PUBLISHED-TTL'.split(
    ' ',
  ),
);
const OF_EVENTS: ReadonlySet<string> = new Set(
  [
    'UID DTSTAMP CREATED LAST-MODIFIED SEQUENCE DTSTART DTEND DURATION RRULE RDATE EXDATE RECURRENCE-ID STATUS TRANSP CLASS',
    `SUMMARY DESCRIPTION COMMENT LOCATION CATEGORIES URL ATTACH CONFERENCE ORGANIZER ATTENDEE ${EXACT}`,
  ].flatMap((names) => names.split(' ')),
);
/** What else the standard and its extensions know, and what therefore can be called by its name. */
const NAMED: ReadonlySet<string> = new Set(
  'CATEGORIES COLOR CONCEPT CONTACT EXRULE GEO IMAGE LINK PERCENT-COMPLETE PRIORITY REFID RELATED-TO REQUEST-STATUS RESOURCES SOURCE STRUCTURED-DATA STYLED-DESCRIPTION URL'.split(
    ' ',
  ),
);

/** Says what of a calendar or an event is not read: by its name, or with others where programs made that up. */
function countLeftOut(
  { properties }: Component,
  known: ReadonlySet<string>,
  entries: string,
  problems: Problems,
): void {
  const seen = new Set<string>();
  for (const { name, line } of properties) {
    const key = NAMED.has(name) ? name : 'others';
    if (known.has(name) || seen.has(key)) continue;
    seen.add(key);
    const what = NAMED.has(name) ? name : `What programs add to the format, such as ${name},`;
    problems.count(`${key} of ${entries}`, (count) => `${what} was left out ${inEntries(count, entries)}`, {
      line,
      path: name,
    });
  }
}

function uidOf(event: Component): string {
  return (property(event, 'UID')?.value.trim() ?? '').replace(OWN_UID, '');
}

/** What names the instances that a file changes one by one, by the events' ids. */
function changesOf(events: readonly Component[]): Map<string, Property[]> {
  const changes = new Map<string, Property[]>();
  for (const event of events) {
    const change = property(event, 'RECURRENCE-ID');
    if (change === undefined) continue;
    const uid = uidOf(event);
    const own = changes.get(uid);
    if (own === undefined) changes.set(uid, [change]);
    else own.push(change);
  }
  return changes;
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
  readonly clocks: Clocks;
  readonly lane: string | undefined;
  readonly changed: readonly Property[];
  /** How many instances there is still room for, at least one. */
  readonly room: number;
}

/** Adds an event and its instances. @returns how many were added beyond the first. */
function addEvent(draft: DraftBuilder, event: Component, context: Context): number {
  const { problems } = draft;
  const { clocks, row } = context;
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
  if (text('STATUS').trim().toUpperCase() === 'TENTATIVE')
    problems.count(
      'tentative',
      (count) => `Events that are tentative were imported as any others, ${inEntries(count)}`,
      { line },
    );
  countLeftOut(event, OF_EVENTS, 'events', problems);

  const startProperty = property(event, 'DTSTART');
  const first = firstInstance(event, clocks, problems);
  if (first === null)
    problems.add(
      startProperty === undefined
        ? 'The event has no date'
        : `The date ${excerpt(startProperty.value)} is none that iCalendar knows; the event has no date`,
      { line: startProperty?.line ?? line, path: 'DTSTART' },
    );
  const categories = propertiesOf(event, 'CATEGORIES').flatMap(({ value }) => entriesOf(value));
  const [category, ...tags] = categories;
  const addresses = ['URL', 'ATTACH', 'CONFERENCE'].flatMap((name) =>
    propertiesOf(event, name).flatMap(({ value }) => (value.trim() === '' ? [] : [unescaped(value).trim()])),
  );
  const good = addresses.filter(isAddress);
  if (good.length < addresses.length)
    problems.count(
      'attach',
      (count) =>
        `Attachments and links that are no web addresses were left out ${inEntries(count, 'events')}`,
      { line },
    );
  const exact = property(event, EXACT)?.value.trim();
  const people = ['ORGANIZER', 'ATTENDEE'].flatMap((name) => propertiesOf(event, name));
  if (people.some(saysMore))
    problems.count(
      'people',
      (count) =>
        `The addresses of those who take part, and what they answered, were left out ${inEntries(count, 'events')}`,
      { line: people.find(saysMore)?.line },
    );
  const uid = uidOf(event);
  const found: Found = {
    row,
    where: { line },
    id: uid === '' ? undefined : uid,
    title: text('SUMMARY'),
    description: [
      text('DESCRIPTION'),
      ...propertiesOf(event, 'COMMENT')
        .map(({ value }) => unescaped(value))
        // Export says in words what its own property says.
        .filter((words) => exact === undefined || !words.startsWith(DATE_IN_WORDS)),
    ]
      .filter((words) => words !== '')
      .join('\n'),
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
  if (first === null) {
    draft.add(found);
    return 0;
  }
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
      id: instanceId(uid, (momentIn(change, clocks) ?? first.start).day),
      date: dateOf(first, problems, line),
    });
    return 0;
  }
  const all = instancesOf(event, first, context.changed, context.room, clocks, problems);
  if (all.length === 0) {
    draft.skip();
    problems.add('All instances of the event are excepted; it was left out', { line });
    return 0;
  }
  for (const one of all)
    draft.add({
      ...found,
      ...(all.length > 1 && { id: instanceId(uid, one.start.day) }),
      date: dateOf(one, problems, line),
    });
  return all.length - 1;
}

const ROLES: ReadonlyMap<string, string> = new Map([
  ['CHAIR', 'chair'],
  ['OPT-PARTICIPANT', 'optional'],
  ['NON-PARTICIPANT', 'for information'],
]);

/** Whether somebody who takes part has an address beside a name, or has answered. */
function saysMore({ parameters, value }: Property): boolean {
  const answer = parameters.get('PARTSTAT')?.toUpperCase() ?? 'NEEDS-ACTION';
  return (parameters.has('CN') && /^mailto:./i.test(value)) || answer !== 'NEEDS-ACTION';
}

function participantsIn(
  event: Component,
  name: string,
  usual: string | undefined,
): { name: string; role: string | undefined }[] {
  return propertiesOf(event, name).map(({ parameters, value }) => ({
    name: parameters.get('CN') ?? value.replace(/^mailto:/i, ''),
    role: usual ?? ROLES.get(parameters.get('ROLE')?.toUpperCase() ?? ''),
  }));
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
