// Decides which events the list contains and in which order, for the table and for copying.
import type { TimeWindow } from '../../shared/dates/window.ts';
import type { PlacedDocument } from '../../shared/document/document.ts';
import type { EventTable } from '../../shared/document/table.ts';
import { compareInTime, eventInTime, type EventInTime } from '../../shared/index/in-lane.ts';
import { laneTitleOf } from '../../shared/document/lane-of.ts';
import { listScope, listSorting, type ListScope } from './state.ts';
import { joined, type TimelineModel } from '../view/model.ts';
import type { View } from '../view/view.ts';
import { cellOf, COLUMN_NAMES, COLUMNS, columnsOf, createSorter, type Sorter } from './columns.ts';
import type { Table } from './copied-list.ts';
import { heldOrder, heldOrderAfter, sortedOrder, type HeldOrder } from './held-order.ts';
import type { Column, Sorting } from './sorting.ts';

/** The most rows that are copied: more would be a text that no other program takes. */
const MOST_COPIED = 200_000;

/** After an edit of more events the list looks at all. */
const MOST_TOUCHED = 64;

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
 * Rows of the listed events, in order. An edit moves no row: they are sorted again once the reader sorts, or lists another
 * time or other lanes.
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
  const isHeld = isSame !== undefined && isSame.model.document !== model.document;
  const order = isHeld
    ? orderAfterEdit(isSame, model)
    : sortedOrder(sorterOf(model.document).sorted(wantedIn(model, window), sorting));
  listings.set(view, { model, scope, sorting, window, order, isHeld });
  return order.rows;
}

/** The events that belong into the list, in time order. Those without a date are in no window: it always has them. */
function wantedIn(model: TimelineModel, window: TimeWindow | null): Int32Array {
  return window === null ? model.order : joined(model.index.eventsIn(window), model.undated);
}

/** The order of the list after its document was edited. */
function orderAfterEdit({ model: before, window, order }: Listing, model: TimelineModel): HeldOrder {
  const { events } = model.document;
  const changed = events.changesSince(before.changes);
  const { lanes } = model.index;
  const isOfSameLanes = before.index.lanes.every((lane, place) => lane === lanes[place]);
  if (changed === null || changed.length > MOST_TOUCHED || !isOfSameLanes)
    return heldOrder(order, model.order, wantedIn(model, window), events.rowCount);
  return heldOrderAfter(
    order,
    changed.map(({ row }) => row).sort((one, other) => (isBefore(events, one, other, 'ascending') ? -1 : 1)),
    (row) => events.isEvent(row) && lanes.includes(events.columns.lanes[row] ?? -1),
    (row) => isIn(window, model, row),
  );
}

/** Whether an event belongs into the list of some time. */
function isIn(window: TimeWindow | null, { document: { events } }: TimelineModel, row: number): boolean {
  if (window === null || !events.isDated(row)) return true;
  const { start, end } = timeOf(events, row);
  return start < window.end && end > window.start;
}

function timeOf({ columns: { starts, ends } }: EventTable, row: number): EventInTime {
  return eventInTime(row, starts[row] ?? NaN, ends[row] ?? NaN);
}

function isSameWindow(one: TimeWindow | null, other: TimeWindow | null): boolean {
  return one?.start === other?.start && one?.end === other?.end;
}

/** Whether an event stands before another in a list sorted by date; those without a date come last. */
function isBefore(events: EventTable, one: number, other: number, direction: Sorting['direction']): boolean {
  if (!events.isDated(one)) return !events.isDated(other) && one < other;
  if (!events.isDated(other)) return true;
  const order = compareInTime(timeOf(events, one), timeOf(events, other));
  return direction === 'ascending' ? order < 0 : order > 0;
}

/** Rows that are looked at between two yields: below a millisecond. */
const SLICE = 4_096;

/** Tells, a slice at a time, whether edits have left the list in another order than it is sorted by. */
export function* isOutOfOrder(view: View): Generator<undefined, boolean> {
  const listing = listings.get(view);
  if (listing?.isHeld !== true) return false;
  const { sorting, window, model, order } = listing;
  // By another column it would take as long to tell as to sort.
  if (sorting.column !== 'date') return true;
  const { events } = model.document;
  const { rows } = order;
  const inWindow = window === null ? model.index.count : model.index.countIn(window);
  if (rows.length !== inWindow + model.undated.length) return true;
  for (const [place, row] of rows.entries()) {
    if (!isIn(window, model, row)) return true;
    if (place > 0 && !isBefore(events, rows[place - 1] ?? -1, row, sorting.direction)) return true;
    if (place % SLICE === SLICE - 1) yield;
  }
  return false;
}

/** The rows of the list, with its header; at most {@link MOST_COPIED}. */
export function listedTable(view: View): Table {
  const { document } = view.opened;
  const columns = listedColumns(view);
  const rows = Array.from(listedEvents(view).subarray(0, MOST_COPIED), (row) => document.events.at(row));
  return [
    columns.map((column) => COLUMN_NAMES[column]),
    ...rows.flatMap((event) => {
      if (event === undefined) return [];
      const laneTitle = laneTitleOf(document, event);
      return [columns.map((column) => cellOf(column, event, laneTitle))];
    }),
  ];
}
