// Runs long work in slices, so that typing and drawing go on between them.
import { doSlice } from '../../shared/slices.ts';

/**
 * Runs work to its end, and gives the result after a pause: what is then done with it has a frame of its own.
 *
 * @param isWanted asked after the pause behind each slice; the work stops once it returns false
 * @param watch hears after each slice what the work yielded last
 * @returns the result, or `null` if it was no longer wanted
 */
export async function inSlices<Progress, T>(
  work: Generator<Progress, T>,
  isWanted: () => boolean,
  watch?: (progress: Progress) => void,
): Promise<T | null> {
  for (;;) {
    const step = doSlice(work);
    if (step.done !== true) watch?.(step.value);
    await pause();
    if (!isWanted()) return null;
    if (step.done === true) return step.value;
  }
}

/** Lets other work go on. A timer would wait four milliseconds each time, half as long as a slice takes. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
