// Leaves out what people write above a table in a sheet: its title, and blank rows.
import { excerpt } from '../../excerpt.ts';
import type { Problems } from '../report.ts';
import { hasHeads, type Table } from './mapping.ts';

/** How many rows may stand above a table. */
const MOST_ABOVE = 20;

/**
 * A table without what stands above it in a sheet: blank rows, and a title in a cell of its own, if heads come next.
 * What is left out is reported.
 */
export function withoutTitle(table: Table, problems: Problems): Table {
  const filled = (row: readonly string[]): string[] =>
    row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const first = table.rows.slice(0, MOST_ABOVE).findIndex((row) => filled(row).length > 1);
  const titles = table.rows.slice(0, Math.max(0, first)).flatMap(filled);
  const from =
    titles.length === 0 || hasHeads({ ...table, rows: table.rows.slice(first) })
      ? first
      : table.rows.findIndex((row) => filled(row).length > 0);
  if (from <= 0) return table;
  if (titles.length > 0)
    problems.add(
      `What stands above the heads was left out: ${titles.map((title) => excerpt(title, 60)).join(', ')}`,
      {
        line: () => table.lineOf(0),
      },
    );
  return {
    ...table,
    rows: table.rows.slice(from),
    lineOf: (row) => table.lineOf(row + from),
    above: from,
  };
}
