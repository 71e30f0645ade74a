// How long something takes, for the tests that hold a bound.

/** Of the web standards (High Resolution Time), in every runtime; only tests ask what time it is. */
declare const performance: { now(): number };

/**
 * The shortest of several runs, milliseconds: what else the machine does meanwhile is not the work's.
 *
 * @param enough milliseconds: a run below them is the last.
 */
export function cost(run: () => unknown, runs = 10, enough = 0): number {
  let shortest = Infinity;
  for (let done = 0; done < runs && shortest > enough; done += 1) {
    const before = performance.now();
    run();
    shortest = Math.min(shortest, performance.now() - before);
  }
  return shortest;
}
