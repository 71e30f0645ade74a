// The reader's arrangement of the lanes: their order, and which are hidden. Pure.

/** The lanes of a document as the reader wants them. */
export interface Arrangement {
  /** Ids of all lanes of the document, from top to bottom. */
  readonly order: readonly string[];
  readonly hidden: ReadonlySet<string>;
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

/** An arrangement made to fit lanes that were added or removed since: a new one stands where the document has it. */
export function fittedTo(arrangement: Arrangement, lanes: readonly string[]): Arrangement {
  const known = new Set(lanes);
  const order = arrangement.order.filter((lane) => known.has(lane));
  if (order.length === arrangement.order.length && order.length === lanes.length) return arrangement;
  const placed = new Set(order);
  for (const [at, lane] of lanes.entries()) {
    if (placed.has(lane)) continue;
    const before = lanes[at - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, lane);
    placed.add(lane);
  }
  return { order, hidden: new Set([...arrangement.hidden].filter((lane) => known.has(lane))) };
}

/** Whether two arrangements look the same. */
export function isSame(a: Arrangement, b: Arrangement): boolean {
  return (
    a.hidden.size === b.hidden.size &&
    [...a.hidden].every((lane) => b.hidden.has(lane)) &&
    a.order.every((lane, place) => lane === b.order[place])
  );
}
