// Decides which events the list contains and in which order, for the table and for copying.
import type { TimeWindow } from '../../shared/dates/window.ts';
import type { PlacedDocument } from '../../shared/document/document.ts';
import { laneTitleOf } from '../../shared/document/lane-of.ts';
import { listScope, listSorting, type ListScope } from './state.ts';
import { joined, type TimelineModel } from '../view/model.ts';
import type { View } from '../view/view.ts';
import { cellOf, COLUMN_NAMES, COLUMNS, columnsOf, createSorter, type Sorter } from './columns.ts';
import type { Table } from './copied-list.ts';
import { heldOrder, sortedOrder, type HeldOrder } from './held-order.ts';
import type { Column, Sorting } from './sorting.ts';

/**
 * The most rows of the list. More would be higher than a browser can draw, about 33 million pixels, and longer than
 * anybody reads.
 */
export const MOST_LISTED = 200_000;

/** What was listed last in a view, and why in this order. */
interface Listing {
  readonly model: TimelineModel;
  readonly scope: ListScope;
  readonly sorting: Sorting;
  /** `null` where all events are listed. */
  readonly window: TimeWindow | null;
  readonly order: HeldOrder;
  /** Whether events were edited since the list was sorted. */
  readonly isHeld: boolean;
}

const listings = new WeakMap<View, Listing>();
const columnsIn = new WeakMap<
  View,
  { readonly document: PlacedDocument; readonly columns: readonly Column[] }
>();
const sorters = new WeakMap<PlacedDocument, Sorter>();

function sorterOf(document: PlacedDocument): Sorter {
  const sorter = sorters.get(document) ?? createSorter(document);
  sorters.set(document, sorter);
  return sorter;
}

/** The columns of the list: those that any event of the document fills, or has filled since it was opened. */
export function listedColumns(view: View): readonly Column[] {
  const { document } = view.model;
  const before = columnsIn.get(view);
  if (before?.document === document) return before.columns;
  const filled = columnsOf(document);
  const all = COLUMNS.filter(
    (column) => filled.includes(column) || before?.columns.includes(column) === true,
  );
  columnsIn.set(view, { document, columns: all });
  return all;
}

/**
 * Rows of the listed events, in order; the list shows the first {@link MOST_LISTED} of them. An edit moves no row: they
 * are sorted again once the reader sorts, or lists another time or other lanes.
 */
export function listedEvents(view: View): Int32Array {
  const { model } = view;
  const [scope, sorting] = [listScope.value, listSorting.value];
  const window = scope === 'all' ? null : view.window.current.value;
  const before = listings.get(view);
  const isSame =
    before?.scope === scope && before.sorting === sorting && isSameWindow(before.window, window)
      ? before
      : undefined;
  if (isSame?.model === model) return isSame.order.rows;
  // Events without a date are in no window, so the list always contains them.
  const wanted = window === null ? model.order : joined(model.index.eventsIn(window), model.undated);
  const isHeld = isSame !== undefined && isSame.model.document !== model.document;
  const order = isHeld
    ? heldOrder(isSame.order, model.order, wanted, model.document.events.rowCount)
    : sortedOrder(sorterOf(model.document).sorted(wanted, sorting));
  listings.set(view, { model, scope, sorting, window, order, isHeld });
  return order.rows;
}

function isSameWindow(one: TimeWindow | null, other: TimeWindow | null): boolean {
  return one?.start === other?.start && one?.end === other?.end;
}

/** Whether edits have left the list in another order than it is sorted by. */
export function isOutOfOrder(view: View): boolean {
  const listing = listings.get(view);
  if (listing?.isHeld !== true) return false;
  const { sorting, window, model, order } = listing;
  // By another column it would take as long to tell as to sort.
  if (sorting.column !== 'date') return true;
  const wanted = window === null ? model.order : joined(model.index.eventsIn(window), model.undated);
  const sorted = sorterOf(model.document).sorted(wanted, sorting);
  return sorted.length !== order.rows.length || sorted.some((row, place) => row !== order.rows[place]);
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
