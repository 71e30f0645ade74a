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

/** How an event's date is known. */
export interface Dating {
  readonly kind: 'stated' | 'derived' | 'external';
  /** How sure the dating is. */
  readonly confidence: 'very high' | 'high' | 'medium' | 'low';
  /** In words: what the article says, what follows, who else says so. */
  readonly explanation: string;
}

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
  /** EDTF. */
  readonly date: string;
  /** The id of a lane. */
  readonly lane: string;
  readonly place?: string | undefined;
  readonly participants: readonly Participant[];
  readonly evidence: readonly Evidence[];
  readonly dating: Dating;
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
  readonly version: 1;
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly articles: readonly Article[];
  readonly lanes: readonly Lane[];
  readonly events: readonly TimelineEvent[];
  readonly notes: readonly Note[];
}

/** An event whose date has been read. */
export interface PlacedEvent extends TimelineEvent {
  readonly when: EventDate;
}

/** An article whose date of publication, where it has one, has been read. */
export interface PlacedArticle extends Article {
  readonly publishedWhen?: EventDate | undefined;
}

/** A document that passed validation, as the renderer receives it; events in the file's order. */
export interface PlacedDocument extends Omit<TimelineDocument, 'articles' | 'events'> {
  readonly articles: readonly PlacedArticle[];
  readonly events: readonly PlacedEvent[];
}

/** Whether a document has no events, so that there is nothing to put on a timeline. */
export function isEmpty({ events }: Pick<PlacedDocument, 'events'>): boolean {
  return events.length === 0;
}
