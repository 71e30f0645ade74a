// Writes a document as items and groups of vis-timeline, with what these cannot hold beside it in a key of our own.
import { instantOf } from '../dates/calendar.ts';
import type { TimelineEvent } from '../document/event.ts';
import type { Draft, Written } from './format.ts';
import { escapeHtml } from './html.ts';
import { counted, countLosses, lossesOf, type Feature } from './losses.ts';
import { inParts, hasTime } from './written-date.ts';

/** A key of our own in an item, which vis-timeline ignores: what its fields cannot hold. */
export const OWN_KEY = 'dateline';

const HOLDS: readonly Feature[] = [
  ...(['undated', 'label', 'description', 'place', 'participants', 'tags', 'importance', 'dating'] as const),
  ...(['title', 'sources', 'source titles', 'lanes', 'lane order', 'empty lanes', 'ids'] as const),
  ...(['subtitle', 'author'] as const),
];

/** The first and last years that vis-timeline can place, whose bounds stand for open ends. */
const [FIRST, LAST] = [instantOf(-20_000), instantOf(20_000)];

/** Writes vis-timeline JSON. */
export async function writeVis(draft: Draft): Promise<Written> {
  const losses = countLosses();
  const items = draft.events.flatMap((event) => {
    const when = inParts(event.date);
    if (when === null) return [];
    const { date } = when;
    const isOpen = !Number.isFinite(date.start) || !Number.isFinite(date.end);
    if (!when.exact || isOpen)
      losses.count(
        'inexact',
        (count) =>
          `vis-timeline draws ${counted(count, 'event')} from bound to bound, without doubt or open ends; Dateline reads them back whole`,
      );
    const [start, end] = [Math.max(date.start, FIRST), Math.min(date.end, LAST)];
    const isPoint = hasTime(date) && date.form === 'single';
    return [
      {
        id: event.id,
        group: event.lane,
        content: escapeHtml(event.label ?? event.title),
        title: escapeHtml([event.title, when.words].join('\n')),
        start: iso(start),
        ...(isPoint ? { type: 'point' } : { type: 'range', end: iso(end) }),
        [OWN_KEY]: own(event),
      },
    ];
  });
  const { title, subtitle, author } = draft;
  const undated = draft.events.filter(({ date }) => date === undefined).map(own);
  const file = {
    [OWN_KEY]: { title, subtitle, author, ...(undated.length > 0 && { undated }) },
    groups: draft.lanes.map((lane, order) => ({ id: lane.id, content: escapeHtml(lane.title), order })),
    items,
  };
  return Promise.resolve({
    bytes: new TextEncoder().encode(`${JSON.stringify(file, null, 1)}\n`),
    losses: [...lossesOf(draft, HOLDS), ...losses.list()],
  });
}

/** An event without its quotes, whose articles do not travel. */
function own(event: TimelineEvent): object {
  return { ...event, evidence: undefined };
}

/** Years beyond 0 to 9999 have a sign and six digits, as ECMAScript writes them. */
function iso(instant: number): string {
  return new Date(instant)
    .toISOString()
    .replace(/T00:00:00\.000Z$/, '')
    .replace(/\.000Z$/, 'Z');
}
