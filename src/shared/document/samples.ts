// Documents for tests: built from a few fields, or read from the text of a file.
import { dateOf } from '../dates/date-samples.ts';
import type { Article, Lane, PlacedDocument } from './document.ts';
import type { PlacedEvent, UndatedEvent } from './event.ts';
import { readDocument } from './file/read.ts';
import { tableOf } from './table.ts';

/** The lane of events that name no other. */
const LANE: Lane = { id: 'lane', title: 'Lane' };

/** An event on a date; its id and title are the date unless `over` sets them. */
export function eventOf(date: string, over: Partial<Omit<PlacedEvent, 'date' | 'when'>> = {}): PlacedEvent {
  return {
    id: date,
    title: date,
    date,
    when: dateOf(date),
    lane: LANE.id,
    participants: [],
    evidence: [],
    dating: { kind: 'stated', confidence: 'high', explanation: '' },
    sources: [],
    ...over,
  };
}

/** An event without a date. */
export function undatedOf(id: string, over: Partial<UndatedEvent> = {}): UndatedEvent {
  return { id, title: id, lane: LANE.id, participants: [], evidence: [], sources: [], ...over };
}

/** An article with this text. */
export function articleOf(text: string, over: Partial<Article> = {}): Article {
  return { id: 'article', title: 'Article', publisher: 'Publisher', text, hidden: [], ...over };
}

/** A document with these events, as the reader returns it; it has one lane unless `over` sets others. */
export function documentOf(
  events: readonly PlacedEvent[],
  {
    undated = [],
    ...over
  }: Partial<Omit<PlacedDocument, 'events'>> & { readonly undated?: readonly UndatedEvent[] } = {},
): PlacedDocument {
  const lanes = over.lanes ?? [LANE];
  return {
    format: 'dateline',
    version: 2,
    title: 'Document',
    articles: [],
    notes: [],
    proposals: [],
    unknownFields: [],
    kept: [],
    ...over,
    lanes,
    events: tableOf([...events, ...undated], lanes),
  };
}

/** The contents of a file with these events. They and `over` may be invalid, to test how the reader refuses them. */
export function fileOf(events: readonly object[], over: object = {}): object {
  return { format: 'dateline', version: 2, title: 'Document', lanes: [LANE], events, ...over };
}

/** A document with its events as a list, to compare it whole. */
export function withListedEvents({ events, ...document }: PlacedDocument) {
  return { ...document, events: [...events.all()] };
}

/** Reads a file's text, or a value written as JSON, as the app would; throws if it is faulty. */
export function documentIn(file: string | object): PlacedDocument {
  const result = readDocument(bytesOf(file));
  if (!result.ok) throw new Error([result.failure.message, ...result.failure.details].join('\n'));
  return result.value;
}

/** The bytes of a file with this text, or with this value as JSON. */
export function bytesOf(file: string | object): Uint8Array {
  return new TextEncoder().encode(typeof file === 'string' ? file : JSON.stringify(file));
}
