// Carries long work out in slices, so that typing and drawing go on between them.

/** How long a slice takes, milliseconds: half of a frame. */
const SLICE = 8;

/**
 * Carries work out.
 * @param isWanted asked after each slice; the work ends there once it says no
 * @returns what comes of it, or `null` where it was not wanted any more
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
