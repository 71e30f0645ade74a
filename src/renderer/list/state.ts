// The contents and the sorting of the list, and the rows chosen in it.
import { signal, type ReadonlySignal } from '@preact/signals';
import { viewState } from '../view/view.ts';
import { NONE_CHOSEN, type Choice } from './choosing.ts';
import { FIRST_SORTING, sortingAfter, type Column, type Sorting } from './sorting.ts';

/** Which events to list, of the lanes that are shown: those of the time in view, or all. */
export type ListScope = 'view' | 'all';

const scope = signal<ListScope>('view');
const sorting = viewState<Sorting>(FIRST_SORTING);

/** Which events to list. */
export const listScope: ReadonlySignal<ListScope> = scope;

/** The current sorting. */
export const listSorting = sorting.current;

const chosen = viewState<Choice>(NONE_CHOSEN);

/** The rows that are chosen to be changed together. */
export const chosenRows = chosen.current;

/** Chooses rows to be changed together. */
export const chooseRows = chosen.set;

/** Lists the events of the time in view, or all. */
export function listEvents(wanted: ListScope): void {
  scope.value = wanted;
}

/**
 * Sorts the list by a column, or turns the direction if it already is.
 *
 * @param isOutOfOrder whether edits have left it in another order: then it is sorted again, in the same direction.
 */
export function sortListBy(column: Column, isOutOfOrder = false): void {
  const current = listSorting.value;
  sorting.set(isOutOfOrder && column === current.column ? { ...current } : sortingAfter(current, column));
}
