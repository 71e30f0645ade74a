// One finished drawing of the timeline, and words on its axis: what marks, axis and figure have to agree on.
import type { AxisTicks } from '../../shared/dates/axis.ts';
import type { FoldedTime } from '../../shared/dates/folds.ts';
import type { Frame } from './frame.ts';

/** One finished drawing. */
export interface Drawing {
  readonly frame: Frame;
  readonly ticks: AxisTicks;
  /** The map to the time that frame and ticks are drawn in. */
  readonly time: FoldedTime;
}

/** Words on the axis, CSS pixels from the left of the window. */
export interface Badge {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}
