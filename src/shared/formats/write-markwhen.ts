// Writes a document as Markwhen 1.x: a heading for each lane, a line for each event.
import type { TimelineEvent } from '../document/event.ts';
import type { Draft, Written } from './format.ts';
import { counted, countLosses, lossesOf, type Feature, type LossCounter } from './losses.ts';
import { inParts, type DateInParts, type Parts } from './written-date.ts';

/** What stands before a line of text that would else be read as something else; reading takes it off. */
export const GUARD = '· ';
/** A character that nobody sees, within what would else be a tag, a link or a check box; reading takes it off. */
const UNSEEN = '\u2060';
/** What it stands in: a tag, a link, and a check box or list at the start of a line. */
const MARKS = /(?<=(?:^|\s)#)(?=[\p{L}\p{N}_-])|(?<=\])(?=\()|^(?=\[)/gu;
const GUARDED_MARKS = new RegExp(`(?<=#|\\]|^)${UNSEEN}(?=[\\p{L}\\p{N}_([-])`, 'gu');

/** A line of text of which Markwhen obeys nothing. */
function inert(text: string): string {
  return text.replace(MARKS, UNSEEN);
}

/** A line of text as it was before export guarded its marks. */
export function withoutGuards(text: string): string {
  return text.replace(GUARDED_MARKS, '');
}

/** The property that holds a date which the format itself cannot say. */
export const EXACT = 'edtf';

const HOLDS: readonly Feature[] = [
  ...(['title', 'subtitle', 'description', 'place', 'tags', 'sources', 'source titles'] as const),
  ...(['lanes', 'lane order', 'ids'] as const),
];

/** Lines that begin an event, a heading, a group, a property or a comment. */
const SPECIAL =
  /^\s*(?:#|\/\/|[\d!]|-?\d|(?:section|group|end|endsection|endgroup|now|after|before|by|_-_-_|· )|\p{L}{3,}\.? \d|[A-Za-z][\w-]{0,40}:)/iu;

/** Writes Markwhen. */
export async function writeMarkwhen(draft: Draft): Promise<Written> {
  const losses = countLosses();
  const byLane = new Map<string, string[]>(draft.lanes.map(({ id }) => [id, []]));
  for (const event of draft.events) {
    const when = inParts(event.date);
    if (when !== null) byLane.get(event.lane)?.push(...linesOf(event, when, losses));
  }
  const lines = [
    `title: ${valueOf(draft.title)}`,
    ...(draft.subtitle === undefined ? [] : [`description: ${valueOf(draft.subtitle)}`]),
    '',
    ...draft.lanes.flatMap(({ id, title }) => {
      const own = byLane.get(id) ?? [];
      return own.length === 0 ? [] : [`# ${inert(title)}`, '', ...own];
    }),
  ];
  return Promise.resolve({
    bytes: new TextEncoder().encode(`${lines.join('\n').trimEnd()}\n`),
    losses: [...lossesOf(draft, HOLDS), ...losses.list()],
  });
}

/** A value of the head, in YAML: quoted unless it can be nothing but text. */
function valueOf(text: string): string {
  const isPlain =
    /^\p{L}[\p{L}\p{N} ,.;()’–-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|nan)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}

/** An entry of a list in brackets. */
function entryOf(text: string): string {
  return /^[\p{L}\p{N}_-][\p{L}\p{N}_ -]*$/u.test(text) ? text : JSON.stringify(text);
}

function linesOf(event: TimelineEvent, when: DateInParts, losses: LossCounter): string[] {
  const range = rangeOf(when);
  if (range === null) {
    losses.count(
      'no bound',
      (count) =>
        `${counted(count, 'event')} with neither a known start nor end ${count === 1 ? 'is' : 'are'} left out`,
    );
    return [];
  }
  if (!isWhole(when))
    losses.count(
      'inexact',
      (count) =>
        `Markwhen shows the bounds of the date alone in ${counted(count, 'event')}; Dateline reads them back whole`,
    );
  const { id, title, place, tags = [], description, sources } = event;
  const body = description === undefined ? [] : description.trim().split('\n');
  if ([title, ...(place === undefined ? [] : [place]), ...body].some((line) => inert(line) !== line))
    losses.count(
      'marks',
      (count) =>
        `Tags, links and boxes that are mere text get a character that nobody sees in ${counted(count, 'event')}`,
    );
  if (sources.some(({ title: name }) => /[[\]]/.test(name)))
    losses.count(
      'brackets',
      (count) => `Brackets in the titles of sources become round ones in ${counted(count, 'event')}`,
    );
  const guarded = body.filter((line) => SPECIAL.test(line)).length;
  if (guarded > 0)
    losses.count(
      'guard',
      (count) => `Lines that would begin another event get a “·” before them in ${counted(count, 'event')}`,
    );
  return [
    `${range}: ${inert(title)}`,
    `id: ${id}`,
    ...(place === undefined ? [] : [`location: ${inert(place)}`]),
    ...(tags.length === 0 ? [] : [`tags: [${tags.map(entryOf).join(', ')}]`]),
    ...(isWhole(when) ? [] : [`${EXACT}: "${when.date.edtf}"`]),
    ...body.map((line) => (SPECIAL.test(line) ? GUARD : '') + inert(line)),
    ...sources.map(
      ({ title: name, address }) =>
        `${GUARD}[${name.replace(/[[\]]/g, (sign) => (sign === '[' ? '(' : ')'))}](${address.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))})`,
    ),
    '',
  ];
}

/** Whether Markwhen says all of a date: no doubt, no open end, no time without seconds, and before our era no months. */
function isWhole({ exact, start, end }: DateInParts): boolean {
  const isPlain = (parts: Parts | null): boolean =>
    parts === null ||
    (parts.time === undefined && ((parts.year > 0 && parts.year <= 9_999) || parts.month === undefined));
  return exact && isPlain(start) && isPlain(end);
}

function rangeOf({ start, end }: DateInParts): string | null {
  const from = start ?? end;
  if (from === null) return null;
  if (start === null || end === null) return partsIn(from);
  const isPlain = from.year > 0 && end.year > 0;
  return isPlain ? `${partsIn(from)} / ${partsIn(end)}` : `${partsIn(from)} - ${partsIn(end)}`;
}

function partsIn({ year, month, day, time }: Parts): string {
  if (year <= 0) return `${1 - year} BCE`;
  if (year > 9_999) return `${year} CE`;
  const two = (number: number): string => String(number).padStart(2, '0');
  const date = [
    String(year).padStart(4, '0'),
    ...[month, day].flatMap((part) => (part === undefined ? [] : [two(part)])),
  ].join('-');
  return time === undefined ? date : `${date}T${time.length === 5 ? `${time}:00` : time}Z`;
}
