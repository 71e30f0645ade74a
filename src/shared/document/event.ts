// An event as plain types: what stands in a file, and what is known once its date has been read.
import type { EventDate } from '../dates/event-date.ts';

/** A half-open range of UTF-16 code units in an article's text, as JavaScript strings count them. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
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
  /** The date that this passage gives, EDTF, where that is not the event’s. */
  readonly date?: string | undefined;
}

/** How sure a dating can be, surest first. */
export const CONFIDENCES = ['very high', 'high', 'medium', 'low'] as const;

/** How sure a dating is. */
export type Confidence = (typeof CONFIDENCES)[number];

/** The ways in which a date is known from an article or another source, surest first. */
export const READ_KINDS = ['stated', 'derived', 'external'] as const;

/** How an event's date is known from an article or another source. */
export interface ReadDating {
  readonly kind: (typeof READ_KINDS)[number];
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
