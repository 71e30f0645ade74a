// What stands at a mark: the words of its label, what a screen reader adds, and what its date is like. Pure.
import { isolate } from '../../shared/isolate.ts';
import type { EventDate, Instant } from '../../shared/dates/event-date.ts';
import { dateInShort, dateInWords } from '../../shared/dates/words.ts';
import type { PlacedDocument, PlacedEvent } from '../../shared/document/document.ts';
import { laneOf } from '../../shared/document/lane-of.ts';

/** How much a label says, the most first. */
export const LEVELS = ['full', 'dated', 'line', 'title'] as const;

/** How much the labels of a view say: title, date with place, and quote; title over date; both on a line; the title. */
export type Level = (typeof LEVELS)[number];

/** The type of one kind of words. */
interface Face {
  /** As a CSS font. */
  readonly font: string;
  /** Height of a line, CSS pixels. */
  readonly line: number;
}

/** How the labels of a level are set; timeline.css draws them with the same. CSS pixels. */
interface Setting {
  readonly title: Face;
  readonly date: Face;
  /** Lines that a title may take. */
  readonly titleLines: number;
  /** Lines of quote, set in {@link QUOTE}. */
  readonly quoteLines: number;
  /** What a label and the room below it take. */
  readonly row: number;
}

const SANS = '"Inter Variable"';
/** The type of quotes. */
const QUOTE: Face = { font: '400 14px "Source Serif 4 Variable"', line: 18 };

/** The settings of all levels. */
export const SETTINGS: Readonly<Record<Level, Setting>> = {
  full: {
    title: { font: `600 16px ${SANS}`, line: 22 },
    titleLines: 3,
    date: { font: `500 13px ${SANS}`, line: 18 },
    quoteLines: 2,
    row: 92,
  },
  dated: {
    title: { font: `600 13px ${SANS}`, line: 18 },
    titleLines: 3,
    date: { font: `400 11.5px ${SANS}`, line: 16 },
    quoteLines: 0,
    row: 42,
  },
  line: {
    title: { font: `600 13px ${SANS}`, line: 20 },
    titleLines: 1,
    date: { font: `400 11.5px ${SANS}`, line: 20 },
    quoteLines: 0,
    row: 26,
  },
  title: {
    title: { font: `600 12px ${SANS}`, line: 16 },
    titleLines: 1,
    date: { font: `400 11.5px ${SANS}`, line: 16 },
    quoteLines: 0,
    row: 20,
  },
};

/** Of a line, what a title can count on before a word that does not fit goes to the next. */
const FILLED = 0.85;

/** How many lines the titles of some events need at a level, at most as many as it has for them. */
export function titleLines(
  events: Iterable<PlacedEvent>,
  level: Level,
  widest: number,
  measure: Measure,
): number {
  const { title, titleLines: most } = SETTINGS[level];
  let lines = 1;
  for (const event of events) {
    if (lines === most) break;
    const width = measure(titleOf(event), title.font);
    if (width > widest) lines = Math.max(lines, Math.min(most, Math.ceil(width / (widest * FILLED))));
  }
  return lines;
}

/** What a label of a level and the room below it take where titles have some lines, CSS pixels. */
export function rowHeight(level: Level, lines: number, hasQuotes: boolean): number {
  const { row, title, quoteLines } = SETTINGS[level];
  return row + (lines - 1) * title.line - (hasQuotes ? 0 : quoteLines * QUOTE.line);
}

/** The numbers of sources behind a title, as CSS font. */
const NUMBERS_FONT = `500 9.5px ${SANS}`;
/** The widest that a label is, CSS pixels; what is longer is cut off with an ellipsis. */
const WIDEST = 420;
/** The widest that a quote runs, CSS pixels. */
const WIDEST_QUOTE = 280;
/** Between title and date on one line, CSS pixels. */
const LINE_GAP = 8;

/** Measures one line of text in CSS pixels. */
export type Measure = (text: string, font: string) => number;

/** The words of one mark. */
export interface MarkText {
  /** The event's row in the document. */
  readonly row: number;
  /** Row of its lane. */
  readonly lane: number;
  /** Bounds of its date, infinite where an end is open. */
  readonly start: Instant;
  readonly end: Instant;
  readonly title: string;
  readonly date: string;
  /** Where it was, or nothing. */
  readonly place: string;
  /** The first words of what is said of it, as many as two lines hold: in quotation marks where they are a quote. */
  readonly quote: string;
  /** What a screen reader says after title and date: what these leave out. */
  readonly more: string;
  /**
   * What its date is like, as CSS classes: `uncertain`, `approximate`, `open-start`, `open-end`, `one-of`, `all-of`.
   */
  readonly className: string;
}

/** The words of an event's mark. */
export function markText(
  document: PlacedDocument,
  row: number,
  event: PlacedEvent,
  measure: Measure,
): MarkText {
  const { when } = event;
  const lane = laneOf(document, event);
  return {
    row,
    lane,
    start: when.start,
    end: when.end,
    title: titleOf(event),
    date: dateInShort(when),
    place: event.place ?? '',
    quote: quoteOf(event, measure),
    more: [
      ...(event.label === undefined ? [] : [isolate(event.title)]),
      ...(isPlain(when) ? [] : [dateInWords(when)]),
      isolate(document.lanes[lane]?.title ?? ''),
    ].join(', '),
    className: certaintyClasses(when),
  };
}

/** The date and, behind it, the place, as a full label has them. */
function dateAndPlace({ date, place }: Pick<MarkText, 'date' | 'place'>): string {
  return place === '' ? date : `${date} · ${place}`;
}

/** The widest that a label may be on a drawing of some width, so that it fits to one side of its dot; CSS pixels. */
export function widestLabel(width: number): number {
  return Math.max(40, Math.min(WIDEST, Math.floor(width / 2) - 30));
}

/**
 * The width of a label, CSS pixels. Only what its level shows of an event is looked at.
 * @param sources numbers of sources that stand behind the title
 * @param widest what is longer is cut off
 */
export function labelWidth(
  event: PlacedEvent,
  level: Level,
  sources: readonly number[],
  widest: number,
  measure: Measure,
): number {
  const { title, date } = SETTINGS[level];
  const first = measure(titleOf(event), title.font) + measure(sourceNumbers(sources), NUMBERS_FONT);
  const width = (): number => {
    switch (level) {
      case 'full': {
        const words = { date: dateInShort(event.when), place: event.place ?? '' };
        const third = measure(quoteOf(event, measure), QUOTE.font);
        return Math.max(first, measure(dateAndPlace(words), date.font), Math.min(WIDEST_QUOTE, third));
      }
      case 'dated':
        return Math.max(first, measure(dateInShort(event.when), date.font));
      case 'line':
        return first + LINE_GAP + measure(dateInShort(event.when), date.font);
      case 'title':
        return first;
    }
  };
  return Math.min(widest, Math.ceil(width()) + 1);
}

function titleOf({ label, title }: PlacedEvent): string {
  return label ?? title;
}

/** The first words of what the article or the document says of an event, as many as a full label has lines for. */
function quoteOf({ evidence: [first], description }: PlacedEvent, measure: Measure): string {
  const said = first === undefined ? (description ?? '') : `“${first.quote}”`;
  const words = said.slice(0, MOST_QUOTED).trim().split(/\s+/);
  // A line ends before the word that does not fit: each may leave so much room.
  const room = (WIDEST_QUOTE - LINE_SLACK) * SETTINGS.full.quoteLines;
  const fits = (count: number) => measure(words.slice(0, count).join(' '), QUOTE.font) <= room;
  if (said.length <= MOST_QUOTED && fits(words.length)) return words.join(' ');
  const count = words.findLastIndex((_, last) => fits(last + 1)) + 1;
  const shown = words.slice(0, Math.max(1, count)).join(' ');
  return `${shown.replace(/[,;:–—-]+$/, '')}…`;
}

/** More than two lines can show, UTF-16 code units. */
const MOST_QUOTED = 160;
/** What a line of a quote may leave empty at its end, CSS pixels. */
const LINE_SLACK = 30;

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
