// Says where a row of a table stands in its file, for the report.
import type { Where } from '../report.ts';
import type { Table } from './mapping.ts';

/** Where a row, or a column of it, stands in its file. */
export function whereIn({ lineOf, pathOf }: Table, row: number, column: string | null = null): Where {
  if (pathOf === undefined) return { line: () => lineOf(row), path: column };
  return { path: column === null ? pathOf(row) : [...pathOf(row), column] };
}
