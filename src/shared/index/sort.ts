// Sorts many numbers together with what they belong to, byte by byte (a radix sort): comparing a million of them
// takes several times as long.
import { floatAt, intAt } from './typed-arrays.ts';

/** Numbers to sort by, each with its item at the same position. */
export interface Keyed {
  readonly keys: Float64Array;
  readonly items: Int32Array;
}

/** Room for as many keys and items. */
export function keyed(count: number): Keyed {
  return { keys: new Float64Array(count), items: new Int32Array(count) };
}

/** One byte of every key: that `shift` bits from the right in its lower or upper 32 bits. */
interface Byte {
  readonly upper: boolean;
  readonly shift: number;
}

const BYTES: readonly Byte[] = [false, true].flatMap((upper) =>
  [0, 8, 16, 24].map((shift) => ({ upper, shift })),
);

/**
 * Sorts by key, ascending; items of equal keys keep their order.
 * @param unsorted keys are whole numbers within ±2^54; used up
 * @param spare as long as `unsorted`, whatever it holds; used up
 * @returns what is sorted, and what is spare now: one of the two each
 */
export function sortByKey(unsorted: Keyed, spare: Keyed): [sorted: Keyed, spare: Keyed] {
  let from = unsorted;
  let to = spare;
  for (const byte of BYTES) {
    const counts = countsOf(from.keys, byte);
    if (counts.includes(from.keys.length)) continue;
    distribute(from, to, byte, counts);
    [from, to] = [to, from];
  }
  return [from, to];
}

/** How many keys have each value of a byte. */
function countsOf(keys: Float64Array, byte: Byte): Int32Array {
  const counts = new Int32Array(256);
  for (let i = 0; i < keys.length; i++) {
    const value = valueOf(byte, floatAt(keys, i));
    counts[value] = intAt(counts, value) + 1;
  }
  return counts;
}

/** Sorts by one byte. */
function distribute(from: Keyed, to: Keyed, byte: Byte, counts: Int32Array): void {
  const free = new Int32Array(256);
  for (let value = 1; value < 256; value++) free[value] = intAt(free, value - 1) + intAt(counts, value - 1);
  for (let i = 0; i < from.keys.length; i++) {
    const key = floatAt(from.keys, i);
    const value = valueOf(byte, key);
    const place = intAt(free, value);
    to.keys[place] = key;
    to.items[place] = intAt(from.items, i);
    free[value] = place + 1;
  }
}

function valueOf({ upper, shift }: Byte, key: number): number {
  // Shifts take the lower 32 bits of a number of any size. 2^22 makes the upper ones of negative keys positive.
  const word = upper ? Math.floor(key / 2 ** 32) + 2 ** 22 : key;
  return (word >>> shift) & 255;
}
