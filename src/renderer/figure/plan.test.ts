// The height of a figure is shared, and never exceeded: whatever stands in it, nothing is lost without being counted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnCount,
  leastHeight,
  LISTS,
  planFigure,
  planList,
  type FigureNeeds,
  type ListNeeds,
} from './plan.ts';

const px = (most: number) => fc.double({ min: 0, max: most, noNaN: true });
const list = (name: ListNeeds['name']): fc.Arbitrary<ListNeeds> =>
  fc.record({
    name: fc.constant(name),
    heading: px(40),
    items: fc.array(fc.double({ min: 1, max: 300, noNaN: true }), { maxLength: 60 }),
    columns: fc.integer({ min: 1, max: 6 }),
    more: px(20),
    beyond: fc.nat({ max: 1000 }),
  });
const needs: fc.Arbitrary<FigureNeeds> = fc.record({
  height: fc.double({ min: 50, max: 3000, noNaN: true }),
  margin: px(32),
  gap: px(13),
  header: px(300),
  legend: px(60),
  credit: px(80),
  lists: fc.tuple(...LISTS.map(list)).map((all) => all.filter(({ items }) => items.length > 0)),
  axis: fc.constant(49),
  lanes: fc.nat({ max: 40 }),
  lowestLane: fc.constant(24),
  easyLane: fc.constant(66),
  hasPages: fc.boolean(),
});

const LIST: ListNeeds = { name: 'sources', heading: 20, items: [], columns: 1, more: 15, beyond: 0 };
const ten = Array.from({ length: 10 }, () => 15);

describe('a list', () => {
  it('stands in columns as even as can be', () => {
    const plan = planList({ ...LIST, items: ten, columns: 3 }, 0, 1000);
    expect(plan?.columns).toEqual([
      { start: 0, end: 4 },
      { start: 4, end: 8 },
      { start: 8, end: 10 },
    ]);
    expect(plan?.left).toBe(0);
    expect(plan?.height).toBeCloseTo(20 + 4 * 15, 0);
  });

  it('is cut short, with a line that counts the others', () => {
    expect(planList({ ...LIST, items: ten }, 0, 20 + 15 * 5 + 1)).toMatchObject({
      columns: [{ start: 0, end: 4 }],
      left: 6,
    });
  });

  it('goes on where it was cut', () => {
    expect(planList({ ...LIST, items: ten }, 4, 1000)).toMatchObject({
      columns: [{ start: 4, end: 10 }],
      left: 0,
    });
  });

  it('is nothing where not even one has room', () => {
    expect(planList({ ...LIST, items: ten }, 0, 40)).toBeNull();
    expect(planList(LIST, 0, 1000)).toBeNull();
  });
});

describe('a figure', () => {
  it('is never higher than its page, and loses no item without counting it', () => {
    fc.assert(
      fc.property(needs, (figure) => {
        const plan = planFigure(figure);
        expect(plan === null).toBe(leastHeight(figure) > figure.height);
        if (plan === null) return;
        const parts = [
          figure.header,
          plan.timeline,
          plan.legend ? figure.legend : 0,
          ...plan.lists.map(({ height }) => height),
          plan.credit ? figure.credit : 0,
        ].filter((height) => height > 0);
        const used =
          2 * figure.margin + parts.reduce((sum, part) => sum + part, (parts.length - 1) * figure.gap);
        expect(used).toBeLessThan(figure.height + 1e-6);
        expect(plan.timeline).toBeGreaterThan(
          figure.axis + Math.max(1, figure.lanes) * figure.lowestLane - 1e-6,
        );
        for (const page of plan.pages) expect(page.length).toBeGreaterThan(0);
        for (const { name, items, beyond } of figure.lists) {
          const shown = [plan.lists, ...plan.pages].flat().filter((own) => own.name === name);
          const all = shown.flatMap(({ columns }) => columns);
          // One after the other, without a gap.
          all.forEach(({ start, end }, position) => {
            expect(start).toBe(all[position - 1]?.end ?? 0);
            expect(end).toBeGreaterThan(start);
          });
          const last = all.at(-1)?.end ?? 0;
          if (figure.hasPages) expect(last).toBe(items.length);
          if (shown.length > 0) expect(shown.at(-1)?.left).toBe(items.length - last + beyond);
        }
      }),
    );
  });

  it('gives the timeline half of what its header leaves, however long the lists are', () => {
    const plan = planFigure({
      height: 900,
      margin: 32,
      gap: 13,
      header: 50,
      legend: 20,
      credit: 30,
      lists: [{ ...LIST, items: Array.from({ length: 200 }, () => 15), columns: 4 }],
      axis: 49,
      lanes: 4,
      lowestLane: 24,
      easyLane: 66,
      hasPages: false,
    });
    expect(plan?.timeline).toBeGreaterThanOrEqual((900 - 64 - 63) / 2);
    expect(plan?.lists[0]?.left).toBeGreaterThan(100);
    expect(plan).toMatchObject({ legend: true, credit: true, pages: [] });
  });
});

describe('columnCount', () => {
  it.each([
    [1000, 210, 24, 4],
    [443, 210, 24, 1],
    [444, 210, 24, 2],
    [10, 210, 24, 1],
  ])('%d wide, of %d with %d between: %d', (width, column, gap, count) => {
    expect(columnCount(width, column, gap)).toBe(count);
  });
});
