// Moves the window through time: by steps, to presets, and to events.
import type { EventDate } from '../../shared/dates/event-date.ts';
import { extentOf } from '../../shared/dates/order.ts';
import {
  around,
  clampWindow,
  contains,
  fit,
  pan,
  zoom,
  type PresetName,
  type TimeWindow,
} from '../../shared/dates/window.ts';
import { presetWindow } from './preset-window.ts';
import { selection } from './selection.ts';
import { currentView, withView, type View } from './view.ts';

/** The margin at both ends when two events are compared, as a share of their span: labels stand at both ends. */
const COMPARED_MARGIN = 0.2;
/** The margin at both ends of a date that the view moves to, as a share of its span. */
const DATE_MARGIN = 0.1;
/** The factor of one press of + or −. */
const ZOOM_STEP = 1.5;
/** The distance of one press of an arrow key, as a share of the window. */
export const PAN_STEP = 0.2;

/** Shows another span of time. */
export function moveTo(window: TimeWindow, glide: boolean): void {
  currentView.value?.window.moveTo(clampWindow(window), glide);
}

/** Moves by a share of the window's length; positive is later. */
export function panBy(share: number, glide = false): void {
  withView(({ window }) => {
    window.moveTo(pan(window.target(), share), glide);
  });
}

/** Scales the window's length around a position, 0 at the left edge to 1. */
export function zoomBy(factor: number, anchor: number, glide = true): void {
  withView(({ window }) => {
    window.moveTo(zoom(window.target(), factor, anchor), glide);
  });
}

/** Zooms in one step around the middle. */
export function zoomIn(): void {
  zoomBy(1 / ZOOM_STEP, 0.5);
}

/** Zooms out one step around the middle. */
export function zoomOut(): void {
  zoomBy(ZOOM_STEP, 0.5);
}

/** Shows all events with a margin. */
export function showAll(): void {
  withView(({ window, all }) => {
    window.moveTo(all, true);
  });
}

/** Shows a year, month, week or day around the selection, or else around the event nearest to the middle. */
export function showPreset(name: PresetName): void {
  withView(({ model, window }) => {
    window.moveTo(presetWindow(model, window.target(), name, selection.value), true);
  });
}

/**
 * Moves to the event in a row; the window keeps its length. An event already in view moves nothing, unless `always` is
 * set.
 */
export function reveal({ model, window }: View, row: number, always: boolean): void {
  const when = model.document.events.whenAt(row);
  if (when === undefined) return;
  const instant = Number.isFinite(when.start) ? when.start : when.end;
  const target = window.target();
  if (!Number.isFinite(instant) || (!always && contains(target, instant))) return;
  window.moveTo(clampWindow(around(instant, target.end - target.start)), true);
}

/** Shows two dates at once: keeps the window if it contains them, otherwise makes it as long as both need. */
export function revealBoth({ window }: View, a: EventDate, b: EventDate): void {
  const both = extentOf([a, b]);
  if (both === null) return;
  const target = window.target();
  if (target.start <= both.start && both.end <= target.end) return;
  window.moveTo(clampWindow(fit(both, COMPARED_MARGIN, target)), true);
}

/** Moves to a date; the window keeps its length unless the date is longer. */
export function showDate(date: EventDate): void {
  const span = extentOf([date]);
  if (span === null) return;
  withView(({ window }) => {
    const target = window.target();
    const length = target.end - target.start;
    const wanted =
      span.end - span.start > length
        ? fit(span, DATE_MARGIN, target)
        : around((span.start + span.end) / 2, length);
    window.moveTo(clampWindow(wanted), true);
  });
}
