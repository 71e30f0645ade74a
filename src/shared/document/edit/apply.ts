// Applies edits to a document: the only place where one changes. Pure but for the table of events, which changes in place.
import { readAgain } from '../../dates/parse.ts';
import type { Article, KeptProposal, Lane, Note, PlacedArticle, PlacedDocument } from '../document.ts';
import {
  eventChanges,
  type Change,
  type Edit,
  type EntryChange,
  type EntryKind,
  type EventChange,
  type PlacedRecord,
} from './change.ts';
import { readyEvents, type ReadyEvents } from './ready.ts';
import { atOnce } from '../../slices.ts';

/** A document after an edit. */
export interface Applied {
  /** The document as it is now; the one before must not be used any more. */
  readonly document: PlacedDocument;
  /** The rows of the events that were added, changed or removed. */
  readonly rows: readonly number[];
  /** Whether lanes were added, changed, moved or removed. */
  readonly hasNewLanes: boolean;
}

/** The fields of a document that a {@link HeadChange} holds. */
export interface Head {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly author?: string | undefined;
}

/**
 * Applies an edit. Each `before` must be what stands there: an edit of another document is a bug, and throws `RangeError`
 * where that shows.
 *
 * @param edit whose records have been checked.
 * @param ready its events, where they have been read already.
 */
export function applyEdit(
  document: PlacedDocument,
  edit: Edit,
  ready: ReadyEvents = atOnce(readyEvents(edit)),
): Applied {
  const around = aroundEvents(document, edit);
  const { lanes } = around;
  const rowOf = new Map(lanes.map(({ id }, row) => [id, row]));
  const isMoved = document.lanes.some(({ id }, row) => rowOf.get(id) !== row);
  // An event whose lane goes is changed by the same edit, below.
  const events = isMoved
    ? document.events.withLanes((row) => rowOf.get(document.lanes[row]?.id ?? '') ?? 0)
    : document.events;
  const { table, rows } = events.changed(
    eventChanges(edit).map(({ id }, place) => ({ id, event: ready[place] ?? null })),
    (id) => rowOf.get(id) ?? 0,
  );
  return {
    document: { ...document, ...around, version: 2, events: table },
    rows: rows.filter((row) => row >= 0),
    hasNewLanes: lanes !== document.lanes,
  };
}

/** What an edit makes of a document besides its events; changes nothing itself. Throws like {@link applyEdit}. */
export function aroundEvents(document: AroundEvents, edit: Edit): AroundEvents {
  const changes = edit.changes.filter((change) => change.kind !== 'event');
  const { title, subtitle, author } = changes.reduce<Head>(
    (last, change) => (change.kind === 'head' ? readHead(change.after) : last),
    document,
  );
  return {
    title,
    subtitle,
    author,
    lanes: listAfter(document.lanes, entriesOf(changes, 'lane'), readLane),
    articles: listAfter(document.articles, entriesOf(changes, 'article'), readArticle),
    notes: listAfter(document.notes, entriesOf(changes, 'note'), readNote),
    proposals: listAfter(document.proposals, entriesOf(changes, 'proposal'), readProposal),
  };
}

/** The parts of a document that an edit may change, besides its events. */
export type AroundEvents = Head & Pick<PlacedDocument, 'lanes' | 'articles' | 'notes' | 'proposals'>;

/** The JSON that stands for the title, subtitle and author of a document. */
export function headJson({ title, subtitle, author }: Head): string {
  return JSON.stringify({ title, subtitle, author });
}

function entriesOf(changes: readonly Exclude<Change, EventChange>[], kind: EntryKind): EntryChange[] {
  return changes.flatMap((change) => (change.kind === 'head' || change.kind !== kind ? [] : [change]));
}

/** A list after some changes, or the list itself if there are none. */
function listAfter<Entry>(
  list: readonly Entry[],
  changes: readonly EntryChange[],
  read: (json: string) => Entry,
): readonly Entry[] {
  if (changes.length === 0) return list;
  const entries = [...list];
  for (const { before, after } of changes) {
    if (before !== null && entries.splice(before.at, 1).length === 0) throw new RangeError(noEntry(before));
    if (after !== null && after.at > entries.length) throw new RangeError(noEntry(after));
    if (after !== null) entries.splice(after.at, 0, read(after.json));
  }
  return entries;
}

function noEntry({ at }: PlacedRecord): string {
  return `An edit names entry ${at} of a list that has none.`;
}

/* eslint-disable @typescript-eslint/no-unsafe-assignment -- the JSON of an edit was checked to be of just these types */
function readHead(json: string): Head {
  const head: Head = JSON.parse(json);
  return head;
}

function readLane(json: string): Lane {
  const lane: Lane = JSON.parse(json);
  return lane;
}

function readArticle(json: string): PlacedArticle {
  const article: Omit<Article, 'hidden'> & Partial<Pick<Article, 'hidden'>> = JSON.parse(json);
  const { hidden = [], published } = article;
  return { ...article, hidden, ...(published !== undefined && { publishedWhen: readAgain(published) }) };
}

function readProposal(json: string): KeptProposal {
  const proposal: KeptProposal = JSON.parse(json);
  return proposal;
}

function readNote(json: string): Note {
  const note: Pick<Note, 'text'> & Partial<Note> = JSON.parse(json);
  const { events = [], sources = [] } = note;
  return { ...note, events, sources };
}
/* eslint-enable @typescript-eslint/no-unsafe-assignment */
