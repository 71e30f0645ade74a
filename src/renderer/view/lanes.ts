// Hides, shows and moves the lanes of the view, with undo and redo.
import { isolate } from '../../shared/isolate.ts';
import { batch } from '@preact/signals';
import { laneIds, laneOf, laneRows } from '../../shared/document/lane-of.ts';
import { announce } from '../parts/announcements.ts';
import {
  arranged,
  documentOrder,
  movedTo,
  neighbour,
  redone,
  shownLanes,
  undone,
  withLane,
  type Arrangement,
  type LaneHistory,
} from './arrangement.ts';
import { keepSelectionIn } from './selection.ts';
import { currentView, withView } from './view.ts';

/** Hides a lane of the timeline, or shows it again. Events in a hidden lane are deselected. */
export function showLane(lane: number, isShown: boolean): void {
  arrangeLanes(
    (arrangement) => withLane(arrangement, laneId(lane), isShown),
    `${laneTitle(lane)} ${isShown ? 'shown' : 'hidden'}`,
  );
}

/** Shows the lane of the event in a row, if it is hidden: asking for an event implies wanting to see it. */
export function showLaneOf(row: number): void {
  withView(({ lanes, opened: { document } }) => {
    const event = document.events.at(row);
    if (event !== undefined && lanes.value.present.hidden.has(event.lane))
      showLane(laneOf(document, event), true);
  });
}

/** Moves a lane to the position of another. */
export function moveLane(lane: number, other: number): void {
  arrangeLanes(
    (arrangement) => movedTo(arrangement, laneId(lane), laneId(other)),
    `${laneTitle(lane)} moved`,
  );
}

/** Moves a lane past the next visible one above or below. */
export function moveLaneBy(lane: number, direction: 'up' | 'down'): void {
  withView(({ model }) => {
    const other = neighbour(model.index.lanes, lane, direction);
    if (other !== undefined) moveLane(lane, other);
  });
}

/** Shows all lanes in their present order. */
export function showAllLanes(): void {
  arrangeLanes((arrangement) => ({ ...arrangement, hidden: new Set() }), 'All lanes shown');
}

/** Shows all lanes in the document's order. */
export function resetLanes(): void {
  withView(({ opened }) => {
    arrangeLanes(() => documentOrder(laneIds(opened.document)), 'Lanes reset');
  });
}

/** Undoes the last change of the lanes. */
export function undoLanes(): void {
  changeLanes(undone, 'Lane change undone');
}

/** Redoes the change of the lanes that was undone last. */
export function redoLanes(): void {
  changeLanes(redone, 'Lane change redone');
}

function arrangeLanes(change: (arrangement: Arrangement) => Arrangement, what: string): void {
  changeLanes((history) => arranged(history, change(history.present)), what);
}

/** Changes the arrangement, and announces it if anything changed. */
function changeLanes(change: (history: LaneHistory) => LaneHistory, what: string): void {
  withView(({ lanes, arrange, opened: { document } }) => {
    const after = change(lanes.value);
    if (after.present === lanes.value.present) return;
    batch(() => {
      arrange(after);
      const shown = laneRows(document, shownLanes(after.present));
      keepSelectionIn(shown);
      const titles = shown.map((lane) => isolate(document.lanes[lane]?.title ?? '')).join(', ');
      announce(`${what}. ${shown.length === 0 ? 'All lanes are hidden.' : `Lanes: ${titles}.`}`);
    });
  });
}

function laneId(lane: number): string {
  return currentView.value?.opened.document.lanes[lane]?.id ?? '';
}

function laneTitle(lane: number): string {
  return isolate(currentView.value?.opened.document.lanes[lane]?.title ?? '');
}
