// Which events the list holds and in which order: the one answer that the table and what is copied share.
import type { PlacedDocument } from '../../shared/document/document.ts';
import { laneTitleOf } from '../../shared/document/lane-of.ts';
import { listScope, listSorting } from './state.ts';
import type { View } from '../view/view.ts';
import { cellsOf, COLUMN_NAMES, COLUMNS, createSorter, type Sorter } from './columns.ts';
import type { Table } from './copied-list.ts';

/**
 * The most rows that the list has. More would be higher than a browser can draw, about 33 million pixels, and longer
 * than anybody reads.
 */
export const MOST_LISTED = 200_000;

const sorters = new WeakMap<PlacedDocument, Sorter>();

/** Positions of the events that belong into the list, in its order; of these it shows {@link MOST_LISTED}. */
export function listedEvents(view: View): Int32Array {
  const { document, index } = view.model;
  const sorter = sorters.get(document) ?? createSorter(document);
  sorters.set(document, sorter);
  const inTime = listScope.value === 'all' ? index.order : index.eventsIn(view.window.current.value);
  return sorter.sorted(inTime, listSorting.value);
}

/** The rows that the list shows, with its header. */
export function listedTable(view: View): Table {
  const { document } = view.opened;
  const { events } = document;
  const rows = Array.from(listedEvents(view).subarray(0, MOST_LISTED), (position) => events[position]);
  return [
    COLUMNS.map((column) => COLUMN_NAMES[column]),
    ...rows.flatMap((event) => {
      if (event === undefined) return [];
      const cells = cellsOf(event, laneTitleOf(document, event));
      return [COLUMNS.map((column) => cells[column])];
    }),
  ];
}
