// Tells which rows of a table have changed since one looked last. Pure.
import type { EventTable } from './table.ts';

/**
 * Starts to follow a table through its changes.
 *
 * @returns a function that takes a table that came of this one, and returns the rows whose event was added, changed or
 *   removed since the last call. After very many changes, these are all rows that have ever changed.
 */
export function followRows(first: EventTable): (table: EventTable) => readonly number[] {
  let seen = first.changes;
  return (table) => {
    const changes = table.changesSince(seen);
    seen = table.changes;
    return changes === null ? everChanged(table) : changes.map(({ row }) => row);
  };
}

/** The rows whose event was added, changed or removed since the file was read. */
function everChanged(table: EventTable): number[] {
  const rows = new Set(table.columns.edited?.keys());
  for (let row = 0; row < table.rowCount; row += 1) if (!table.isEvent(row)) rows.add(row);
  return [...rows];
}
