// The ways to sort the list; a small file, because the window needs it from the start.

/** A column of the list. */
export type Column =
  | 'date'
  | 'title'
  | 'lane'
  | 'place'
  | 'people'
  | 'tags'
  | 'importance'
  | 'dating'
  | 'confidence'
  | 'sources';

/** A column and a direction. Equal cells are in time order. */
export interface Sorting {
  readonly column: Column;
  readonly direction: 'ascending' | 'descending';
}

/** By time, as on the timeline. */
export const FIRST_SORTING: Sorting = { column: 'date', direction: 'ascending' };

/** The sorting after a press on a column's heading: by that column or, if it already is, in the other direction. */
export function sortingAfter({ column, direction }: Sorting, pressed: Column): Sorting {
  const isTurned = column === pressed && direction === 'ascending';
  return { column: pressed, direction: isTurned ? 'descending' : 'ascending' };
}
