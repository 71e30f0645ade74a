// The window: the span of time in view, and the pure arithmetic of moving through it.
import { DAY, EARLIEST, HOUR, LATEST, YEAR } from './calendar.ts';
import type { Instant } from './event-date.ts';

/** The span of time in view, `start` < `end`, both in milliseconds UTC. */
export interface TimeWindow {
  readonly start: Instant;
  readonly end: Instant;
}

/** The shortest window, milliseconds. */
export const SHORTEST_WINDOW = HOUR;
/** The longest window, milliseconds. */
export const LONGEST_WINDOW = 20_000 * YEAR;

/** Lengths that a reader can choose by name, milliseconds; year and month are mean Gregorian ones. */
export const PRESETS = { year: YEAR, month: YEAR / 12, week: 7 * DAY, day: DAY } as const;

/** The name of one of {@link PRESETS}. */
export type PresetName = keyof typeof PRESETS;

/** The length of a window on a single day or instant, so that the event does not fill the picture; milliseconds. */
const AROUND_A_DAY = 30 * DAY;

/**
 * The nearest window within the limits: first its length is kept between {@link SHORTEST_WINDOW} and {@link
 * LONGEST_WINDOW} around the same middle, then it moves back into the range of `Date` without losing length.
 */
export function clampWindow(window: TimeWindow): TimeWindow {
  const asked = window.end - window.start;
  const length = clampLength(asked);
  const start = length === asked ? window.start : middleOf(window) - length / 2;
  const end = length === asked ? window.end : start + length;
  if (start < EARLIEST) return { start: EARLIEST, end: EARLIEST + length };
  if (end > LATEST) return { start: LATEST - length, end: LATEST };
  return { start, end };
}

/** Moves by a share of the window's length: 1 is a full page later, -0.5 half a page earlier. Keeps the length. */
export function pan(window: TimeWindow, share: number): TimeWindow {
  const by = (window.end - window.start) * share;
  return clampWindow({ start: window.start + by, end: window.end + by });
}

/**
 * Scales the length around an instant that stays in its place in the view.
 *
 * @param factor above 1 shows more time, below 1 less
 * @param anchor the place of that instant, from 0 at the start to 1 at the end
 */
export function zoom(window: TimeWindow, factor: number, anchor: number): TimeWindow {
  const length = window.end - window.start;
  const scaled = clampLength(length * factor);
  if (scaled === length) return window;
  const start = window.start + (length - scaled) * anchor;
  return clampWindow({ start, end: start + scaled });
}

/** The window of a length, in milliseconds, around an instant. It may exceed the limits. */
export function around(instant: Instant, length: number): TimeWindow {
  return { start: instant - length / 2, end: instant + length / 2 };
}

/**
 * The window that shows a span with room at both ends.
 *
 * @param extent the span, from `extentOf`; a single instant or calendar day is shown within a month
 * @param margin the room at either end, as a share of the span
 * @param empty the window to return if there is no span
 */
export function fit(extent: TimeWindow | null, margin: number, empty: TimeWindow): TimeWindow {
  if (extent === null) return clampWindow(empty);
  const length = extent.end - extent.start;
  const isDay = length === DAY && extent.start % DAY === 0;
  if (length === 0 || isDay) return clampWindow(around(middleOf(extent), AROUND_A_DAY));
  return clampWindow(around(middleOf(extent), length * (1 + 2 * margin)));
}

/**
 * The window of a length, in milliseconds, that shows a span: centred on the span if it fits, otherwise as close as
 * possible to an instant.
 *
 * @param span its ends may be infinite
 */
export function centred({ start, end }: TimeWindow, length: number, instant: Instant): TimeWindow {
  const middle =
    end - start <= length
      ? middleOf({ start, end })
      : Math.min(end - length / 2, Math.max(start + length / 2, instant));
  return clampWindow(around(middle, length));
}

/** Milliseconds to a CSS pixel in a view of a width, more than 0. */
export function scaleOf(window: TimeWindow, width: number): number {
  return (window.end - window.start) / width;
}

/**
 * The instant at a position in the view.
 * @param x distance from the start, in the unit of `width`
 * @param width of the view, more than 0
 */
export function instantAt(window: TimeWindow, x: number, width: number): Instant {
  return window.start + (window.end - window.start) * (x / width);
}

/**
 * The position of an instant in a view of this width: 0 at the start, `width` at the end, outside the range beyond
 * them.
 */
export function positionOf(window: TimeWindow, instant: Instant, width: number): number {
  return ((instant - window.start) / (window.end - window.start)) * width;
}

/** Whether an instant is in view; the start is, the end is not. */
export function contains(window: TimeWindow, instant: Instant): boolean {
  return window.start <= instant && instant < window.end;
}

/**
 * A window on the way from one to another. The length grows by equal factors in equal times, so that a zoom feels even,
 * and both ends follow it: the fixed point of a zoom stays in its place all the way.
 *
 * @param t from 0, which gives `from`, to 1, which gives `to`
 */
export function interpolate(from: TimeWindow, to: TimeWindow, t: number): TimeWindow {
  if (t <= 0) return from;
  if (t >= 1) return to;
  const growth = Math.log((to.end - to.start) / (from.end - from.start));
  const share = growth === 0 ? t : Math.expm1(growth * t) / Math.expm1(growth);
  return {
    start: from.start + (to.start - from.start) * share,
    end: from.end + (to.end - from.end) * share,
  };
}

/** The instant in the middle of a window. */
export function middleOf({ start, end }: TimeWindow): Instant {
  return start + (end - start) / 2;
}

function clampLength(length: number): number {
  return Math.min(LONGEST_WINDOW, Math.max(SHORTEST_WINDOW, length));
}
