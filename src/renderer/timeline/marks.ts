// The view model of the timeline: which marks stand in a window, how each is drawn and what it is called. Pure.
import { isolate } from '../../shared/isolate.ts';
import { DAY, EARLIEST, LATEST } from '../../shared/dates/calendar.ts';
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
  /** Where a card hangs: at its start, or at the end of a span that it stands to the left of. */
  readonly at: Instant;
  /**
   * What its date is like, as CSS classes: `span` for what is no point, `uncertain`, `approximate`, `open-start`,
   * `open-end`, `one-of`, `all-of`; `aggregate` for several events. In a search `found`, or `missed`.
   */
  readonly className: string;
  readonly title: string;
  readonly date: string;
  /** Numbers of its sources, where the figure lists them; otherwise empty. */
  readonly sources: readonly number[];
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
  numbersFont: '500 9.5px "Inter Variable"',
  /** Border and padding, both sides together. */
  frame: 24,
  /** Longer titles wrap. */
  widest: 240,
} as const;

/** A day, or a time of day, that is wider than this is drawn as the span that it is; CSS pixels. */
const WIDEST_POINT = 64;

/** How far outside the window events are still drawn, so that cards slide out rather than vanish. */
const OVERHANG = CARD.widest;

/** The narrowest grid cell in which events may stand singly: about one card. */
const CELL_WIDTH = 160;

/** The height that a card takes with its margin, CSS pixels: what decides how many stand below each other. */
const CARD_ROW = 62;
/** As many marks a figure may have: it is laid out once, where the window is laid out at every frame. */
const FIGURE_BUDGET = 3_000;
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
  /** What a search has found; `null` where there is none. */
  readonly found?: FoundEvents | null | undefined;
  /** For figures, whose edges cut nothing: every mark keeps within the window. */
  readonly figure?: FigureMarks | undefined;
}

/** What the timeline has to know of a search. */
export interface FoundEvents {
  /** Whether an event is found, by its position in the document. */
  readonly holds: (event: number) => boolean;
  /** How many of the events of a mark are found, by its id. */
  readonly countIn: (mark: string) => number;
}

/** What marks in a figure have beside. */
export interface FigureMarks {
  /** The numbers of the sources of an event, by its position in the document. */
  readonly sources: (event: number) => readonly number[];
}

/** All marks of a window, ready to draw. */
export function markViews(
  document: PlacedDocument,
  index: TimelineIndex,
  window: TimeWindow,
  { width, laneHeight, found, figure }: Plot,
  measure: Measure,
): MarkView[] {
  const overhang = figure === undefined ? OVERHANG : 0;
  const beyond = ((window.end - window.start) * overhang) / width;
  const drawn = { start: window.start - beyond, end: window.end + beyond };
  const marks = index.marks(drawn, width + 2 * overhang, {
    cellWidth: CELL_WIDTH,
    capacity: Math.max(LEAST_CAPACITY, Math.floor(laneHeight / CARD_ROW) - SPARE_ROWS),
    ...(figure !== undefined && { budget: FIGURE_BUDGET }),
    // The closest view is as much wider than its window as this one.
    shortest: (SHORTEST_WINDOW * (width + 2 * overhang)) / width,
  });
  const place = { document, window, width, found, figure, measure };
  const views = marks.map((mark) => {
    const event = mark.kind === 'event' ? document.events[mark.event] : undefined;
    return event === undefined || mark.kind === 'aggregate'
      ? aggregateView(mark, place)
      : eventView(mark.id, mark.lane, mark.event, event, place);
  });
  // Tab follows the order in which elements are made.
  return views.sort((a, b) => a.start - b.start);
}

/** The widest that a card is drawn, so that it fits to one side of its date wherever that stands; CSS pixels. */
export function widestCard(width: number): number {
  return Math.min(CARD.widest, Math.floor(width / 2));
}

function eventView(id: string, lane: number, position: number, event: PlacedEvent, place: Place): MarkView {
  const { when } = event;
  const { document } = place;
  const title = event.label ?? event.title;
  const date = dateInShort(when);
  const sources = place.figure?.sources(position) ?? [];
  return {
    id,
    lane,
    ...placement(
      when,
      certaintyClasses(when),
      widthOfCard(title, date, sources, place),
      place,
      place.found?.holds(position),
    ),
    title,
    date,
    sources,
    more: [
      ...(event.label === undefined ? [] : [isolate(event.title)]),
      ...(isPlain(when) ? [] : [dateInWords(when)]),
      isolate(document.lanes[lane]?.title ?? ''),
    ].join(', '),
    event: position,
    count: 1,
    separable: true,
  };
}

const AGGREGATE = 'aggregate';

function aggregateView(mark: Mark, place: Place): MarkView {
  if (mark.kind !== 'aggregate') throw new Error(`No event stands at the mark ${mark.id}.`);
  const all = `${mark.count.toLocaleString('en')} events`;
  const found = place.found?.countIn(mark.id);
  // Among the found the number that is wanted comes first.
  const title = found === undefined || found === 0 ? all : `${found.toLocaleString('en')} of ${all}`;
  const date = windowInWords({ start: mark.start, end: mark.end });
  return {
    id: mark.id,
    lane: mark.lane,
    ...placement(
      mark,
      AGGREGATE,
      widthOfCard(title, date, [], place),
      place,
      found === undefined ? undefined : found > 0,
    ),
    title,
    date,
    sources: [],
    more: `${isolate(place.document.lanes[mark.lane]?.title ?? '')}. ${found === undefined || found === 0 ? '' : 'The first number is how many match. '}${mark.separable ? 'Open to zoom in.' : 'Open to list them.'}`,
    event: null,
    count: mark.count,
    separable: mark.separable,
  };
}

/** What the marks of one drawing share. */
interface Place extends Pick<Plot, 'width' | 'found' | 'figure'> {
  readonly document: PlacedDocument;
  readonly window: TimeWindow;
  readonly measure: Measure;
}

/**
 * A span that can hold its label is a bar; a shorter one is a card that hangs from its start and turns to the
 * other side where it would leave the picture. In a figure a span that passes an edge of the window is drawn up to
 * there and says so by the classes `cut-start` and `cut-end`.
 */
function placement(
  span: TimeWindow,
  className: string,
  cardWidth: number,
  { window, width, figure }: Place,
  isFound?: boolean,
): Pick<MarkView, 'shape' | 'start' | 'end' | 'anchor' | 'at' | 'className'> {
  const limits = figure === undefined ? { start: EARLIEST, end: LATEST } : window;
  const start = Math.max(span.start, limits.start);
  const end = Math.min(span.end, limits.end);
  const x = positionOf(window, start, width);
  const fitsRight = x + cardWidth <= width;
  const fitsLeft = x - cardWidth >= 0;
  // What begins in view has to have room for its label there; what began before is sliding out with it.
  const seen = x < 0 ? end : Math.min(end, window.end);
  const isBar = positionOf(window, seen, width) - x >= cardWidth;
  const anchor = isBar || fitsRight || (!fitsLeft && x < width / 2) || x > width ? 'left' : 'right';
  const isPoint = span.end - span.start <= DAY && positionOf(window, end, width) - x <= WIDEST_POINT;
  const isSpan = className !== AGGREGATE && (isBar || !isPoint);
  const classes = [
    ...(isSpan ? ['span'] : []),
    ...(className === '' ? [] : [className]),
    ...(figure === undefined ? [] : cutClasses(span, window)),
    ...(isFound === undefined ? [] : [isFound ? 'found' : 'missed']),
  ];
  return {
    shape: isBar ? 'bar' : 'card',
    start,
    end,
    anchor,
    at: isSpan && anchor === 'right' && end <= window.end ? end : start,
    className: classes.join(' '),
  };
}

function cutClasses(span: TimeWindow, window: TimeWindow): string[] {
  return [
    ...(span.start < window.start && span.start !== -Infinity ? ['cut-start'] : []),
    ...(span.end > window.end && span.end !== Infinity ? ['cut-end'] : []),
  ];
}

function widthOfCard(
  title: string,
  date: string,
  sources: readonly number[],
  { width, measure }: Place,
): number {
  const numbers = measure(sourceNumbers(sources), CARD.numbersFont);
  const text = Math.max(measure(title, CARD.titleFont) + numbers, measure(date, CARD.dateFont));
  return Math.min(widestCard(width), Math.ceil(text) + CARD.frame);
}

/** The numbers of sources as they stand behind a title: “1, 2”, never parted from its last word. */
export function sourceNumbers(sources: readonly number[]): string {
  return sources.length === 0 ? '' : `\u202f${sources.join(', ')}`;
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
  if (when.form === 'one-of' || when.form === 'all-of') classes.push(when.form);
  return classes.join(' ');
}
