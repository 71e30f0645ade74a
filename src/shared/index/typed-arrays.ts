// Reads, searches and groups typed arrays, fast enough for a million events.
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

/** Keeps the numbers whose group has a 1 at its position in `wanted`, in their order. */
export function floatsOfGroups(numbers: Float64Array, groupOf: Int32Array, wanted: Uint8Array): Float64Array {
  return numbers.filter((_, i) => wanted[intAt(groupOf, i)] === 1);
}

/** As {@link floatsOfGroups}. */
export function intsOfGroups(numbers: Int32Array, groupOf: Int32Array, wanted: Uint8Array): Int32Array {
  return numbers.filter((_, i) => wanted[intAt(groupOf, i)] === 1);
}

/** The new positions of items that bring each group together: groups ascending, items of a group in their old order. */
export interface Grouping {
  /** The new position of each item. */
  readonly targets: Int32Array;
  /** The items of group g go to [offsets[g], offsets[g + 1]). */
  readonly offsets: Int32Array;
}

/**
 * Plans the move that brings groups together.
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

/** Moves the numbers of all items to their new positions. */
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
