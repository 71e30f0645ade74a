// The reader's arrangement of the lanes: their order, which are hidden, and the undo history. Pure.

/** The lanes of a document as the reader wants them. */
export interface Arrangement {
  /** Ids of all lanes of the document, from top to bottom. */
  readonly order: readonly string[];
  readonly hidden: ReadonlySet<string>;
}

/** An arrangement with the undo and redo steps around it. */
export interface LaneHistory {
  readonly past: readonly Arrangement[];
  readonly present: Arrangement;
  readonly future: readonly Arrangement[];
}

/** The document's own arrangement, with nothing to undo. */
export function asInDocument(lanes: readonly string[]): LaneHistory {
  return { past: [], present: documentOrder(lanes), future: [] };
}

/** All lanes shown, in the document's order. */
export function documentOrder(lanes: readonly string[]): Arrangement {
  return { order: lanes, hidden: new Set() };
}

/** Ids of the shown lanes, from top to bottom. */
export function shownLanes({ order, hidden }: Arrangement): readonly string[] {
  return order.filter((lane) => !hidden.has(lane));
}

/** Whether the lanes are arranged as in the document. */
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

/** Moves a lane to the position of another, which makes room for it. */
export function movedTo(arrangement: Arrangement, lane: string, other: string): Arrangement {
  const to = arrangement.order.indexOf(other);
  if (lane === other || to < 0) return arrangement;
  const order = arrangement.order.filter((one) => one !== lane);
  order.splice(to, 0, lane);
  return { ...arrangement, order };
}

/** The lane above or below another among some, or `undefined` at the end. */
export function neighbour<Lane>(
  lanes: readonly Lane[],
  lane: Lane,
  direction: 'up' | 'down',
): Lane | undefined {
  return lanes[lanes.indexOf(lane) + (direction === 'up' ? -1 : 1)];
}

/** Adds a new arrangement to the history, unless it equals the present one. */
export function arranged(history: LaneHistory, next: Arrangement): LaneHistory {
  if (isSame(history.present, next)) return history;
  return { past: [...history.past, history.present], present: next, future: [] };
}

/** Undoes one step, if there is one. */
export function undone({ past, present, future }: LaneHistory): LaneHistory {
  const before = past.at(-1);
  return before === undefined
    ? { past, present, future }
    : { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

/** Redoes the last {@link undone} step, if there is one. */
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
