// Runs long work in slices, so that typing and drawing go on between them.

/** Length of a slice, milliseconds: half a frame. */
const SLICE = 8;

/**
 * Runs work to its end.
 *
 * @param isWanted asked after each slice; the work stops once it returns false
 * @returns the result, or `null` if it was no longer wanted
 */
export async function inSlices<T>(work: Generator<undefined, T>, isWanted: () => boolean): Promise<T | null> {
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      const step = work.next();
      if (step.done === true) return step.value;
    } while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve));
    if (!isWanted()) return null;
  }
}
