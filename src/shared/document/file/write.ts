// Writes a document as the bytes of a `.dateline` file of version 2, in a stable order and an event a block. Pure.
import {
  articleJson,
  INDENT,
  inList,
  laneJson,
  newEventJson,
  noteJson,
  proposalJson,
} from '../edit/records.ts';
import type { Article, PlacedDocument } from '../document.ts';
import { STEP, type WatchReading } from './progress.ts';
import type { TimelineEvent } from '../event.ts';

/** Bytes in a piece, about. */
const PIECE = 2 ** 20;

/**
 * The file of a document, piece by piece, so that none of it has to fit into one string. Events stand byte for byte as
 * they stood in the file that they came from, and fields that Dateline does not know behind the field that they followed
 * there.
 *
 * @param modified when it was changed last, ISO 8601; left out, what the document says.
 */
export function* writeDocument(
  document: PlacedDocument,
  modified = document.modified,
): Generator<Uint8Array> {
  yield* inPieces(partsOf(document, modified, document.kept, eventsOf(document.events)));
}

function* inPieces(parts: Iterable<Part>): Generator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  let size = 0;
  for (const part of parts) {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part;
    pieces.push(bytes);
    size += bytes.length;
    if (size < PIECE) continue;
    yield together(pieces, size);
    pieces = [];
    size = 0;
  }
  yield together(pieces, size);
}

/** The whole file at once. */
export function documentBytes(document: PlacedDocument, modified?: string): Uint8Array {
  return wholeOf(writeDocument(document, modified));
}

/**
 * The whole file of a document that was made elsewhere, with events as plain values.
 *
 * @param modified when it was made, ISO 8601.
 * @param watch hears how many events are written.
 */
export function newDocumentBytes(
  document: Written & { readonly events: Iterable<TimelineEvent> },
  modified: string,
  watch?: WatchReading,
): Uint8Array {
  return wholeOf(inPieces(partsOf(document, modified, [], newEventsOf(document.events, watch))));
}

function wholeOf(written: Iterable<Uint8Array>): Uint8Array {
  const pieces = [...written];
  return together(
    pieces,
    pieces.reduce((sum, { length }) => sum + length, 0),
  );
}

const encoder = new TextEncoder();

function together(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

type Part = string | Uint8Array;

/** What is written besides the events. */
type Written = Pick<PlacedDocument, 'title' | 'subtitle' | 'author' | 'lanes' | 'notes' | 'proposals'> & {
  readonly articles: readonly Article[];
};

function* partsOf(
  { title, subtitle, author, articles, lanes, notes, proposals }: Written,
  modified: string | undefined,
  kept: PlacedDocument['kept'],
  events: Iterable<Uint8Array>,
): Generator<Part> {
  const known: readonly (readonly [name: string, value: Iterable<Part> | undefined])[] = [
    ['format', value('dateline')],
    ['version', value(2)],
    ['title', value(title)],
    ['subtitle', subtitle === undefined ? undefined : value(subtitle)],
    ['author', author === undefined ? undefined : value(author)],
    ['modified', modified === undefined ? undefined : value(modified)],
    ['articles', list(articles.map(articleJson))],
    ['lanes', list(lanes.map(laneJson))],
    ['events', list(events)],
    ['notes', list(notes.map(noteJson))],
    ['proposals', proposals.length === 0 ? undefined : list(proposals.map(proposalJson))],
  ];
  const fields: (readonly [string, Iterable<Part>])[] = [];
  const keep = (after: string | null): void => {
    for (const field of kept) if (field.after === after) fields.push([field.name, [field.json]]);
  };
  keep(null);
  for (const [name, written] of known) {
    if (written !== undefined) fields.push([name, written]);
    keep(name);
  }
  yield '{\n';
  for (const [place, [name, written]] of fields.entries()) {
    yield `${place === 0 ? '' : ',\n'}${' '.repeat(INDENT)}${JSON.stringify(name)}: `;
    yield* written;
  }
  yield '\n}\n';
}

function value(known: string | number): Iterable<Part> {
  return [JSON.stringify(known)];
}

function* list(entries: Iterable<Part>): Generator<Part> {
  let count = 0;
  for (const entry of entries) {
    yield count === 0 ? `[\n${MARGIN}` : `,\n${MARGIN}`;
    yield typeof entry === 'string' ? inList(entry) : entry;
    count += 1;
  }
  yield count === 0 ? '[]' : `\n${' '.repeat(INDENT)}]`;
}

/** What stands before an entry. */
const MARGIN = ' '.repeat(2 * INDENT);

function* newEventsOf(events: Iterable<TimelineEvent>, watch?: WatchReading): Generator<Uint8Array> {
  let found = 0;
  for (const event of events) {
    yield encoder.encode(newEventJson(event));
    found += 1;
    if (found % STEP === 0) watch?.({ found, checked: 0 });
  }
}

function* eventsOf(events: PlacedDocument['events']): Generator<Uint8Array> {
  for (let row = 0; row < events.rowCount; row += 1) {
    const json = events.jsonAt(row);
    if (json !== undefined) yield json;
  }
}
