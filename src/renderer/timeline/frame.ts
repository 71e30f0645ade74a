// One frame of the timeline: what of a layout stands in a window, and where. Pure.
import { DAY } from '../../shared/dates/calendar.ts';
import { positionOf, scaleOf, type TimeWindow } from '../../shared/dates/window.ts';
import { columnLength, columnsIn, type Column } from '../../shared/index/columns.ts';
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

/** One lane in a frame. */
export interface LaneFrame {
  readonly lane: number;
  readonly height: number;
  readonly marks: readonly Mark[];
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
  /** A step that stands in for that of the window, which is not laid out yet. */
  readonly standIn?: StepLayout | null;
}

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
  return { lane: lane.lane, height: lane.height, marks, strip: stripOf(lane, step, options) };
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
  { layout, window, width, isFound, isStill = false }: FrameOptions,
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

function stripOf(lane: LaneLayout, step: StepLayout, options: FrameOptions): StripBox[] {
  switch (lane.strip) {
    case 'none':
      return [];
    case 'dots':
      return dotsOf(lane, step, options);
    case 'columns':
      return isFar(step, options) ? [] : columnsOf(lane, step, options);
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

/** The columns of a lane that were counted last, in the window and at the length that they were counted for. */
const counted = new WeakMap<
  object,
  { readonly window: TimeWindow; readonly length: number; readonly columns: readonly Column[] }
>();

/** How much of a window is counted beyond either end of it, as a share: frames to come then count nothing. */
const AHEAD = 0.5;

/** The columns that lie in a window, and some beyond it if it moves. */
function countedIn(
  events: LaneLayout['events'],
  window: TimeWindow,
  length: number,
  isStill: boolean,
): readonly Column[] {
  const known = counted.get(events);
  if (known?.length === length && known.window.start <= window.start && window.end <= known.window.end)
    return known.columns;
  const ahead = isStill ? 0 : (window.end - window.start) * AHEAD;
  const wider = { start: window.start - ahead, end: window.end + ahead };
  const columns = columnsIn(events, wider, length);
  counted.set(events, { window: wider, length, columns });
  return columns;
}

function columnsOf(
  lane: LaneLayout,
  step: StepLayout,
  { layout, window, width, isFound, isStill = false }: FrameOptions,
): StripBox[] {
  const { floor } = layout.space;
  const length = columnLength(step.scale, COLUMN);
  const most = lane.events.mostAtOnce(length);
  const high = lane.stripHeight - floor;
  return countedIn(lane.events, window, length, isStill).flatMap(({ start, end, count }) => {
    if (end <= window.start || start >= window.end) return [];
    const x = positionOf(window, start, width);
    return {
      x,
      y: floor,
      width: Math.max(1, positionOf(window, end, width) - x - COLUMN_GAP),
      height: Math.max(LOWEST_COLUMN, Math.round((high * count) / most)),
      isRound: false,
      isMissed: isFound !== undefined,
      count,
      span: { start, end },
      row: null,
    };
  });
}
