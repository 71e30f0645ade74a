// Writes a document for The Timeline Project, whose own reader takes elements in one order alone and no attributes.
import { DAY, dayOf, instantOf } from '../dates/calendar.ts';
import { calendarDatesIn, partsOf } from '../dates/event-date.ts';
import type { TimelineEvent } from '../document/event.ts';
import { PALETTE } from '../document/lane-colours.ts';
import { ERAS } from './draft.ts';
import type { Draft, Written } from './format.ts';
import { counted, countLosses, lossesOf, type Feature, type LossCounter } from './losses.ts';
import { clockOf } from './spans.ts';
import { escapeXml } from './xml.ts';
import { hasTime, hasZone, inParts, withoutZone, type DateInParts } from './written-date.ts';

const HOLDS: readonly Feature[] = [
  'description',
  'place',
  'participants',
  'tags',
  'sources',
  'lanes',
  'lane order',
  'empty lanes',
  'colours',
];
const VERSION = '2.5.0';
/** The first day that the program shows. */
const EARLIEST = instantOf(-4713);
/** The program's own grey, for lanes without a colour. */
export const PLAIN_COLOUR = '200,200,200';

/** The colours of the palette in the light theme, as the renderer's tokens have them. */
export const PALETTE_COLOURS: Readonly<Record<(typeof PALETTE)[number], string>> = {
  plum: '#8a2459',
  blue: '#2743c8',
  teal: '#14766a',
  orange: '#b0500f',
  olive: '#4f6d12',
  violet: '#6b3bb5',
  cyan: '#1d6a8a',
  red: '#a32b2b',
};

/** Writes XML of The Timeline Project. */
export async function writeTimelineProject(draft: Draft): Promise<Written> {
  const losses = countLosses();
  const names = namesOf(draft);
  const eras: string[] = [];
  const events: string[] = [];
  const span = { start: Infinity, end: -Infinity };
  for (const event of draft.events) {
    const when = inParts(event.date);
    if (when === null) continue;
    const times = timesOf(when, losses);
    if (times === null) continue;
    span.start = Math.min(span.start, times.from);
    span.end = Math.max(span.end, times.to);
    const isEra = names.get(event.lane) === ERAS && isPlain(event) && times.isRun;
    if (isEra)
      eras.push(
        element('era', [
          tag('name', event.title),
          tag('start', times.start),
          tag('end', times.end),
          tag('color', PLAIN_COLOUR),
          ...(times.endsToday ? [tag('ends_today', 'True')] : []),
        ]),
      );
    else events.push(eventOf(event, times, names.get(event.lane) ?? ''));
  }
  const categories = draft.lanes.flatMap(({ id, colour }) => {
    const name = names.get(id) ?? '';
    return name === ERAS ? [] : [element('category', [tag('name', name), tag('color', colourOf(colour))])];
  });
  const period = span.start < span.end ? span : { start: instantOf(1900), end: instantOf(2000) };
  const xml = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<timeline>',
    tag('version', VERSION),
    tag('timetype', 'gregoriantime'),
    ...(eras.length > 0 ? [element('eras', eras)] : []),
    element('categories', categories),
    element('events', events),
    element('view', [
      element('displayed_period', [tag('start', timeOf(period.start)), tag('end', timeOf(period.end))]),
      element('hidden_categories', []),
    ]),
    '</timeline>',
    '',
  ].join('\n');
  const other = draft.events.filter(
    ({ place, participants }) => place !== undefined || participants.length > 0,
  ).length;
  const spaced = draft.events.filter(({ tags }) => tags?.some((one) => /\s/.test(one)) === true).length;
  return Promise.resolve({
    bytes: new TextEncoder().encode(xml),
    losses: [
      ...lossesOf(draft, HOLDS),
      ...(other > 0
        ? [`Places and participants stand in the description of ${counted(other, 'event')}`]
        : []),
      ...(spaced > 0 ? [`Spaces in tags become underscores in ${counted(spaced, 'event')}`] : []),
      ...losses.list(),
    ],
  });
}

/** The names of categories, which are unique. */
function namesOf({ lanes }: Draft): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    lanes.map(({ id, title }) => {
      let name = title;
      for (let count = 2; taken.has(name); count += 1) name = `${title} (${count})`;
      taken.add(name);
      return [id, name];
    }),
  );
}

function isPlain({ description, place, tags, participants, sources }: TimelineEvent): boolean {
  return (
    [description, place, tags].every((field) => field === undefined) &&
    participants.length + sources.length === 0
  );
}

interface Times {
  readonly start: string;
  readonly end: string;
  readonly from: number;
  readonly to: number;
  readonly isRun: boolean;
  readonly fuzzyStart: boolean;
  readonly fuzzyEnd: boolean;
  readonly endsToday: boolean;
}

/** The times of a date; `null` if the format has none for it, which is counted. */
function timesOf(when: DateInParts, losses: LossCounter): Times | null {
  const { date } = when;
  const known = calendarDatesIn(partsOf(date));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return null;
  const bounds = {
    start: Number.isFinite(date.start) ? date.start : first.start,
    end: Number.isFinite(date.end) ? date.end : last.end,
  };
  if (bounds.start < EARLIEST) {
    losses.count(
      'too early',
      (count) =>
        `${counted(count, 'event')} before 4714 BCE ${count === 1 ? 'is' : 'are'} left out; the program does not show ${count === 1 ? 'it' : 'them'}`,
    );
    return null;
  }
  const timed = hasTime(date);
  if (timed && hasZone(date.edtf)) losses.count('zones', withoutZone);
  const isDay = date.form === 'single' && date.date.precision === 'day';
  const endsOpen = date.end === Infinity;
  const startsOpen = date.start === -Infinity;
  const isSet = date.form === 'one-of' || date.form === 'all-of';
  if (startsOpen || isSet)
    losses.count('sets', (count) => `Open starts and sets become spans in ${counted(count, 'event')}`);
  if (date.uncertain)
    losses.count('doubt', (count) => `Uncertain dates become fuzzy ones in ${counted(count, 'event')}`);
  if (!timed && !isDay && !when.exact) losses.count('spans', coarse);
  else if (!timed && known.some(({ precision }) => precision !== 'day')) losses.count('spans', coarse);
  // A moment has no length; of days the last belongs to the event.
  const to =
    timed && date.form === 'single'
      ? bounds.start
      : timed
        ? last.precision === 'day'
          ? bounds.end
          : last.start
        : Math.max(bounds.start, bounds.end - DAY);
  const doubt = (one: { readonly uncertain: boolean; readonly approximate: boolean }): boolean =>
    one.uncertain || one.approximate;
  return {
    start: timeOf(bounds.start),
    end: timeOf(to),
    from: bounds.start,
    to: Math.max(to, bounds.start + DAY),
    isRun: to > bounds.start,
    fuzzyStart: doubt(first) || startsOpen || isSet,
    fuzzyEnd: doubt(last) || isSet,
    endsToday: endsOpen,
  };
}

const coarse = (count: number): string =>
  `Months, years and longer become the days from their first to their last in ${counted(count, 'event')}`;

/** Years are astronomical there and not padded. */
function timeOf(instant: number): string {
  const { year, month, day } = dayOf(instant);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${year}-${two(month + 1)}-${two(day)} ${clockOf(instant, true)}`;
}

function eventOf(event: TimelineEvent, times: Times, category: string): string {
  const { title, description, place, participants, tags = [], sources } = event;
  const people = participants
    .map(({ name, role }) => (role === undefined ? name : `${name} (${role})`))
    .join('; ');
  const text = [
    description,
    place === undefined ? undefined : `Place: ${place}`,
    people === '' ? undefined : `Participants: ${people}`,
  ]
    .filter((part) => part !== undefined)
    .join('\n');
  return element('event', [
    tag('start', times.start),
    tag('end', times.end),
    // A text that begins with a bracket would be a container or a part of one.
    tag('text', /^[[(]/.test(title) ? ` ${title}` : title),
    ...(times.fuzzyStart ? [tag('fuzzy_start', 'True')] : []),
    ...(times.fuzzyEnd ? [tag('fuzzy_end', 'True')] : []),
    tag('locked', 'False'),
    tag('ends_today', times.endsToday ? 'True' : 'False'),
    ...(category === '' || category === ERAS ? [] : [tag('category', category)]),
    ...(text === '' ? [] : [tag('description', text)]),
    ...(tags.length === 0 ? [] : [tag('labels', tags.map((one) => one.replace(/\s+/g, '_')).join(' '))]),
    ...(sources.length === 0
      ? []
      : [tag('hyperlink', sources.map(({ address }) => address.replace(/;/g, '%3B')).join(';'))]),
  ]);
}

function tag(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function element(name: string, children: readonly string[]): string {
  return children.length === 0 ? `<${name}></${name}>` : `<${name}>\n${children.join('\n')}\n</${name}>`;
}

function colourOf(colour: string | undefined): string {
  if (colour === undefined) return PLAIN_COLOUR;
  const named = PALETTE.find((name) => name === colour);
  const hex = named === undefined ? colour : PALETTE_COLOURS[named];
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(',');
}
