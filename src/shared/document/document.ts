// The timeline document as plain types: the contents of a `.dateline` file, and what the renderer receives of it.
import type { EventDate } from '../dates/event-date.ts';
import type { Source, TextRange, TimelineEvent } from './event.ts';
import type { EventTable } from './table.ts';

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
  /** Where other reports begin in it, in the order of the text: what is said from there on was written on another day. */
  readonly passages?: readonly Passage[] | undefined;
}

/** A report within an article: it runs to the next one, or to the end. */
export interface Passage {
  /** Where it begins in the text, UTF-16 units. */
  readonly at: number;
  /** When it was published, EDTF. */
  readonly published: string;
}

/**
 * What a reader made of a proposal that was drafted from an article, so that drafting it again goes on from there. The range
 * is that of its sentence. Proposals that nobody has touched are not kept.
 */
export interface KeptProposal extends TextRange {
  /** The id of the article. */
  readonly article: string;
  /** The title as it was drafted: a sentence can tell several events. */
  readonly drafted: string;
  /** What became of it; left out while it is open. */
  readonly decision?: 'accepted' | 'rejected' | undefined;
  /** The id of the event that it became or was added to. The event may be gone since. */
  readonly event?: string | undefined;
  /** The title that the reader gave it. */
  readonly title?: string | undefined;
  /** The date that the reader gave it, EDTF; `null` where they took the date away. */
  readonly date?: string | null | undefined;
  /** The place that the reader gave it; `null` where they took it away. */
  readonly place?: string | null | undefined;
  /** The people whom the reader named. */
  readonly people?: readonly string[] | undefined;
  /** The ids of the articles whose telling the reader says to be of another event. Articles may be gone since. */
  readonly apart?: readonly string[] | undefined;
}

/** A row of the timeline. */
export interface Lane {
  readonly id: string;
  readonly title: string;
  /** The name of a colour of the palette, or `#rrggbb`. Lanes without one take the palette in turn. */
  readonly colour?: string | undefined;
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
  readonly proposals: readonly KeptProposal[];
}

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

/** A field of the document itself that Dateline does not know, to be written back where it stood. */
export interface KeptField {
  readonly name: string;
  /** The known field that it stands behind; `null` before all of them. */
  readonly after: string | null;
  /** Its value as it stands in the file, UTF-8. */
  readonly json: Uint8Array;
}

/** A document that passed validation. Its lanes, articles, notes and proposals also hold fields that Dateline does not know. */
export interface PlacedDocument extends Omit<TimelineDocument, 'articles' | 'events'> {
  readonly articles: readonly PlacedArticle[];
  /** With and without a date. */
  readonly events: EventTable;
  /** The fields that Dateline does not know, each name once. */
  readonly unknownFields: readonly UnknownField[];
  /** Those of the document itself. Pages have none of them. */
  readonly kept: readonly KeptField[];
}
