// Writes a document as Markwhen 1.x: a heading for each lane, a line for each event.
import type { TimelineEvent } from '../document/event.ts';
import type { Draft, Written } from './format.ts';
import { counted, countLosses, lossesOf, type Feature, type LossCounter } from './losses.ts';
import { inParts, type DateInParts, type Parts } from './written-date.ts';

/** What stands before a line of text that would else be read as something else; reading takes it off. */
export const GUARD = '· ';
/** The property that holds a date which the format itself cannot say. */
export const EXACT = 'edtf';

const HOLDS: readonly Feature[] = ['title', 'description', 'place', 'tags', 'sources', 'lanes', 'subtitle'];

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
    `title: ${oneLineOf(draft.title)}`,
    ...(draft.subtitle === undefined ? [] : [`description: ${oneLineOf(draft.subtitle)}`]),
    '',
    ...draft.lanes.flatMap(({ id, title }) => {
      const own = byLane.get(id) ?? [];
      return own.length === 0 ? [] : [`# ${title}`, '', ...own];
    }),
  ];
  return Promise.resolve({
    bytes: new TextEncoder().encode(`${lines.join('\n').trimEnd()}\n`),
    losses: [...lossesOf(draft, HOLDS), ...losses.list()],
  });
}

/** A value of the head, quoted where it could be read as more than text. */
function oneLineOf(text: string): string {
  return /^["'[{#&*!|>%@`]|: | #/.test(text) && !text.includes('"') ? `"${text}"` : text;
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
  const body = (description ?? '').split('\n').filter((line) => line.trim() !== '');
  const guarded = body.filter((line) => SPECIAL.test(line)).length;
  if (guarded > 0)
    losses.count(
      'guard',
      (count) => `Lines that would begin another event get a “·” before them in ${counted(count, 'event')}`,
    );
  return [
    `${range}: ${title}`,
    `id: ${id}`,
    ...(place === undefined ? [] : [`location: ${place}`]),
    ...(tags.length === 0 ? [] : [`tags: [${tags.map((tag) => tag.replace(/[,[\]]/g, ' ')).join(', ')}]`]),
    ...(isWhole(when) ? [] : [`${EXACT}: "${when.date.edtf}"`]),
    ...body.map((line) => (SPECIAL.test(line) ? GUARD + line : line)),
    ...sources.map(
      ({ title: name, address }) =>
        `${GUARD}[${name.replace(/[[\]]/g, ' ')}](${address.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))})`,
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
