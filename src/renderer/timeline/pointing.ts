// What the pointer is over: a mark, a dot or a column of a strip. Pure.
import type { Frame, LaneFrame, Mark, StripBox } from './frame.ts';
import { SETTINGS } from './texts.ts';

/** What is pointed at. */
export type Pointed =
  | { readonly kind: 'mark'; readonly row: number }
  | { readonly kind: 'box'; readonly lane: number; readonly box: StripBox };

/** How near the pointer must come to a box, CSS pixels. */
const REACH = 3;

/** Where a lane begins, CSS pixels from the top of the first. */
export function laneTop({ lanes }: Frame, lane: number): number {
  let top = 0;
  for (const own of lanes) {
    if (own.lane === lane) break;
    top += own.height;
  }
  return top;
}

/**
 * The box of a strip at a place.
 * @param x CSS pixels from the left of the window
 * @param y CSS pixels from the top of the first lane
 */
export function boxAt(frame: Frame, x: number, y: number): Pointed | null {
  const under = laneUnder(frame, y);
  const box = under === null ? undefined : nearest(under.own, x, under.fromBottom);
  return under === null || box === undefined ? null : { kind: 'box', lane: under.own.lane, box };
}

/** The lane at a height, and how far that is from its lower edge; `null` below all lanes. */
function laneUnder(
  { lanes }: Frame,
  y: number,
): { readonly own: LaneFrame; readonly fromBottom: number } | null {
  let bottom = 0;
  for (const own of lanes) {
    bottom += own.height;
    if (bottom >= y) return { own, fromBottom: bottom - y };
  }
  return null;
}

/**
 * The lane at a height, by its position in the document: below all lanes the last; `null` where there are none.
 * @param y CSS pixels from the top of the first lane
 */
export function laneAt(frame: Frame, y: number): number | null {
  return laneUnder(frame, y)?.own.lane ?? frame.lanes.at(-1)?.lane ?? null;
}

/** Of a strip of columns the whole height counts, because a low column is hard to hit. */
function nearest({ strip }: LaneFrame, x: number, fromBottom: number): StripBox | undefined {
  const high = strip.reduce((most, box) => Math.max(most, box.y + box.height), 0);
  if (fromBottom > high + REACH) return undefined;
  return strip.find(
    (box) =>
      x >= box.x - REACH / 2 &&
      x <= box.x + box.width + REACH / 2 &&
      (box.row === null || (fromBottom >= box.y - REACH && fromBottom <= box.y + box.height + REACH)),
  );
}

/** Where an event stands in a frame, CSS pixels from the left of the window and from the top of the first lane. */
export interface Spot {
  readonly row: number;
  readonly lane: number;
  readonly x: number;
  readonly y: number;
}

/** Where the events of some rows stand, as far as they are in the window. */
export function spotsOf(frame: Frame, rows: readonly number[]): Spot[] {
  return rows.flatMap((row) => {
    for (const { lane, marks, strip, height } of frame.lanes) {
      const top = laneTop(frame, lane);
      const mark = marks.find(({ text }) => text.row === row);
      if (mark !== undefined)
        return [{ row, lane, x: xOf(mark), y: top + mark.top + SETTINGS[frame.level].title.line / 2 }];
      const dot = strip.find((box) => box.row === row);
      if (dot !== undefined)
        return [
          {
            row,
            lane,
            x: dot.x + Math.min(dot.width, dot.height) / 2,
            y: top + height - dot.y - dot.height / 2,
          },
        ];
    }
    return [];
  });
}

function xOf({ shape, left }: Mark): number {
  return shape === 'dot' ? left : Math.max(0, left);
}
