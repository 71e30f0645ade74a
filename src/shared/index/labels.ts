// Chooses the events of a lane that have a label at each scale, and the row of each. Pure.
//
// The choice grants four wishes (Been, Daiches and Yap, “Dynamic Map Labeling”, InfoVis 2006): zooming in removes no
// label, no label jumps, panning adds and removes none, and the picture depends on the view, not on the way there. So
// each event is labelled from one coarsest scale on, chosen for the whole lane without regard to the window. Scales go
// in steps of √2: step 0 is the view of all events, each further step is closer, and steps below 0 are farther away.
import { DAY } from '../dates/calendar.ts';
import type { Instant } from '../dates/event-date.ts';
import type { TimeWindow } from '../dates/window.ts';
import { placesOverlapping, type LaneEvents } from './in-lane.ts';
import {
  allPlaces,
  firstWhere,
  floatAt,
  intAt,
  pickFloats,
  pickInts,
  spliced,
  spliceOf,
} from './typed-arrays.ts';

/** The sizes of marks and labels, CSS pixels; timeline.css draws with the same. */
export const ROOM = {
  /** Half of a dot. */
  dot: 6,
  /** The shortest bar. */
  bar: 8,
  /** From the middle of a dot, or the end of a day's bar, to the label next to it. */
  label: 14,
  /** From the end of a longer bar to the label next to it: as far as from the edge of a dot. */
  beside: 8,
  /** On either side of a label within its bar. */
  inset: 8,
  /** Of the arrow at an open end. */
  arrow: 18,
  /** Between a label and the next mark in its row. */
  gap: 12,
} as const;

/** The widest day or time of day that is still drawn as a dot, CSS pixels; a wider one is a bar. */
const WIDEST_POINT = 64;

/** The labels of a lane at one step, each in its row. */
export interface Placement {
  /** Places of the labelled events, sorted by the left end of mark and label. */
  readonly places: Int32Array;
  /** The row of each, from 0 at the top. */
  readonly rows: Int32Array;
  /** The ends of each event's mark and label together, as instants at this step. */
  readonly lefts: Float64Array;
  readonly rights: Float64Array;
  /** The latest right end so far, in this order. */
  readonly reached: Float64Array;
  /** The number of rows in use. */
  readonly rowCount: number;
}

/** Gives the milliseconds to a CSS pixel at a step. */
export function scaleAt(base: number, step: number): number {
  return base / Math.SQRT2 ** step;
}

/** Finds the step whose labels fit at a scale: the closest one that is no closer than the scale. */
export function stepFor(base: number, scale: number): number {
  // A window that shows all events has the base's scale up to a rounding error.
  return Math.floor(2 * Math.log2(base / scale) + 1e-6);
}

/** Tells whether an event is drawn as a dot at a scale. */
export function isPoint(start: Instant, end: Instant, scale: number): boolean {
  return end - start <= DAY && end - start <= WIDEST_POINT * scale;
}

/** Gives the room between an event and the label next to it, CSS pixels; the same at every scale. */
export function gapOf(start: Instant, end: Instant): number {
  return end - start <= DAY ? ROOM.label : ROOM.beside;
}

/** The place of a label: within its bar, behind it, or before it. */
export type Side = 'inside' | 'after' | 'before';

/**
 * Chooses the place of a label at a scale. The label of a day begins at the same distance whether the day is a dot or a
 * bar, so that no label jumps when the day becomes wide.
 * @param place of the event in its lane
 */
export function sideOf(room: LaneRoom, place: number, scale: number): Side {
  const start = floatAt(room.events.starts, place);
  const end = floatAt(room.events.ends, place);
  const width = room.width(place);
  const needed = neededWithin(room, start, width);
  // The label of what goes on beyond the window of step 0 must have room before that window's end, where its arrow stands.
  const goesOn = end >= room.window.end;
  const right = goesOn ? start + (needed + ROOM.arrow) * room.base : rightOf(room, place, room.base);
  const left = start - (gapOf(start, end) + width) * room.base;
  const turns =
    left >= room.window.start &&
    (right > room.window.end ||
      (room.breaks !== undefined && turnsAtBreak(room.breaks, start, end, left, right)));
  if (end - start >= needed * scale && !(goesOn && turns)) return 'inside';
  if (turns) return 'before';
  return end - start <= DAY && !isPoint(start, end, scale) ? 'inside' : 'after';
}

/**
 * Tells whether a label would cross the next break behind its event, and has room before it on the same side of the one
 * before. What itself goes over a break may have its label there, too.
 * @param left where it would begin before its event
 * @param right where it would end behind its event
 */
function turnsAtBreak(
  breaks: readonly TimeWindow[],
  start: Instant,
  end: Instant,
  left: Instant,
  right: Instant,
): boolean {
  const behind = breaks.find((one) => one.start >= start);
  if (behind === undefined || end > behind.start || right <= behind.start) return false;
  const before = breaks.findLast((one) => one.end <= start);
  return before === undefined || left >= before.end;
}

/**
 * How long a bar has to be to bear a label of some width, CSS pixels. Where it comes from before the window of step 0, its
 * label stands behind its arrow.
 */
function neededWithin({ window }: LaneRoom, start: Instant, width: number): number {
  return width + 2 * ROOM.inset + (start <= window.start ? ROOM.arrow - ROOM.inset : 0);
}

/** Finds the right end of an event with its label behind or within it. */
function rightOf(room: LaneRoom, place: number, scale: number): Instant {
  const start = floatAt(room.events.starts, place);
  const end = floatAt(room.events.ends, place);
  const width = room.width(place);
  if (end - start <= DAY) return Math.max(end, start + (ROOM.label + width + 2) * scale);
  if (end - start >= neededWithin(room, start, width) * scale) return end;
  return Math.max(end, start + ROOM.bar * scale) + (ROOM.beside + width) * scale;
}

/** Gives the ends of an event's mark and label together at a scale. */
type SpanOf = (place: number, scale: number) => readonly [left: Instant, right: Instant];

function spansOf(room: LaneRoom): SpanOf {
  const { starts, ends } = room.events;
  return (place, scale) => {
    const start = floatAt(starts, place);
    const end = floatAt(ends, place);
    const width = room.width(place);
    if (sideOf(room, place, scale) === 'before')
      return [start - (gapOf(start, end) + width) * scale, Math.max(end, start + ROOM.bar * scale)];
    return [start - ROOM.dot * scale, rightOf(room, place, scale)];
  };
}

/**
 * Places labelled events in order of their left ends, each into the first free row.
 * @returns `null` as soon as the events need more than `most` rows
 */
function placed(labelled: Int32Array, spanOf: SpanOf, scale: number): Placement;
function placed(labelled: Int32Array, spanOf: SpanOf, scale: number, most: number): Placement | null;
function placed(labelled: Int32Array, spanOf: SpanOf, scale: number, most = Infinity): Placement | null {
  const { places, lefts, rights } = byLeftEnd(labelled, spanOf, scale);
  const free: number[] = [];
  const rows = new Int32Array(places.length);
  const reached = new Float64Array(places.length);
  let latest = -Infinity;
  for (let position = 0; position < places.length; position++) {
    const right = floatAt(rights, position);
    const row = firstFree(free, floatAt(lefts, position));
    if (row >= most) return null;
    free[row] = right + ROOM.gap * scale;
    latest = Math.max(latest, right);
    rows[position] = row;
    reached[position] = latest;
  }
  return { places, rows, lefts, rights, reached, rowCount: free.length };
}

/**
 * Sorts labelled events by their left ends. Time order is that order already, unless a label stands before its event.
 */
function byLeftEnd(
  labelled: Int32Array,
  spanOf: SpanOf,
  scale: number,
): Pick<Placement, 'places' | 'lefts' | 'rights'> {
  const lefts = new Float64Array(labelled.length);
  const rights = new Float64Array(labelled.length);
  let isInOrder = true;
  for (let position = 0; position < labelled.length; position++) {
    const [left, right] = spanOf(intAt(labelled, position), scale);
    lefts[position] = left;
    rights[position] = right;
    if (position > 0 && left < floatAt(lefts, position - 1)) isInOrder = false;
  }
  if (isInOrder) return { places: labelled, lefts, rights };
  const order = Int32Array.from(labelled.keys()).sort(
    (a, b) => floatAt(lefts, a) - floatAt(lefts, b) || intAt(labelled, a) - intAt(labelled, b),
  );
  return {
    places: pickInts(labelled, order),
    lefts: pickFloats(lefts, order),
    rights: pickFloats(rights, order),
  };
}

/** Places all events of a lane with their labels at a scale; `null` if they need more than `most` rows. */
type PlaceAll = (scale: number, most: number) => Placement | null;

/**
 * Prepares to place all events of a lane, at one scale after the other. It remembers the last crowd that did not fit and
 * checks it first the next time, so that a crowded lane costs next to nothing, and one with room nothing at step 0.
 */
export function placerOf(room: LaneRoom): PlaceAll {
  const { starts } = room.events;
  const { length } = starts;
  const spanOf = spansOf(room);
  let crowd: readonly number[] = [];

  /** Tells whether the last crowd still shares an instant. */
  const isCrowded = (scale: number, most: number): boolean => {
    if (crowd.length <= most) return false;
    let last = -Infinity;
    let first = Infinity;
    for (const place of crowd) {
      const [left, right] = spanOf(place, scale);
      last = Math.max(last, left);
      first = Math.min(first, right + ROOM.gap * scale);
    }
    return last < first;
  };

  /** Finds the first crowd. It leaves out the few events whose label stands before them. */
  const findCrowd = (scale: number, most: number): boolean => {
    const free: number[] = [];
    const occupants: number[] = [];
    for (let place = 0; place < length; place++) {
      if (sideOf(room, place, scale) === 'before') continue;
      const [left, right] = spanOf(place, scale);
      const row = firstFree(free, left);
      free[row] = right + ROOM.gap * scale;
      occupants[row] = place;
      if (row < most) continue;
      crowd = occupants;
      return true;
    }
    return false;
  };

  /** All of them at step 0, which each layout of the timeline asks for. */
  let resting: Placement | undefined;
  return (scale, most) => {
    if (resting !== undefined && scale === room.base) return resting.rowCount <= most ? resting : null;
    if (isCrowded(scale, most) || findCrowd(scale, most)) return null;
    const placement = placed(allPlaces(length), spanOf, scale, most);
    if (scale === room.base) resting = placement ?? undefined;
    return placement;
  };
}

/** The spans in one row, sorted by left end; each right end includes its gap. */
interface Row {
  readonly lefts: Float64Array;
  readonly rights: Float64Array;
}

/** The labels of a lane at every step. */
export interface LabelChoice {
  /** Places the labels of a step. */
  at(step: number): Placement;
  /** Chooses the labels of a step ahead of that, a row of labels between two yields. */
  ahead(step: number): Generator<undefined, void>;
  /**
   * The choice after events have left the lane and others have come, at the cost of a look at their surroundings. No other
   * event loses its label or gets one: what came is labelled from the coarsest step on at which it has room beside the
   * others, and what left leaves its room free. Where one of these events matters more than others, all labels are chosen
   * anew.
   * @param options of the lane as it is now
   * @param left their places before; what has changed leaves and comes
   * @param came their places now
   */
  after(options: LabelOptions, left: readonly number[], came: readonly number[]): LabelChoice;
}

/** The events of a lane and the measures that place them with their labels. */
export interface LaneRoom {
  readonly events: LaneEvents;
  /** Measures an event's label, CSS pixels. */
  readonly width: (place: number) => number;
  /** No label is wider, CSS pixels. */
  readonly widest: number;
  /** Milliseconds to a CSS pixel at step 0. */
  readonly base: number;
  /** The window of step 0. A label that would leave it there stands before its dot or bar at every step. */
  readonly window: TimeWindow;
  /** Breaks of that window, in order of time: a label that would cross one does so, too, where it has room before it. */
  readonly breaks?: readonly TimeWindow[] | undefined;
}

/** The room of a lane, and the rules by which its labels are chosen. */
export interface LabelOptions extends LaneRoom {
  /** The importance of each event, 0 for the highest; left out if all are equal. */
  readonly tiers?: Uint8Array | undefined;
  /** Gives the number of rows at a step; closer steps never have fewer. */
  readonly rowsAt: (step: number) => number;
}

const NEVER = 127;

/** The labels of the steps that were asked for so far. */
interface Chosen {
  /** The coarsest of these steps at which each event is labelled. */
  readonly coarsest: Int8Array;
  readonly finestKnown: number;
  readonly coarsestKnown: number;
  /** How many events have no label at any of these steps. */
  readonly unlabelled: number;
}

/** Prepares the labels of a lane. The first question for a step chooses its labels. */
export function chooseLabels(options: LabelOptions): LabelChoice {
  const unlabelled = options.events.starts.length;
  const coarsest = new Int8Array(unlabelled).fill(NEVER);
  return choiceFrom(options, {
    coarsest,
    finestKnown: -1,
    coarsestKnown: 0,
    unlabelled,
  });
}

/** The places that have a label at a step, ascending. */
function labelledIn(coarsest: Int8Array, step: number): Int32Array {
  let count = 0;
  for (const own of coarsest) if (own <= step) count += 1;
  const places = new Int32Array(count);
  let found = 0;
  for (let place = 0; found < count; place++) if ((coarsest[place] ?? NEVER) <= step) places[found++] = place;
  return places;
}

/** Goes on from what was chosen before. */
function choiceFrom({ tiers: given, rowsAt, ...room }: LabelOptions, chosenBefore: Chosen): LabelChoice {
  const { base } = room;
  const { starts } = room.events;
  const count = starts.length;
  const spanOf = spansOf(room);
  const { coarsest } = chosenBefore;
  let { finestKnown, coarsestKnown, unlabelled } = chosenBefore;
  let grouped: Int32Array[] | undefined;
  const placements = new Map<number, Placement>();

  /**
   * Fills the gaps of the rows with further labels at a step: the most important events first, and equally important ones
   * from the left.
   */
  function* fill(
    rows: readonly Row[],
    mayBe: (place: number) => boolean,
    step: number,
  ): Generator<undefined, void> {
    const scale = scaleAt(base, step);
    let now = rows;
    grouped ??= tiersOf(count, given);
    for (const tier of grouped) {
      const filled: Row[] = [];
      for (const row of now) {
        const added: [number, number][] = [];
        let until = -Infinity;
        for (let gap = 0; gap <= row.lefts.length; gap++) {
          const end = gap === row.lefts.length ? Infinity : floatAt(row.lefts, gap);
          if (end - until > (ROOM.dot + ROOM.label + ROOM.gap) * scale)
            fillGap(tier, until, end, scale, mayBe, (place, left, right) => {
              if (coarsest[place] === NEVER) unlabelled -= 1;
              coarsest[place] = step;
              chosen[place] = 1;
              added.push([left, right]);
            });
          if (gap < row.rights.length) until = Math.max(until, floatAt(row.rights, gap));
        }
        filled.push(withSpans(row, added));
        yield;
      }
      now = filled;
    }
    chosen.fill(0);
  }
  /** Marks the events chosen in this call, so that no other row chooses them too. */
  const chosen = new Uint8Array(count);

  /** Fills one gap of a row from the left. */
  const fillGap = (
    tier: Int32Array,
    from: Instant,
    end: Instant,
    scale: number,
    mayBe: (place: number) => boolean,
    choose: (place: number, left: Instant, right: Instant) => void,
  ): void => {
    let until = from;
    const startOf = (position: number) => floatAt(starts, intAt(tier, position));
    let tries = 0;
    for (
      let next = firstWhere(0, tier.length, (position) => startOf(position) - ROOM.dot * scale >= until);
      next < tier.length && startOf(next) < end;
      next++
    ) {
      const place = intAt(tier, next);
      if (chosen[place] === 1 || !mayBe(place)) continue;
      if (startOf(next) - ROOM.dot * scale < until) {
        // Skip all events that begin within the label just chosen.
        next = firstWhere(next, tier.length, (position) => startOf(position) - ROOM.dot * scale >= until) - 1;
        continue;
      }
      const [left, right] = spanOf(place, scale);
      if (left < until || right + ROOM.gap * scale > end) {
        tries += 1;
        if (tries > MOST_TRIES) return;
        continue;
      }
      until = right + ROOM.gap * scale;
      tries = 0;
      choose(place, left, until);
    }
  };

  /** The spans of placed labels, row by row. */
  const rowsOf = ({ places, rows, rowCount }: Placement, least: number, scale: number): Row[] => {
    const counts = new Int32Array(Math.max(least, rowCount));
    for (const row of rows) counts[row] = intAt(counts, row) + 1;
    const all = Array.from(counts, (length) => ({
      lefts: new Float64Array(length),
      rights: new Float64Array(length),
    }));
    counts.fill(0);
    for (let position = 0; position < places.length; position++) {
      const row = intAt(rows, position);
      const next = intAt(counts, row);
      const [left, right] = spanOf(intAt(places, position), scale);
      const own = all[row];
      if (own === undefined) continue;
      own.lefts[next] = left;
      own.rights[next] = right + ROOM.gap * scale;
      counts[row] = next + 1;
    }
    return all;
  };

  function* chooseUpTo(step: number): Generator<undefined, void> {
    // Step 0 always comes first, because all other steps follow from it.
    while (finestKnown < Math.max(0, step)) {
      const scale = scaleAt(base, finestKnown + 1);
      if (unlabelled > 0) {
        // Placed anew at this scale: the gaps of the rows before would lie in pieces over all of them.
        const before =
          finestKnown < 0 ? NOTHING_PLACED : placed(labelledIn(coarsest, finestKnown), spanOf, scale);
        yield* fill(
          rowsOf(before, rowsAt(finestKnown + 1), scale),
          (place) => coarsest[place] === NEVER,
          finestKnown + 1,
        );
      }
      finestKnown += 1;
    }
    while (coarsestKnown > step) {
      const closer = coarsestKnown;
      const isCloser = coarsest.map((own) => (own <= closer ? 1 : 0));
      coarsestKnown -= 1;
      yield* fill(
        Array.from({ length: rowsAt(coarsestKnown) }, () => EMPTY_ROW),
        (place) => isCloser[place] === 1,
        coarsestKnown,
      );
    }
  }
  /** What is being chosen ahead: it has to come to its end before anything else is asked. */
  let choosing: Generator<undefined, void> | null = null;
  const finish = (): void => {
    while (choosing?.next().done === false);
    choosing = null;
  };

  const placementAt = (step: number): Placement => {
    const known = placements.get(step);
    if (known !== undefined) return known;
    const placement = placed(labelledIn(coarsest, step), spanOf, scaleAt(base, step));
    if (placements.size >= MOST_REMEMBERED) placements.clear();
    placements.set(step, placement);
    return placement;
  };

  return {
    at(step) {
      finish();
      choosing = chooseUpTo(step);
      finish();
      return placementAt(step);
    },
    *ahead(step) {
      finish();
      const own = chooseUpTo(step);
      choosing = own;
      while (choosing === own && own.next().done === false) yield;
    },
    after(options, left, came) {
      finish();
      const isMore = (tiers: Uint8Array | undefined, places: readonly number[]): boolean => {
        if (tiers === undefined) return false;
        const least = leastImportant(tiers);
        return places.some((place) => (tiers[place] ?? least) < least);
      };
      if (isMore(given, left) || isMore(options.tiers, came)) return chooseLabels(options);
      const patched = spliced(
        coarsest,
        spliceOf(left, came),
        came.map(() => NEVER),
      );
      const few = [...labelledIn(patched, Math.min(finestKnown, FEW_LABELS))];
      for (const place of came) {
        const fits = fitAmong(options, patched, place, few);
        for (let step = finestKnown; step >= coarsestKnown && fits(step); step--) patched[place] = step;
        if ((patched[place] ?? NEVER) <= FEW_LABELS) few.push(place);
      }
      const without = (steps: Int8Array, places: readonly number[]): number =>
        places.filter((place) => steps[place] === NEVER).length;
      return choiceFrom(options, {
        coarsest: patched,
        finestKnown,
        coarsestKnown,
        unlabelled: unlabelled - without(coarsest, left) + without(patched, came),
      });
    },
  };
}

/** The highest of some tiers. */
function leastImportant(tiers: Uint8Array): number {
  let least = 0;
  for (const tier of tiers) if (tier > least) least = tier;
  return least;
}

/**
 * Up to this step few events are labelled, however many a lane has: their labels lie next to each other in so many rows of
 * 32 windows. At closer steps, few events are near enough to each other for their labels to meet.
 */
const FEW_LABELS = 10;

/**
 * Prepares to tell at which steps an event's label has room beside those that are chosen.
 * @param few the places that have a label at {@link FEW_LABELS}, in any order
 */
function fitAmong(
  { rowsAt, ...room }: LabelOptions,
  coarsest: Int8Array,
  place: number,
  few: readonly number[],
): (step: number) => boolean {
  const spanOf = spansOf(room);
  const { starts, ends } = room.events;
  return (step) => {
    const scale = scaleAt(room.base, step);
    const gap = ROOM.gap * scale;
    const [left, right] = spanOf(place, scale);
    const end = right + gap;
    // A label reaches so far beyond its event.
    const reach = (room.widest + ROOM.bar + ROOM.label + ROOM.gap + 2) * scale;
    const lefts: number[] = [];
    const rights: number[] = [];
    for (const other of step <= FEW_LABELS
      ? few
      : placesOverlapping(room.events, left - reach, end + reach)) {
      if (other === place || (coarsest[other] ?? NEVER) > step) continue;
      if (floatAt(ends, other) <= left - reach || floatAt(starts, other) >= end + reach) continue;
      const [from, to] = spanOf(other, scale);
      if (from >= end || to + gap <= left) continue;
      lefts.push(Math.max(from, left));
      rights.push(Math.min(to + gap, end));
    }
    return mostAtOnce(lefts, rights) < rowsAt(step);
  };
}

/** The most of some spans that lie over one instant, ends exclusive. */
function mostAtOnce(lefts: number[], rights: number[]): number {
  lefts.sort((a, b) => a - b);
  rights.sort((a, b) => a - b);
  let most = 0;
  let over = 0;
  for (const [begun, left] of lefts.entries()) {
    while ((rights[over] ?? Infinity) <= left) over += 1;
    most = Math.max(most, begun + 1 - over);
  }
  return most;
}

/** The most labels tried for a gap before the rest of it stays empty. In a crowd, the first that fit are as good as any. */
const MOST_TRIES = 24;

/** The most steps remembered, so that zooming to and fro over a step costs nothing. */
const MOST_REMEMBERED = 8;

/** Groups the events by tier, the most important first, each tier in time order. */
function tiersOf(count: number, tiers: Uint8Array | undefined): Int32Array[] {
  if (tiers === undefined) return [allPlaces(count)];
  const byTier = new Map<number, number[]>();
  tiers.forEach((tier, place) => {
    const known = byTier.get(tier);
    if (known === undefined) byTier.set(tier, [place]);
    else known.push(place);
  });
  return [...byTier].sort(([a], [b]) => a - b).map(([, places]) => Int32Array.from(places));
}

/** Finds the first row that is free from `left` on, or a new row behind the last. */
function firstFree(free: readonly number[], left: number): number {
  for (let row = 0; row < free.length; row++) if ((free[row] ?? 0) <= left) return row;
  return free.length;
}

/** No labels. */
export const NOTHING_PLACED: Placement = {
  places: new Int32Array(),
  rows: new Int32Array(),
  lefts: new Float64Array(),
  rights: new Float64Array(),
  reached: new Float64Array(),
  rowCount: 0,
};

const EMPTY_ROW: Row = { lefts: new Float64Array(), rights: new Float64Array() };

/** Adds spans to a row; both are sorted by left end. */
function withSpans(row: Row, added: readonly (readonly [left: number, right: number])[]): Row {
  if (added.length === 0) return row;
  const lefts = new Float64Array(row.lefts.length + added.length);
  const rights = new Float64Array(lefts.length);
  let filled = 0;
  let next = 0;
  for (const [left, right] of added) {
    for (; next < row.lefts.length && floatAt(row.lefts, next) < left; next++, filled++) {
      lefts[filled] = floatAt(row.lefts, next);
      rights[filled] = floatAt(row.rights, next);
    }
    lefts[filled] = left;
    rights[filled++] = right;
  }
  lefts.set(row.lefts.subarray(next), filled);
  rights.set(row.rights.subarray(next), filled);
  return { lefts, rights };
}

/** Places dots without labels in rows from the bottom, each dot `size` CSS pixels wide; `null` beyond `most` rows. */
export function dotRows(
  { starts, ends }: Pick<LaneEvents, 'starts' | 'ends'>,
  places: Int32Array,
  scale: number,
  size: number,
  most: number,
): Int32Array | null {
  const free: number[] = [];
  // Not as long as the places from the start: in a crowd, the first few need too many rows.
  const rows: number[] = [];
  for (let position = 0; position < places.length; position++) {
    const place = intAt(places, position);
    const start = floatAt(starts, place);
    const end = floatAt(ends, place);
    const row = firstFree(free, start);
    if (row >= most) return null;
    free[row] = Math.max(start + size * scale, end - start > DAY ? end : start);
    rows.push(row);
  }
  return Int32Array.from(rows);
}
