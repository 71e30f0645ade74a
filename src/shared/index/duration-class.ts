// Groups events of similar duration into classes, so that two binary searches find the events of a class in a window.

/** The classes of duration: 0 to 53. The longest duration, the whole range of `Date`, is 1.73e16 < 2^54 ms. */
export const CLASSES = 54;

/**
 * Finds the class n of a duration: 2^n ≤ duration < 2^(n + 1).
 * @param duration whole milliseconds, 1 to 1.73e16
 */
export function classOf(duration: number): number {
  const high = Math.floor(duration / 2 ** 32);
  return high === 0 ? 31 - Math.clz32(duration) : 63 - Math.clz32(high);
}
