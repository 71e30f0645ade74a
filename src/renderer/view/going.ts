// Goes from event to event: selects one, and moves the window to it.
import { showLaneOf } from './lanes.ts';
import { reveal, revealBoth } from './moving.ts';
import { selectedEvent, selectEvent, selectOther, standingAt } from './selection.ts';
import type { TimelineModel } from './model.ts';
import { withView } from './view.ts';

/** A direction in time. */
export type Direction = 'next' | 'previous';

/** Moves to the first or last event; the window keeps its length. */
export function showEnd(which: 'first' | 'last'): void {
  withView((view) => {
    const { index } = view.model;
    const row = which === 'first' ? index.first() : index.last();
    if (row !== null) reveal(view, row, true);
  });
}

/** Selects the next or previous event in time and shows it; the first or last if none is selected. */
export function step(direction: Direction): void {
  withView((view) => {
    const row = stepFrom(view.model, standingAt.value, direction);
    if (row === null) return;
    reveal(view, row, false);
    selectEvent(row);
  });
}

/** Selects the event in a row, shows its lane, and moves the window to it if it is out of view. */
export function goToEvent(row: number): void {
  withView((view) => {
    showLaneOf(row);
    const when = view.model.document.events.whenAt(row);
    const { start, end } = view.window.target();
    // A bar that reaches into the view counts as in view, wherever it starts.
    if (when !== undefined && !(when.start < end && when.end > start)) reveal(view, row, true);
    selectEvent(row);
  });
}

/**
 * Compares the event in a row with the selected one, and shows both. If none is selected yet, or if one of the two has
 * no date, just selects it.
 */
export function compareWith(row: number): void {
  const from = selectedEvent.value;
  withView((view) => {
    const { events } = view.model.document;
    const [one, other] = [events.placedAt(from ?? -1), events.placedAt(row)];
    if (from === row || one === undefined || other === undefined) {
      goToEvent(row);
      return;
    }
    showLaneOf(row);
    revealBoth(view, one.when, other.when);
    selectOther(row);
  });
}

/**
 * Compares the selected event with the next or previous one in time; while two are selected, replaces the second by its
 * neighbour.
 */
export function compareOnwards(direction: Direction): void {
  withView(({ model }) => {
    const row = stepFrom(model, standingAt.value, direction);
    if (row !== null) compareWith(row);
  });
}

/** The neighbour of an event in time, or the first or last if there is no event to start from. */
function stepFrom(model: TimelineModel, from: number | null, direction: Direction): number | null {
  if (from === null) return direction === 'next' ? model.first() : model.last();
  return direction === 'next' ? model.next(from) : model.previous(from);
}
