// Measures what a function costs, for tests that set a limit.

/** All unit tests run in Node; this is the only part of it that the shared layer knows. */
declare const process: { cpuUsage(): { readonly user: number; readonly system: number } };

/**
 * Milliseconds of processor time, the least of several runs, so that other work on the machine does not count.
 *
 * @param enough stop after a run that takes less.
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
