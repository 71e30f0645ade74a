// Reads, searches and patches typed arrays, fast enough for a million events.
//
// Scattered reads cost most, so a change of order reads arrays from end to end and writes a few streams. Memory comes
// next: arrays lie outside of the heap, and many new ones make the collector walk all of it.

/** Reads the number at a position. A position outside of the array is a bug and throws `RangeError`. */
export function floatAt(numbers: Float64Array, position: number): number {
  return numbers[position] ?? outside(numbers, position);
}

/** As {@link floatAt}. One function for both kinds of array would run half as fast: engines optimize for one kind. */
export function intAt(numbers: Int32Array, position: number): number {
  return numbers[position] ?? outside(numbers, position);
}

function outside({ length }: ArrayLike<number>, position: number): never {
  throw new RangeError(`No element at ${position} of ${length}.`);
}

/**
 * Finds the first position in [from, to) that passes, or `to` if none does, by binary search.
 * @param passes false up to some position and true from there on
 */
export function firstWhere(from: number, to: number, passes: (position: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Picks the numbers at some positions, in the order of the positions. */
export function pickFloats(numbers: Float64Array, positions: Int32Array): Float64Array {
  const picked = new Float64Array(positions.length);
  for (let i = 0; i < positions.length; i++) picked[i] = floatAt(numbers, intAt(positions, i));
  return picked;
}

/** As {@link pickFloats}. */
export function pickInts(numbers: Int32Array, positions: Int32Array): Int32Array {
  const picked = new Int32Array(positions.length);
  for (let i = 0; i < positions.length; i++) picked[i] = intAt(numbers, intAt(positions, i));
  return picked;
}

/** What leaves an array and what comes into it. Both lists are ascending positions in the array as it was. */
export interface Splice {
  readonly removed: readonly number[];
  /** Before which position each new number goes, in the order of the new numbers; the length puts it at the end. */
  readonly added: readonly number[];
}

/**
 * Tells what a splice takes out and puts in.
 * @param left positions in the array as it was, in any order
 * @param came positions in the array as it will be, in any order; the new numbers go by them ascending
 */
export function spliceOf(left: readonly number[], came: readonly number[]): Splice {
  const removed = ascending(left);
  let gone = 0;
  const added = ascending(came).map((now, before) => {
    const staying = now - before;
    while ((removed[gone] ?? Infinity) <= staying + gone) gone += 1;
    return staying + gone;
  });
  return { removed, added };
}

/** Some numbers, ascending. */
export function ascending(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => a - b);
}

/** Copies an array with some numbers removed and others added, stretch by stretch. */
export function spliced(numbers: Float64Array, splice: Splice, values: readonly number[]): Float64Array;
export function spliced(numbers: Int32Array, splice: Splice, values: readonly number[]): Int32Array;
export function spliced(numbers: Int8Array, splice: Splice, values: readonly number[]): Int8Array;
export function spliced(numbers: Uint8Array, splice: Splice, values: readonly number[]): Uint8Array;
export function spliced(numbers: Numbers, { removed, added }: Splice, values: readonly number[]): Numbers {
  const copy = ofKind(numbers, numbers.length - removed.length + added.length);
  let read = 0;
  let written = 0;
  let gone = 0;
  const copyUpTo = (end: number): void => {
    copy.set(numbers.subarray(read, end), written);
    written += end - read;
    read = end;
  };
  const skipUpTo = (end: number): void => {
    for (let next = removed[gone]; next !== undefined && next < end; next = removed[(gone += 1)]) {
      copyUpTo(next);
      read = next + 1;
    }
    copyUpTo(end);
  };
  for (const [position, before] of added.entries()) {
    skipUpTo(before);
    copy[written++] = values[position] ?? NaN;
  }
  skipUpTo(numbers.length);
  return copy;
}

type Numbers = Float64Array | Int32Array | Int8Array | Uint8Array;

/** A new array of the kind of another. */
function ofKind(numbers: Numbers, length: number): Numbers {
  if (numbers instanceof Float64Array) return new Float64Array(length);
  if (numbers instanceof Int32Array) return new Int32Array(length);
  return numbers instanceof Int8Array ? new Int8Array(length) : new Uint8Array(length);
}

let longest = new Int32Array();

/** The positions of an array of so many numbers, ascending; a part of one array that all share, and none may change. */
export function allPlaces(count: number): Int32Array {
  if (longest.length < count) {
    longest = new Int32Array(count + (count >> 3));
    for (let place = 0; place < longest.length; place++) longest[place] = place;
  }
  return longest.subarray(0, count);
}
