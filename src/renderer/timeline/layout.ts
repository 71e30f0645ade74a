// The layout of a timeline: how high each lane is, how much the labels say, and where they stand, at every scale. Pure.
import { UNFOLDED, type FoldedTime } from '../../shared/dates/folds.ts';
import type { TimeWindow } from '../../shared/dates/window.ts';
import { USUAL_IMPORTANCE } from '../../shared/document/event.ts';
import { cutToWindow, type LaneEvents } from '../../shared/index/in-lane.ts';
import {
  chooseLabels,
  dotRows,
  NOTHING_PLACED,
  placerOf,
  scaleAt,
  sideOf,
  stepFor,
  type LaneRoom,
  type Placement,
  type Side,
} from '../../shared/index/labels.ts';
import { intAt } from '../../shared/index/typed-arrays.ts';
import type { TimelineModel } from '../view/model.ts';
import {
  labelWidth,
  LEVELS,
  markText,
  quoteLinesNeeded,
  rowHeight,
  SETTINGS,
  titleLines,
  widestLabel,
  widestQuote,
  type Level,
  type MarkText,
  type Measure,
} from './texts.ts';

/** The place that a timeline is drawn in, CSS pixels. */
export interface Plot {
  /** Of the window. */
  readonly width: number;
  /** What the lanes fill together, where their labels leave room. */
  readonly height: number;
}

/** What a layout is made for. */
export interface LayoutOptions {
  readonly model: TimelineModel;
  readonly plot: Plot;
  /** The window that shows all events: the labels of every scale follow from its labels. */
  readonly all: TimeWindow;
  readonly measure: Measure;
  /** Whether a search has found an event, by its row; what is found is labelled first. */
  readonly isFound?: ((row: number) => boolean) | undefined;
  /** For a figure of one window, whose edges cut nothing: only its events are laid out, and within it. */
  readonly still?:
    { readonly sources: (row: number) => readonly number[]; readonly time?: FoldedTime } | undefined;
  /** What lanes leave around their rows; left out for {@link ROOMY}. */
  readonly space?: LaneSpace | undefined;
}

/** How the events without a label are drawn: not at all where there are none, as dots, or counted in columns. */
export type StripKind = 'none' | 'dots' | 'columns';

/** One lane at one step of the scale. */
export interface LaneLayout {
  /** Row of the lane in the document. */
  readonly lane: number;
  /** CSS pixels. */
  readonly height: number;
  /** Where its first row of labels begins, CSS pixels from its top. */
  readonly top: number;
  readonly events: LaneEvents;
  readonly labels: Placement;
  /** Where the label of a place stands. */
  readonly sideOf: (place: number) => Side;
  readonly strip: StripKind;
  /** Height of the strip at the bottom of the lane, CSS pixels. */
  readonly stripHeight: number;
  /** Of a strip of dots: their places in time order, and the row of each from the bottom. */
  readonly dots: { readonly places: Int32Array; readonly rows: Int32Array };
}

/** What a timeline looks like at one step of the scale. */
export interface StepLayout {
  readonly step: number;
  /** Milliseconds to a CSS pixel, at which the labels were placed. */
  readonly scale: number;
  readonly level: Level;
  /** Lines that titles may take. */
  readonly titleLines: number;
  /** What a label and the room below it take, CSS pixels. */
  readonly row: number;
  readonly lanes: readonly LaneLayout[];
}

/** The layout of a timeline at every scale. */
export interface Layout {
  readonly space: LaneSpace;
  /** Heights of the lanes from the top down, CSS pixels; the same at every scale. */
  readonly heights: readonly number[];
  /** @param scale milliseconds to a CSS pixel */
  at(scale: number): StepLayout;
  /** The words of a mark. */
  textOf(row: number): MarkText;
  /** The width of a label, CSS pixels. */
  widthOf(row: number, level: Level): number;
}

/** What a lane leaves around its rows, CSS pixels. */
export interface LaneSpace {
  /** Above the first row. */
  readonly top: number;
  /** Below the last. */
  readonly bottom: number;
  /** Between a strip and the end of the lane. */
  readonly floor: number;
  /** The least height of a lane. */
  readonly lowest: number;
}

/** As in the window: no lane is lower than two rows of titles, or one above a strip. */
export const ROOMY: LaneSpace = { top: 13, bottom: 9, floor: 5, lowest: 62 };
/** In figures without room for that: no lane is lower than its name, beside two rows of dots or low columns. */
export const TIGHT: LaneSpace = { top: 3, bottom: 2, floor: 2, lowest: 18 };
/** Rows that would be lowered by less stay in line with the name of their lane, CSS pixels. */
const LEAST_LOWERED = 12;
/** A strip of dots, CSS pixels. */
export const DOT = { size: 6, pitch: 7, most: 3 } as const;

/** Lays a timeline out. What is not asked for is not computed. */
export function createLayout(options: LayoutOptions): Layout {
  const { model, plot, all, measure, isFound, still, space = ROOMY } = options;
  const { document, index } = model;
  const base = (all.end - all.start) / plot.width;
  const widest = (level: Level): number => widestLabel(plot.width, level);
  const quoteWidth = widestQuote(plot.width);
  const texts = new Map<number, MarkText>();
  const textOf = (row: number): MarkText => {
    const known = texts.get(row);
    if (known !== undefined) return known;
    const event = document.events.placedAt(row);
    if (event === undefined) throw new RangeError(`No event with a date in row ${row}.`);
    const words = markText(document, row, event, { lines: quoteLines, width: quoteWidth }, measure);
    const text = drawnIn(words, still?.time ?? UNFOLDED);
    texts.set(row, text);
    return text;
  };
  const widths = LEVELS.map(() => new Float32Array(document.events.rowCount));
  const widthOf = (row: number, level: Level): number => {
    const known = widths[LEVELS.indexOf(level)];
    const width = known?.[row];
    if (width) return width;
    const event = document.events.placedAt(row);
    if (known === undefined || event === undefined)
      throw new RangeError(`No event with a date in row ${row}.`);
    return (known[row] = labelWidth(
      event,
      level,
      still?.sources(row) ?? [],
      widest(level),
      quoteWidth,
      measure,
    ));
  };

  // In large documents titles have one line, and each label has room for a quote: reading all would cost too much.
  const read = document.events.dated > MOST_WRAPPED ? null : [...document.events.placed()];
  const linesOf = new Map(
    LEVELS.map((level) => [level, read === null ? 1 : titleLines(read, level, widest(level), measure)]),
  );
  const lines = (level: Level): number => linesOf.get(level) ?? 1;
  const lanes = index.lanes.map((lane) => {
    const events = still === undefined ? index.inLane(lane) : cutToWindow(index.inLane(lane), all);
    const roomAt = (level: Level): LaneRoom => ({
      events,
      width: (place) => widthOf(intAt(events.rows, place), level),
      base,
      window: all,
    });
    const placers = new Map(LEVELS.map((level) => [level, placerOf(roomAt(level))]));
    const place = (level: Level, scale: number, most: number) => placers.get(level)?.(scale, most) ?? null;
    return { lane, events, roomAt, place };
  });
  /** The labels of each lane where all have room at a level, or `null` where one has none. */
  const wholeLanes = (level: Level, scale: number, most: (place: number) => number): Placement[] | null => {
    const placements: Placement[] = [];
    for (const [position, { place }] of lanes.entries()) {
      const placement = place(level, scale, most(position));
      if (placement === null) return null;
      placements.push(placement);
    }
    return placements;
  };
  const rowsNeeded = lanes.map(
    ({ events, place }): RowsNeeded =>
      (level, most) =>
        events.rows.length === 0 ? 0 : (place(level, base, most)?.rowCount ?? most + 1),
  );
  const quoteNeeded = read === null ? USUAL_QUOTE : quoteLinesNeeded(read, quoteWidth, measure);
  /** Whether a window has room for the labels of all events at step 0. */
  const hasRoom = (level: Level, quotes: number): boolean =>
    still === undefined &&
    sumOf(heightsWanted(level, rowHeight(level, lines(level), quotes), plot.height, rowsNeeded, space)) <=
      plot.height;
  const quoteLines = quoteLinesFor(quoteNeeded, (quotes) => hasRoom('full', quotes));
  const rowAt = (level: Level): number => rowHeight(level, lines(level), quoteLines);
  // Type grows with the window and not while one zooms in: it is large only where it is so in the view of all events.
  const isAmple = quoteLines === quoteNeeded && hasRoom('ample', quoteLines);
  const levels = LEVELS.filter(
    (level) =>
      (isAmple || level !== 'ample') &&
      // Where labels are narrow, dates beside the titles would leave nothing of these.
      (level !== 'line' || widest(level) >= NARROWEST_LINE),
  );
  const heights = laneHeights(plot.height, rowAt, rowsNeeded, levels, space);
  const rowsIn = (place: number, level: Level, strip = 0): number =>
    // A strip needs no room below it.
    Math.max(
      0,
      Math.floor(((heights[place] ?? 0) - space.top - Math.max(space.bottom, strip)) / rowAt(level)),
    );

  const crowded = lanes.map(({ events, roomAt, place: placeIn }, place) => {
    const height = heights[place] ?? 0;
    const { strip, stripHeight, mostDots } = stripsOf(
      events,
      base,
      height,
      space,
      rowAt('title'),
      (beside) => rowsIn(place, 'title', beside),
      (scale) => placeIn('title', scale, rowsIn(place, 'title')) !== null,
    );
    const labels = chooseLabels({
      ...roomAt('title'),
      tiers: tiersOf(events, (row) => {
        const importance = document.events.importanceOf(row) ?? USUAL_IMPORTANCE;
        return isFound?.(row) === true ? 0 : MOST_IMPORTANT + 1 - importance;
      }),
      rowsAt: (step) => rowsIn(place, 'title', stripHeight(strip(step))),
    });
    return { labels, strip, stripHeight, mostDots };
  });

  /** Where the first row of each lane begins at step 0: the rows stand in the middle of a lane that has no strip. */
  const restingTops = (() => {
    const level =
      levels.find((one) => wholeLanes(one, base, (place) => rowsIn(place, one)) !== null) ?? 'title';
    return lanes.map(({ place: placeIn }, place) => {
      const rows = placeIn(level, base, rowsIn(place, level))?.rowCount;
      if (rows === undefined) return space.top;
      const words = rows * rowAt(level) - SETTINGS[level].gap;
      const middle = Math.floor(((heights[place] ?? 0) - words) / 2);
      return middle - space.top < LEAST_LOWERED ? space.top : middle;
    });
  })();
  /**
   * Where the first row of a lane begins. It stays there while one zooms, unless the rows need the room.
   * @param needed of all rows, CSS pixels
   */
  const topOf = (place: number, needed: number, below: number): number =>
    Math.max(space.top, Math.min(restingTops[place] ?? space.top, (heights[place] ?? 0) - below - needed));

  /** The lanes at a step at which all labels have room for more than their titles. */
  const roomy = (level: Level, scale: number, placements: readonly Placement[]): LaneLayout[] =>
    lanes.map(({ lane, events, roomAt }, place) => {
      const room = roomAt(level);
      const labels = placements[place] ?? NOTHING_PLACED;
      return {
        lane,
        height: heights[place] ?? 0,
        top: topOf(place, labels.rowCount * rowAt(level), space.bottom),
        events,
        labels,
        sideOf: (event) => sideOf(room, event, scale),
        strip: 'none',
        stripHeight: 0,
        dots: NO_DOTS,
      };
    });
  /** The lanes at a step at which there is room for the titles of the most important alone. */
  const full = (step: number, scale: number): LaneLayout[] =>
    crowded.map(({ labels, strip, stripHeight, mostDots }, place) => {
      const { lane, events, roomAt } = lanes[place] ?? raise(place);
      const placement = labels.at(step);
      const others = without(events.rows.length, placement.places);
      const wanted = strip(step);
      const stacked = wanted === 'columns' ? null : dotRows(events, others, scale, DOT.pitch, mostDots);
      const room = roomAt('title');
      return {
        lane,
        height: heights[place] ?? 0,
        top: topOf(place, placement.rowCount * rowAt('title'), Math.max(space.bottom, stripHeight(wanted))),
        events,
        labels: placement,
        sideOf: (event) => sideOf(room, event, scale),
        strip: others.length === 0 ? 'none' : stacked === null ? 'columns' : 'dots',
        stripHeight: stripHeight(wanted),
        dots: stacked === null ? NO_DOTS : { places: others, rows: stacked },
      };
    });

  const steps = new Map<number, StepLayout>();
  /** The coarsest step known at which all labels have room for all that they can say: so have they when it is closer. */
  let roomyFrom = Infinity;
  const common = (step: number, scale: number, level: Level) => ({
    step,
    scale,
    level,
    titleLines: lines(level),
    row: rowAt(level),
  });
  const layoutAt = (step: number): StepLayout => {
    const scale = scaleAt(base, step);
    for (const level of levels) {
      if (level === 'title') break;
      const placements = wholeLanes(level, scale, (place) =>
        step > roomyFrom ? Infinity : rowsIn(place, level),
      );
      if (placements === null) continue;
      if (level === levels[0]) roomyFrom = Math.min(roomyFrom, step);
      return { ...common(step, scale, level), lanes: roomy(level, scale, placements) };
    }
    return { ...common(step, scale, 'title'), lanes: full(step, scale) };
  };

  return {
    space,
    heights,
    textOf,
    widthOf,
    at(scale) {
      const step = stepFor(base, scale);
      const known = steps.get(step);
      if (known !== undefined) return known;
      const layout = layoutAt(step);
      if (steps.size >= MOST_REMEMBERED) steps.clear();
      steps.set(step, layout);
      return layout;
    },
  };
}

/** The words of a mark, bounded where its date is drawn. */
function drawnIn(text: MarkText, { folds, place }: FoldedTime): MarkText {
  return folds.length === 0 ? text : { ...text, start: place(text.start), end: place(text.end) };
}

/** The narrowest label with title and date on one line, CSS pixels. */
const NARROWEST_LINE = 200;
/** How many steps are kept, so that zooming to and fro over a step costs nothing. */
const MOST_REMEMBERED = 12;
const MOST_IMPORTANT = 5;
/** In larger documents titles have one line, and quotes as many as is usual: reading all would cost too much. */
const MOST_WRAPPED = 1_000;
/** Lines of a quote where no window says how much room there is. */
const USUAL_QUOTE = 2;
const NO_DOTS = { places: new Int32Array(), rows: new Int32Array() };
function raise(place: number): never {
  throw new RangeError(`No lane is shown at ${place}.`);
}

/** How many rows a lane needs for all its labels; `most` + 1 where it needs more. */
type RowsNeeded = (level: Level, most: number) => number;

/**
 * How many lines quotes have: as many as the longest needs where there is room for them at step 0, and else what there
 * is room for. Where there is room for none, two.
 */
function quoteLinesFor(needed: number, hasRoom: (quoteLines: number) => boolean): number {
  for (let quoteLines = needed; quoteLines > 0; quoteLines--) if (hasRoom(quoteLines)) return quoteLines;
  return Math.min(needed, USUAL_QUOTE);
}

/** What each lane takes with all its labels at a level whose rows are so high; infinite where that is more than all have. */
function heightsWanted(
  level: Level,
  row: number,
  height: number,
  lanes: readonly RowsNeeded[],
  space: LaneSpace,
): number[] {
  const most = Math.floor(height / row);
  return lanes.map((needed) => {
    const rows = needed(level, most);
    return rows > most ? Infinity : Math.max(space.lowest, space.top + space.bottom + rows * row);
  });
}

const sumOf = (heights: readonly number[]): number => heights.reduce((total, own) => total + own, 0);

/**
 * Shares a height between lanes by how many rows they need, at the level that says most among those that fit; what is
 * left is shared in proportion. Where no level fits, lanes that need little get it, and the others share the rest. No
 * lane is lower than its space allows, whatever the sum.
 */
export function laneHeights(
  height: number,
  rowAt: (level: Level) => number,
  lanes: readonly RowsNeeded[],
  levels: readonly Level[] = LEVELS,
  space: LaneSpace = ROOMY,
): number[] {
  for (const level of levels) {
    const heights = heightsWanted(level, rowAt(level), height, lanes, space);
    const sum = sumOf(heights);
    if (sum <= height)
      return inPixels(
        heights.map((own) => (own * height) / sum),
        height,
      );
    if (level === 'title') return inPixels(shared(heights, height, space.lowest), height);
  }
  return [];
}

/** What each of some lanes gets of a height: what it wants where that is less than its share of what is left. */
function shared(wanted: readonly number[], height: number, lowest: number): number[] {
  const got = wanted.map(() => lowest);
  let left = height;
  const inOrder = [...wanted.keys()].sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  inOrder.forEach((lane, position) => {
    const own = Math.max(lowest, Math.min(wanted[lane] ?? 0, left / (wanted.length - position)));
    got[lane] = own;
    left -= own;
  });
  return got;
}

/** Whole pixels that fill a height together where they did before. */
function inPixels(heights: readonly number[], height: number): number[] {
  const whole = heights.map((own) => Math.floor(own));
  const sum = whole.reduce((total, own) => total + own, 0);
  const last = whole.length - 1;
  const spare = Math.floor(height) - sum;
  return whole.map((own, lane) => (lane === last && spare > 0 && spare <= whole.length ? own + spare : own));
}

/** What columns have of a lane, but for one row of labels: they show all events, and the labels only a few. */
const STRIP_SHARE = 0.55;

/**
 * Which strip a lane has at each step, and how high it is. It follows from how the events crowd, and not from which of
 * them are labelled: how much room labels have follows from it.
 */
function stripsOf(
  events: LaneEvents,
  base: number,
  laneHeight: number,
  space: LaneSpace,
  titleRow: number,
  rowsBeside: (strip: number) => number,
  needsNone: (scale: number) => boolean,
): {
  readonly strip: (step: number) => StripKind;
  readonly stripHeight: (strip: StripKind) => number;
  /** Rows of dots for which the lane has room. */
  readonly mostDots: number;
} {
  const mostDots = Math.max(1, Math.min(DOT.most, Math.floor((laneHeight - space.floor) / DOT.pitch)));
  const dots = mostDots * DOT.pitch + 3;
  const columns = Math.max(
    dots,
    Math.min(Math.floor(laneHeight * STRIP_SHARE), laneHeight - space.top - titleRow),
  );
  const all = Int32Array.from({ length: events.rows.length }, (_, place) => place);
  const known = new Map<number, StripKind>();
  return {
    mostDots,
    stripHeight: (strip) => (strip === 'none' ? 0 : strip === 'dots' ? dots : columns),
    strip(step) {
      const before = known.get(step);
      if (before !== undefined) return before;
      const scale = scaleAt(base, step);
      const isCrowded = () => dotRows(events, all, scale, DOT.pitch, rowsBeside(dots) + mostDots) === null;
      const kind = needsNone(scale) ? 'none' : isCrowded() ? 'columns' : 'dots';
      known.set(step, kind);
      return kind;
    },
  };
}

/** The tier of each event of a lane, 0 for the most important; `undefined` where all matter alike. */
function tiersOf(events: LaneEvents, tierOf: (row: number) => number): Uint8Array | undefined {
  const tiers = Uint8Array.from(events.rows, tierOf);
  return tiers.every((tier) => tier === tiers[0]) ? undefined : tiers;
}

/** The places below a count that are not among some others. */
function without(count: number, others: Int32Array): Int32Array {
  const isAmong = new Uint8Array(count);
  for (const place of others) isAmong[place] = 1;
  let found = 0;
  const places = new Int32Array(count - others.length);
  for (let place = 0; place < count; place++) if (isAmong[place] === 0) places[found++] = place;
  return places;
}
