// What a click on the timeline does.
import { around, clampWindow, fit, type TimeWindow } from '../../shared/dates/window.ts';
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

/** Shows a span of time, at least twice as close as now. */
export function zoomTo(span: TimeWindow): void {
  withView(({ window }) => {
    const { start, end } = window.target();
    const nearer = fit(span, MARGIN, window.target());
    const length = Math.min(nearer.end - nearer.start, (end - start) / 2);
    window.moveTo(clampWindow(around((span.start + span.end) / 2, length)), true);
  });
}
