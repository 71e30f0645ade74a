// Keeps the rows of the list where they are while their events change: only sorting moves a row. Pure.

/** An order of rows in which removed ones keep their places. */
export interface HeldOrder {
  /** Every row that has stood in the list since it was sorted. */
  readonly places: Int32Array;
  /** Those of them that are listed. */
  readonly rows: Int32Array;
}

/** The order of rows that were just sorted. */
export function sortedOrder(rows: Int32Array): HeldOrder {
  return { places: rows, rows };
}

/**
 * The order after an edit: a row keeps its place, also if it no longer belongs into the time in view; one that comes back
 * gets its place again; a new one comes last.
 *
 * @param allowed every row that may be listed.
 * @param wanted those that belong into the list as it is sorted and restricted now; all of them are allowed.
 */
export function heldOrder(
  { places }: HeldOrder,
  allowed: Int32Array,
  wanted: Int32Array,
  rowCount: number,
): HeldOrder {
  const states = new Uint8Array(rowCount);
  for (const row of allowed) states[row] = ALLOWED;
  for (const row of places) states[row] = (states[row] ?? 0) | PLACED;
  const added = wanted.filter((row) => states[row] === ALLOWED);
  const all = added.length === 0 ? places : new Int32Array(places.length + added.length);
  if (added.length > 0) {
    all.set(places);
    all.set(added, places.length);
  }
  return { places: all, rows: all.filter((row) => ((states[row] ?? 0) & ALLOWED) !== 0) };
}

const ALLOWED = 1;
const PLACED = 2;
