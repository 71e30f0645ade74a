// Decides which events the list contains and in which order, for the table and for copying.
import type { PlacedDocument } from '../../shared/document/document.ts';
import { laneTitleOf } from '../../shared/document/lane-of.ts';
import { listScope, listSorting } from './state.ts';
import { joined } from '../view/model.ts';
import type { View } from '../view/view.ts';
import { cellOf, COLUMN_NAMES, columnsOf, createSorter, type Sorter } from './columns.ts';
import type { Table } from './copied-list.ts';
import type { Column } from './sorting.ts';

/**
 * The most rows of the list. More would be higher than a browser can draw, about 33 million pixels, and longer than
 * anybody reads.
 */
export const MOST_LISTED = 200_000;

/** Values computed once for a document. */
interface Listing {
  readonly columns: readonly Column[];
  readonly sorter: Sorter;
}

const listings = new WeakMap<PlacedDocument, Listing>();

function listingOf(document: PlacedDocument): Listing {
  const listing = listings.get(document) ?? {
    columns: columnsOf(document),
    sorter: createSorter(document),
  };
  listings.set(document, listing);
  return listing;
}

/** The columns of the list: those that any event of the document fills. */
export function listedColumns(view: View): readonly Column[] {
  return listingOf(view.model.document).columns;
}

/** Positions of the listed events, in order; the list shows the first {@link MOST_LISTED} of them. */
export function listedEvents(view: View): Int32Array {
  const { document, index, order, undated } = view.model;
  // Events without a date are in no window, so the list always contains them.
  const rows = listScope.value === 'all' ? order : joined(index.eventsIn(view.window.current.value), undated);
  return listingOf(document).sorter.sorted(rows, listSorting.value);
}

/** The rows of the list, with its header. */
export function listedTable(view: View): Table {
  const { document } = view.opened;
  const columns = listedColumns(view);
  const rows = Array.from(listedEvents(view).subarray(0, MOST_LISTED), (row) => document.events.at(row));
  return [
    columns.map((column) => COLUMN_NAMES[column]),
    ...rows.flatMap((event) => {
      if (event === undefined) return [];
      const laneTitle = laneTitleOf(document, event);
      return [columns.map((column) => cellOf(column, event, laneTitle))];
    }),
  ];
}
