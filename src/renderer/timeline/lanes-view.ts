// What shows the lanes of a timeline and the marks in them: vis-timeline in the window, plain elements in a figure.
import type { TimeWindow } from '../../shared/dates/window.ts';

/** One mark to show. */
export interface ShownItem {
  readonly id: string;
  /** Row of the lane. */
  readonly lane: number;
  /** What is shown; it stands where its own style says, from the top left corner of the lane's drawing. */
  readonly element: HTMLElement;
}

/** A lane that is shown. */
export interface ShownLane {
  /** Row of the lane. */
  readonly lane: number;
  /** CSS pixels. */
  readonly height: number;
}

/** Shows lanes and marks as it is told. */
export interface LanesView {
  /** Shows exactly these items in a span of time. */
  show(window: TimeWindow, items: readonly ShownItem[]): void;
  /** Shows these lanes, from the top down, with these heights, and measures the container again. */
  arrange(lanes: readonly ShownLane[]): void;
  /** What lies behind the marks of a lane and is as large as it; a lane that was never shown has none. */
  readonly ground: (lane: number) => HTMLElement | undefined;
  destroy(): void;
}

/** What a {@link LanesView} starts with. */
export interface LanesViewOptions {
  /** The names of all lanes, by row. */
  readonly names: readonly HTMLElement[];
  /** The lanes that are shown at first, from the top down. */
  readonly shown: readonly ShownLane[];
  readonly window: TimeWindow;
}

/** Creates a view in a container, whose width it fills; its height follows the lanes. */
export type CreateLanesView = (container: HTMLElement, options: LanesViewOptions) => LanesView;

/**
 * vis-timeline reserves one pixel for the border of the empty panel on the right and then gives it to the
 * centre: its scale is one pixel wider than the space beside the lane labels.
 */
export const EXTRA_WIDTH = 1;

/** What vis-timeline counts for its borders above and below the lanes, CSS pixels. */
export const BORDERS = 2;
