// The class that gives a lane its colour, wherever it is drawn.

/** How many colours there are; style/tokens.css has them. */
const COLOURS = 8;

/** The class of a lane by its row: after the last colour comes the first again. */
export function laneClass(lane: number): string {
  return `lane-${lane % COLOURS}`;
}
