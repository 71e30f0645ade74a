// Which events the list holds and in which order: the one answer that the table and what is copied share.
import { eventAt, type PlacedDocument } from '../../shared/document/document.ts';
import { laneTitleOf } from '../../shared/document/lane-of.ts';
import { listScope, listSorting } from './state.ts';
import { joined } from '../view/model.ts';
import type { View } from '../view/view.ts';
import { cellOf, COLUMN_NAMES, columnsOf, createSorter, type Sorter } from './columns.ts';
import type { Table } from './copied-list.ts';
import type { Column } from './sorting.ts';

/**
 * The most rows that the list has. More would be higher than a browser can draw, about 33 million pixels, and longer
 * than anybody reads.
 */
export const MOST_LISTED = 200_000;

/** What is worked out once for a document. */
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

/** The columns of the list: those in which an event of the document has something to say. */
export function listedColumns(view: View): readonly Column[] {
  return listingOf(view.model.document).columns;
}

/** Positions of the events that belong into the list, in its order; of these it shows {@link MOST_LISTED}. */
export function listedEvents(view: View): Int32Array {
  const { document, index, order, undated } = view.model;
  // Events without a date are in no window, so the list always has them.
  const rows = listScope.value === 'all' ? order : joined(index.eventsIn(view.window.current.value), undated);
  return listingOf(document).sorter.sorted(rows, listSorting.value);
}

/** The rows that the list shows, with its header. */
export function listedTable(view: View): Table {
  const { document } = view.opened;
  const columns = listedColumns(view);
  const rows = Array.from(listedEvents(view).subarray(0, MOST_LISTED), (row) => eventAt(document, row));
  return [
    columns.map((column) => COLUMN_NAMES[column]),
    ...rows.flatMap((event) => {
      if (event === undefined) return [];
      const laneTitle = laneTitleOf(document, event);
      return [columns.map((column) => cellOf(column, event, laneTitle))];
    }),
  ];
}
