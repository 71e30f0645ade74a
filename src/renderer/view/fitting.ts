// Finds the window for all events of a model, and the part of a date that can be shown. Pure.
import { EARLIEST, LATEST } from '../../shared/dates/calendar.ts';
import { around, fit, SHORTEST_WINDOW, type TimeWindow } from '../../shared/dates/window.ts';
import type { TimelineModel } from './model.ts';

/** The margin at both ends when all events are shown, as a share of their span. */
export const MARGIN = 0.08;

/** The window that shows all events of a model. */
export function wholeOf({ extent }: TimelineModel): TimeWindow {
  return fit(extent, MARGIN, thisYear());
}

/** The first window of a document without a known date. */
function thisYear(): TimeWindow {
  const year = new Date().getUTCFullYear();
  return { start: Date.UTC(year, 0), end: Date.UTC(year + 1, 0) };
}

/** A span without its open ends, which reach to the ends of time; `null` if the model has no date. */
export function knownSpan({ start, end }: TimeWindow, { extent }: TimelineModel): TimeWindow | null {
  if (extent === null) return null;
  const first = start <= EARLIEST ? extent.start : start;
  const last = end >= LATEST ? extent.end : end;
  return first < last ? { start: first, end: last } : around(first, SHORTEST_WINDOW);
}
