// The view model of the timeline: which marks stand in a window, how each is drawn and what it is called. Pure.
import type { EventDate, Instant } from '../../shared/dates/event-date.ts';
import { dateInShort, dateInWords, windowInWords } from '../../shared/dates/words.ts';
import { positionOf, SHORTEST_WINDOW, type TimeWindow } from '../../shared/dates/window.ts';
import type { PlacedDocument, PlacedEvent } from '../../shared/document/document.ts';
import type { Mark, TimelineIndex } from '../../shared/index/timeline-index.ts';

/** How one mark is drawn. */
export interface MarkView {
  /** Stable while the window moves. */
  readonly id: string;
  readonly lane: number;
  readonly shape: 'card' | 'bar';
  readonly start: Instant;
  readonly end: Instant;
  readonly anchor: 'left' | 'right';
  /** What its date is like, as CSS classes: `uncertain`, `approximate`, `open-start`, `open-end`, `one-of`. */
  readonly className: string;
  readonly title: string;
  readonly date: string;
  /** What a screen reader says after title and date: what these leave out. */
  readonly more: string;
  /** The event's position in the document, or `null` for an aggregate. */
  readonly event: number | null;
  /** How many events it stands for. */
  readonly count: number;
  /** False for an aggregate that no zoom takes apart. */
  readonly separable: boolean;
}

/** Measures one line of text in CSS pixels. */
export type Measure = (text: string, font: string) => number;

/** The sizes of a card in CSS pixels; style/timeline.css draws it with the same. */
export const CARD = {
  titleFont: '600 13px "Inter Variable"',
  dateFont: '400 11.5px "Inter Variable"',
  /** Border and padding, both sides together. */
  frame: 24,
  /** Longer titles wrap. */
  widest: 240,
} as const;

/** How far outside the window events are still drawn, so that cards slide out rather than vanish. */
const OVERHANG = CARD.widest;

/** The narrowest grid cell in which events may stand singly: about one card. */
const CELL_WIDTH = 160;

/** The height that a card takes with its margin, CSS pixels: what decides how many stand below each other. */
const CARD_ROW = 62;
/** As many events stand singly in a cell, however low the lanes are. */
const LEAST_CAPACITY = 3;
/** Rows of a lane that are left to bars and to the next cell's cards. */
const SPARE_ROWS = 2;

/** The place that marks are drawn in, CSS pixels. */
export interface Plot {
  /** Of the window. */
  readonly width: number;
  /** Of each lane while its marks fit into it. */
  readonly laneHeight: number;
}

/** All marks of a window, ready to draw. */
export function markViews(
  document: PlacedDocument,
  index: TimelineIndex,
  window: TimeWindow,
  { width, laneHeight }: Plot,
  measure: Measure,
): MarkView[] {
  const overhang = ((window.end - window.start) * OVERHANG) / width;
  const drawn = { start: window.start - overhang, end: window.end + overhang };
  const marks = index.marks(drawn, width + 2 * OVERHANG, {
    cellWidth: CELL_WIDTH,
    capacity: Math.max(LEAST_CAPACITY, Math.floor(laneHeight / CARD_ROW) - SPARE_ROWS),
    // The closest view is as much wider than its window as this one.
    shortest: (SHORTEST_WINDOW * (width + 2 * OVERHANG)) / width,
  });
  const views = marks.map((mark) => {
    const event = mark.kind === 'event' ? document.events[mark.event] : undefined;
    return event === undefined || mark.kind === 'aggregate'
      ? aggregateView(mark, document, window, width, measure)
      : eventView(mark.id, mark.lane, mark.event, event, document, window, width, measure);
  });
  // Tab follows the order in which elements are made.
  return views.sort((a, b) => a.start - b.start);
}

/** What a screen reader says of an event: title, date and lane. */
export function eventLabel(event: PlacedEvent, laneTitle: string): string {
  return `${event.title}, ${dateInWords(event.when)}, ${laneTitle}`;
}

function eventView(
  id: string,
  lane: number,
  position: number,
  event: PlacedEvent,
  document: PlacedDocument,
  window: TimeWindow,
  width: number,
  measure: Measure,
): MarkView {
  const { when } = event;
  const title = event.label ?? event.title;
  const date = dateInShort(when);
  const cardWidth = widthOfCard(title, date, measure);
  return {
    id,
    lane,
    ...placement(when, spanWidth(when, window, width), cardWidth, window, width),
    className: certaintyClasses(when),
    title,
    date,
    more: [
      ...(event.label === undefined ? [] : [event.title]),
      ...(isPlain(when) ? [] : [dateInWords(when)]),
      document.lanes[lane]?.title,
    ].join(', '),
    event: position,
    count: 1,
    separable: true,
  };
}

function aggregateView(
  mark: Mark,
  document: PlacedDocument,
  window: TimeWindow,
  width: number,
  measure: Measure,
): MarkView {
  if (mark.kind !== 'aggregate') throw new Error(`No event stands at the mark ${mark.id}.`);
  const title = `${mark.count.toLocaleString('en')} events`;
  const date = windowInWords({ start: mark.start, end: mark.end });
  const span = { start: mark.start, end: mark.end };
  return {
    id: mark.id,
    lane: mark.lane,
    ...placement(span, spanWidth(span, window, width), widthOfCard(title, date, measure), window, width),
    className: 'aggregate',
    title,
    date,
    more: `${document.lanes[mark.lane]?.title ?? ''}. ${mark.separable ? 'Opens by zooming in.' : 'Opens as a list.'}`,
    event: null,
    count: mark.count,
    separable: mark.separable,
  };
}

function spanWidth(span: TimeWindow, window: TimeWindow, width: number): number {
  return ((span.end - span.start) / (window.end - window.start)) * width;
}

/**
 * A span that can hold its label is a bar; a shorter one is a card that hangs from its start and turns to the
 * other side where it would leave the picture.
 */
function placement(
  span: TimeWindow,
  spanPixels: number,
  cardWidth: number,
  window: TimeWindow,
  width: number,
): Pick<MarkView, 'shape' | 'start' | 'end' | 'anchor'> {
  const start = Math.max(span.start, -8.64e15);
  const end = Math.min(span.end, 8.64e15);
  if (spanPixels >= cardWidth) return { shape: 'bar', start, end, anchor: 'left' };
  const x = positionOf(window, start, width);
  const fitsRight = x + cardWidth <= width;
  const fitsLeft = x - cardWidth >= 0;
  const anchor = fitsRight || (!fitsLeft && x < width / 2) || x > width ? 'left' : 'right';
  return { shape: 'card', start, end, anchor };
}

function widthOfCard(title: string, date: string, measure: Measure): number {
  const text = Math.max(measure(title, CARD.titleFont), measure(date, CARD.dateFont));
  return Math.min(CARD.widest, Math.ceil(text) + CARD.frame);
}

/** Whether the short form of a date says all that is known of it. */
function isPlain(when: EventDate): boolean {
  return when.form === 'single' && !when.uncertain && !when.approximate && !when.date.unspecified;
}

function certaintyClasses(when: EventDate): string {
  const classes = [];
  if (when.uncertain) classes.push('uncertain');
  if (when.approximate) classes.push('approximate');
  if (when.start === -Infinity) classes.push('open-start');
  if (when.end === Infinity) classes.push('open-end');
  if (when.form === 'one-of') classes.push('one-of');
  return classes.join(' ');
}
