// What the list holds and how it is sorted.
import { signal, type ReadonlySignal } from '@preact/signals';
import { viewState } from '../view/view.ts';
import { FIRST_SORTING, sortingAfter, type Column, type Sorting } from './sorting.ts';

/** Which events the list holds: those of the time in view, or all; of the lanes that are shown. */
export type ListScope = 'view' | 'all';

const scope = signal<ListScope>('view');
const sorting = viewState<Sorting>(FIRST_SORTING);

/** Which events the list holds. */
export const listScope: ReadonlySignal<ListScope> = scope;

/** What the list is sorted by. */
export const listSorting = sorting.current;

/** Lists the events of the time in view, or all. */
export function listEvents(wanted: ListScope): void {
  scope.value = wanted;
}

/** Sorts the list by a column, or the other way round where it is sorted by that already. */
export function sortListBy(column: Column): void {
  sorting.set(sortingAfter(listSorting.value, column));
}
