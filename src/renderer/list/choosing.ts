// The rows that a reader has chosen to change together, by clicks and keys as in any list. Pure.

/** Chosen rows, and where a range starts. */
export interface Choice {
  /** Rows of events in the document, in the order in which they were chosen. */
  readonly rows: ReadonlySet<number>;
  /** The row at which a range with Shift starts; `null` where none was chosen yet. */
  readonly anchor: number | null;
}

/** Nothing is chosen. */
export const NONE_CHOSEN: Choice = { rows: new Set(), anchor: null };

/** The choice after a row was added to it or taken out of it. */
export function toggled({ rows }: Choice, row: number): Choice {
  const changed = new Set(rows);
  if (!changed.delete(row)) changed.add(row);
  return { rows: changed, anchor: row };
}

/**
 * The choice of all rows from where the range starts to another one, both included.
 *
 * @param listed the rows of the list, from the top down.
 * @param from where it starts if nothing was chosen yet.
 */
export function rangeTo({ anchor }: Choice, listed: Int32Array, from: number, to: number): Choice {
  const known = anchor === null ? -1 : listed.indexOf(anchor);
  const start = known < 0 ? listed.indexOf(from) : known;
  const end = listed.indexOf(to);
  if (end < 0) return { rows: new Set(), anchor };
  const [first, last] = start < 0 ? [end, end] : [Math.min(start, end), Math.max(start, end)];
  return { rows: new Set(listed.subarray(first, last + 1)), anchor: listed[start] ?? to };
}

/** The chosen rows that are listed, from the top down. */
export function chosenOf({ rows }: Choice, listed: Int32Array): number[] {
  return rows.size === 0 ? [] : Array.from(listed.filter((row) => rows.has(row)));
}
