// Sorts numbers and their items: many byte by byte (a radix sort), as comparing a million takes several times as long.
import { floatAt, intAt } from './typed-arrays.ts';

/** Numbers to sort by, each with its item at the same position. */
export interface Keyed {
  readonly keys: Float64Array;
  readonly items: Int32Array;
}

/** Makes room for `count` keys and items. */
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
 * @param unsorted keys are whole numbers within ±2^54; overwritten
 * @param spare as long as `unsorted`, with any contents; overwritten
 * @returns the two parameters, the sorted one first
 */
export function sortByKey(unsorted: Keyed, spare: Keyed): [sorted: Keyed, spare: Keyed] {
  if (unsorted.keys.length <= FEW) return [sortByComparing(unsorted, spare), unsorted];
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

/** Up to as many keys are compared: bytes are counted in tables that take longer to fill than so few keys to compare. */
const FEW = 500;

/** Sorts `from` into `to`, which it returns. */
function sortByComparing(from: Keyed, to: Keyed): Keyed {
  const order = Int32Array.from(from.keys, (_, i) => i);
  order.sort((one, other) => floatAt(from.keys, one) - floatAt(from.keys, other) || one - other);
  order.forEach((old, place) => {
    to.keys[place] = floatAt(from.keys, old);
    to.items[place] = intAt(from.items, old);
  });
  return to;
}

/** Counts the keys with each value of a byte. */
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
  // Shifts use the lower 32 bits of a number of any size. Adding 2^22 makes the upper bits of negative keys positive.
  const word = upper ? Math.floor(key / 2 ** 32) + 2 ** 22 : key;
  return (word >>> shift) & 255;
}
