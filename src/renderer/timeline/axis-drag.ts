// A drag along the axis chooses the span of time to zoom to.
import { dragEscape } from './drag-escape.ts';

/** The part of the axis that is being chosen, CSS pixels from the left of the window. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/** What a drag along the axis needs to know and asks for. */
interface AxisDragTarget {
  /** Where the window's span is drawn, CSS pixels; `left` in the page. */
  readonly plot: () => { readonly left: number; readonly width: number };
  /** Called while a span is being chosen, and with `null` once none is. */
  readonly show: (band: Band | null) => void;
  /** Called with the span that has been chosen. */
  readonly choose: (band: Band) => void;
}

/** A shorter drag is a click, CSS pixels. */
const SHORTEST = 6;

/** Listens on the axis; returns a function that stops it. Escape and a lost pointer give the drag up. */
export function listenToAxisDrag(axis: HTMLElement, { plot, show, choose }: AxisDragTarget): () => void {
  let from: number | null = null;
  let to = 0;
  const at = (event: PointerEvent) => {
    const { left, width } = plot();
    return Math.min(width, Math.max(0, event.clientX - left));
  };
  const end = () => {
    from = null;
    show(null);
    escape.stop();
  };
  const escape = dragEscape(end);
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || event.pointerType === 'touch' || event.clientX < plot().left) return;
    // Otherwise the press would drag the timeline.
    event.stopPropagation();
    axis.setPointerCapture(event.pointerId);
    from = at(event);
    to = from;
    escape.listen();
  };
  const onMove = (event: PointerEvent) => {
    if (from === null) return;
    to = at(event);
    show(Math.abs(to - from) < SHORTEST ? null : { from: Math.min(from, to), to: Math.max(from, to) });
  };
  const onUp = () => {
    if (from === null) return;
    const band = { from: Math.min(from, to), to: Math.max(from, to) };
    end();
    if (band.to - band.from >= SHORTEST) choose(band);
  };
  const onCancel = () => {
    if (from !== null) end();
  };
  axis.addEventListener('pointerdown', onDown);
  axis.addEventListener('pointermove', onMove);
  axis.addEventListener('pointerup', onUp);
  axis.addEventListener('pointercancel', onCancel);
  return () => {
    onCancel();
    axis.removeEventListener('pointerdown', onDown);
    axis.removeEventListener('pointermove', onMove);
    axis.removeEventListener('pointerup', onUp);
    axis.removeEventListener('pointercancel', onCancel);
  };
}
