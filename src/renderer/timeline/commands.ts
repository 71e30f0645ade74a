// What a click on the timeline does.
import { around, clampWindow, fit, SHORTEST_WINDOW, type TimeWindow } from '../../shared/dates/window.ts';
import { laneOf } from '../../shared/document/lane-of.ts';
import { knownSpan, MARGIN } from '../view/fitting.ts';
import { compareWith } from '../view/going.ts';
import { selectEvent } from '../view/selection.ts';
import { withView } from '../view/view.ts';

/** Selects the event in a row or, with `compare`, compares it with the selected one. */
export function chooseMark(row: number, compare: boolean): void {
  if (compare) compareWith(row);
  else selectEvent(row);
}

/** Zooms in on the event in a row. */
export function openMark(row: number): void {
  withView(({ model }) => {
    const when = model.document.events[row]?.when;
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
    const row = index.eventsIn(span).find((own) => {
      const event = document.events[own];
      return event !== undefined && laneOf(document, event) === lane;
    });
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
