// The grid of time on which events that stand close together join into one mark. Its cells never move.
//
// A cell of level n is 2^n milliseconds long and begins at a multiple of that. An event lives in the cell that holds
// its start. Events of like duration make a class, classes next to each other make a band, and each band has its
// own level: brief events share the cells that suit the view, longer ones keep cells about as long as they are.
// So whatever the events, a window touches few cells.
import type { Instant } from '../dates/event-date.ts';

/** The classes of duration: 0 to 53. The longest duration, all that `Date` holds, is 1.73e16 < 2^54 ms. */
export const CLASSES = 54;

/** The level at which all of time is two cells, that before and that after 1970. */
const HIGHEST_LEVEL = 56;

/** Classes that share cells, and the level of these cells. */
export interface Band {
  /** First class. */
  readonly from: number;
  /** Last class, inclusive. */
  readonly to: number;
  readonly level: number;
}

/** How finely a lane is drawn. */
export interface Rule {
  /** How many events a cell may hold and still show each; above that they join. */
  readonly capacity: number;
  /** The least level: briefer events share the cells of this one. */
  readonly level: number;
  /** How many classes above the least level share a band: 1, 2, 4 or 8. */
  readonly step: number;
}

/**
 * The class n of a duration: 2^n ≤ duration < 2^(n + 1). As a cell of level n is then no longer than the event,
 * two events of one class that follow each other never share one.
 * @param duration whole milliseconds, 1 to 1.73e16
 */
export function classOf(duration: number): number {
  const high = Math.floor(duration / 2 ** 32);
  return high === 0 ? 31 - Math.clz32(duration) : 63 - Math.clz32(high);
}

/** The least n with `length` ≤ 2^n, for whole milliseconds from 1 on. */
export function powerAbove(length: number): number {
  return length === 1 ? 0 : classOf(length - 1) + 1;
}

/**
 * The lowest level whose cells are at least `cellWidth` wide.
 * @param length of the window, milliseconds
 * @param width of the window, in the unit of `cellWidth`
 */
export function levelFor(length: number, width: number, cellWidth: number): number {
  const level = Math.ceil(Math.log2((cellWidth * length) / width));
  return Math.min(HIGHEST_LEVEL, Math.max(0, level));
}

/** The number of the cell that holds an instant. */
export function cellOf(instant: Instant, level: number): number {
  return Math.floor(instant / 2 ** level);
}

/** The first instant of a cell; its end is the start of the next. */
export function cellStart(cell: number, level: number): Instant {
  return cell * 2 ** level;
}

/** The band of a class. */
export function bandOf(durationClass: number, { level, step }: Rule): Band {
  const own = Math.ceil(durationClass / step) * step;
  return own <= level
    ? { from: 0, to: Math.floor(level / step) * step, level }
    : { from: own - step + 1, to: own, level: own };
}

/**
 * The most cells of a level that can hold an event which overlaps a window, wherever the window stands.
 * @param length of the window, milliseconds, rounded to whole ones
 * @param longest duration of the events, whole milliseconds
 */
export function mostCells(length: number, longest: number, level: number): number {
  return Math.ceil((length + longest) / 2 ** level) + 1;
}

/**
 * Rules from the wanted one to ever coarser ones: first fewer events stand singly, then longer events share bands,
 * then cells grow. The last leaves a lane with two cells in all.
 */
export function* rulesFrom({ capacity, level }: Omit<Rule, 'step'>): Generator<Rule, void> {
  for (let fewer = capacity; fewer >= 1; fewer--) yield { capacity: fewer, level, step: 1 };
  for (const step of [2, 4]) yield { capacity: 1, level, step };
  for (let higher = level; higher <= HIGHEST_LEVEL; higher++) yield { capacity: 1, level: higher, step: 8 };
}
