// Runs long work of main in slices: in between, the window hears of keys and clicks.
import { doSlice } from '../../shared/slices.ts';

/** Runs work to its end. */
export async function inSlices<T>(work: Generator<unknown, T>): Promise<T> {
  for (;;) {
    const step = doSlice(work);
    if (step.done === true) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
