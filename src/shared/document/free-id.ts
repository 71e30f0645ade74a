// Finds ids that are free. Pure.
import { LIMITS } from './limits.ts';

/**
 * An id, with a number behind it if it is taken.
 *
 * @param counters where to go on counting, by the wanted ids; for many ids, so that no number is tried twice.
 */
export function freeIdOf(
  wanted: string,
  isTaken: (id: string) => boolean,
  counters = new Map<string, number>(),
): string {
  if (!isTaken(wanted)) return wanted;
  for (let count = counters.get(wanted) ?? 2; ; count += 1) {
    const end = `-${count}`;
    const id = `${wanted.slice(0, LIMITS.id - end.length)}${end}`;
    if (isTaken(id)) continue;
    counters.set(wanted, count + 1);
    return id;
  }
}
