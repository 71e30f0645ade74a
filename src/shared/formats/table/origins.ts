// Reads and changes the columns that the fields of a mapping come from. Pure.
import type { Mapping, Origin } from './fields.ts';

/** The columns that a field is joined of, in their order; none if it has one value for all rows. */
export function columnsIn(origin: Origin | undefined): readonly string[] {
  return origin !== undefined && 'columns' in origin ? origin.columns : [];
}

/** Fields, in their order, that come from other columns; one that is left without columns goes. */
export function withColumns(
  fields: Mapping['fields'],
  change: (columns: readonly string[]) => readonly string[],
): Mapping['fields'] {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([target, origin]): [string, Origin][] => {
      if ('fixed' in origin) return [[target, origin]];
      const columns = change(origin.columns);
      return columns.length === 0 ? [] : [[target, { ...origin, columns }]];
    }),
  );
}
