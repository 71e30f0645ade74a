// Hides, shows and moves the lanes of the view.
import { isolate } from '../../shared/isolate.ts';
import { batch } from '@preact/signals';
import { laneIds, laneOf, laneRows } from '../../shared/document/lane-of.ts';
import { announce } from '../parts/announcements.ts';
import {
  documentOrder,
  isSame,
  movedTo,
  neighbour,
  shownLanes,
  withLane,
  type Arrangement,
} from './arrangement.ts';
import { keepSelectionIn } from './selection.ts';
import { did } from './undoing.ts';
import { currentView, withView, type View } from './view.ts';

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
    if (event !== undefined && lanes.value.hidden.has(event.lane)) showLane(laneOf(document, event), true);
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

/** Changes the arrangement, announces it if anything changed, and keeps it for undo. */
function arrangeLanes(change: (arrangement: Arrangement) => Arrangement, what: string): void {
  withView((view) => {
    const before = view.lanes.peek();
    const after = change(before);
    if (isSame(before, after)) return;
    show(view, after, what);
    did({
      name: 'Arrange lanes',
      isOfView: true,
      undo: () => {
        show(view, before, 'Lane change undone');
      },
      redo: () => {
        show(view, after, what);
      },
    });
  });
}

function show(view: View, arrangement: Arrangement, what: string): void {
  batch(() => {
    view.arrange(arrangement);
    const { document } = view.opened;
    const shown = laneRows(document, shownLanes(view.lanes.value));
    keepSelectionIn(shown);
    const titles = shown.map((lane) => isolate(document.lanes[lane]?.title ?? '')).join(', ');
    announce(`${what}. ${shown.length === 0 ? 'All lanes are hidden.' : `Lanes: ${titles}.`}`);
  });
}

function laneId(lane: number): string {
  return currentView.value?.opened.document.lanes[lane]?.id ?? '';
}

function laneTitle(lane: number): string {
  return isolate(currentView.value?.opened.document.lanes[lane]?.title ?? '');
}
