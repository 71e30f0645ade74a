// The edits of events: each reads the document and returns what is to change. Pure.
import { excerpt } from '../../excerpt.ts';
import { grouped } from '../../in-words.ts';
import { failure, type Failed } from '../../result.ts';
import { atOnce } from '../../slices.ts';
import type { PlacedDocument } from '../document.ts';
import { eventsInWords } from '../event-label.ts';
import type { TimelineEvent } from '../event.ts';
import { LIMITS } from '../limits.ts';
import type { Change, Edit, EventChange } from './change.ts';
import { idFor } from './ids.ts';
import { noteChanges } from './notes.ts';
import { changedEventJson, newEventJson, type EventFields } from './records.ts';

/**
 * Why a document has no room for some more events, or `null` where it has.
 *
 * @param advice a sentence that says what to do instead, if anything.
 */
export function noRoomFor(
  { events }: Pick<PlacedDocument, 'events'>,
  count: number,
  advice?: string,
): Failed | null {
  if (events.count + count <= LIMITS.events) return null;
  const fact = `A document holds ${grouped(LIMITS.events)} events, and ${eventsInWords(count)} more ${count === 1 ? 'does' : 'do'} not fit.`;
  return failure('events-too-many', advice === undefined ? fact : `${fact} ${advice}`);
}

/** An edit that adds events. @param name default “Add” with the title or the number of events. */
export function addEvents(events: readonly TimelineEvent[], name = `Add ${named(events)}`): Edit {
  return { name, changes: events.map(addedEvent) };
}

/** The change that adds an event. */
export function addedEvent(event: TimelineEvent): EventChange {
  return { kind: 'event', id: event.id, before: null, after: newEventJson(event) };
}

/**
 * An edit that gives some events new values in some fields.
 *
 * @param rows of the events.
 * @param fields the new values of one event; see {@link changedEventJson}.
 * @param what what is changed, as in “Change date of “SCO summit””; of a whole name, see `name`.
 * @returns the edit, or `null` if nothing changes.
 */
export function changeEvents(
  document: Pick<PlacedDocument, 'events'>,
  rows: Iterable<number>,
  fields: (event: TimelineEvent) => Partial<EventFields>,
  name: (whose: string) => string,
  merge?: string,
): Edit | null {
  return atOnce(changingEvents(document, [...rows], fields, name, merge));
}

/** The same, an event at a time. Yields how much is done, from 0 to 1. */
export function* changingEvents(
  { events }: Pick<PlacedDocument, 'events'>,
  rows: readonly number[],
  fields: (event: TimelineEvent) => Partial<EventFields>,
  name: (whose: string) => string,
  merge?: string,
): Generator<number, Edit | null> {
  const changes: Change[] = [];
  const changed: TimelineEvent[] = [];
  for (const [place, row] of rows.entries()) {
    yield place / rows.length;
    const made = changeEvent({ events }, row, fields);
    if (made === null) continue;
    changes.push(made.change);
    changed.push(made.event);
  }
  return changes.length === 0 ? null : { name: name(named(changed)), changes, merge };
}

/** The change that gives an event new values in some fields, and the event before; `null` if nothing changes, or there is none. */
export function changeEvent(
  { events }: Pick<PlacedDocument, 'events'>,
  row: number,
  fields: (event: TimelineEvent) => Partial<EventFields>,
): { readonly change: EventChange; readonly event: TimelineEvent } | null {
  const [event, before] = [events.read(row), events.textAt(row)];
  if (event === undefined || before === undefined) return null;
  const after = changedEventJson(before, fields(event));
  return after === before ? null : { change: { kind: 'event', id: event.id, before, after }, event };
}

/** An edit that removes events, also from the notes that name them; `null` if there are none. */
export function removeEvents(
  document: Pick<PlacedDocument, 'events' | 'notes'>,
  rows: Iterable<number>,
  verb = 'Delete',
): Edit | null {
  return atOnce(removingEvents(document, [...rows], verb));
}

/** The same, an event at a time. Yields how much is done, from 0 to 1. */
export function* removingEvents(
  document: Pick<PlacedDocument, 'events' | 'notes'>,
  rows: readonly number[],
  verb = 'Delete',
): Generator<number, Edit | null> {
  const removed: TimelineEvent[] = [];
  const changes: Change[] = [];
  for (const [place, row] of rows.entries()) {
    yield place / rows.length;
    const [event, before] = [document.events.read(row), document.events.textAt(row)];
    if (event === undefined || before === undefined) continue;
    removed.push(event);
    changes.push({ kind: 'event', id: event.id, before, after: null });
  }
  if (removed.length === 0) return null;
  const ids = new Set(removed.map(({ id }) => id));
  const notes = noteChanges(document, (note) =>
    note.events.some((id) => ids.has(id))
      ? { ...note, events: note.events.filter((id) => !ids.has(id)) }
      : note,
  );
  return { name: `${verb} ${named(removed)}`, changes: [...notes, ...changes] };
}

/** One event by its title, several by their number: “SCO summit”, 3 events. */
export function named(events: readonly Pick<TimelineEvent, 'title'>[]): string {
  const [event] = events;
  return events.length === 1 && event !== undefined
    ? excerpt(event.title, 40)
    : `${grouped(events.length)} events`;
}

/**
 * An id that no event of the document has.
 *
 * @param title from which it is made, so that a reader of the file recognises it.
 * @param taken further ids that are not free.
 * @param counters for many ids, so that many events of one title take no longer than others; see `freeIdOf`.
 */
export function freeId(
  { rowOf }: { readonly rowOf: (id: string) => unknown },
  title: string,
  taken: ReadonlySet<string> = new Set(),
  counters?: Map<string, number>,
): string {
  return idFor(title, 'event', (id) => taken.has(id) || rowOf(id) !== null, counters);
}
