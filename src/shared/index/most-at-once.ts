// The most events of a lane that overlap any span of a length: the full height of its columns, kept up with edits. Pure.
import type { Instant } from '../dates/event-date.ts';
import { firstWhere, floatAt } from './typed-arrays.ts';

/** The starts and ends of a lane's events, each ascending. */
interface Ends {
  readonly starts: Float64Array;
  readonly endsInOrder: Float64Array;
}

/** Counts the most events that overlap any span of a length, in milliseconds. What was counted is kept. */
export interface MostAtOnce {
  (length: number): number;
  /** What has been counted so far. */
  readonly known: ReadonlyMap<number, number>;
}

/** Prepares to count. @param known what is known already */
export function createMostAtOnce(ends: Ends, known = new Map<number, number>()): MostAtOnce {
  const most = (length: number): number => {
    const counted = known.get(length) ?? mostBetween(ends, length, { from: 0, to: ends.starts.length });
    known.set(length, counted);
    return counted;
  };
  return Object.assign(most, { known });
}

/** Where an edit touches more than such a share of a lane, and more than a few, counting all anew costs little more. */
const LARGEST_SHARE = 1 / 8;
const FEW = 100;

/**
 * What is known after some events have gone and others have come, at the cost of a count around each of them.
 * @param touched the events that have gone or come
 */
export function mostAtOnceAfter(
  known: ReadonlyMap<number, number>,
  earlier: Ends,
  after: Ends,
  touched: readonly { readonly start: Instant; readonly end: Instant }[],
): Map<number, number> {
  const patched = new Map<number, number>();
  const most = Math.max(FEW, after.starts.length * LARGEST_SHARE);
  for (const [length, before] of known) {
    let [was, is, visited] = [0, 0, 0];
    for (const { start, end } of touched) {
      // Only spans that end in this stretch of time overlap the event.
      const [old, now] = [earlier, after].map((ends) => placesBetween(ends, start, end + length));
      if (old === undefined || now === undefined) continue;
      visited += now.to - now.from;
      if (visited > most) break;
      was = Math.max(was, mostBetween(earlier, length, old));
      is = Math.max(is, mostBetween(after, length, now));
    }
    if (visited > most) continue;
    if (is >= before) patched.set(length, is);
    else if (was < before) patched.set(length, before);
  }
  return patched;
}

/** Places of a lane, the end exclusive. */
interface Places {
  readonly from: number;
  readonly to: number;
}

/** The places of the events that start in [from, to). */
function placesBetween({ starts }: Ends, from: Instant, to: Instant): Places {
  const placeOf = (instant: Instant) =>
    firstWhere(0, starts.length, (place) => floatAt(starts, place) >= instant);
  return { from: placeOf(from), to: placeOf(to) };
}

/** The most events over a span that ends just behind the start of one of some places. */
function mostBetween({ starts, endsInOrder }: Ends, length: number, { from, to }: Places): number {
  if (from >= to) return 0;
  const isOver = (place: number, last: number) =>
    floatAt(endsInOrder, place) <= floatAt(starts, last) + 1 - length;
  let most = 0;
  let over = firstWhere(0, endsInOrder.length, (place) => !isOver(place, from));
  for (let last = from; last < to; last++) {
    while (isOver(over, last)) over += 1;
    most = Math.max(most, last + 1 - over);
  }
  return most;
}
