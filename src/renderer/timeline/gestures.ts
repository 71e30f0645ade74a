// Turns the pointer and the wheel into moves through time; keyboard and buttons are elsewhere.
import { DRAG_THRESHOLD, swallowClick } from './dragging.ts';
import { reducedMotion } from '../view/motion.ts';

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
/** What is let go in motion glides on: how long it takes to lose most of its speed, milliseconds. */
const GLIDE = 280;
/** Slower than this, in CSS pixels a millisecond, a hand holds still; a glide ends there. */
const STILL = 0.03;
/** A hand that has not moved for so long before it lets go holds still, milliseconds. */
const HELD = 40;
/** The stretch of a drag that its speed is taken from, milliseconds. */
const MEASURED = 90;

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
  /** Where the drag has been of late. */
  let trail: { readonly time: number; readonly x: number }[] = [];
  let gliding = 0;
  const stopGliding = () => {
    cancelAnimationFrame(gliding);
    gliding = 0;
  };
  const glide = (speed: number) => {
    let before = performance.now();
    let now = speed;
    const step = (time: number) => {
      const passed = Math.max(0, time - before);
      before = time;
      target.pan((-now * passed) / plot().width);
      now *= Math.exp(-passed / GLIDE);
      gliding = Math.abs(now) < STILL ? 0 : requestAnimationFrame(step);
    };
    gliding = requestAnimationFrame(step);
  };
  /** The speed that the hand has at a moment, CSS pixels a millisecond; 0 where it holds still. */
  const speedAt = (time: number): number => {
    const recent = trail.filter((point) => time - point.time <= MEASURED);
    const [first, last] = [recent[0], recent.at(-1)];
    if (first === undefined || last === undefined || time - last.time > HELD || last.time === first.time)
      return 0;
    return (last.x - first.x) / (last.time - first.time);
  };

  /** How far the hand has gone on since the view followed it, CSS pixels. */
  let ahead = { x: 0, y: 0 };
  let following = 0;
  const follow = () => {
    cancelAnimationFrame(following);
    following = 0;
    const { x, y } = ahead;
    ahead = { x: 0, y: 0 };
    if (x === 0 && y === 0) return;
    target.pan(-x / plot().width);
    target.scroll(-y);
  };
  /** Moves the view with the frame to come: drawn at once, it would be styled and laid out for the pointer, and again for the frame. */
  const drag = (x: number, y: number) => {
    ahead = { x: ahead.x + x, y: ahead.y + y };
    if (following === 0) following = requestAnimationFrame(follow);
  };

  const share = (clientX: number) => {
    const { left, width } = plot();
    return Math.min(1, Math.max(0, (clientX - left) / width));
  };

  const onPointerDown = (event: PointerEvent) => {
    stopGliding();
    trail = [];
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
      trail = [...trail.slice(-8), { time: event.timeStamp, x: now.x }];
      drag(now.x - before.x, now.y - before.y);
    } else {
      follow();
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
    follow();
    target.dragging(false);
    const speed = event.type === 'pointerup' && !reducedMotion.matches ? speedAt(event.timeStamp) : 0;
    if (Math.abs(speed) > STILL) glide(speed);
    swallowClick(surface);
  };

  const onWheel = (event: WheelEvent) => {
    stopGliding();
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

  surface.addEventListener('pointerdown', onPointerDown);
  surface.addEventListener('pointermove', onPointerMove);
  surface.addEventListener('pointerup', onPointerEnd);
  surface.addEventListener('pointercancel', onPointerEnd);
  surface.addEventListener('wheel', onWheel, { passive: false });
  addEventListener('keydown', stopGliding, { capture: true });
  return () => {
    stopGliding();
    cancelAnimationFrame(following);
    removeEventListener('keydown', stopGliding, { capture: true });
    surface.removeEventListener('pointerdown', onPointerDown);
    surface.removeEventListener('pointermove', onPointerMove);
    surface.removeEventListener('pointerup', onPointerEnd);
    surface.removeEventListener('pointercancel', onPointerEnd);
    surface.removeEventListener('wheel', onWheel);
  };
}
