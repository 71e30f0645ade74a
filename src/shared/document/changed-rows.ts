// Tells which rows of a table have changed since one looked last. Pure.
import type { EventTable } from './table.ts';

/**
 * Starts to follow a table through its changes.
 *
 * @returns a function that takes a table that came of this one, and returns the rows whose event was added, changed or
 *   removed since the last call. It costs a step for each row.
 */
export function followRows(first: EventTable): (table: EventTable) => readonly number[] {
  /** The JSON of the edited rows as it was. */
  const seen = new Map(first.columns.edited);
  const gone = new Set<number>();
  let last = first;
  return (table) => {
    if (table === last) return [];
    last = table;
    const rows = new Set<number>();
    for (const [row, json] of table.columns.edited ?? []) {
      if (seen.get(row) === json) continue;
      seen.set(row, json);
      gone.delete(row);
      rows.add(row);
    }
    for (let row = 0; row < table.rowCount; row += 1) {
      if (table.isEvent(row) || gone.has(row)) continue;
      gone.add(row);
      rows.add(row);
    }
    return [...rows];
  };
}
