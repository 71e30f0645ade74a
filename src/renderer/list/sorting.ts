// What the list can be sorted by; small, because it is part of the window from the start.

/** A column of the list. */
export type Column = 'date' | 'title' | 'lane' | 'place' | 'people' | 'dating' | 'confidence' | 'sources';

/** What the list is sorted by. Of what is equal, the earlier stands first. */
export interface Sorting {
  readonly column: Column;
  readonly direction: 'ascending' | 'descending';
}

/** By time, as on the timeline. */
export const FIRST_SORTING: Sorting = { column: 'date', direction: 'ascending' };

/** The sorting after a press on the head of a column: by it, or the other way round where it is sorted by already. */
export function sortingAfter({ column, direction }: Sorting, pressed: Column): Sorting {
  const isTurned = column === pressed && direction === 'ascending';
  return { column: pressed, direction: isTurned ? 'descending' : 'ascending' };
}
