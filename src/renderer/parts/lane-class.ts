// The class that colours a lane wherever it is drawn.

import { PALETTE } from '../../shared/document/lane-colours.ts';

/**
 * The classes of a lane by its row. Rows take the colours of the palette in turn, unless the row has its own colour.
 */
export function laneClass(lane: number): string {
  return `lane-${lane % PALETTE.length} ${laneRowClass(lane)}`;
}

/** The class of a row with its own colour; see lane-colours.ts. */
export function laneRowClass(lane: number): string {
  return `lane-row-${lane}`;
}
