// Turns the pointer and the wheel into moves through time; keyboard and buttons are elsewhere.

/** What gestures ask for. Positions are shares of the drawing's width, from 0 at its left edge to 1. */
export interface GestureTarget {
  /** Moves by a share of the window's length; positive is later. */
  pan(share: number): void;
  /** Scales the window's length around a position; above 1 shows more time. `glide` asks for motion. */
  zoom(factor: number, anchor: number, glide: boolean): void;
  /** Scrolls the lanes, in CSS pixels; positive shows lower ones. */
  scroll(pixels: number): void;
  /** Called when a drag begins and ends. */
  dragging(active: boolean): void;
}

/** How much time a wheel's notch, usually 100 or 120 units, adds or takes away: about a fifth. */
const WHEEL_ZOOM = 0.0018;
/** Pinches on a touchpad arrive as small wheel steps with Ctrl held. */
const PINCH_ZOOM = 0.01;
/** Double-clicking halves the window; with Shift it doubles it. */
const DOUBLE_CLICK_ZOOM = 0.5;
/** A press that moves less, in CSS pixels, is a click. */
const DRAG_THRESHOLD = 4;
/** Lines and pages in CSS pixels, for mice that scroll by these. */
const WHEEL_UNITS = [1, 40, 800];

/**
 * Listens on `surface`. `plot` tells where the drawing stands in the page, in CSS pixels.
 * Returns a function that stops it.
 */
export function listenToGestures(
  surface: HTMLElement,
  plot: () => { readonly left: number; readonly width: number },
  target: GestureTarget,
): () => void {
  const pointers = new Map<number, { x: number; y: number }>();
  let dragging = false;
  let pressed: { x: number; y: number } | null = null;

  const share = (clientX: number) => {
    const { left, width } = plot();
    return Math.min(1, Math.max(0, (clientX - left) / width));
  };

  const onPointerDown = (event: PointerEvent) => {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    pressed ??= { x: event.clientX, y: event.clientY };
  };

  const onPointerMove = (event: PointerEvent) => {
    // A mouse that was let go outside, before the drag had begun, comes back without a button.
    if (event.pointerType === 'mouse' && event.buttons === 0) onPointerEnd(event);
    const before = pointers.get(event.pointerId);
    if (before === undefined || pressed === null) return;
    const now = { x: event.clientX, y: event.clientY };
    if (!dragging) {
      if (Math.hypot(now.x - pressed.x, now.y - pressed.y) < DRAG_THRESHOLD) return;
      dragging = true;
      surface.setPointerCapture(event.pointerId);
      target.dragging(true);
    }
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    pointers.set(event.pointerId, now);
    if (other === undefined) {
      target.pan((before.x - now.x) / plot().width);
      target.scroll(before.y - now.y);
    } else {
      // Two fingers: what was under each stays under it.
      const apart = Math.max(20, Math.abs(now.x - other.x));
      const wasApart = Math.max(20, Math.abs(before.x - other.x));
      target.zoom(wasApart / apart, share(other.x), false);
    }
  };

  const onPointerEnd = (event: PointerEvent) => {
    pointers.delete(event.pointerId);
    if (pointers.size > 0) return;
    pressed = null;
    if (!dragging) return;
    dragging = false;
    target.dragging(false);
    // The click that ends a drag is not a choice.
    const swallow = (click: Event) => {
      click.stopPropagation();
    };
    surface.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => {
      surface.removeEventListener('click', swallow, { capture: true });
    });
  };

  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    const unit = WHEEL_UNITS[event.deltaMode] ?? 1;
    const x = event.deltaX * unit;
    const y = event.deltaY * unit;
    if (event.ctrlKey || event.metaKey) {
      target.zoom(Math.exp(y * PINCH_ZOOM), share(event.clientX), false);
    } else if (event.shiftKey) {
      target.pan((x || y) / plot().width);
    } else if (event.altKey) {
      target.scroll(y);
    } else if (Math.abs(x) > Math.abs(y)) {
      target.pan(x / plot().width);
    } else {
      // A wheel's notch is a jump that wants smoothing; a touchpad's small steps are smooth already.
      target.zoom(Math.exp(y * WHEEL_ZOOM), share(event.clientX), Math.abs(y) >= 50);
    }
  };

  const onDoubleClick = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('button') !== null) return;
    target.zoom(event.shiftKey ? 1 / DOUBLE_CLICK_ZOOM : DOUBLE_CLICK_ZOOM, share(event.clientX), true);
  };

  surface.addEventListener('pointerdown', onPointerDown);
  surface.addEventListener('pointermove', onPointerMove);
  surface.addEventListener('pointerup', onPointerEnd);
  surface.addEventListener('pointercancel', onPointerEnd);
  surface.addEventListener('wheel', onWheel, { passive: false });
  surface.addEventListener('dblclick', onDoubleClick);
  return () => {
    surface.removeEventListener('pointerdown', onPointerDown);
    surface.removeEventListener('pointermove', onPointerMove);
    surface.removeEventListener('pointerup', onPointerEnd);
    surface.removeEventListener('pointercancel', onPointerEnd);
    surface.removeEventListener('wheel', onWheel);
    surface.removeEventListener('dblclick', onDoubleClick);
  };
}
