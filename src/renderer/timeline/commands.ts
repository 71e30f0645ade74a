// What a click on a mark does.
import { around, clampWindow, fit } from '../../shared/dates/window.ts';
import { knownSpan, MARGIN } from '../view/fitting.ts';
import { compareWith } from '../view/going.ts';
import { selectEvent, selectGroup } from '../view/selection.ts';
import { withView } from '../view/view.ts';
import type { MarkView } from './marks.ts';

/** Selects the event of a mark or, with `compare`, compares it with the selected one; a group is opened. */
export function chooseMark(mark: MarkView, compare: boolean): void {
  if (mark.event === null) openMark(mark);
  else if (compare) compareWith(mark.event);
  else selectEvent(mark.event);
}

/** Zooms in on a mark's span; a group that no zoom takes apart is listed in the panel instead. */
export function openMark(mark: MarkView): void {
  withView(({ model, window }) => {
    if (mark.event === null && !mark.separable) {
      selectGroup(mark);
      return;
    }
    const span = knownSpan(mark, model);
    if (span === null) return;
    const { start, end } = window.target();
    const nearer = fit(span, MARGIN, window.target());
    const length = Math.min(nearer.end - nearer.start, (end - start) / 2);
    window.moveTo(clampWindow(around((span.start + span.end) / 2, length)), true);
  });
}
