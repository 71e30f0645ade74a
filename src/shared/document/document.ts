// The timeline document as plain types: the contents of a `.dateline` file, and what the renderer receives of it.
import type { EventDate } from '../dates/event-date.ts';
import type { EventTable } from './table.ts';

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
  /** The text exactly as found. Offsets of quotes and ranges count in it. */
  readonly text: string;
  /** Parts of the text that are kept for quoting but not shown to readers: section tags, page leftovers. */
  readonly hidden: readonly TextRange[];
}

/** A row of the timeline. */
export interface Lane {
  readonly id: string;
  readonly title: string;
  /** The name of a colour of the palette, or `#rrggbb`. Lanes without one take the palette in turn. */
  readonly colour?: string | undefined;
}

/** A person or body that took part, and in which role. */
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

/** Where the date of an imported event came from: another program or a table. */
export interface ImportedDating {
  readonly kind: 'imported';
  /** The file's name. */
  readonly file: string;
  /** The row or entry of the file, from 1; a heading row counts. */
  readonly row: number;
  /** The date as written there. */
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
  /** A shorter title for the mark, if the full one is long. */
  readonly label?: string | undefined;
  /** Plain text, one paragraph a line. */
  readonly description?: string | undefined;
  /** EDTF; left out while there is no date. */
  readonly date?: string | undefined;
  /** The id of a lane. */
  readonly lane: string;
  readonly place?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  /** How much it matters, 1 to 5; {@link USUAL_IMPORTANCE} if left out. */
  readonly importance?: number | undefined;
  readonly participants: readonly Participant[];
  readonly evidence: readonly Evidence[];
  readonly dating?: Dating | undefined;
  readonly sources: readonly Source[];
}

/** A remark of the document's authors: on the whole, on a place in an article, or on events. */
export interface Note {
  readonly text: string;
  /** The article it is about, and the offset at which it applies. */
  readonly article?: string | undefined;
  readonly at?: number | undefined;
  /** Ids of the events it is about. */
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
  /** When it was last changed, ISO 8601 with a time zone. */
  readonly modified?: string | undefined;
  readonly articles: readonly Article[];
  readonly lanes: readonly Lane[];
  readonly events: readonly TimelineEvent[];
  readonly notes: readonly Note[];
}

/** The importance of an event that gives none. */
export const USUAL_IMPORTANCE = 3;

/** An event whose date has been read. */
export interface PlacedEvent extends TimelineEvent {
  readonly date: string;
  readonly when: EventDate;
}

/** An event without a date, and so without a place in time. */
export interface UndatedEvent extends TimelineEvent {
  readonly date?: undefined;
  readonly when?: undefined;
}

/** An event with or without a date. */
export type AnyEvent = PlacedEvent | UndatedEvent;

/** An article whose date of publication, if it has one, has been read. */
export interface PlacedArticle extends Article {
  readonly publishedWhen?: EventDate | undefined;
}

/** A field of a file that Dateline does not know. */
export interface UnknownField {
  readonly name: string;
  /** Its first place, in words. */
  readonly first: string;
  /** How many times it occurs in the document. */
  readonly count: number;
}

/** A document that passed validation. */
export interface PlacedDocument extends Omit<TimelineDocument, 'articles' | 'events'> {
  readonly articles: readonly PlacedArticle[];
  /** With and without a date. */
  readonly events: EventTable;
  /** The fields that were left out because Dateline does not know them, each name once. */
  readonly unknownFields: readonly UnknownField[];
}
