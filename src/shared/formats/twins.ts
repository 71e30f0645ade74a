// Finds the events of an import that a document may have already: those with the same id, or with the same date and the same or a similar title. Pure.
import type { PlacedDocument } from '../document/document.ts';
import type { AnyEvent, TimelineEvent } from '../document/event.ts';
import type { EventTable } from '../document/table.ts';
import { likeness, type Telling } from '../drafting/alike.ts';
import { slugOf } from './draft.ts';

/** Why two events may be one: the source's own id, the same title, or one that is like it. The surest first. */
export const TWIN_KINDS = ['id', 'title', 'like'] as const;

/** Why two events may be one. */
export type TwinKind = (typeof TWIN_KINDS)[number];

/** An event of an import, and the one that it may be. */
export interface Twin {
  /** Its row among those of the import. */
  readonly at: number;
  /** The row of the other in the document. */
  readonly row: number;
  readonly kind: TwinKind;
}

/** Of so many events that begin at the same instant, only equal titles are compared. */
const MOST_COMPARED = 50;

/**
 * Finds the twins of an import, in its order; each event has at most one. Yields how much has been looked at, from 0 to 1.
 *
 * @param imported the events of the import.
 */
export function* findTwins(
  { events: known }: Pick<PlacedDocument, 'events'>,
  imported: EventTable,
): Generator<number, Twin[]> {
  const { starts } = imported.columns;
  const candidates = yield* rowsByStart(known, new Set(starts));
  const twins: Twin[] = [];
  for (let at = 0; at < imported.rowCount; at += 1) {
    const event = imported.read(at);
    const twin = event === undefined ? null : twinOf(event, known, candidates.get(starts[at] ?? NaN));
    if (twin !== null) twins.push({ at, ...twin });
    yield 0.5 + at / imported.rowCount / 2;
  }
  return twins;
}

function twinOf(event: AnyEvent, known: EventTable, begun: Begun | undefined): Omit<Twin, 'at'> | null {
  const byId = isOfSource(event) ? known.rowOf(event.id) : null;
  if (byId !== null) return { row: byId, kind: 'id' };
  if (begun === undefined) return null;
  const same = begun.byTitle.get(plainTitle(event.title));
  if (same !== undefined) return { row: same, kind: 'title' };
  if (event.when === undefined || begun.rows.length > MOST_COMPARED) return null;
  const telling = tellingOf(event);
  let [best, most] = [-1, 0];
  begun.tellings ??= begun.rows.map((row) => tellingOf(known.read(row)));
  for (const [place, row] of begun.rows.entries()) {
    const other = begun.tellings[place];
    const alike = other === undefined ? 0 : likeness(telling, other);
    if (alike > most) [best, most] = [row, alike];
  }
  return best < 0 ? null : { row: best, kind: 'like' };
}

function tellingOf(event: AnyEvent | undefined): Telling {
  const { title = '', when = null, participants = [] } = event ?? {};
  return { title, when, people: participants.map(({ name }) => name) };
}

/** The events that begin at an instant. */
interface Begun {
  readonly rows: number[];
  /** The first of them by each plain title. */
  readonly byTitle: Map<string, number>;
  /** What is told of each, once it is compared. */
  tellings?: readonly Telling[];
}

/** The events that begin when some event of the import does; those without a date stand under `NaN`. */
function* rowsByStart(known: EventTable, wanted: ReadonlySet<number>): Generator<number, Map<number, Begun>> {
  const found = new Map<number, Begun>();
  const { starts } = known.columns;
  for (let row = 0; row < known.rowCount; row += 1) {
    if (row % STEP === 0) yield row / known.rowCount / 2;
    const start = starts[row] ?? NaN;
    const event = wanted.has(start) ? known.read(row) : undefined;
    if (event === undefined) continue;
    const begun: Begun = found.get(start) ?? { rows: [], byTitle: new Map<string, number>() };
    found.set(start, begun);
    begun.rows.push(row);
    const title = plainTitle(event.title);
    if (!begun.byTitle.has(title)) begun.byTitle.set(title, row);
  }
  return found;
}

/** So many rows are looked at between two looks at the clock. */
const STEP = 64;

/** Whether an id comes from the file: one made of the title or of a row says nothing. */
function isOfSource({ id, title }: TimelineEvent): boolean {
  if (/^event-\d+(?:-\d+)?$/.test(id)) return false;
  const made = slugOf(title);
  return made === '' || !id.startsWith(made);
}

/** A title in small letters, without signs. */
function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
