// Folds: long empty stretches of time drawn short. A piecewise linear map that keeps all proportions beside them. Pure.
import type { EventDate, Instant } from './event-date.ts';
import { knownSpansOf } from './order.ts';
import type { TimeWindow } from './window.ts';

/** A stretch of time that is drawn short. */
export interface Fold extends TimeWindow {
  /** What it is drawn as, milliseconds: more than 0 and at most as long as it is. */
  readonly drawn: number;
}

/**
 * A map between time and drawn time, both in milliseconds. Up to the first fold they are the same; every fold moves what
 * follows it earlier by what it leaves out.
 */
export interface FoldedTime {
  /** In order of time; no two overlap. */
  readonly folds: readonly Fold[];
  /** Where an instant is drawn. Later instants are drawn later; the ends of time, which are infinite, stay. */
  readonly place: (instant: Instant) => number;
  /** The instant that is drawn at a place. */
  readonly instantAt: (place: number) => Instant;
}

/** A piece of the map, from where it starts to where the next does. */
interface Piece {
  readonly start: Instant;
  readonly place: number;
  /** Drawn time to each millisecond. */
  readonly rate: number;
}

/**
 * Creates the map of some folds.
 * @param folds in order of time, without overlaps
 */
export function foldTime(folds: readonly Fold[]): FoldedTime {
  let left = 0;
  const pieces = folds.flatMap(({ start, end, drawn }): Piece[] => {
    const place = start - left;
    left += end - start - drawn;
    return [
      { start, place, rate: drawn / (end - start) },
      { start: end, place: end - left, rate: 1 },
    ];
  });
  return {
    folds,
    place: (instant) => {
      const piece = pieces.findLast(({ start }) => start <= instant);
      return piece === undefined ? instant : piece.place + (instant - piece.start) * piece.rate;
    },
    instantAt: (place) => {
      const piece = pieces.findLast((each) => each.place <= place);
      return piece === undefined ? place : piece.start + (place - piece.place) / piece.rate;
    },
  };
}

/** Time without folds, drawn as it is. */
export const UNFOLDED = foldTime([]);

/** The window that is drawn as one of drawn time. */
export function unfolded({ start, end }: TimeWindow, { instantAt }: FoldedTime): TimeWindow {
  return { start: instantAt(start), end: instantAt(end) };
}

/** The time between the folds in a window, in order. */
export function stretchesBetween({ folds }: FoldedTime, { start, end }: TimeWindow): TimeWindow[] {
  const starts = [start, ...folds.map((fold) => fold.end)];
  const ends = [...folds.map((fold) => fold.start), end];
  return starts
    .map((from, place) => ({ start: Math.max(start, from), end: Math.min(end, ends[place] ?? end) }))
    .filter((stretch) => stretch.start < stretch.end);
}

/** The share of the whole that an empty stretch has to be longer than to be folded. */
const LONG = 0.1;
/** A folded stretch is at least this many times as long as any empty stretch that stays. */
const MUCH_LONGER = 3;

/**
 * Finds the empty stretches that are worth folding: longer than a tenth of the whole, and at least three times as long
 * as any empty stretch that stays; where none stays, longer than a third of the whole, and only if some run of events is
 * longer than a twentieth of it. Evenly spread events thus keep their distances, and a picture never falls apart into
 * days.
 *
 * @param dates of the events that are drawn. Of a date with an open end only what is known of it fills time.
 * @param whole the time from the first to the last of them, or a part of it; stretches at its edges are not folded
 * @returns in order of time
 */
export function longEmptyStretches(dates: Iterable<EventDate>, whole: TimeWindow): TimeWindow[] {
  const { empty, longestFilled } = stretchesIn(dates, whole);
  const length = whole.end - whole.start;
  const byLength = empty.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  const isWorth = (stretch: TimeWindow, position: number): boolean => {
    const own = lengthOf(stretch);
    const next = byLength[position + 1];
    if (own <= LONG * length) return false;
    if (next !== undefined) return own >= MUCH_LONGER * lengthOf(next);
    return own > LONG_ALONE * length && longestFilled > LEAST_FILLED * length;
  };
  const last = byLength.findLastIndex(isWorth);
  return byLength.slice(0, last + 1).toSorted((a, b) => a.start - b.start);
}

/** Where a fold leaves no empty stretch: the shares of the whole that it and the longest span have to be longer than. */
const LONG_ALONE = 1 / 3;
const LEAST_FILLED = 0.05;

/** The empty stretches between the first and the last date in a window, and the length of the longest run of others. */
function stretchesIn(
  dates: Iterable<EventDate>,
  { start, end }: TimeWindow,
): { readonly empty: readonly TimeWindow[]; readonly longestFilled: number } {
  const spans = Array.from(dates, knownSpansOf)
    .flat()
    .filter((span) => span.start < end && span.end > start)
    .sort((a, b) => a.start - b.start);
  const empty: TimeWindow[] = [];
  let longestFilled = 0;
  let from = -Infinity;
  let filledTo = -Infinity;
  for (const span of spans) {
    if (span.start > filledTo) {
      if (filledTo > -Infinity) empty.push({ start: filledTo, end: span.start });
      from = Math.max(start, span.start);
    }
    filledTo = Math.max(filledTo, span.end);
    longestFilled = Math.max(longestFilled, Math.min(end, filledTo) - from);
  }
  return { empty, longestFilled };
}

function lengthOf({ start, end }: TimeWindow): number {
  return end - start;
}
