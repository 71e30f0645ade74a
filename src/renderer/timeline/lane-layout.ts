// The layout of one lane: which of its events have a label at each step of the scale, and how the others are drawn. Pure.
import type { TimeWindow } from '../../shared/dates/window.ts';
import type { LaneEvents } from '../../shared/index/in-lane.ts';
import {
  chooseLabels,
  dotRows,
  placerOf,
  scaleAt,
  type LabelChoice,
  type LabelOptions,
  type LaneRoom,
  type Placement,
} from '../../shared/index/labels.ts';
import { allPlaces, ascending, intAt, spliced, spliceOf } from '../../shared/index/typed-arrays.ts';
import type { LabelSizes } from './label-sizes.ts';
import { LEVELS, type Level } from './texts.ts';

/** How the events without a label are drawn: not at all where there are none, as dots, or counted in columns. */
export type StripKind = 'none' | 'dots' | 'columns';

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

/** A strip of dots, CSS pixels. */
export const DOT = { size: 6, pitch: 7, most: 3 } as const;

/**
 * What a lane is laid out by. A lane that no edit touches keeps this for long, so it must not hold on to what belongs to one
 * layout alone.
 */
export interface LaneGround {
  readonly events: LaneEvents;
  readonly sizes: LabelSizes;
  /** Milliseconds to a CSS pixel at step 0. */
  readonly base: number;
  /** The window of step 0. */
  readonly window: TimeWindow;
  /** Breaks of that window, which labels do not cross where they have room on their side of them. */
  readonly breaks?: readonly TimeWindow[] | undefined;
  /**
   * Whether its labels stay when events are edited. A strip of dots then has room for as many rows as it may ever need:
   * if it grew by an edit, it would run into the labels.
   */
  readonly isLasting: boolean;
}

/** What a lane has room for. */
export interface LaneSize {
  /** CSS pixels. */
  readonly height: number;
  /** What a title and the room below it take, CSS pixels. */
  readonly row: number;
  readonly space: LaneSpace;
}

/** A lane at a step at which there is room for the titles of the most important alone. */
export interface CrowdedLane {
  readonly labels: Placement;
  readonly strip: StripKind;
  /** Of the strip that the step has room for, also where there is none to draw; CSS pixels. */
  readonly stripHeight: number;
  /** Of a strip of dots: their places in time order, and the row of each from the bottom. */
  readonly dots: Dots;
}

/** Dots by their places in the lane, each in a row from the bottom. */
export interface Dots {
  readonly places: Int32Array;
  readonly rows: Int32Array;
}

/** No dots. */
export const NO_DOTS: Dots = { places: new Int32Array(), rows: new Int32Array() };

/** A lane at every step of the scale. */
export interface LaidOutLane {
  readonly events: LaneEvents;
  /** What its labels are placed by at a level. */
  readonly roomAt: (level: Level) => LaneRoom;
  /** Places all its events with their labels; `null` if they need more than `most` rows. */
  readonly place: (level: Level, scale: number, most: number) => Placement | null;
  /** The lane at a step, with labels where they have room. */
  readonly crowded: (step: number, size: LaneSize) => CrowdedLane;
  /** The same, a row of labels between two yields. */
  readonly crowding: (step: number, size: LaneSize) => Generator<undefined, CrowdedLane>;
  /**
   * The lane after an edit, whose labels stay but for those of the events that it has touched.
   * @param left the places of these events before
   * @param came their places now
   */
  readonly after: (ground: LaneGround, left: readonly number[], came: readonly number[]) => LaidOutLane;
}

/** Lays a lane out. What is not asked for is not computed. */
export function layOutLane(ground: LaneGround): LaidOutLane {
  return laidOut(ground, null);
}

/** How many rows of titles a lane has room for beside a strip. */
export function rowsIn({ height, row, space }: LaneSize, strip = 0): number {
  // A strip needs no room below it.
  return Math.max(0, Math.floor((height - space.top - Math.max(space.bottom, strip)) / row));
}

/** The labels that were chosen for a size. */
interface Sized {
  readonly size: LaneSize;
  /** How much each event matters, 0 for the most; `null` if all matter alike. */
  readonly tiers: Uint8Array | null;
  readonly labels: LabelChoice;
  /** Chooses the labels of a step ahead of that, in pieces. */
  readonly ahead: (step: number) => Generator<undefined, void>;
  readonly at: (step: number) => CrowdedLane;
}

/** The labels of a lane before an edit, and the places of what the edit has touched. */
interface Earlier extends Pick<Sized, 'size' | 'tiers' | 'labels'> {
  readonly left: readonly number[];
  readonly came: readonly number[];
}

/** What the labels of a lane are placed by at a level. */
function roomOf({ events, sizes, base, window, breaks }: LaneGround, level: Level): LaneRoom {
  return {
    events,
    width: (place) => sizes.widthOf(intAt(events.rows, place), level),
    widest: sizes.widest(level),
    base,
    window,
    breaks,
  };
}

function laidOut(ground: LaneGround, earlier: Earlier | null): LaidOutLane {
  const { events, sizes, base } = ground;
  // Given up once it is used: every lane would hold on to all lanes before it.
  let before = earlier;
  const roomAt = (level: Level): LaneRoom => roomOf(ground, level);
  const placers = new Map(LEVELS.map((level) => [level, placerOf(roomAt(level))]));
  const place: LaidOutLane['place'] = (level, scale, most) => placers.get(level)?.(scale, most) ?? null;

  const sizedFor = (size: LaneSize): Sized => {
    const { strip, stripHeight, mostDots } = stripsOf(ground, size, place);
    const tiers = before === null ? tiersOf(events, sizes) : tiersAfter(before, events, sizes);
    const options: LabelOptions = {
      ...roomAt('title'),
      tiers: tiers ?? undefined,
      rowsAt: (step) => rowsIn(size, stripHeight(step)),
    };
    const labels =
      before !== null && isSameSize(before.size, size)
        ? before.labels.after(options, before.left, before.came)
        : chooseLabels(options);
    before = null;
    /** The events without a label as dots, or `null` where they need more rows than there are. */
    const dotsBeside = (placement: Placement, step: number): Dots | null => {
      const others = without(events.rows.length, placement.places);
      const rows = dotRows(events, others, scaleAt(base, step), DOT.pitch, mostDots);
      return rows === null ? null : { places: others, rows };
    };
    const steps = new Map<number, CrowdedLane>();
    const laneAt = (step: number): CrowdedLane => {
      const wanted = strip(step);
      // Chosen one by one, the most important first, not all would find the room that all have together.
      const whole = wanted === 'none' ? place('title', scaleAt(base, step), rowsIn(size)) : null;
      if (whole !== null) return { labels: whole, strip: 'none', stripHeight: 0, dots: NO_DOTS };
      const placement = labels.at(step);
      const dots = wanted === 'columns' ? null : dotsBeside(placement, step);
      const isWhole = placement.places.length === events.rows.length;
      return {
        labels: placement,
        strip: isWhole ? 'none' : dots === null ? 'columns' : 'dots',
        stripHeight: stripHeight(step),
        dots: dots ?? NO_DOTS,
      };
    };
    return {
      size,
      tiers,
      labels,
      *ahead(step) {
        if (strip(step) !== 'none') yield* labels.ahead(step);
      },
      at(step) {
        const known = steps.get(step);
        if (known !== undefined) return known;
        const lane = laneAt(step);
        if (steps.size >= MOST_REMEMBERED) steps.clear();
        steps.set(step, lane);
        return lane;
      },
    };
  };
  let sized: Sized | null = null;
  const inSize = (size: LaneSize): Sized => {
    if (sized === null || !isSameSize(sized.size, size)) sized = sizedFor(size);
    return sized;
  };

  return {
    events,
    roomAt,
    place,
    crowded: (step, size) => inSize(size).at(step),
    *crowding(step, size) {
      const { ahead, at } = inSize(size);
      yield;
      yield* ahead(step);
      return at(step);
    },
    after: (now, left, came) => laidOut(now, sized === null ? null : { ...sized, left, came }),
  };
}

/** How many steps are kept, so that zooming to and fro over a step costs nothing. */
const MOST_REMEMBERED = 12;

function isSameSize(one: LaneSize, other: LaneSize): boolean {
  return one.height === other.height && one.row === other.row && one.space === other.space;
}

/** What columns have of a lane, but for one row of labels: they show all events, and the labels only a few. */
const STRIP_SHARE = 0.55;

/**
 * Which strip a lane has at each step, and how high it is. It follows from how the events crowd, and not from which of
 * them are labelled: how much room labels have follows from it.
 */
function stripsOf(
  { events, base, isLasting }: LaneGround,
  size: LaneSize,
  place: LaidOutLane['place'],
): {
  readonly strip: (step: number) => StripKind;
  /** At a step, CSS pixels. */
  readonly stripHeight: (step: number) => number;
  /** Rows of dots for which the lane has room. */
  readonly mostDots: number;
} {
  const { height, row, space } = size;
  const mostDots = Math.max(1, Math.min(DOT.most, Math.floor((height - space.floor) / DOT.pitch)));
  const dotsHeight = (rows: number): number => rows * DOT.pitch + 3;
  const dots = dotsHeight(mostDots);
  const columns = Math.max(dots, Math.min(Math.floor(height * STRIP_SHARE), height - space.top - row));
  const known = new Map<number, { readonly kind: StripKind; readonly height: number }>();
  const stripAt = (scale: number): { readonly kind: StripKind; readonly height: number } => {
    if (place('title', scale, rowsIn(size)) !== null) return { kind: 'none', height: 0 };
    const most = rowsIn(size, dots) + mostDots;
    const rows = dotRows(events, allPlaces(events.rows.length), scale, DOT.pitch, most);
    if (rows === null) return { kind: 'columns', height: columns };
    if (isLasting) return { kind: 'dots', height: dots };
    // No dots among these need more rows than all of them do: what the others would take is for labels.
    const needed = rows.reduce((highest, own) => Math.max(highest, own + 1), 1);
    return { kind: 'dots', height: dotsHeight(Math.min(mostDots, needed)) };
  };
  const at = (step: number) => {
    const strip = known.get(step) ?? stripAt(scaleAt(base, step));
    known.set(step, strip);
    return strip;
  };
  return {
    mostDots,
    strip: (step) => at(step).kind,
    stripHeight: (step) => at(step).height,
  };
}

/** The tier of each event of a lane, 0 for the most important; `null` if all are alike. */
function tiersOf({ rows }: LaneEvents, sizes: LabelSizes): Uint8Array | null {
  const tiers = new Uint8Array(rows.length);
  for (let place = 0; place < rows.length; place++) tiers[place] = sizes.tierOf(intAt(rows, place));
  return tiers.every((tier) => tier === tiers[0]) ? null : tiers;
}

/** The tiers of a lane after an edit. */
function tiersAfter(
  { tiers, left, came }: Earlier,
  events: LaneEvents,
  sizes: LabelSizes,
): Uint8Array | null {
  const { rows } = events;
  const tierAt = (place: number): number => sizes.tierOf(intAt(rows, place));
  if (tiers !== null) return spliced(tiers, spliceOf(left, came), ascending(came).map(tierAt));
  const other = rows.findIndex((_, place) => !came.includes(place));
  const isAlike = came.every((place) => tierAt(place) === tierAt(Math.max(0, other)));
  return isAlike ? null : tiersOf(events, sizes);
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
