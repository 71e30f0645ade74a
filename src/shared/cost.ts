// What something costs, for the tests that hold a bound.

/** Node, which runs all unit tests; the shared layer knows nothing else of it. */
declare const process: { cpuUsage(): { readonly user: number; readonly system: number } };

/**
 * Milliseconds of processor time, the least of several runs: what else the machine does meanwhile is not the work's.
 *
 * @param enough a run below it is the last.
 */
export function cost(run: () => unknown, runs = 10, enough = 0): number {
  let least = Infinity;
  for (let done = 0; done < runs && least > enough; done += 1) {
    const before = used();
    run();
    least = Math.min(least, used() - before);
  }
  return least;
}

function used(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
