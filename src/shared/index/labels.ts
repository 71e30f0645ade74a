// Chooses which events of a lane have a label at which scale, and in which row each stands. Pure.
//
// The choice answers four wishes (Been, Daiches and Yap, “Dynamic Map Labeling”, InfoVis 2006): zooming in takes no
// label away, no label jumps, none comes or goes while the view moves, and the picture depends on the view and not on
// the way there. So each event has one coarsest scale at which it is labelled, found for the whole lane and whatever
// the window is. Scales go in steps of √2: step 0 is the view of all events, each further step is closer, and steps
// below 0 are farther away.
import { DAY } from '../dates/calendar.ts';
import type { Instant } from '../dates/event-date.ts';
import type { LaneEvents } from './in-lane.ts';
import { firstWhere, floatAt, intAt } from './typed-arrays.ts';

/** The sizes that decide about room, CSS pixels; timeline.css draws with the same. */
export const ROOM = {
  /** Half of a dot. */
  dot: 6,
  /** The shortest bar. */
  bar: 8,
  /** Between dot or bar and the label beside it, from the dot's middle. */
  label: 14,
  /** On either side of a label within its bar. */
  inset: 8,
  /** Between a label and what follows in its row. */
  gap: 12,
} as const;

/** A day, or a time of day, that is wider than this is drawn as the span that it is; CSS pixels. */
const WIDEST_POINT = 64;

/** What is asked of each label. Places are those of {@link LaneEvents}. */
export interface LabelTexts {
  /** The width of an event's label, CSS pixels. */
  readonly width: (place: number) => number;
  /** How much each event matters, 0 for the most; left out where all matter alike. */
  readonly tiers?: Uint8Array | undefined;
}

/** Where labels stand. */
export interface Placement {
  /** Places of the labelled events, by the left end of what they take. */
  readonly places: Int32Array;
  /** The row of each, from 0 at the top. */
  readonly rows: Int32Array;
  /** What each takes with its label, as instants at this step. */
  readonly lefts: Float64Array;
  readonly rights: Float64Array;
  /** The latest right end of each and of all before it. */
  readonly reached: Float64Array;
  /** How many rows are taken. */
  readonly rowCount: number;
}

/** Milliseconds to a CSS pixel at a step. */
export function scaleAt(base: number, step: number): number {
  return base / Math.SQRT2 ** step;
}

/** The step whose labels fit at a scale: the finest that is not finer. */
export function stepFor(base: number, scale: number): number {
  // A window that shows all events has the base's scale up to a rounding error.
  return Math.floor(2 * Math.log2(base / scale) + 1e-6);
}

/** Whether an event is drawn as a dot at a scale. */
export function isPoint(start: Instant, end: Instant, scale: number): boolean {
  return end - start <= DAY && end - start <= WIDEST_POINT * scale;
}

/** Where the label of an event stands: within its bar, behind it, or before it. */
export type Side = 'inside' | 'after' | 'before';

/** Where the label of an event stands at a step. */
export function sideOf(start: Instant, end: Instant, width: number, isTurned: boolean, scale: number): Side {
  if (end - start >= (width + 2 * ROOM.inset) * scale) return 'inside';
  // What may be a dot has its label where it begins at every scale, so that the label never jumps.
  return isTurned ? 'before' : end - start <= DAY && !isPoint(start, end, scale) ? 'inside' : 'after';
}

/** The right end of an event whose label stands behind or within it. */
function rightOf(start: Instant, end: Instant, width: number, scale: number): Instant {
  if (end - start <= DAY) return Math.max(end, start + (ROOM.label + width + 2) * scale);
  if (end - start >= (width + 2 * ROOM.inset) * scale) return end;
  return Math.max(end, start + ROOM.bar * scale) + (ROOM.label + width) * scale;
}

/** What stands in one row, by its left end; every right end has its gap with it. */
interface Row {
  readonly lefts: Float64Array;
  readonly rights: Float64Array;
}

/** The labels of a lane at every step. */
export interface LaneLabels {
  /** Whether an event is labelled at a step. */
  isLabelled(place: number, step: number): boolean;
  /** Where the labels stand at a step. */
  at(step: number): Placement;
  /** Whether an event's label stands before it, where there is no room behind. */
  isTurned(place: number): boolean;
}

/** What a lane's labels are chosen by. */
export interface LabelOptions {
  readonly events: LaneEvents;
  readonly texts: LabelTexts;
  /** Milliseconds to a CSS pixel at step 0. */
  readonly base: number;
  /** No label that is chosen first goes over the edge of this window: it turns to the other side. */
  readonly window: { readonly start: Instant; readonly end: Instant };
  /** How many rows there are at a step; closer steps never have fewer. */
  readonly rowsAt: (step: number) => number;
}

const NEVER = 127;

/** Prepares the labels of a lane. Nothing is chosen before it is asked for. */
export function createLaneLabels({ events, texts, base, window, rowsAt }: LabelOptions): LaneLabels {
  const { starts, ends } = events;
  const count = starts.length;
  /** The coarsest step at which each event is labelled, of those looked at. */
  const coarsest = new Int8Array(count).fill(NEVER);
  const turned = new Uint8Array(count);
  const tiers = tiersOf(count, texts.tiers);
  let finestKnown = -1;
  let coarsestKnown = 0;
  let unlabelled = count;
  const placements = new Map<number, Placement>();

  const spanOf = (place: number, scale: number): readonly [left: Instant, right: Instant] => {
    const start = floatAt(starts, place);
    const end = floatAt(ends, place);
    const width = texts.width(place);
    if (turned[place] === 1 && sideOf(start, end, width, true, scale) === 'before')
      return [start - (ROOM.label + width) * scale, Math.max(end, start + ROOM.dot * scale)];
    return [start - ROOM.dot * scale, rightOf(start, end, width, scale)];
  };

  /** Turns the label of an event that is chosen now where it would leave the picture. */
  const turn = (place: number, scale: number): void => {
    const start = floatAt(starts, place);
    const end = floatAt(ends, place);
    const width = texts.width(place);
    const leaves = rightOf(start, end, width, scale) > window.end && end <= window.end;
    const fits = start - (ROOM.label + width) * scale >= window.start;
    turned[place] = leaves && fits && sideOf(start, end, width, false, scale) === 'after' ? 1 : 0;
  };

  /** Places labelled events, in order of their left ends, each into the first row that is free there. */
  const placed = (labelled: Int32Array, scale: number): Placement => {
    const places = byLeftEnd(labelled, scale);
    const free: number[] = [];
    const rows = new Int32Array(places.length);
    const lefts = new Float64Array(places.length);
    const rights = new Float64Array(places.length);
    const reached = new Float64Array(places.length);
    let latest = -Infinity;
    for (let position = 0; position < places.length; position++) {
      const [left, right] = spanOf(intAt(places, position), scale);
      const row = firstFree(free, left);
      free[row] = right + ROOM.gap * scale;
      latest = Math.max(latest, right);
      rows[position] = row;
      lefts[position] = left;
      rights[position] = right;
      reached[position] = latest;
    }
    return { places, rows, lefts, rights, reached, rowCount: free.length };
  };

  /** Events are in order of their left ends as they are in time, but for those whose label stands before them. */
  const byLeftEnd = (labelled: Int32Array, scale: number): Int32Array => {
    const isBefore = (place: number) => turned[place] === 1;
    const before = labelled.filter(isBefore);
    if (before.length === 0) return labelled;
    const leftOf = (place: number) => spanOf(place, scale)[0];
    before.sort((a, b) => leftOf(a) - leftOf(b) || a - b);
    const merged = new Int32Array(labelled.length);
    let filled = 0;
    let next = 0;
    for (const place of labelled) {
      if (isBefore(place)) continue;
      const left = leftOf(place);
      for (; next < before.length && leftOf(intAt(before, next)) < left; next++)
        merged[filled++] = intAt(before, next);
      merged[filled++] = place;
    }
    merged.set(before.subarray(next), filled);
    return merged;
  };

  const labelledAt = (step: number): Int32Array => {
    const places = new Int32Array(count);
    let found = 0;
    for (let place = 0; place < count; place++) if ((coarsest[place] ?? NEVER) <= step) places[found++] = place;
    return places.slice(0, found);
  };

  /**
   * Fills the gaps of the rows with what may still be labelled at a step: the most important first, and of those that
   * matter alike from the left.
   */
  const fill = (rows: readonly Row[], mayBe: (place: number) => boolean, step: number): void => {
    const scale = scaleAt(base, step);
    let now = rows;
    for (const tier of tiers) {
      now = now.map((row) => {
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
        return withSpans(row, added);
      });
    }
    chosen.fill(0);
  };
  /** What has just been chosen, which must not be chosen again for another row. */
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
        // What begins within the label just chosen is passed over at once.
        next = firstWhere(next, tier.length, (position) => startOf(position) - ROOM.dot * scale >= until) - 1;
        continue;
      }
      if (coarsest[place] === NEVER) turn(place, scale);
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

  /** The rows of a step as they stand at a closer one. */
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
      // Spans of a row never change places, because they do not overlap at the step before.
      own.lefts[next] = left;
      own.rights[next] = right + ROOM.gap * scale;
      counts[row] = next + 1;
    }
    return all;
  };

  const choose = (step: number): void => {
    // The view of all events comes first, whichever is asked for: the others follow from it.
    while (finestKnown < Math.max(0, step)) {
      const scale = scaleAt(base, finestKnown + 1);
      if (unlabelled > 0) {
        const before = finestKnown < 0 ? EMPTY : placementAt(finestKnown);
        fill(
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
      fill(
        Array.from({ length: rowsAt(coarsestKnown) }, () => EMPTY_ROW),
        (place) => isCloser[place] === 1,
        coarsestKnown,
      );
    }
  };

  const placementAt = (step: number): Placement => {
    const known = placements.get(step);
    if (known !== undefined) return known;
    const placement = placed(labelledAt(step), scaleAt(base, step));
    if (placements.size >= MOST_REMEMBERED) placements.clear();
    placements.set(step, placement);
    return placement;
  };

  return {
    isLabelled(place, step) {
      choose(step);
      return (coarsest[place] ?? NEVER) <= step;
    },
    isTurned: (place) => turned[place] === 1,
    at(step) {
      choose(step);
      return placementAt(step);
    },
  };
}

/** How many labels are tried for a gap before the rest of it stays empty: of a crowd, any of its first will do. */
const MOST_TRIES = 24;

/** How many steps are kept, so that zooming to and fro over a step costs nothing. */
const MOST_REMEMBERED = 8;

/** The events of each tier in time order, the most important first. */
function tiersOf(count: number, tiers: Uint8Array | undefined): Int32Array[] {
  if (tiers === undefined) return [Int32Array.from({ length: count }, (_, place) => place)];
  const byTier = new Map<number, number[]>();
  tiers.forEach((tier, place) => {
    const known = byTier.get(tier);
    if (known === undefined) byTier.set(tier, [place]);
    else known.push(place);
  });
  return [...byTier].sort(([a], [b]) => a - b).map(([, places]) => Int32Array.from(places));
}

/** The first row that is free from `left` on; the one behind the last where none is. */
function firstFree(free: readonly number[], left: number): number {
  for (let row = 0; row < free.length; row++) if ((free[row] ?? 0) <= left) return row;
  return free.length;
}

const EMPTY: Placement = {
  places: new Int32Array(),
  rows: new Int32Array(),
  lefts: new Float64Array(),
  rights: new Float64Array(),
  reached: new Float64Array(),
  rowCount: 0,
};

const EMPTY_ROW: Row = { lefts: new Float64Array(), rights: new Float64Array() };

/** A row with more spans in it, both in order of their left ends. */
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

/**
 * How many rows all events of a lane need at a scale with their labels; `most` + 1 as soon as they need more.
 * @param places the events that are placed, in time order
 */
export function rowsNeeded(
  { starts, ends }: Pick<LaneEvents, 'starts' | 'ends'>,
  width: (place: number) => number,
  scale: number,
  most: number,
): number {
  const free: number[] = [];
  for (let place = 0; place < starts.length; place++) {
    const start = floatAt(starts, place);
    const row = firstFree(free, start - ROOM.dot * scale);
    if (row >= most) return most + 1;
    free[row] = rightOf(start, floatAt(ends, place), width(place), scale) + ROOM.gap * scale;
  }
  return free.length;
}

/** Where dots stand that have no label: rows from the bottom, each dot `size` CSS pixels wide; `null` beyond `most` rows. */
export function dotRows(
  { starts, ends }: Pick<LaneEvents, 'starts' | 'ends'>,
  places: Int32Array,
  scale: number,
  size: number,
  most: number,
): Int32Array | null {
  const free: number[] = [];
  const rows = new Int32Array(places.length);
  for (let position = 0; position < places.length; position++) {
    const place = intAt(places, position);
    const start = floatAt(starts, place);
    const row = firstFree(free, start);
    if (row >= most) return null;
    free[row] = Math.max(start + size * scale, floatAt(ends, place) - start > DAY ? floatAt(ends, place) : 0);
    rows[position] = row;
  }
  return rows;
}
