// Drags an event to another date or lane, or an end of its bar to another date.
import { DRAG_THRESHOLD, swallowClick } from './dragging.ts';
import type { DateHandle } from '../../shared/dates/changing.ts';
import { dragEscape } from './drag-escape.ts';

/** What was taken hold of. */
export interface Grabbed {
  readonly row: number;
  readonly handle: DateHandle;
}

/** A drag under way: what it holds, and where the pointer is. */
export interface EventDrag extends Grabbed {
  /** How far the pointer has moved, CSS pixels. */
  readonly moved: number;
  /** CSS pixels in the page. */
  readonly x: number;
  readonly y: number;
  /** Whether the date may take a finer step than the axis shows. */
  readonly isFine: boolean;
}

/** What the drag asks and tells. */
export interface EventDragTarget {
  /** What can be taken hold of at a pointer, or `null`. */
  grab(event: PointerEvent): Grabbed | null;
  /** The drag goes on; `null` when it is given up or over. */
  show(drag: EventDrag | null): void;
  /** It was let go. */
  drop(drag: EventDrag): void;
}

/** Listens on `surface`, before anything else does; returns a function that stops it. */
export function listenToEventDrag(surface: HTMLElement, target: EventDragTarget): () => void {
  let grabbed: (Grabbed & { readonly x: number; readonly y: number; readonly pointer: number }) | null = null;
  let drag: EventDrag | null = null;
  const end = () => {
    grabbed = null;
    drag = null;
    escape.stop();
    target.show(null);
  };
  const escape = dragEscape(end);

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const held = target.grab(event);
    if (held === null) return;
    grabbed = { ...held, x: event.clientX, y: event.clientY, pointer: event.pointerId };
    // The view does not move with it.
    event.stopPropagation();
  };
  const onPointerMove = (event: PointerEvent) => {
    if (grabbed?.pointer !== event.pointerId) return;
    if (event.buttons === 0) {
      end();
      return;
    }
    const moved = event.clientX - grabbed.x;
    if (drag === null) {
      if (Math.hypot(moved, event.clientY - grabbed.y) < DRAG_THRESHOLD) return;
      surface.setPointerCapture(event.pointerId);
      escape.listen();
    }
    const { row, handle } = grabbed;
    drag = { row, handle, moved, x: event.clientX, y: event.clientY, isFine: event.altKey };
    event.stopPropagation();
    target.show(drag);
  };
  const onPointerUp = (event: PointerEvent) => {
    if (grabbed?.pointer !== event.pointerId) return;
    const finished = drag;
    end();
    if (finished === null) return;
    target.drop(finished);
    swallowClick(surface);
  };
  const onPointerCancel = () => {
    if (grabbed !== null) end();
  };

  surface.addEventListener('pointerdown', onPointerDown, { capture: true });
  surface.addEventListener('pointermove', onPointerMove, { capture: true });
  surface.addEventListener('pointerup', onPointerUp, { capture: true });
  surface.addEventListener('pointercancel', onPointerCancel);
  return () => {
    escape.stop();
    surface.removeEventListener('pointerdown', onPointerDown, { capture: true });
    surface.removeEventListener('pointermove', onPointerMove, { capture: true });
    surface.removeEventListener('pointerup', onPointerUp, { capture: true });
    surface.removeEventListener('pointercancel', onPointerCancel);
  };
}
