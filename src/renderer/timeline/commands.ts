// What a click on the timeline does, and what the menu of an event offers.
import { around, clampWindow, fit, SHORTEST_WINDOW, type TimeWindow } from '../../shared/dates/window.ts';
import { laneOf } from '../../shared/document/lane-of.ts';
import { knownSpan, MARGIN } from '../view/fitting.ts';
import { compareWith } from '../view/going.ts';
import { selectEvent } from '../view/selection.ts';
import { copyText } from '../parts/clipboard.ts';
import { openLink } from '../parts/links.ts';
import { remark, succeeded } from '../parts/notices.ts';
import { showLane } from '../view/lanes.ts';
import { viewState, withView } from '../view/view.ts';
import { eventAsText, eventWithCitation } from './copied-event.ts';
import type { EventAction, EventMenuPlace } from './event-menu.tsx';

/** Selects the event in a row or, with `compare`, compares it with the selected one. */
export function chooseMark(row: number, compare: boolean): void {
  if (compare) compareWith(row);
  else selectEvent(row);
}

/** Zooms in on the event in a row. */
export function openMark(row: number): void {
  withView(({ model }) => {
    const when = model.document.events.whenAt(row);
    const span = when === undefined ? null : knownSpan(when, model);
    if (span !== null) zoomTo(span);
  });
}

/** Zooms in on what a column of a lane's strip stands for; where no zoom takes its events apart, selects the first. */
export function openColumn(lane: number, span: TimeWindow): void {
  withView(({ model, window }) => {
    const { start, end } = window.target();
    if (end - start > SHORTEST_WINDOW) {
      zoomTo(span);
      return;
    }
    const { document, index } = model;
    const { lanes } = document.events.columns;
    const row = index.eventsIn(span).find((own) => lanes[own] === lane);
    if (row !== undefined) selectEvent(row);
  });
}

/** Shows a span of time, at least twice as close as now. */
function zoomTo(span: TimeWindow): void {
  withView(({ window }) => {
    const { start, end } = window.target();
    const nearer = fit(span, MARGIN, window.target());
    const length = Math.min(nearer.end - nearer.start, (end - start) / 2);
    window.moveTo(clampWindow(around((span.start + span.end) / 2, length)), true);
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
