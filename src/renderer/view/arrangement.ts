// How the reader has arranged the lanes: their order, which are hidden, and the way back. Pure.

/** The lanes of a document as the reader wants them. */
export interface Arrangement {
  /** Positions of all lanes in the document, from the top of the timeline down. */
  readonly order: readonly number[];
  readonly hidden: ReadonlySet<number>;
}

/** An arrangement with those before it, and those that were undone since. */
export interface LaneHistory {
  readonly past: readonly Arrangement[];
  readonly present: Arrangement;
  readonly future: readonly Arrangement[];
}

/** The lanes as the document has them, with nothing to undo. */
export function asInDocument(laneCount: number): LaneHistory {
  return { past: [], present: documentOrder(laneCount), future: [] };
}

/** All lanes, in the document's order. */
export function documentOrder(laneCount: number): Arrangement {
  return { order: Array.from({ length: laneCount }, (_, lane) => lane), hidden: new Set() };
}

/** Positions of the lanes that are shown, from the top down. */
export function shownLanes({ order, hidden }: Arrangement): readonly number[] {
  return order.filter((lane) => !hidden.has(lane));
}

/** Whether the lanes are as the document has them. */
export function isAsInDocument({ order, hidden }: Arrangement): boolean {
  return hidden.size === 0 && order.every((lane, place) => lane === place);
}

/** Hides a lane or shows it; it keeps its place. */
export function withLane(arrangement: Arrangement, lane: number, isShown: boolean): Arrangement {
  if (arrangement.hidden.has(lane) !== isShown) return arrangement;
  const hidden = new Set(arrangement.hidden);
  if (isShown) hidden.delete(lane);
  else hidden.add(lane);
  return { ...arrangement, hidden };
}

/** Moves a lane to the place of another, which makes room: it then stands where that one stood. */
export function movedTo(arrangement: Arrangement, lane: number, other: number): Arrangement {
  const to = arrangement.order.indexOf(other);
  if (lane === other || to < 0) return arrangement;
  const order = arrangement.order.filter((position) => position !== lane);
  order.splice(to, 0, lane);
  return { ...arrangement, order };
}

/** The lane above or below one among some, or `undefined` at the end. */
export function neighbour(
  lanes: readonly number[],
  lane: number,
  direction: 'up' | 'down',
): number | undefined {
  return lanes[lanes.indexOf(lane) + (direction === 'up' ? -1 : 1)];
}

/** Takes a new arrangement; one like the present changes nothing. */
export function arranged(history: LaneHistory, next: Arrangement): LaneHistory {
  if (isSame(history.present, next)) return history;
  return { past: [...history.past, history.present], present: next, future: [] };
}

/** A step back; the same where there is none. */
export function undone({ past, present, future }: LaneHistory): LaneHistory {
  const before = past.at(-1);
  return before === undefined
    ? { past, present, future }
    : { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

/** Takes the last {@link undone} step again; the same where there is none. */
export function redone({ past, present, future }: LaneHistory): LaneHistory {
  const [after, ...rest] = future;
  return after === undefined
    ? { past, present, future }
    : { past: [...past, present], present: after, future: rest };
}

function isSame(a: Arrangement, b: Arrangement): boolean {
  return (
    a.hidden.size === b.hidden.size &&
    [...a.hidden].every((lane) => b.hidden.has(lane)) &&
    a.order.every((lane, place) => lane === b.order[place])
  );
}
