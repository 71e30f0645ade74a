// The heights of the rows of a list of any length: as usual until they are measured. Pure.
import { floatAt } from '../../shared/index/typed-arrays.ts';

/** The heights of rows, CSS pixels. What is asked costs as many steps as the number of rows has digits. */
export interface RowHeights {
  readonly count: number;
  /** Of all rows together. */
  readonly total: () => number;
  /** The top of a row below that of the first; of the row behind the last, the total. */
  readonly topOf: (index: number) => number;
  /** The row at a distance below the top of the first; the last row for what is beyond. */
  readonly at: (distance: number) => number;
  /** Notes the height of a row. @returns by how much it is higher than was thought. */
  readonly note: (index: number, height: number) => number;
}

/** Starts with rows of a usual height. */
export function createRowHeights(count: number, usual: number): RowHeights {
  const noted = new Map<number, number>();
  /** Sums of what rows are higher than usual, as a tree by the bits of their places from 1 (Fenwick, 1994). */
  const more = new Float64Array(count + 1);
  const topOf = (index: number): number => {
    let sum = index * usual;
    for (let place = index; place > 0; place &= place - 1) sum += floatAt(more, place);
    return sum;
  };
  return {
    count,
    topOf,
    total: () => topOf(count),
    at(distance) {
      let index = 0;
      let left = distance;
      for (let step = 2 ** Math.floor(Math.log2(Math.max(1, count))); step >= 1; step /= 2) {
        const next = index + step;
        const high = next > count ? Infinity : step * usual + floatAt(more, next);
        if (high > left) continue;
        index = next;
        left -= high;
      }
      return Math.max(0, Math.min(index, count - 1));
    },
    note(index, height) {
      const higher = height - (noted.get(index) ?? usual);
      if (higher === 0 || index < 0 || index >= count) return 0;
      noted.set(index, height);
      for (let place = index + 1; place <= count; place += place & -place)
        more[place] = floatAt(more, place) + higher;
      return higher;
    },
  };
}
