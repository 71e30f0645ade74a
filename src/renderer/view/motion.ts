// Moves the window smoothly, or at once if the reader prefers reduced motion.
import { signal, type ReadonlySignal } from '@preact/signals';
import { interpolate, type TimeWindow } from '../../shared/dates/window.ts';

/** A window in motion. */
export interface MovingWindow {
  /** What is in view now. */
  readonly current: ReadonlySignal<TimeWindow>;
  /** The target of the motion; equals `current` at rest. Further moves start from here. */
  target(): TimeWindow;
  /** Jumps or glides there. A window without a length, which a drawing without a width asks for, is not gone to. */
  moveTo(window: TimeWindow, glide: boolean): void;
}

/** Long enough to follow, short enough not to wait for; milliseconds. */
const GLIDE = 220;

/** Whether the reader wants less motion; it may change. */
export const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');

/** Creates a window at rest. */
export function createMovingWindow(initial: TimeWindow): MovingWindow {
  const current = signal(initial);
  let target = initial;
  let from = initial;
  let startedAt = 0;
  let frame = 0;

  const step = (now: number) => {
    const progress = Math.min(1, Math.max(0, (now - startedAt) / GLIDE));
    current.value = interpolate(from, target, easeOut(progress));
    frame = progress < 1 ? requestAnimationFrame(step) : 0;
  };

  return {
    current,
    target: () => target,
    moveTo(window, glide) {
      if (!(window.start < window.end)) return;
      target = window;
      if (!glide || reducedMotion.matches) {
        cancelAnimationFrame(frame);
        frame = 0;
        current.value = window;
        return;
      }
      from = current.value;
      startedAt = performance.now();
      if (frame === 0) frame = requestAnimationFrame(step);
    },
  };
}

function easeOut(t: number): number {
  return 1 - (1 - t) ** 3;
}
