// Opens and closes the list of lanes.
import { viewState, withView } from '../view/view.ts';

const list = viewState<'closed' | 'open' | number>('closed');

/** The list of lanes: closed, open, or open at one lane. */
export const lanesList = list.current;

/** Opens the list of all lanes, at one of them if it is named. */
export function openLanesList(lane?: number): void {
  withView(() => {
    list.set(lane ?? 'open');
  });
}

/** Closes it. */
export function closeLanesList(): void {
  list.set('closed');
}
