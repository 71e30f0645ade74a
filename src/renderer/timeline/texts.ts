// What stands at a mark: the words of its label, what a screen reader adds, and what its date is like. Pure.
import { isolate } from '../../shared/isolate.ts';
import type { EventDate, Instant } from '../../shared/dates/event-date.ts';
import { dateInShort, dateInWords } from '../../shared/dates/words.ts';
import type { PlacedDocument } from '../../shared/document/document.ts';
import type { PlacedEvent } from '../../shared/document/event.ts';
import { laneOf } from '../../shared/document/lane-of.ts';
import { isProposed } from '../../shared/document/proposed.ts';

/** How much a label says, the most first. */
export const LEVELS = ['ample', 'full', 'dated', 'line', 'title'] as const;

/**
 * How much the labels of a view say: title, date with place, and quote, in large type or the usual; title over date;
 * both on a line; the title.
 */
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
  /** Of the quote that follows; `null` where none does. */
  readonly quote: Face | null;
  /** The room below a label. */
  readonly gap: number;
}

const SANS = '"Inter Variable"';
const SERIF = '"Source Serif 4 Variable"';
/** The usual type of quotes. */
const QUOTE: Face = { font: `400 14px ${SERIF}`, line: 18 };
/** How much larger the large type of quotes is. */
const AMPLE = 17 / 14;

/** The settings of all levels. */
export const SETTINGS: Readonly<Record<Level, Setting>> = {
  ample: {
    title: { font: `600 20px ${SANS}`, line: 27 },
    titleLines: 3,
    date: { font: `500 15px ${SANS}`, line: 21 },
    quote: { font: `400 17px ${SERIF}`, line: 23 },
    gap: 20,
  },
  full: {
    title: { font: `600 16px ${SANS}`, line: 22 },
    titleLines: 3,
    date: { font: `500 13px ${SANS}`, line: 18 },
    quote: QUOTE,
    gap: 16,
  },
  dated: {
    title: { font: `600 13px ${SANS}`, line: 18 },
    titleLines: 3,
    date: { font: `400 11.5px ${SANS}`, line: 16 },
    quote: null,
    gap: 8,
  },
  line: {
    title: { font: `600 13px ${SANS}`, line: 20 },
    titleLines: 1,
    date: { font: `400 11.5px ${SANS}`, line: 20 },
    quote: null,
    gap: 6,
  },
  title: {
    title: { font: `600 12px ${SANS}`, line: 16 },
    titleLines: 1,
    date: { font: `400 11.5px ${SANS}`, line: 16 },
    quote: null,
    gap: 4,
  },
};

/** Of a line, what a title can count on before a word that does not fit goes to the next. */
const FILLED = 0.85;

/**
 * How many lines the titles of some events need at a level, at most as many as it has for them.
 * @param widestOf the widest that the label of an event may be, CSS pixels
 */
export function titleLines(
  events: Iterable<PlacedEvent>,
  level: Level,
  widestOf: (event: PlacedEvent) => number,
  measure: Measure,
): number {
  const { title, titleLines: most } = SETTINGS[level];
  let lines = 1;
  for (const event of events) {
    if (lines === most) break;
    const width = measure(titleOf(event), title.font);
    const widest = widestOf(event);
    if (width > widest) lines = Math.max(lines, Math.min(most, Math.ceil(width / (widest * FILLED))));
  }
  return lines;
}

/**
 * What a label of a level and the room below it take, CSS pixels.
 * @param lines of titles
 * @param quoteLines of quotes, at a level that has them
 */
export function rowHeight(level: Level, lines: number, quoteLines: number): number {
  const { title, date, quote, gap } = SETTINGS[level];
  const isStacked = level !== 'line' && level !== 'title';
  return lines * title.line + (isStacked ? date.line : 0) + quoteLines * (quote?.line ?? 0) + gap;
}

/** The width of what is said of an event, on one line; CSS pixels. */
export function saidWidth(event: PlacedEvent, measure: Measure): number {
  return measure(saidOf(event), QUOTE.font);
}

/**
 * How many lines the longest quote of some events needs, at most {@link MOST_QUOTE_LINES}; none where nothing is said.
 * @param widestOf as {@link widestQuote}
 * @param saidWidthOf as {@link saidWidth}
 */
export function quoteLinesNeeded(
  events: Iterable<PlacedEvent>,
  widestOf: (event: PlacedEvent) => number,
  saidWidthOf: (event: PlacedEvent) => number,
): number {
  let lines = 0;
  for (const event of events) {
    if (lines === MOST_QUOTE_LINES) break;
    const widest = widestOf(event);
    if (widest === 0) continue;
    const needed = Math.ceil(saidWidthOf(event) / (widest - LINE_SLACK));
    lines = Math.max(lines, Math.min(MOST_QUOTE_LINES, needed));
  }
  return lines;
}

/** The most lines of a quote, however much room there is. */
const MOST_QUOTE_LINES = 6;

/** The numbers of sources behind a title, as CSS font. */
const NUMBERS_FONT = `500 9.5px ${SANS}`;
/** The widest that a label is, CSS pixels; what is longer is cut off with an ellipsis. */
const WIDEST = 420;
/** The narrowest that a label is cut to, CSS pixels: a letter and an ellipsis. */
const NARROWEST = 24;
/** The widest that a quote runs on a drawing of usual width, and on any; CSS pixels. */
const WIDEST_QUOTE = { usual: 280, ever: 400 } as const;
/** In a narrower label a quote would be a column of single words, CSS pixels. */
const NARROWEST_QUOTE = 140;
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
  /** Bounds of its date as drawn, infinite where an end is open. */
  readonly start: Instant;
  readonly end: Instant;
  readonly title: string;
  readonly date: string;
  /** Where it was, or nothing. */
  readonly place: string;
  /** The first words of what is said of it, as many as its lines hold: in quotation marks where they are a quote. */
  readonly quote: string;
  /** What a screen reader says after title and date: what these leave out. */
  readonly more: string;
  /**
   * What its date is like, as CSS classes: `uncertain`, `approximate`, with `firm-start` or `firm-end` where one end is not,
   * `open-start`, `open-end`, `one-of`, `all-of`; and `proposed` where nobody has confirmed the event.
   */
  readonly className: string;
}

/** How much room quotes have. */
export interface QuoteRoom {
  readonly lines: number;
  /** Of a line, as {@link widestQuote}. */
  readonly width: number;
}

/** The words of an event's mark. */
export function markText(
  document: PlacedDocument,
  row: number,
  event: PlacedEvent,
  quote: QuoteRoom,
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
    quote: quoteOf(event, quote, measure),
    more: [
      ...(event.label === undefined ? [] : [isolate(event.title)]),
      ...(isPlain(when) ? [] : [dateInWords(when)]),
      isolate(document.lanes[lane]?.title ?? ''),
      ...(isProposed(event) ? ['proposed, not confirmed'] : []),
    ].join(', '),
    className: `${certaintyClasses(when)}${isProposed(event) ? ' proposed' : ''}`.trim(),
  };
}

/** The date and, behind it, the place, as a full label has them. */
function dateAndPlace({ date, place }: Pick<MarkText, 'date' | 'place'>): string {
  return place === '' ? date : `${date} · ${place}`;
}

/**
 * The widest that a label may be on a drawing of some width, so that it fits to one side of its dot; CSS pixels.
 * @param room that its event has for it; left out where the event may be anywhere
 */
export function widestLabel(width: number, level: Level, room = halfOf(width)): number {
  const widest = level === 'ample' ? WIDEST * AMPLE : WIDEST;
  return Math.max(NARROWEST, Math.min(Math.floor(widest), room));
}

/** What a label may fill of a drawing wherever its dot comes to stand, CSS pixels. */
export function halfOf(width: number): number {
  return Math.floor(width / 2) - 30;
}

/**
 * The widest that a quote runs, CSS pixels; 0 where there is no room for one.
 * @param width of the drawing
 * @param widest that its label may be at the level `full`
 */
export function widestQuote(width: number, widest: number): number {
  const usual = Math.max(WIDEST_QUOTE.usual, Math.min(WIDEST_QUOTE.ever, Math.floor(width / 5)));
  return widest < NARROWEST_QUOTE ? 0 : Math.min(usual, widest);
}

/**
 * The width of a label, CSS pixels. Only what its level shows of an event is looked at.
 * @param sources numbers of sources that stand behind the title
 * @param widest what is longer is cut off
 * @param quote as {@link widestQuote}
 */
export function labelWidth(
  event: PlacedEvent,
  level: Level,
  sources: readonly number[],
  widest: number,
  quote: number,
  measure: Measure,
): number {
  const { date } = SETTINGS[level];
  const first = titleRun(titleOf(event), level, sources, measure);
  const width = (): number => {
    switch (level) {
      case 'ample':
      case 'full': {
        const words = { date: dateInShort(event.when), place: event.place ?? '' };
        const third = Math.min(quote, measure(saidOf(event).slice(0, MOST_IN_LINE), QUOTE.font));
        return Math.max(
          first,
          measure(dateAndPlace(words), date.font),
          level === 'ample' ? third * AMPLE : third,
        );
      }
      case 'dated':
        return Math.max(first, measure(dateInShort(event.when), date.font));
      case 'line':
        return first + LINE_GAP + measure(dateInShort(event.when), date.font);
      case 'title':
        return first;
    }
  };
  return asLabel(width(), widest);
}

/**
 * The width of a label at the level `title`, as {@link labelWidth} gives it, CSS pixels.
 * @param title what the event is called on its mark, see {@link titleOf}
 */
export function titleWidth(
  title: string,
  sources: readonly number[],
  widest: number,
  measure: Measure,
): number {
  return asLabel(titleRun(title, 'title', sources, measure), widest);
}

function titleRun(title: string, level: Level, sources: readonly number[], measure: Measure): number {
  const numbers = sources.length === 0 ? 0 : measure(sourceNumbers(sources), NUMBERS_FONT);
  return measure(title, SETTINGS[level].title.font) + numbers;
}

const asLabel = (width: number, widest: number): number => Math.min(widest, Math.ceil(width) + 1);

/** What an event is called on its mark. */
export function titleOf({ label, title }: PlacedEvent): string {
  return label ?? title;
}

/** What the article or the document says of an event. */
function saidOf({ evidence: [first], description }: PlacedEvent): string {
  return first === undefined ? (description ?? '') : `“${first.quote}”`;
}

/** The share of a line's room that letters of any kind leave free if letters of the mean width do. */
const SURE = 0.7;

/** The first words of what is said of an event, as many as the lines hold. Lines break where the screen breaks them. */
function quoteOf(event: PlacedEvent, { lines, width }: QuoteRoom, measure: Measure): string {
  const said = saidOf(event);
  if (said === '' || width === 0) return '';
  const most = MOST_IN_LINE * lines;
  const words = said.slice(0, most).trim().split(/\s+/);
  const letter = measure(said, QUOTE.font) / said.length;
  /** A line that is much shorter than the room by the mean of its letters is not measured, which takes time. */
  const fits = (text: string): boolean =>
    text.length * letter < SURE * width || measure(text, QUOTE.font) <= width;
  let line = '';
  let full = 0;
  /** How many words fit where an ellipsis follows them. */
  let shown = 0;
  for (const [position, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && !fits(longer)) {
      full += 1;
      line = word;
    } else line = longer;
    if (full >= lines) break;
    if (full < lines - 1 || fits(`${line}…`)) shown = position + 1;
  }
  if (full < lines && said.length <= most) return words.join(' ');
  return `${words
    .slice(0, Math.max(1, shown))
    .join(' ')
    .replace(/[,;:–—-]+$/, '')}…`;
}

/** More than a line of a quote can show, UTF-16 code units. */
const MOST_IN_LINE = 100;
/** What a line of a quote leaves empty at its end as a rule, CSS pixels. */
const LINE_SLACK = 30;

/** The numbers of sources as they stand behind a title: “1, 2”, never parted from its last word. */
export function sourceNumbers(sources: readonly number[]): string {
  return sources.length === 0 ? '' : `\u202f${sources.join(', ')}`;
}

/** Whether the short form of a date says all that is known of it. */
function isPlain(when: EventDate): boolean {
  return when.form === 'single' && !when.uncertain && !when.approximate && !when.date.unspecified;
}

/** The ends of a partly approximate interval that are exact. */
function firmEnds(when: EventDate): string[] {
  if (when.form !== 'interval') return [];
  const isFirm = (end: typeof when.from): boolean => typeof end !== 'string' && !end.approximate;
  return [...(isFirm(when.from) ? ['firm-start'] : []), ...(isFirm(when.to) ? ['firm-end'] : [])];
}

/** The classes that a mark has for the doubts and the ends of its date. */
export function certaintyClasses(when: EventDate): string {
  const classes = [];
  if (when.uncertain) classes.push('uncertain');
  if (when.approximate) classes.push('approximate', ...firmEnds(when));
  if (when.start === -Infinity) classes.push('open-start');
  if (when.end === Infinity) classes.push('open-end');
  if (when.form === 'one-of' || when.form === 'all-of') classes.push(when.form);
  return classes.join(' ');
}
