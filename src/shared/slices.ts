// Does long work a slice at a time, so that other work can go on in between.

/** Length of a slice, milliseconds: half a frame. */
const SLICE = 8;

/** Goes on with some work for half a frame. @returns what it yielded last, or its result. */
export function doSlice<Progress, T>(work: Generator<Progress, T>): IteratorResult<Progress, T> {
  const until = performance.now() + SLICE;
  for (;;) {
    const step = work.next();
    if (step.done === true || performance.now() >= until) return step;
  }
}

/** Runs work to its end at once: where it is little, or nothing waits meanwhile. */
export function atOnce<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
