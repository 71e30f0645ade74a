// Reading, searching and grouping typed arrays, fast enough for a million events.
//
// Two things cost most. Scattered reads: where the order changes, arrays are read from end to end and written into a
// few streams. And memory: arrays lie outside of the heap, and enough new ones make the collector walk all of it.

/** The number at a position. A position outside of the array is a bug and throws `RangeError`. */
export function floatAt(numbers: Float64Array, position: number): number {
  return numbers[position] ?? outside(numbers, position);
}

/** As {@link floatAt}. One function for both kinds of array would be compiled for neither, and half as fast. */
export function intAt(numbers: Int32Array, position: number): number {
  return numbers[position] ?? outside(numbers, position);
}

function outside({ length }: ArrayLike<number>, position: number): never {
  throw new RangeError(`No element at ${position} of ${length}.`);
}

/**
 * Binary search: the first position in [from, to) that passes, or `to` where none does.
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

/** The numbers at some positions, in the order of these. */
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

/** The numbers whose group has a 1 at its position in `wanted`, in their order. */
export function floatsOfGroups(numbers: Float64Array, groupOf: Int32Array, wanted: Uint8Array): Float64Array {
  return numbers.filter((_, i) => wanted[intAt(groupOf, i)] === 1);
}

/** As {@link floatsOfGroups}. */
export function intsOfGroups(numbers: Int32Array, groupOf: Int32Array, wanted: Uint8Array): Int32Array {
  return numbers.filter((_, i) => wanted[intAt(groupOf, i)] === 1);
}

/** Where items go so that those of each group come together, groups ascending, in their order within a group. */
export interface Grouping {
  /** The new position of each item. */
  readonly targets: Int32Array;
  /** The items of group g go to [offsets[g], offsets[g + 1]). */
  readonly offsets: Int32Array;
}

/**
 * Brings groups together.
 * @param groupOf the group of each item, 0 to `groups` - 1
 */
export function groupingOf(groupOf: Int32Array, groups: number): Grouping {
  const offsets = new Int32Array(groups + 1);
  for (let item = 0; item < groupOf.length; item++) {
    const following = intAt(groupOf, item) + 1;
    offsets[following] = intAt(offsets, following) + 1;
  }
  for (let group = 1; group <= groups; group++) {
    offsets[group] = intAt(offsets, group) + intAt(offsets, group - 1);
  }
  const free = offsets.slice();
  const targets = new Int32Array(groupOf.length);
  for (let item = 0; item < groupOf.length; item++) {
    const group = intAt(groupOf, item);
    const target = intAt(free, group);
    targets[item] = target;
    free[group] = target + 1;
  }
  return { targets, offsets };
}

/** The numbers of all items at their new positions. */
export function moveFloats(numbers: Float64Array, { targets }: Grouping): Float64Array {
  const moved = new Float64Array(numbers.length);
  for (let item = 0; item < numbers.length; item++) moved[intAt(targets, item)] = floatAt(numbers, item);
  return moved;
}

/** As {@link moveFloats}. */
export function moveInts(numbers: Int32Array, { targets }: Grouping): Int32Array {
  const moved = new Int32Array(numbers.length);
  for (let item = 0; item < numbers.length; item++) moved[intAt(targets, item)] = intAt(numbers, item);
  return moved;
}
