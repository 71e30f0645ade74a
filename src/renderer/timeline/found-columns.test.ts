// The overview shows every column that holds a part of what is found, and no other, however many events there are.
import { expect, test } from 'vitest';
import { createTimelineIndex } from '../../shared/index/timeline-index.ts';
import { atOnce } from '../../shared/slices.ts';
import { foundColumns } from './found-columns.ts';

const COLUMNS = 500;
const COUNT = 60_000;
/** One of many events begins at each instant; some last for a while, across the ends of slices. */
const starts = Float64Array.from({ length: COUNT }, (_, row) => row);
const ends = starts.map((start) => start + (start % 1_009 === 0 ? 2_000 : 1));
const lanes = Int32Array.from({ length: COUNT }, (_, row) => (row % 50 === 0 ? 0 : 1));
const index = createTimelineIndex({ starts, ends, lanes }, 2);
const span = { start: 0, end: COUNT };

test.each([1, 7, 1_009, 30_000])('of every %d-th event', (every) => {
  const holds = (row: number) => row % every === 0;
  const found = atOnce(foundColumns(index, holds, span, COLUMNS));
  const perColumn = COUNT / COLUMNS;
  for (const lane of [0, 1]) {
    const expected = new Set<number>();
    for (let row = 0; row < COUNT; row += every) {
      if (lanes[row] !== lane) continue;
      const first = Math.floor(row / perColumn);
      const end = Math.max(first + 1, Math.floor((ends[row] ?? 0) / perColumn));
      for (let column = first; column < Math.min(end, COLUMNS); column += 1) expected.add(column);
    }
    const shown = (found.get(lane) ?? []).flatMap(([from, to]) =>
      Array.from({ length: to - from }, (_, place) => from + place),
    );
    expect(shown).toEqual([...expected].sort((a, b) => a - b));
  }
});

test('counts yield on the way through a lane of many events', () => {
  expect([...foundColumns(index, () => true, span, COLUMNS)].length).toBeGreaterThan(2);
});
