// One frame of the timeline: what of a layout stands in a window, and where. Pure.
import { DAY } from '../../shared/dates/calendar.ts';
import { positionOf, scaleOf, type TimeWindow } from '../../shared/dates/window.ts';
import { columnLength, columnsIn, type Columns } from '../../shared/index/columns.ts';
import { gapOf, isPoint, ROOM, type Side } from '../../shared/index/labels.ts';
import type { LaneEvents } from '../../shared/index/in-lane.ts';
import { firstWhere, floatAt, intAt } from '../../shared/index/typed-arrays.ts';
import { DOT } from './lane-layout.ts';
import type { LaneLayout, Layout, StepLayout } from './layout.ts';
import { SETTINGS, type Level, type MarkText } from './texts.ts';

/** One labelled event in a frame. Positions are CSS pixels from the left of the window and the top of its lane. */
export interface Mark {
  /** Stable while the view moves. */
  readonly id: string;
  readonly text: MarkText;
  /** A dot, or a bar of the length of its date. */
  readonly shape: 'dot' | 'bar';
  /** The dot's middle, or the bar's left end; a bar is cut off beyond the window. */
  readonly left: number;
  /** The bar's right end; of a dot its middle. */
  readonly right: number;
  readonly top: number;
  /** `over` for a label that is longer than its bar and stands above it. */
  readonly side: Side | 'over';
  /** Where the label begins or, before a dot or bar, where it ends. */
  readonly label: number;
  /** Of the label. */
  readonly width: number;
  /** Where an open end points out of the picture; `null` where no end is open. */
  readonly arrow: { readonly text: '←' | '→'; readonly x: number } | null;
  /**
   * CSS classes: what its date is like, `cut-start` and `cut-end` for ends of its bar beyond what is drawn, and `short`
   * for a bar without room for dashes.
   */
  readonly className: string;
  /** Where folds break its bar, CSS pixels from the left end of that. */
  readonly breaks: readonly number[];
  /** Whether a search has found it; `null` where there is no search. */
  readonly isFound: boolean | null;
  /** Whether it is labelled because it is selected, and lies over the others. */
  readonly isRaised: boolean;
}

/** One box of a strip, CSS pixels from the left of the window and the bottom of the lane. */
export interface StripBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whether its ends are round, as those of a dot. */
  readonly isRound: boolean;
  /** Whether it stands back, because a search has not found what it shows. */
  readonly isMissed: boolean;
  /** How many events it stands for, and the time that they are in. */
  readonly count: number;
  readonly span: TimeWindow;
  /** The event's row, where it stands for one. */
  readonly row: number | null;
}

/** The columns of a strip in a frame. */
export interface ColumnStrip {
  readonly columns: Columns;
  /** The first that reaches into the window, and the first behind it. */
  readonly from: number;
  readonly to: number;
  readonly window: TimeWindow;
  /** Of the window, CSS pixels. */
  readonly width: number;
  /** Where they stand, CSS pixels from the bottom of the lane. */
  readonly floor: number;
  /** The height of a column with as many events as `most`, CSS pixels. */
  readonly high: number;
  readonly most: number;
  /** Whether they stand back, because of a search. */
  readonly isMissed: boolean;
}

/** One lane in a frame. */
export interface LaneFrame {
  readonly lane: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  /** Its columns, where its strip has these; `null` where it has dots, or there is none. */
  readonly columns: ColumnStrip | null;
  /**
   * The boxes of its strip. Those of columns are made when somebody asks: with an object for each in each frame, all
   * memory was collected three times a second, which took most of a frame.
   */
  readonly strip: readonly StripBox[];
}

/** All that stands in a window. */
export interface Frame {
  readonly window: TimeWindow;
  /** CSS pixels. */
  readonly width: number;
  readonly level: Level;
  /** Lines that titles may take. */
  readonly titleLines: number;
  readonly lanes: readonly LaneFrame[];
}

/** What a frame is drawn for. */
export interface FrameOptions {
  readonly layout: Layout;
  readonly window: TimeWindow;
  /** Of the window, CSS pixels. */
  readonly width: number;
  /** Rows of the selected events: they have a label wherever they stand. */
  readonly selected?: readonly number[];
  /** Whether a search has found an event, by its row; left out where there is no search. */
  readonly isFound?: ((row: number) => boolean) | undefined;
  /** For a figure, in which nothing goes on beyond the edges. */
  readonly isStill?: boolean;
  /** Where the breaks of folds begin, CSS pixels from the left. */
  readonly breaks?: readonly number[];
  /** A step that stands in for that of the window, which is not laid out yet. */
  readonly standIn?: StepLayout | null;
}

const NO_BREAKS: readonly number[] = [];

/** Below this length, CSS pixels, a bar has no room for dashes. */
const SHORT = 30;

/** How far beyond the window bars are drawn, so that their ends slide out rather than vanish; CSS pixels. */
const BEYOND = 40;
/** The narrowest column of a strip, CSS pixels; the gap between columns is part of it. */
const COLUMN = 4;
const COLUMN_GAP = 1;
/** By how much the columns of a step that stands in may be wider than they were made for. */
const MOST_ENLARGED = 16;
/** The lowest column, CSS pixels. */
const LOWEST_COLUMN = 2;

/** What of a layout stands in a window. */
export function frameOf(options: FrameOptions): Frame {
  const { layout, window, width } = options;
  const step = options.standIn ?? layout.at(scaleOf(window, width));
  return {
    window,
    width,
    level: step.level,
    titleLines: step.titleLines,
    lanes: step.lanes.map((lane) => laneFrame(lane, step, options)),
  };
}

/**
 * The work that a frame has left to do, in pieces: to be done by and by, while the window is idle.
 * @param level of what is drawn now: where labels crowd, they are chosen row by row
 */
export function* workAheadOf(options: FrameOptions, level: Level): Generator<undefined, void> {
  const { layout, window, width } = options;
  const lanes = level === 'title' ? layout.ahead(scaleOf(window, width)) : [];
  for (const { events, scale, layOut } of lanes) {
    const { strip } = yield* layOut();
    if (strip === 'columns') events.mostAtOnce(columnLength(scale, COLUMN));
    yield;
  }
  frameOf(options);
}

function laneFrame(lane: LaneLayout, step: StepLayout, options: FrameOptions): LaneFrame {
  const { labels, events } = lane;
  const { window, layout } = options;
  const marks: Mark[] = [];
  const end = firstWhere(
    0,
    labels.places.length,
    (position) => floatAt(labels.lefts, position) >= window.end,
  );
  const start = firstWhere(0, end, (position) => floatAt(labels.reached, position) > window.start);
  for (let position = start; position < end; position++) {
    if (floatAt(labels.rights, position) <= window.start) continue;
    const top = lane.top + intAt(labels.rows, position) * step.row;
    marks.push(markOf(lane, intAt(labels.places, position), top, step, options, false));
  }
  for (const row of options.selected ?? []) {
    const place = placeOf(lane, row);
    if (place < 0 || labels.places.includes(place)) continue;
    if (floatAt(events.starts, place) >= window.end || floatAt(events.ends, place) <= window.start) continue;
    const top = lane.height - layout.space.bottom - layout.space.floor - SETTINGS[step.level].title.line;
    marks.push(markOf(lane, place, top, step, options, true));
  }
  const columns = lane.strip === 'columns' && !isFar(step, options) ? columnsOf(lane, step, options) : null;
  let boxes: readonly StripBox[] | undefined =
    lane.strip === 'dots' ? dotsOf(lane, step, options) : undefined;
  return {
    lane: lane.lane,
    height: lane.height,
    marks,
    columns,
    get strip() {
      return (boxes ??= columns === null ? [] : boxesOf(columns));
    },
  };
}

/** Where the events that are or were selected stand in time among those of a lane, which takes a look at all of these. */
const places = new WeakMap<LaneEvents, Map<number, number>>();

/** Where the event of a row stands in time among those of a lane; -1 if it is in another lane. */
function placeOf({ events }: LaneLayout, row: number): number {
  const known = places.get(events) ?? new Map<number, number>();
  places.set(events, known);
  const place = known.get(row) ?? events.rows.indexOf(row);
  known.set(row, place);
  return place;
}

function markOf(
  lane: LaneLayout,
  place: number,
  top: number,
  step: StepLayout,
  { layout, window, width, isFound, isStill = false, breaks = NO_BREAKS }: FrameOptions,
  isRaised: boolean,
): Mark {
  const { events } = lane;
  const row = intAt(events.rows, place);
  const text = layout.textOf(row);
  const start = floatAt(events.starts, place);
  const end = floatAt(events.ends, place);
  const labelWidth = layout.widthOf(row, step.level);
  const isDot = isPoint(start, end, step.scale);
  const given = lane.sideOf(place);
  // An open end fades out at the edge of the window, wherever that stands.
  const beyond = (isOpen: boolean) => (isStill || isOpen ? 0 : BEYOND);
  // In a figure, whole pixels: parts of one look different from one renderer to the next.
  const at = (instant: number) => (isStill ? Math.round : Number)(positionOf(window, instant, width));
  const x = at(start);
  const first = -beyond(text.className.includes('open-start'));
  const last = width + beyond(text.className.includes('open-end'));
  const left = isDot ? x : Math.max(first, x);
  const right = isDot ? x : Math.max(left + ROOM.bar, Math.min(last, at(end)));
  const isLonger = labelWidth + 2 * ROOM.inset > at(end) - x;
  const side = given === 'inside' && isLonger && end - start <= DAY ? 'over' : given;
  const cut = isDot
    ? ''
    : `${at(text.start) < first ? ' cut-start' : ''}${at(text.end) > last ? ' cut-end' : ''}`;
  return {
    id: `event:${row}`,
    text,
    shape: isDot ? 'dot' : 'bar',
    left,
    right,
    top,
    side,
    label: labelAt(
      side,
      gapOf(start, end),
      left,
      right,
      labelWidth,
      x,
      text.className.includes('open-start') ? ROOM.arrow - ROOM.inset : 0,
    ),
    width: labelWidth,
    arrow: arrowOf(text.className, Math.max(0, left), Math.min(width, right)),
    className: `${text.className}${cut}${right - left < SHORT && !isDot ? ' short' : ''}`.trim(),
    breaks:
      isDot || breaks.length === 0
        ? NO_BREAKS
        : breaks.filter((from) => left < from && from < right).map((from) => from - left),
    isFound: isFound?.(row) ?? null,
    isRaised,
  };
}

/** Where the arrow of an open end stands between the ends of what is seen of a bar. */
function arrowOf(className: string, left: number, right: number): Mark['arrow'] {
  if (className.includes('open-end')) return { text: '→', x: Math.max(left, right - ROOM.arrow) };
  return className.includes('open-start') ? { text: '←', x: left + 2 } : null;
}

/** Where a label begins, or ends where it stands before its dot or bar. Within a bar it stays in sight. */
function labelAt(
  side: Mark['side'],
  gap: number,
  left: number,
  right: number,
  label: number,
  x: number,
  arrow: number,
): number {
  switch (side) {
    case 'after':
      return right + gap;
    case 'before':
      return left - gap;
    case 'over':
      return Math.max(x, arrow);
    case 'inside': {
      const last = Math.max(x + ROOM.inset, right - ROOM.inset - label);
      return Math.min(last, Math.max(x, arrow) + ROOM.inset);
    }
  }
}

/** Whether a step that stands in is so much coarser than the window that its columns would be boxes. */
function isFar({ scale }: StepLayout, { window, width }: FrameOptions): boolean {
  return scale > MOST_ENLARGED * scaleOf(window, width);
}

function dotsOf(
  { events, dots }: LaneLayout,
  step: StepLayout,
  { layout, window, width, isFound }: FrameOptions,
): StripBox[] {
  const boxes: StripBox[] = [];
  for (let position = 0; position < dots.places.length; position++) {
    const place = intAt(dots.places, position);
    const start = floatAt(events.starts, place);
    if (start >= window.end) break;
    const end = floatAt(events.ends, place);
    const x = positionOf(window, start, width);
    const isDot = isPoint(start, end, step.scale);
    const long = isDot
      ? DOT.size
      : Math.max(DOT.size, Math.min(width, positionOf(window, end, width)) - Math.max(0, x));
    const left = isDot ? x - DOT.size / 2 : Math.max(0, x);
    if (left + long <= 0) continue;
    if (!isDot && positionOf(window, end, width) <= 0) continue;
    const row = intAt(events.rows, place);
    boxes.push({
      x: left,
      y: layout.space.floor + intAt(dots.rows, position) * DOT.pitch,
      width: long,
      height: DOT.size,
      isRound: true,
      isMissed: isFound?.(row) === false,
      count: 1,
      span: { start, end },
      row,
    });
  }
  return boxes;
}

/** The columns of a lane that were counted last, by their length, and the window that they were counted for. */
const counted = new WeakMap<
  object,
  Map<number, { readonly window: TimeWindow; readonly columns: Columns }>
>();

/** So many lengths are kept: that of the window, and that of the next step of a zoom. */
const LENGTHS_KEPT = 2;

/** How much of a window is counted beyond either end of it, as a share: frames to come then count nothing. */
const AHEAD = 0.5;

/** The columns that lie in a window, and some beyond it if it moves. */
function countedIn(
  events: LaneLayout['events'],
  window: TimeWindow,
  length: number,
  isStill: boolean,
): Columns {
  const lengths = counted.get(events) ?? new Map<number, { window: TimeWindow; columns: Columns }>();
  const known = lengths.get(length);
  if (known !== undefined && known.window.start <= window.start && window.end <= known.window.end)
    return known.columns;
  const ahead = isStill ? 0 : (window.end - window.start) * AHEAD;
  const wider = { start: window.start - ahead, end: window.end + ahead };
  const columns = columnsIn(events, wider, length);
  lengths.delete(length);
  for (const oldest of lengths.keys()) if (lengths.size >= LENGTHS_KEPT) lengths.delete(oldest);
  lengths.set(length, { window: wider, columns });
  counted.set(events, lengths);
  return columns;
}

function columnsOf(
  lane: LaneLayout,
  step: StepLayout,
  { layout, window, width, isFound, isStill = false }: FrameOptions,
): ColumnStrip {
  const { floor } = layout.space;
  const length = columnLength(step.scale, COLUMN);
  const columns = countedIn(lane.events, window, length, isStill);
  const positionIn = (instant: number) => (instant - columns.start) / length;
  return {
    columns,
    from: Math.max(0, Math.floor(positionIn(window.start))),
    to: Math.min(columns.counts.length, Math.ceil(positionIn(window.end))),
    window,
    width,
    floor,
    high: lane.stripHeight - floor,
    most: lane.events.mostAtOnce(length),
    isMissed: isFound !== undefined,
  };
}

/** Where a column begins, CSS pixels from the left of the window; the one behind it begins where it ends. */
export function columnAt({ columns: { start, length }, window, width }: ColumnStrip, column: number): number {
  return positionOf(window, start + column * length, width);
}

/** The width of what is drawn of a column, CSS pixels. */
export function columnWidth(strip: ColumnStrip): number {
  return Math.max(1, columnAt(strip, 1) - columnAt(strip, 0) - COLUMN_GAP);
}

/** The height of a column with so many events, CSS pixels; of none without any. */
export function columnHeight({ high, most }: ColumnStrip, count: number): number {
  return count === 0 ? 0 : Math.max(LOWEST_COLUMN, Math.round((high * count) / most));
}

/** The column in the window that counts most, the first of them; `null` where all are empty. */
export function fullestColumn({ columns, from, to }: ColumnStrip): Pick<StripBox, 'count' | 'span'> | null {
  let [fullest, count] = [from, 0];
  for (let column = from; column < to; column++) {
    const own = intAt(columns.counts, column);
    if (own > count) [fullest, count] = [column, own];
  }
  const start = columns.start + fullest * columns.length;
  return count === 0 ? null : { count, span: { start, end: start + columns.length } };
}

function boxesOf(strip: ColumnStrip): StripBox[] {
  const { columns, from, to, floor, isMissed } = strip;
  const width = columnWidth(strip);
  const boxes: StripBox[] = [];
  for (let column = from; column < to; column++) {
    const count = intAt(columns.counts, column);
    if (count === 0) continue;
    const start = columns.start + column * columns.length;
    boxes.push({
      x: columnAt(strip, column),
      y: floor,
      width,
      height: columnHeight(strip, count),
      isRound: false,
      isMissed,
      count,
      span: { start, end: start + columns.length },
      row: null,
    });
  }
  return boxes;
}
