// How the reader has arranged the lanes: their order, which are hidden, and the way back. Pure.

/** The lanes of a document as the reader wants them. */
export interface Arrangement {
  /** Ids of all lanes of the document, from the top of the timeline down. */
  readonly order: readonly string[];
  readonly hidden: ReadonlySet<string>;
}

/** An arrangement with those before it, and those that were undone since. */
export interface LaneHistory {
  readonly past: readonly Arrangement[];
  readonly present: Arrangement;
  readonly future: readonly Arrangement[];
}

/** The lanes as the document has them, by their ids, with nothing to undo. */
export function asInDocument(lanes: readonly string[]): LaneHistory {
  return { past: [], present: documentOrder(lanes), future: [] };
}

/** All lanes shown, in the document's order, by their ids. */
export function documentOrder(lanes: readonly string[]): Arrangement {
  return { order: lanes, hidden: new Set() };
}

/** Ids of the lanes that are shown, from the top down. */
export function shownLanes({ order, hidden }: Arrangement): readonly string[] {
  return order.filter((lane) => !hidden.has(lane));
}

/** Whether the lanes are as the document has them, by their ids. */
export function isAsInDocument(arrangement: Arrangement, lanes: readonly string[]): boolean {
  return isSame(arrangement, documentOrder(lanes));
}

/** Hides a lane or shows it; it keeps its place. */
export function withLane(arrangement: Arrangement, lane: string, isShown: boolean): Arrangement {
  if (arrangement.hidden.has(lane) !== isShown) return arrangement;
  const hidden = new Set(arrangement.hidden);
  if (isShown) hidden.delete(lane);
  else hidden.add(lane);
  return { ...arrangement, hidden };
}

/** Moves a lane to the place of another, which makes room: it then stands where that one stood. */
export function movedTo(arrangement: Arrangement, lane: string, other: string): Arrangement {
  const to = arrangement.order.indexOf(other);
  if (lane === other || to < 0) return arrangement;
  const order = arrangement.order.filter((one) => one !== lane);
  order.splice(to, 0, lane);
  return { ...arrangement, order };
}

/** The lane above or below one among some, or `undefined` at the end. */
export function neighbour<Lane>(
  lanes: readonly Lane[],
  lane: Lane,
  direction: 'up' | 'down',
): Lane | undefined {
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
