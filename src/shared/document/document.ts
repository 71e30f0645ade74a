// The timeline document as plain types: what a `.dateline` file holds, and what the renderer receives of it.
import type { EventDate } from '../dates/event-date.ts';

/** A half-open range of UTF-16 code units in an article's text, as JavaScript strings count them. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The text that events were read from. */
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** Where it was published; http or https. */
  readonly address?: string | undefined;
  /** When it was published, EDTF. */
  readonly published?: string | undefined;
  /** The text exactly as found. Quotes and ranges count in it. */
  readonly text: string;
  /** Parts of the text that are kept for quoting but not shown to readers: section tags, page leftovers. */
  readonly hidden: readonly TextRange[];
}

/** A row of the timeline. */
export interface Lane {
  readonly id: string;
  readonly title: string;
  /** The name of a colour of the palette, or `#rrggbb`; left out, lanes take the palette in turn. */
  readonly colour?: string | undefined;
}

/** Someone or some body that took part, with their part in it. */
export interface Participant {
  readonly name: string;
  readonly role?: string | undefined;
}

/** A verbatim quote and where it stands in the article. */
export interface Evidence extends TextRange {
  /** The id of the article. */
  readonly article: string;
  readonly quote: string;
}

/** How sure a dating is. */
export type Confidence = 'very high' | 'high' | 'medium' | 'low';

/** How an event's date is known from an article or another source. */
export interface ReadDating {
  readonly kind: 'stated' | 'derived' | 'external';
  /** How sure the dating is. */
  readonly confidence: Confidence;
  /** In words: what the article says, what follows, who else says so. */
  readonly explanation: string;
}

/** Where an event's date came from, which another program or a table gave. */
export interface ImportedDating {
  readonly kind: 'imported';
  /** The file's name. */
  readonly file: string;
  /** Which row or entry of the file, from 1; a row of headings counts. */
  readonly row: number;
  /** What stood there for the date. */
  readonly written?: string | undefined;
}

/** How an event's date is known. */
export type Dating = ReadDating | ImportedDating;

/** An address outside the article that backs an event. */
export interface Source {
  /** What to call it, e.g. “Khovar, 22 Sep 2022”. */
  readonly title: string;
  /** http or https. */
  readonly address: string;
}

/** Something that happened. */
export interface TimelineEvent {
  readonly id: string;
  readonly title: string;
  /** A shorter title for the mark, where the full one is long. */
  readonly label?: string | undefined;
  /** Plain text in paragraphs, one a line. */
  readonly description?: string | undefined;
  /** EDTF; left out where there is no date yet. */
  readonly date?: string | undefined;
  /** The id of a lane. */
  readonly lane: string;
  readonly place?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  /** How much it matters, 1 to 5; left out is {@link USUAL_IMPORTANCE}. */
  readonly importance?: number | undefined;
  readonly participants: readonly Participant[];
  readonly evidence: readonly Evidence[];
  readonly dating?: Dating | undefined;
  readonly sources: readonly Source[];
}

/** A remark of the document's authors: on the whole, on a place in an article, or on events. */
export interface Note {
  readonly text: string;
  /** The article it is about, and from which offset on. */
  readonly article?: string | undefined;
  readonly at?: number | undefined;
  /** Ids of the events that it touches. */
  readonly events: readonly string[];
  readonly sources: readonly Source[];
}

/** What a `.dateline` file holds. */
export interface TimelineDocument {
  readonly format: 'dateline';
  readonly version: 1 | 2;
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** Who made it. */
  readonly author?: string | undefined;
  /** When it was changed last, ISO 8601 with its time zone. */
  readonly modified?: string | undefined;
  readonly articles: readonly Article[];
  readonly lanes: readonly Lane[];
  readonly events: readonly TimelineEvent[];
  readonly notes: readonly Note[];
}

/** How much an event matters that does not say. */
export const USUAL_IMPORTANCE = 3;

/** An event whose date has been read. */
export interface PlacedEvent extends TimelineEvent {
  readonly date: string;
  readonly when: EventDate;
}

/** An event that has no date, and so no place in time. */
export interface UndatedEvent extends TimelineEvent {
  readonly date?: undefined;
  readonly when?: undefined;
}

/** An event with or without a date. */
export type AnyEvent = PlacedEvent | UndatedEvent;

/** An article whose date of publication, where it has one, has been read. */
export interface PlacedArticle extends Article {
  readonly publishedWhen?: EventDate | undefined;
}

/** A field of a file that Dateline does not know. */
export interface UnknownField {
  readonly name: string;
  /** Where it stands first, in words. */
  readonly first: string;
  /** How often it stands in the document. */
  readonly count: number;
}

/** A document that passed validation, as the renderer receives it. */
export interface PlacedDocument extends Omit<TimelineDocument, 'articles' | 'events'> {
  readonly articles: readonly PlacedArticle[];
  /** The events that have a date, in the file's order. */
  readonly events: readonly PlacedEvent[];
  /** The events that have none, in the file's order. Their rows go on where those of {@link events} end. */
  readonly undated: readonly UndatedEvent[];
  /** What of the file could not be read because its fields are not known, each name once. */
  readonly unknownFields: readonly UnknownField[];
}

/** The events of a document. */
type Events = Pick<PlacedDocument, 'events' | 'undated'>;

/** Whether a document has no events, so that there is nothing to show. */
export function isEmpty({ events, undated }: Events): boolean {
  return events.length === 0 && undated.length === 0;
}

/** The event in a row, with or without a date; `undefined` where there is no such row. */
export function eventAt({ events, undated }: Events, row: number): AnyEvent | undefined {
  return events[row] ?? undated[row - events.length];
}

/** All events in the order of their rows: those with a date, then those without. */
export function allEvents({ events, undated }: Events): readonly AnyEvent[] {
  return undated.length === 0 ? events : [...events, ...undated];
}

/** The row of the event with an id, or `null`. */
export function rowOf(document: Events, id: string): number | null {
  const row = allEvents(document).findIndex((event) => event.id === id);
  return row < 0 ? null : row;
}
