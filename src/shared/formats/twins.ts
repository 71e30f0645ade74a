// Finds the events of an import that a document may have already: those with the same id, or with the same date and the same or a similar title. Pure.
import type { EventDate } from '../dates/event-date.ts';
import { parseEventDate } from '../dates/parse.ts';
import type { PlacedDocument } from '../document/document.ts';
import type { TimelineEvent } from '../document/event.ts';
import { likeness } from '../drafting/alike.ts';
import { slugOf } from './draft.ts';

/** Why two events may be one: the source's own id, the same title, or one that is like it. The surest first. */
export const TWIN_KINDS = ['id', 'title', 'like'] as const;

/** Why two events may be one. */
export type TwinKind = (typeof TWIN_KINDS)[number];

/** An event of an import, and the one that it may be. */
export interface Twin {
  /** Its place among those of the import, from 0. */
  readonly at: number;
  /** The row of the other in the document. */
  readonly row: number;
  readonly kind: TwinKind;
}

/** Of so many events that begin at the same instant, only equal titles are compared. */
const MOST_COMPARED = 50;

/**
 * The twins of an import, in its order; each event has at most one.
 *
 * @param events of the import, with sound dates.
 */
export function findTwins(
  { events: known }: Pick<PlacedDocument, 'events'>,
  events: readonly TimelineEvent[],
): Twin[] {
  const dates = events.map(({ date }) => whenOf(date));
  const candidates = rowsByStart(known, new Set(dates.map(startOf)));
  return events.flatMap((event, at): Twin[] => {
    const byId = known.rowOf(event.id);
    if (byId !== null && known.isEvent(byId) && isOfSource(event)) return [{ at, row: byId, kind: 'id' }];
    const when = dates[at] ?? null;
    const rows = candidates.get(startOf(when)) ?? [];
    const title = plainTitle(event.title);
    const same = rows.find((one) => one.title === title);
    if (same !== undefined) return [{ at, row: same.row, kind: 'title' }];
    if (when === null || rows.length > MOST_COMPARED) return [];
    const telling = { title: event.title, when, people: peopleIn(event) };
    let [best, most] = [-1, 0];
    for (const { row } of rows) {
      const other = known.at(row);
      if (other === undefined) continue;
      const alike = likeness(telling, {
        title: other.title,
        when: other.when ?? null,
        people: peopleIn(other),
      });
      if (alike > most) [best, most] = [row, alike];
    }
    return best < 0 ? [] : [{ at, row: best, kind: 'like' }];
  });
}

/** The rows that begin when some event of the import does; those without a date stand under `NaN`. */
function rowsByStart(
  known: PlacedDocument['events'],
  starts: ReadonlySet<number>,
): Map<number, { readonly row: number; readonly title: string }[]> {
  const found = new Map<number, { row: number; title: string }[]>();
  known.columns.starts.forEach((start, row) => {
    if (!starts.has(start) || !known.isEvent(row)) return;
    const entry = { row, title: plainTitle(known.at(row)?.title ?? '') };
    const others = found.get(start);
    if (others === undefined) found.set(start, [entry]);
    else others.push(entry);
  });
  return found;
}

function whenOf(date: string | undefined): EventDate | null {
  const parsed = date === undefined ? null : parseEventDate(date);
  return parsed?.ok === true ? parsed.value : null;
}

function startOf(when: EventDate | null): number {
  return when?.start ?? NaN;
}

/** Whether an id comes from the file: one made of the title or of a row says nothing. */
function isOfSource({ id, title }: TimelineEvent): boolean {
  const made = slugOf(title);
  return !(made !== '' && id.startsWith(made)) && !/^event-\d+(?:-\d+)?$/.test(id);
}

/** A title in small letters, without signs. */
function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function peopleIn({ participants }: Pick<TimelineEvent, 'participants'>): string[] {
  return participants.map(({ name }) => name);
}
