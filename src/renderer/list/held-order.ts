// Keeps the rows of the list where they are while their events change: only sorting moves a row. Pure.
import { spliced } from '../../shared/index/typed-arrays.ts';

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

/**
 * The same, after an edit of a few events: a look for each in the list, and a copy where one comes or goes.
 *
 * @param touched rows of the events that were added, changed or removed.
 * @param isAllowed whether a row may be listed.
 * @param isWanted whether a row that may be listed belongs into the list as it is restricted now.
 * @returns the order itself where it stays as it is.
 */
export function heldOrderAfter(
  order: HeldOrder,
  touched: Iterable<number>,
  isAllowed: (row: number) => boolean,
  isWanted: (row: number) => boolean,
): HeldOrder {
  let { places, rows } = order;
  for (const row of touched) {
    const listed = rows.indexOf(row);
    if (listed >= 0 && isAllowed(row)) continue;
    if (listed >= 0) rows = spliced(rows, { removed: [listed], added: [] }, []);
    else if (isAllowed(row)) {
      const known = places.indexOf(row);
      if (known < 0 && !isWanted(row)) continue;
      if (known < 0) places = spliced(places, { removed: [], added: [places.length] }, [row]);
      const at = known < 0 ? rows.length : placeAgain(places, known, rows);
      rows = spliced(rows, { removed: [], added: [at] }, [row]);
    }
  }
  return places === order.places && rows === order.rows ? order : { places, rows };
}

/** Where a row comes back into the list: behind the last of those before it that are listed. */
function placeAgain(places: Int32Array, known: number, rows: Int32Array): number {
  for (let place = known - 1; place >= 0; place -= 1) {
    const before = rows.indexOf(places[place] ?? -1);
    if (before >= 0) return before + 1;
  }
  return 0;
}

const ALLOWED = 1;
const PLACED = 2;
