// The arithmetic of measurements: quantiles, ratios of paired runs, verdicts. Pure.

/** The summary of a series of measurements, in their unit. */
export interface Summary {
  readonly count: number;
  /** The median. */
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
}

/**
 * The value below which a share of the values lie, linearly interpolated between neighbours (type 7 of Hyndman and
 * Fan 1996, as in R and NumPy).
 *
 * @param values at least one, in any order; none throws `RangeError`.
 * @param share 0 gives the least, 0.5 the median, 1 the greatest.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError('There is no quantile of no values.');
  return below + (above - below) * (place - Math.floor(place));
}

/** Summarises a series; an empty one throws `RangeError`. */
export function summarize(values: readonly number[]): Summary {
  return {
    count: values.length,
    p50: quantile(values, 0.5),
    p95: quantile(values, 0.95),
    worst: quantile(values, 1),
  };
}

/**
 * How many times as long each run took as its neighbour in the same round. Other work on the machine affects both, and
 * so leaves their ratio alone. Series of different lengths throw `RangeError`.
 */
export function ratios(values: readonly number[], references: readonly number[]): number[] {
  return values.map((value, round) => {
    const reference = references[round];
    if (reference === undefined || values.length !== references.length)
      throw new RangeError('Each run needs the run of its round.');
    return value / reference;
  });
}

/** Whether a measurement is within its budget; both in the same unit. */
export function verdict(measured: number, bound: number): 'met' | 'not met' {
  return measured <= bound ? 'met' : 'not met';
}
