// The edit that puts an import into a document: adds its events with what they need, or merges them with those that are there. Pure.
import type { Change, Edit, EntryChange, EventChange } from '../document/edit/change.ts';
import { addedEvent, changeEvent, noRoomFor } from '../document/edit/events.ts';
import { laneTitled, newLane, withLanes } from '../document/edit/lanes.ts';
import { articleJson, noteJson, proposalJson, type EventFields } from '../document/edit/records.ts';
import type { Lane, PlacedDocument } from '../document/document.ts';
import type { TimelineEvent } from '../document/event.ts';
import { freeIdOf } from '../document/free-id.ts';
import { LIMITS } from '../document/limits.ts';
import { excerpt } from '../excerpt.ts';
import { failure, success, type Result } from '../result.ts';
import type { Twin } from './twins.ts';

/** What becomes of an event that the document may have already. */
export type TwinDecision = 'both' | 'merge' | 'skip';

/** A twin, and what is decided about it. */
export interface DecidedTwin extends Twin {
  readonly decision: TwinDecision;
}

/** The edit that makes an import, and what it does. */
export interface ImportEdit {
  readonly edit: Edit;
  readonly added: number;
  readonly merged: number;
  readonly skipped: number;
}

/**
 * Puts an imported document into another. Lanes with the same title are one, and so are articles with the same text; ids
 * that are taken get a number. What an event that is merged says stays, and gets what it lacks. Yields how much is done, from 0
 * to 1.
 *
 * @param twins those that are not named are added, and so are those whose other has gone.
 * @returns the edit; `events-too-many` or `lanes-too-many` with a sentence if the document cannot hold it.
 */
export function* importEdit(
  document: PlacedDocument,
  draft: PlacedDocument,
  twins: readonly DecidedTwin[],
  fileName: string,
): Generator<number, Result<ImportEdit>> {
  const decided = new Map(
    twins.flatMap((twin) =>
      twin.decision !== 'both' && document.events.isEvent(twin.row) ? [[twin.at, twin]] : [],
    ),
  );
  const count = draft.events.count - decided.size;
  const refused = noRoomFor(document, count, 'Open the file as a timeline of its own.');
  if (refused !== null) return refused;
  const lanes = lanesFor(document, draft);
  const articles = articlesFor(document, draft);
  const ids = new Set<string>();
  const isTaken = (id: string): boolean => ids.has(id) || document.events.rowOf(id) !== null;
  const counters = new Map<string, number>();
  /** The ids that events of the draft have in the document. */
  const known = new Map<string, string>();
  const added: EventChange[] = [];
  const merged = new Map<number, TimelineEvent[]>();
  for (let at = 0; at < draft.events.rowCount; at += 1) {
    yield at / draft.events.rowCount;
    const event = draft.events.read(at);
    if (event === undefined) continue;
    const own: TimelineEvent = {
      ...event,
      evidence: event.evidence.map((one) => ({ ...one, article: articles.idOf(one.article) })),
    };
    const twin = decided.get(at);
    if (twin === undefined) {
      const id = freeIdOf(event.id, isTaken, counters);
      ids.add(id);
      known.set(event.id, id);
      added.push(addedEvent({ ...own, id, lane: lanes.idOf(event.lane) }));
      continue;
    }
    known.set(event.id, document.events.read(twin.row)?.id ?? event.id);
    if (twin.decision !== 'merge') continue;
    const others = merged.get(twin.row);
    if (others === undefined) merged.set(twin.row, [own]);
    else others.push(own);
  }
  if (document.lanes.length + lanes.added().length > LIMITS.lanes)
    return failure(
      'lanes-too-many',
      `A document has at most ${LIMITS.lanes} lanes, and this file would add ${lanes.added().length}. Open it as a timeline of its own, or choose another column for the lane.`,
    );
  const changed: Change[] = [];
  let mergedCount = 0;
  for (const [row, others] of merged) {
    yield 1;
    mergedCount += others.length;
    const made = changeEvent(document, row, (event) => fieldsOfAll(event, others));
    if (made !== null) changed.push(made.change);
  }
  const name = `Import ${excerpt(fileName, 40)}`;
  const events = withLanes(document, lanes.added(), { name, changes: added });
  return success({
    edit: {
      name,
      changes: [
        ...articles.changes,
        ...events.changes,
        ...changed,
        ...notesOf(document, draft, known, articles.idOf),
        ...proposalsOf(document, draft, known, articles),
      ],
    },
    added: added.length,
    merged: mergedCount,
    skipped: decided.size - mergedCount,
  });
}

/** Gives each lane of a draft the one of the document with its title, or makes one once an event needs it. */
function lanesFor(
  document: Pick<PlacedDocument, 'lanes'>,
  draft: Pick<PlacedDocument, 'lanes'>,
): { readonly idOf: (id: string) => string; readonly added: () => readonly Lane[] } {
  const own = new Map(draft.lanes.map((lane) => [lane.id, lane]));
  const found = new Map<string, string>();
  const added: Lane[] = [];
  return {
    idOf(id) {
      const before = found.get(id);
      if (before !== undefined) return before;
      const { title = id, colour } = own.get(id) ?? {};
      const all = { lanes: [...document.lanes, ...added] };
      let lane = laneTitled(all, title);
      if (lane === undefined) {
        lane = { ...newLane(all, title), ...(colour !== undefined && { colour }) };
        added.push(lane);
      }
      found.set(id, lane.id);
      return lane.id;
    },
    added: () => added,
  };
}

interface Articles {
  readonly changes: readonly EntryChange[];
  /** The id that an article of the draft has in the document. */
  readonly idOf: (id: string) => string;
  /** Whether it was added. */
  readonly isNew: (id: string) => boolean;
}

/** Adds the articles that the document has not: one with the same text is the same. */
function articlesFor(
  { articles }: Pick<PlacedDocument, 'articles'>,
  draft: Pick<PlacedDocument, 'articles'>,
): Articles {
  const taken = new Set(articles.map(({ id }) => id));
  const byText = new Map(articles.map(({ id, text }) => [text, id]));
  const found = new Map<string, string>();
  const isNew = new Set<string>();
  const changes: EntryChange[] = [];
  for (const article of draft.articles) {
    const same = byText.get(article.text);
    const id = same ?? freeIdOf(article.id, (one) => taken.has(one));
    found.set(article.id, id);
    if (same !== undefined) continue;
    taken.add(id);
    byText.set(article.text, id);
    isNew.add(article.id);
    const at = articles.length + changes.length;
    changes.push({ kind: 'article', before: null, after: { at, json: articleJson({ ...article, id }) } });
  }
  return { changes, idOf: (id) => found.get(id) ?? id, isNew: (id) => isNew.has(id) };
}

/** Adds the notes that the document has not in the same words. */
function notesOf(
  { notes }: Pick<PlacedDocument, 'notes'>,
  draft: Pick<PlacedDocument, 'notes'>,
  events: ReadonlyMap<string, string>,
  articleOf: (id: string) => string,
): EntryChange[] {
  const texts = new Set(notes.map(({ text }) => text));
  return draft.notes
    .filter(({ text }) => !texts.has(text))
    .map((note, place) => ({
      kind: 'note',
      before: null,
      after: {
        at: notes.length + place,
        json: noteJson({
          ...note,
          ...(note.article !== undefined && { article: articleOf(note.article) }),
          events: note.events.map((id) => events.get(id) ?? id),
        }),
      },
    }));
}

/** Adds what was made of proposals of the articles that are new. */
function proposalsOf(
  document: Pick<PlacedDocument, 'proposals'>,
  draft: Pick<PlacedDocument, 'proposals'>,
  events: ReadonlyMap<string, string>,
  articles: Articles,
): EntryChange[] {
  return draft.proposals
    .filter(({ article }) => articles.isNew(article))
    .map((proposal, place) => ({
      kind: 'proposal',
      before: null,
      after: {
        at: document.proposals.length + place,
        json: proposalJson({
          ...proposal,
          article: articles.idOf(proposal.article),
          ...(proposal.event !== undefined && { event: events.get(proposal.event) ?? proposal.event }),
        }),
      },
    }));
}

function fieldsOfAll(event: TimelineEvent, others: readonly TimelineEvent[]): Partial<EventFields> {
  let whole = event;
  for (const other of others) whole = merge(whole, other);
  const { label, date, dating, place, importance, description, tags, participants, sources, evidence } =
    whole;
  return { label, date, dating, place, importance, description, tags, participants, sources, evidence };
}

/** An event with what it lacks taken from another telling of it. Its date goes with how that is known. */
function merge(event: TimelineEvent, other: TimelineEvent): TimelineEvent {
  const isDated = event.date !== undefined || other.date === undefined;
  return {
    ...event,
    label: event.label ?? other.label,
    date: isDated ? event.date : other.date,
    dating: isDated ? event.dating : other.dating,
    place: event.place ?? other.place,
    importance: event.importance ?? other.importance,
    description: bothDescriptions(event.description, other.description),
    tags: union(event.tags ?? [], other.tags ?? [], (tag) => tag, LIMITS.tags),
    participants: union(event.participants, other.participants, ({ name }) => name, LIMITS.entries),
    sources: union(event.sources, other.sources, ({ address }) => address, LIMITS.entries),
    evidence: union(
      event.evidence,
      other.evidence,
      ({ article, start, end }) => `${article} ${start} ${end}`,
      LIMITS.entries,
    ),
  };
}

function bothDescriptions(own: string | undefined, other: string | undefined): string | undefined {
  if (own === undefined || other === undefined) return own ?? other;
  if (own.includes(other)) return own;
  const both = `${own}\n${other}`;
  return both.length > LIMITS.passage ? own : both;
}

function union<Item>(
  own: readonly Item[],
  others: readonly Item[],
  key: (item: Item) => string,
  most: number,
): readonly Item[] {
  const all = new Map<string, Item>();
  for (const item of [...own, ...others]) if (!all.has(key(item))) all.set(key(item), item);
  return [...all.values()].slice(0, Math.max(most, own.length));
}
