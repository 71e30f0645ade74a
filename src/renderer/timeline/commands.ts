// What a click on the timeline does, and what the menu of an event offers.
import { dragged, unitAsEdtf, type MovingUnit } from '../../shared/dates/changing.ts';
import type { Instant } from '../../shared/dates/event-date.ts';
import { readAgain } from '../../shared/dates/parse.ts';
import { changeEvents } from '../../shared/document/edit/events.ts';
import { edit } from '../document/edit.ts';
import { addEvent, deleteSelected, duplicateSelected, openEditor, unitOfAxis } from '../event/commands.ts';
import type { DraggedEvent } from './dragged-event.tsx';
import type { EventMove } from './listening.ts';
import { around, clampWindow, fit, SHORTEST_WINDOW, type TimeWindow } from '../../shared/dates/window.ts';
import { laneOf } from '../../shared/document/lane-of.ts';
import { knownSpan, MARGIN } from '../view/fitting.ts';
import { compareWith } from '../view/going.ts';
import { selectEvent } from '../view/selection.ts';
import { copyText } from '../parts/clipboard.ts';
import { openLink } from '../parts/links.ts';
import { remark, succeeded } from '../parts/notices.ts';
import { showLane } from '../view/lanes.ts';
import { currentView, viewState, withView, type View } from '../view/view.ts';
import { eventAsText, eventWithCitation } from './copied-event.ts';
import type { EventAction, EventMenuPlace } from './event-menu.tsx';

/** Selects the event in a row or, with `compare`, compares it with the selected one. */
export function chooseMark(row: number, compare: boolean): void {
  if (compare) compareWith(row);
  else selectEvent(row);
}

/** Zooms to the event in a row: in on it or, where the view is shorter than the event, out until it is whole. */
export function openMark(row: number): void {
  withView(({ model, window }) => {
    const when = model.document.events.whenAt(row);
    const span = when === undefined ? null : knownSpan(when, model);
    if (span !== null) window.moveTo(zoomedTo(span, window.target(), wholeLength(span)), true);
  });
}

/** Zooms in on what a column of a lane's strip stands for; where no zoom takes its events apart, selects the first. */
export function openColumn(lane: number, span: TimeWindow): void {
  withView(({ model, window }) => {
    const { start, end } = window.target();
    if (end - start > SHORTEST_WINDOW) {
      window.moveTo(zoomedTo(span, { start, end }), true);
      return;
    }
    const { document, index } = model;
    const { lanes } = document.events.columns;
    const row = index.eventsIn(span).find((own) => lanes[own] === lane);
    if (row !== undefined) selectEvent(row);
  });
}

/** The window around a span, at least twice as close as now. @param least the length that it keeps, milliseconds */
function zoomedTo(span: TimeWindow, now: TimeWindow, least = 0): TimeWindow {
  const nearer = fit(span, MARGIN, now);
  const length = Math.max(least, Math.min(nearer.end - nearer.start, (now.end - now.start) / 2));
  return clampWindow(around((span.start + span.end) / 2, length));
}

/** The length of a window that shows a span with room at both ends, milliseconds. */
function wholeLength({ start, end }: TimeWindow): number {
  return (end - start) * (1 + 2 * MARGIN);
}

/** The unit that a dragged date snaps to. */
function unitFor({ window }: View, isFine: boolean): MovingUnit {
  const { start, end } = window.target();
  return isFine ? 'day' : unitOfAxis(end - start);
}

/** The date that an event gets where it is let go, in EDTF; `null` where it cannot go there. */
function dateAfter(view: View, { row, handle, delta, lane, instant, isFine }: EventMove): string | null {
  const when = view.opened.document.events.whenAt(row);
  if (when !== undefined) return dragged(when, handle, delta, unitFor(view, isFine));
  // An event of the tray gets the date at the pointer.
  return lane === null ? null : unitAsEdtf(instant, unitFor(view, isFine));
}

/** The lane that it gets, by its position. */
function laneAfter(view: View, { row, handle, lane }: EventMove): number {
  const own = view.opened.document.events.columns.lanes[row] ?? 0;
  return handle === 'whole' ? (lane ?? own) : own;
}

/** What an event that is being dragged would become. */
export function previewDrag(move: EventMove): Pick<DraggedEvent, 'when' | 'lane'> {
  const view = currentView.peek();
  if (view === null) return { when: null, lane: '' };
  const edtf = dateAfter(view, move);
  const lane = laneAfter(view, move);
  const { document } = view.opened;
  return {
    when: edtf === null ? null : readAgain(edtf),
    lane: document.events.columns.lanes[move.row] === lane ? '' : (document.lanes[lane]?.title ?? ''),
  };
}

/** Gives an event that was dragged its new date and lane. */
export function dropDrag(move: EventMove): void {
  withView((view) => {
    const { document } = view.opened;
    const date = dateAfter(view, move);
    const lane = document.lanes[laneAfter(view, move)];
    if (lane === undefined) return;
    edit(
      changeEvents(
        document,
        [move.row],
        () => ({ ...(date !== null && { date }), lane: lane.id }),
        (whose) => `Move ${whose}`,
      ),
      { selected: document.events.at(move.row)?.id ?? null },
    );
  });
}

/** Adds an event at a place of a lane, with a date as precise as the axis shows. */
export function addEventAt(lane: number, instant: Instant): void {
  withView((view) => {
    const own = view.opened.document.lanes[lane];
    if (own !== undefined) addEvent({ lane: own.id, date: unitAsEdtf(instant, unitFor(view, false)) });
  });
}

const menu = viewState<EventMenuPlace | null>(null);

/** Where the menu of an event is open, or `null`. */
export const eventMenu = menu.current;

/** Opens the menu of an event. */
export function openEventMenu(place: EventMenuPlace): void {
  menu.set(place);
}

/** Closes the menu of an event. */
export function closeEventMenu(): void {
  menu.set(null);
}

/** Does to the event in a row what its menu offers. */
export function runEventAction(row: number, action: EventAction): void {
  withView(({ model: { document } }) => {
    const event = document.events.placedAt(row);
    if (event === undefined) return;
    switch (action) {
      case 'edit':
        selectEvent(row);
        openEditor();
        break;
      case 'duplicate':
        selectEvent(row);
        duplicateSelected();
        break;
      case 'delete':
        selectEvent(row);
        deleteSelected();
        break;
      case 'copy':
        void copyEvent(eventAsText(event));
        break;
      case 'cite':
        void copyEvent(eventWithCitation(event, document.articles));
        break;
      case 'compare':
        selectEvent(row);
        remark({ message: 'Now Shift+click the other event, or press Shift+N.', details: [] });
        break;
      case 'zoom':
        openMark(row);
        break;
      case 'hide-lane':
        showLane(laneOf(document, event), false);
        break;
      case 'open-source': {
        const [source] = event.sources;
        if (source !== undefined) void openLink(source.address);
      }
    }
  });
}

async function copyEvent(text: string): Promise<void> {
  if (await copyText(text)) succeeded('Copied the event.');
}
