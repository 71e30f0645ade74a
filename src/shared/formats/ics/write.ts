// Writes a document as iCalendar: days and times as they are, and all else as its days, with the whole date beside it.
import { DAY, dayOf } from '../../dates/calendar.ts';
import type { TimelineEvent } from '../../document/event.ts';
import { hashOf } from '../../document/hash.ts';
import type { Draft, Written } from '../format.ts';
import { counted, countLosses, lossesOf, type Feature, type LossCounter } from '../losses.ts';
import { hasTime, hasZone, inParts, type DateInParts } from '../written-date.ts';

/** The property that holds a date which the format itself cannot say. */
export const EXACT = 'X-DATELINE-DATE';
/** What begins the comment that says the same in words. */
export const DATE_IN_WORDS = 'Date: ';
/** What export adds to ids, so that those of two documents differ in one calendar. */
export const OWN_UID = /@[0-9a-f]{8}\.dateline$/;

const HOLDS: readonly Feature[] = [
  'title',
  'description',
  'place',
  'participants',
  'tags',
  'sources',
  'lanes',
  'ids',
];
/** A fold may come after so many bytes. */
const LONGEST_LINE = 75;

/** Writes iCalendar. */
export async function writeIcs(draft: Draft): Promise<Written> {
  const losses = countLosses();
  const titles = new Map(draft.lanes.map(({ id, title }) => [id, title]));
  const home = hashOf(draft.title).toString(16).padStart(8, '0');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dateline//Dateline//EN',
    `X-WR-CALNAME:${escaped(draft.title)}`,
  ];
  for (const event of draft.events) {
    const when = inParts(event.date);
    if (when === null) continue;
    const times = timesOf(when, losses);
    if (times !== null) lines.push(...eventOf(event, when, times, titles.get(event.lane) ?? '', home));
  }
  lines.push('END:VCALENDAR', '');
  const roles = draft.events
    .flatMap(({ participants }) => participants)
    .filter(({ role }) => role !== undefined && role !== 'organizer');
  return Promise.resolve({
    bytes: new TextEncoder().encode(lines.map(folded).join('\r\n')),
    losses: [
      ...lossesOf(draft, HOLDS),
      ...(roles.length > 0 ? [`The roles of ${counted(roles.length, 'participant')} are left out`] : []),
      ...losses.list(),
    ],
  });
}

interface Times {
  readonly lines: readonly string[];
  /** Whether they say all that the date says. */
  readonly whole: boolean;
}

/** The times of a date; `null` if the format has none for it, which is counted. */
function timesOf({ date, exact, start, end }: DateInParts, losses: LossCounter): Times | null {
  const first = Number.isFinite(date.start) ? date.start : Number.isFinite(date.end) ? date.end - DAY : null;
  const last = Number.isFinite(date.end) ? date.end : first === null ? null : first + DAY;
  if (first === null || last === null) return null;
  if (dayOf(first).year < 1 || dayOf(last).year > 9_999) {
    losses.count(
      'years',
      (count) =>
        `${counted(count, 'event')} before 1 CE or after 9999 ${count === 1 ? 'is' : 'are'} left out; calendars do not reach there`,
    );
    return null;
  }
  const isTimed = hasTime(date) && start?.time !== undefined && (end === null || end.time !== undefined);
  if (isTimed) {
    const stop = date.form === 'interval' && typeof date.to !== 'string' ? date.to.start : null;
    const [from = '', to] = date.edtf.split('/');
    const isMinute = !/T\d\d:\d\d:\d\d/.test(date.edtf);
    if (isMinute) losses.count('minutes', (count) => `Times get seconds in ${counted(count, 'event')}`);
    return {
      lines: [
        `DTSTART:${momentIn(first, from)}`,
        ...(stop === null ? [] : [`DTEND:${momentIn(stop, to ?? from)}`]),
      ],
      whole: false,
    };
  }
  const isDays =
    exact &&
    start?.day !== undefined &&
    start.time === undefined &&
    (end === null || (end.day !== undefined && end.time === undefined));
  if (!isDays)
    losses.count(
      'spans',
      (count) =>
        `Months, years, doubt and open ends become days in ${counted(count, 'event')}, for other programs; Dateline reads them back whole`,
    );
  return {
    lines: [`DTSTART;VALUE=DATE:${dayIn(first)}`, `DTEND;VALUE=DATE:${dayIn(Math.max(last, first + DAY))}`],
    whole: isDays,
  };
}

function eventOf(
  event: TimelineEvent,
  when: DateInParts,
  times: Times,
  lane: string,
  home: string,
): string[] {
  const { id, title, description, place, tags = [], participants, sources } = event;
  const [url, ...more] = sources;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(id)}@${home}.dateline`,
    // The format wants a time of writing; the same document gives the same file.
    'DTSTAMP:19700101T000000Z',
    ...times.lines,
    ...(times.whole ? [] : [`${EXACT}:${when.date.edtf}`]),
    `SUMMARY:${escaped(title)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(times.whole || when.exact ? [] : [`COMMENT:${escaped(DATE_IN_WORDS + when.words)}`]),
    `CATEGORIES:${[lane, ...tags].map(escaped).join(',')}`,
    ...(place === undefined ? [] : [`LOCATION:${escaped(place)}`]),
    ...participants.map(({ name, role }) =>
      role === 'organizer'
        ? `ORGANIZER;CN=${quoted(name)}:invalid:nomail`
        : `ATTENDEE;CN=${quoted(name)}:invalid:nomail`,
    ),
    ...(url === undefined ? [] : [`URL:${url.address}`]),
    ...more.map(({ address }) => `ATTACH:${address}`),
    'END:VEVENT',
  ];
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** A parameter, whose quotation marks are written as RFC 6868 says. */
function quoted(text: string): string {
  return `"${text.replace(/\^/g, '^^').replace(/"/g, "^'")}"`;
}

/** A moment in UTC, or in no zone if its date names none. */
function momentIn(instant: number, edtf: string): string {
  const written = new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '');
  return hasZone(edtf) ? `${written}Z` : written;
}

function dayIn(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10).replace(/-/g, '');
}

/** Folds a line by bytes, never within a letter. */
function folded(line: string): string {
  if (line.length < LONGEST_LINE / 3) return line;
  const encoder = new TextEncoder();
  const pieces: string[] = [];
  let piece = '';
  let size = 0;
  for (const letter of line) {
    const bytes = encoder.encode(letter).length;
    if (size + bytes > LONGEST_LINE) {
      pieces.push(piece);
      [piece, size] = ['', 1];
    }
    piece += letter;
    size += bytes;
  }
  return [...pieces, piece].join('\r\n ');
}
