// The class that gives a lane its colour, wherever it is drawn.

import { PALETTE } from '../../shared/document/lane-colours.ts';

/** The classes of a lane by its row: after the last colour comes the first again, unless the row has one of its own. */
export function laneClass(lane: number): string {
  return `lane-${lane % PALETTE.length} ${laneRowClass(lane)}`;
}

/** The class by which a row has a colour of its own; see lane-colours.ts. */
export function laneRowClass(lane: number): string {
  return `lane-row-${lane}`;
}
