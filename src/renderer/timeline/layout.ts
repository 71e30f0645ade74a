// The layout of a timeline: how high each lane is, how much the labels say, and where they stand, at every scale. Pure.
import { UNFOLDED, type FoldedTime } from '../../shared/dates/folds.ts';
import { scaleOf, type TimeWindow } from '../../shared/dates/window.ts';
import type { PlacedEvent } from '../../shared/document/event.ts';
import { rememberLast } from '../../shared/figure/last-answer.ts';
import { cutToWindow, eventInTime, firstPlace, type LaneEvents } from '../../shared/index/in-lane.ts';
import {
  NOTHING_PLACED,
  scaleAt,
  sideOf,
  stepFor,
  type Placement,
  type Side,
} from '../../shared/index/labels.ts';
import type { TimelineModel } from '../view/model.ts';
import { createLabelSizes, type LabelSizes, type RoomBeside } from './label-sizes.ts';
import {
  type CrowdedLane,
  layOutLane,
  NO_DOTS,
  rowsIn,
  type Dots,
  type LaidOutLane,
  type LaneGround,
  type LaneSize,
  type LaneSpace,
  type StripKind,
} from './lane-layout.ts';
import {
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

/** What the labels of a figure follow besides. */
export interface StillLayout {
  /** The numbers of the sources of an event, by its row. */
  readonly sources: (row: number) => readonly number[];
  /** The map to the time in which model and window are given; left out where nothing is folded. */
  readonly time?: FoldedTime;
  /** What labels do not cross where they have room on their side of it, in order of drawn time. */
  readonly breaks?: readonly TimeWindow[];
  /** The room that a label may fill; left out where each has the same. */
  readonly roomBeside?: RoomBeside | undefined;
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
  readonly still?: StillLayout | undefined;
  /** What lanes leave around their rows; left out for {@link ROOMY}. */
  readonly space?: LaneSpace | undefined;
  /** The sizes of the labels, where another layout with the same words has measured them. */
  readonly sizes?: LabelSizes | undefined;
}

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
  readonly dots: Dots;
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

/** A lane that can be laid out ahead of the step that needs it. */
export interface LaneAhead {
  readonly events: LaneEvents;
  /** Of the step, milliseconds to a CSS pixel. */
  readonly scale: number;
  readonly layOut: () => Generator<undefined, CrowdedLane>;
}

/** The layout of a timeline at every scale. */
export interface Layout {
  readonly space: LaneSpace;
  /** Heights of the lanes from the top down, CSS pixels; the same at every scale. */
  readonly heights: readonly number[];
  /** The step of a scale, in milliseconds to a CSS pixel. */
  stepAt(scale: number): number;
  /** @param scale milliseconds to a CSS pixel */
  at(scale: number): StepLayout;
  /**
   * What {@link at} gives if that is laid out, or else the nearest coarser step that is: all of its labels have room at
   * this scale too, others are missing. `null` where there is none.
   */
  ready(scale: number): StepLayout | null;
  /** What {@link at} has left to do for a scale where labels crowd, lane by lane; nothing if it is done. */
  ahead(scale: number): LaneAhead[];
  /** The words of a mark. */
  textOf(row: number): MarkText;
  /** The width of a label, CSS pixels. */
  widthOf(row: number, level: Level): number;
}

/** As in the window: no lane is lower than two rows of titles, or one above a strip. */
export const ROOMY: LaneSpace = { top: 13, bottom: 9, floor: 5, lowest: 62 };
/** In figures without room for that: no lane is lower than its name, beside two rows of dots or low columns. */
export const TIGHT: LaneSpace = { top: 3, bottom: 2, floor: 2, lowest: 18 };
/** Whether so many lanes are higher together than a place of some height, CSS pixels: it then has to be scrolled. */
export function isTooLow(height: number, lanes: number, { lowest }: LaneSpace): boolean {
  return lanes * lowest > height;
}
/** Rows that would be lowered by less stay in line with the name of their lane, CSS pixels. */
const LEAST_LOWERED = 12;

/** The events of a lane in the window of a figure, which several layouts are made for. */
const lastCut = rememberLast<LaneEvents>();

/**
 * Lays a timeline out. What is not asked for is not computed.
 *
 * @param before the layout before an edit or a search, which must not be used any more: of a large document, what neither
 *   has touched is used again.
 */
export function createLayout(options: LayoutOptions, before?: Layout): Layout {
  const { model, plot, measure, isFound, still, space = ROOMY } = options;
  const earlier = before === undefined ? null : keptFrom(before, options);
  const all = earlier?.all ?? options.all;
  const { document, index } = model;
  const base = scaleOf(all, plot.width);
  const sizes =
    options.sizes ??
    earlier?.sizes ??
    createLabelSizes({
      events: document.events,
      width: plot.width,
      measure,
      sources: still?.sources,
      isFound,
      roomBeside: still?.roomBeside,
    });
  const { widestOf, widthOf } = sizes;
  const quoteWidth = ({ when }: PlacedEvent): number =>
    widestQuote(plot.width, widestOf(when.start, when.end, 'full'));

  // In large documents titles have one line, and each label has room for a quote: reading all would cost too much.
  const read = once(() => (document.events.dated > MOST_WRAPPED ? null : [...document.events.placed()]));
  const linesOf = new Map<Level, number>();
  const lines = (level: Level): number => {
    const known = linesOf.get(level);
    if (known !== undefined) return known;
    const own = ({ when }: PlacedEvent): number => widestOf(when.start, when.end, level);
    // A level whose titles have one line at most does not ask for the events.
    const events = SETTINGS[level].titleLines === 1 ? null : read();
    const needed = events === null ? 1 : titleLines(events, level, own, measure);
    linesOf.set(level, needed);
    return needed;
  };
  /** Small documents and figures are laid out anew by each edit. */
  const isLasting = still === undefined && document.events.dated > MOST_EXACT;
  const laidOut = new Map<number, LaidOutLane>();
  for (const lane of index.lanes) {
    const whole = index.inLane(lane);
    const events =
      still === undefined ? whole : lastCut(whole, `${all.start}/${all.end}`, () => cutToWindow(whole, all));
    const ground: LaneGround = { events, sizes, base, window: all, breaks: still?.breaks, isLasting };
    laidOut.set(lane, earlier?.lane(lane, ground) ?? layOutLane(ground));
  }
  const lanes = [...laidOut].map(([lane, own]) => ({ lane, ...own }));
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
  /**
   * Whether not even the titles of all events have room at step 0: then no level has, and most events need not be read for
   * the first picture. Of few events what says more is tried at once.
   */
  const isCrowded = once(
    () =>
      document.events.dated > MOST_EXACT &&
      heightsWithin('title', rowHeight('title', 1, 0), plot.height, rowsNeeded, space) === null,
  );
  const quoteNeeded = once(() => {
    const events = read();
    return events === null ? USUAL_QUOTE : quoteLinesNeeded(events, quoteWidth, sizes.saidWidthOf);
  });
  /** Whether there is room for the labels of all events at step 0. */
  const hasRoom = (level: Level, quotes: number): boolean =>
    !isCrowded() &&
    // Measuring in a font for the first time takes a third of a millisecond: not where a row a lane is too high already.
    lanes.filter(({ events }) => events.rows.length > 0).length *
      (space.top + space.bottom + rowHeight(level, 1, quotes)) <=
      plot.height &&
    heightsWithin(level, rowHeight(level, lines(level), quotes), plot.height, rowsNeeded, space) !== null;
  const quoteLines = once(() =>
    isCrowded()
      ? Math.min(quoteNeeded(), USUAL_QUOTE)
      : quoteLinesFor(quoteNeeded(), still === undefined ? 1 : USUAL_QUOTE, (quotes) =>
          hasRoom('full', quotes),
        ),
  );
  const usualRow = (level: Level): number =>
    rowHeight(level, lines(level), SETTINGS[level].quote === null ? 0 : quoteLines());
  const titleRow = once(() =>
    isCrowded() || heightsWithin('title', usualRow('title'), plot.height, rowsNeeded, space) === null
      ? CLOSE_ROW
      : usualRow('title'),
  );
  /** What a row takes at a level. Where not all titles have room, their rows stand closer together, at every scale. */
  const rowAt = (level: Level): number => (level === 'title' ? titleRow() : usualRow(level));
  /** Of the words of marks; where all quotes are shorter, they are as they would be with fewer lines. */
  const wordLines = isCrowded() ? USUAL_QUOTE : quoteLines();
  const texts = earlier?.texts(wordLines) ?? new Map<number, MarkText>();
  const textOf = (row: number): MarkText => {
    const known = texts.get(row);
    if (known !== undefined) return known;
    const event = document.events.placedAt(row);
    if (event === undefined) throw new RangeError(`No event with a date in row ${row}.`);
    const words = markText(document, row, event, { lines: wordLines, width: quoteWidth(event) }, measure);
    const text = drawnIn(words, still?.time ?? UNFOLDED);
    texts.set(row, text);
    return text;
  };
  // Type grows with the window and not while one zooms in: it is large only where it is so in the view of all events. In a
  // figure it has the size that was asked for.
  const isAmple =
    still === undefined && !isCrowded() && quoteLines() === quoteNeeded() && hasRoom('ample', quoteLines());
  const levels = LEVELS.filter(
    (level) =>
      (isAmple || level !== 'ample') &&
      // Where labels are narrow, dates beside the titles would leave nothing of these.
      (level !== 'line' || widestLabel(plot.width, level) >= NARROWEST_LINE),
  );
  /** Those that are worth trying at step 0. */
  const levelsAtFirst: readonly Level[] = isCrowded() ? ['title'] : levels;
  const heights = laneHeights(plot.height, rowAt, rowsNeeded, levelsAtFirst, space);
  const sizeOf = (place: number, level: Level): LaneSize => ({
    height: heights[place] ?? 0,
    row: rowAt(level),
    space,
  });
  /** Where the first row of each lane begins at step 0: the rows stand in the middle of a lane that has no strip. */
  const restingTops = (() => {
    const level =
      levelsAtFirst.find((one) => wholeLanes(one, base, (place) => rowsIn(sizeOf(place, one))) !== null) ??
      'title';
    return lanes.map(({ place: placeIn }, place) => {
      const rows = placeIn(level, base, rowsIn(sizeOf(place, level)))?.rowCount;
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
    lanes.map(({ lane, events, roomAt, crowded }, place) => {
      const { labels, strip, stripHeight, dots } = crowded(step, sizeOf(place, 'title'));
      const room = roomAt('title');
      return {
        lane,
        height: heights[place] ?? 0,
        top: topOf(place, labels.rowCount * rowAt('title'), Math.max(space.bottom, stripHeight)),
        events,
        labels,
        sideOf: (event) => sideOf(room, event, scale),
        strip,
        stripHeight,
        dots,
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
    for (const level of step <= 0 ? levelsAtFirst : levels) {
      if (level === 'title') break;
      const placements = wholeLanes(level, scale, (place) =>
        step > roomyFrom ? Infinity : rowsIn(sizeOf(place, level)),
      );
      if (placements === null) continue;
      if (level === levels[0]) roomyFrom = Math.min(roomyFrom, step);
      return { ...common(step, scale, level), lanes: roomy(level, scale, placements) };
    }
    return { ...common(step, scale, 'title'), lanes: full(step, scale) };
  };

  /** What shows all events is step 0, also where that is a little longer than it was. */
  const stretch = Math.min(1, (all.end - all.start) / (options.all.end - options.all.start));
  const stepAt = (scale: number): number => stepFor(base, scale * stretch);

  const layout: Layout = {
    space,
    heights,
    textOf,
    widthOf,
    stepAt,
    at(scale) {
      const step = stepAt(scale);
      const known = steps.get(step);
      if (known !== undefined) return known;
      const laid = layoutAt(step);
      if (steps.size >= MOST_REMEMBERED) steps.clear();
      steps.set(step, laid);
      return laid;
    },
    ready(scale) {
      const step = stepAt(scale);
      let nearest: StepLayout | null = null;
      for (const known of steps.values())
        if (known.step <= step && known.step > (nearest?.step ?? -Infinity)) nearest = known;
      return nearest;
    },
    ahead(scale) {
      const step = stepAt(scale);
      if (steps.has(step)) return [];
      return lanes.map(({ events, crowding }, place) => ({
        events,
        scale: scaleAt(base, step),
        layOut: () => crowding(step, sizeOf(place, 'title')),
      }));
    },
  };
  if (isLasting)
    kept.set(layout, {
      options: { ...options, all },
      changes: document.events.changes,
      texts,
      wordLines,
      sizes,
      lanes: laidOut,
    });
  return layout;
}

/** What a layout of a large document leaves to the one after an edit. */
interface Kept {
  readonly options: LayoutOptions;
  /** How many changes its document had. */
  readonly changes: number;
  readonly texts: Map<number, MarkText>;
  readonly wordLines: number;
  readonly sizes: LabelSizes;
  readonly lanes: ReadonlyMap<number, LaidOutLane>;
}

const kept = new WeakMap<Layout, Kept>();

/** What can be used again of the layout before an edit; `null` if that is nothing. */
function keptFrom(before: Layout, options: LayoutOptions) {
  const known = kept.get(before);
  const { document } = options.model;
  const changed = known === undefined ? null : document.events.changesSince(known.changes);
  if (known === undefined || changed === null || !hasSameLabels(known.options, options)) return null;
  const isSame = isSamePicture(known.options, options);
  const { events } = document;
  const { texts, wordLines, sizes, lanes } = known;
  sizes.follow(events, changed, options.isFound);
  for (const { row } of changed) texts.delete(row);
  return {
    sizes,
    all: isSame ? known.options.all : options.all,
    /** The words of marks, which name their lanes. */
    texts: (lines: number) =>
      lines === wordLines && known.options.model.document.lanes === document.lanes ? texts : null,
    /** A lane as it is now; `null` if all of it is to be laid out anew. */
    lane(position: number, ground: LaneGround): LaidOutLane | null {
      const lane = lanes.get(position);
      if (!isSame || lane === undefined) return null;
      const left = changed.filter((own) => own.lane === position && !Number.isNaN(own.start));
      const came = changed.filter(({ row }) => events.columns.lanes[row] === position && events.isDated(row));
      if (left.length === 0 && came.length === 0) return lane;
      return lane.after(
        ground,
        left.map(({ row, start, end }) => firstPlace(lane.events, eventInTime(row, start, end))),
        came.map(({ row }) =>
          firstPlace(
            ground.events,
            eventInTime(row, events.columns.starts[row] ?? NaN, events.columns.ends[row] ?? NaN),
          ),
        ),
      );
    },
  };
}

/** Whether the labels of two layouts of a document are equally wide. */
function hasSameLabels(one: LayoutOptions, other: LayoutOptions): boolean {
  return one.plot.width === other.plot.width && one.measure === other.measure && other.still === undefined;
}

/** Whether such layouts are for the same picture, and differ in the document's events alone. */
function isSamePicture(one: LayoutOptions, other: LayoutOptions): boolean {
  return (
    one.plot.height === other.plot.height &&
    isNear(one.all, other.all) &&
    one.isFound === other.isFound &&
    one.space === other.space
  );
}

/**
 * Whether one window shows all events as well as another: an edit at the ends of time moves no labels of other events.
 * The margin of that window holds what goes beyond it, and the gaps between labels what they come closer together.
 */
function isNear(one: TimeWindow, other: TimeWindow): boolean {
  const slack = (one.end - one.start) * SLACK;
  return Math.abs(one.start - other.start) <= slack && Math.abs(one.end - other.end) <= slack;
}

const SLACK = 0.01;

/** The words of a mark, bounded where its date is drawn. */
function drawnIn(text: MarkText, { folds, place }: FoldedTime): MarkText {
  return folds.length === 0 ? text : { ...text, start: place(text.start), end: place(text.end) };
}

/** The narrowest label with title and date on one line, CSS pixels. */
const NARROWEST_LINE = 200;
/** How many steps are kept, so that zooming to and fro over a step costs nothing. */
const MOST_REMEMBERED = 12;
/** In larger documents titles have one line, and quotes as many as is usual: reading all would cost too much. */
const MOST_WRAPPED = 1_000;
/** Labels of no more events are measured whole (`timeline/measure.ts`), and again once further letters are there. */
const MOST_EXACT = 400;
/** What a title takes with the room below it where titles crowd, CSS pixels: 1 pixel more than its line. */
const CLOSE_ROW = 17;
/** Lines of a quote where it is not known how much room there is, and the fewest in a figure. */
const USUAL_QUOTE = 2;

/** A value that is computed when somebody asks for it first. */
function once<Value>(compute: () => Value): () => Value {
  let found: { readonly value: Value } | undefined;
  return () => (found ??= { value: compute() }).value;
}

/** How many rows a lane needs for all its labels; `most` + 1 where it needs more. */
type RowsNeeded = (level: Level, most: number) => number;

/**
 * How many lines quotes have: as many as the longest needs where there is room for them at step 0, and else what there
 * is room for. Where there is not even room for the fewest, two.
 */
function quoteLinesFor(needed: number, fewest: number, hasRoom: (quoteLines: number) => boolean): number {
  for (let quoteLines = needed; quoteLines >= fewest; quoteLines--)
    if (hasRoom(quoteLines)) return quoteLines;
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

/** The same where a height has room for them; otherwise `null`, as soon as that shows. */
function heightsWithin(
  level: Level,
  row: number,
  height: number,
  lanes: readonly RowsNeeded[],
  space: LaneSpace,
): number[] | null {
  const heights: number[] = [];
  let left = height;
  for (const lane of lanes) {
    const [own = Infinity] = heightsWanted(level, row, height, [lane], space);
    left -= own;
    if (left < 0) return null;
    heights.push(own);
  }
  return heights;
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
    const heights = heightsWithin(level, rowAt(level), height, lanes, space);
    if (heights !== null) {
      const sum = sumOf(heights);
      return inPixels(
        heights.map((own) => (own * height) / sum),
        height,
      );
    }
    if (level === 'title') {
      const wanted = heightsWanted(level, rowAt(level), height, lanes, space);
      return inPixels(shared(wanted, height, space.lowest), height);
    }
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
