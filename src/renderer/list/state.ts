// The contents and the sorting of the list.
import { signal, type ReadonlySignal } from '@preact/signals';
import { viewState } from '../view/view.ts';
import { FIRST_SORTING, sortingAfter, type Column, type Sorting } from './sorting.ts';

/** Which events to list, of the lanes that are shown: those of the time in view, or all. */
export type ListScope = 'view' | 'all';

const scope = signal<ListScope>('view');
const sorting = viewState<Sorting>(FIRST_SORTING);

/** Which events to list. */
export const listScope: ReadonlySignal<ListScope> = scope;

/** The current sorting. */
export const listSorting = sorting.current;

/** Lists the events of the time in view, or all. */
export function listEvents(wanted: ListScope): void {
  scope.value = wanted;
}

/** Sorts the list by a column, or turns the direction if it already is. */
export function sortListBy(column: Column): void {
  sorting.set(sortingAfter(listSorting.value, column));
}
