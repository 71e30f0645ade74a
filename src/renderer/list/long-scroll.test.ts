// A list of any height is scrolled from end to end, by the bar and by hand.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnHeight, HIGHEST, scrolledTo, scrollFor, type ScrollPlace } from './long-scroll.ts';
import { createRowHeights } from './row-heights.ts';

const extent = fc.record({
  total: fc.integer({ min: 0, max: 2_000_000_000 }),
  view: fc.integer({ min: 100, max: 2_000 }),
});

test('the bar leads to both ends and to any place between, in order', () => {
  fc.assert(
    fc.property(extent, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(1000), (wanted, share, more) => {
      const last = Math.max(0, wanted.total - wanted.view);
      const drawn = Math.max(0, drawnHeight(wanted) - wanted.view);
      expect(scrollFor(0, wanted)).toBe(0);
      expect(scrollFor(last, wanted)).toBe(drawn);
      const [one, other] = [scrollFor(share * last, wanted), scrollFor(share * last + more, wanted)];
      expect(one).toBeLessThanOrEqual(other);
      expect(other).toBeLessThanOrEqual(drawn);
      // Far from where it was, the bar means the place that it stands for.
      const far = one > drawn / 2 ? 0 : drawn;
      const { offset, scroll } = scrolledTo(one, { scroll: far, offset: scrollTo(far, wanted) }, wanted);
      expect(scroll).toBeCloseTo(one, 3);
      if (Math.abs(one - far) > 2 * wanted.view) expect(offset).toBeCloseTo(share * last, 0);
    }),
  );
});

function scrollTo(
  scroll: number,
  { total, view }: { readonly total: number; readonly view: number },
): number {
  return scroll === 0 ? 0 : Math.max(0, total - view);
}

test('a hand moves the list by just as much as it moves, and gets to both ends', () => {
  const wanted = { total: 57_000_000, view: 700 };
  const last = wanted.total - wanted.view;
  for (const [from, by] of [
    [3_000_000, -650],
    [30_000_000, 650],
    [last - 3_000_000, 650],
  ] as const) {
    let at: ScrollPlace = { offset: from, scroll: scrollFor(from, wanted) };
    const end = by < 0 ? 0 : from === 30_000_000 ? from + 1_000_000 : last;
    for (let turns = 0; Math.abs(at.offset - end) > 1 && turns < 6_000; turns += 1) {
      const before = at;
      const scroll = Math.max(0, Math.min(HIGHEST - wanted.view, at.scroll + by));
      at = scrolledTo(scroll, at, wanted);
      const moved = at.offset - before.offset;
      expect(Math.abs(moved - by) < 1e-3 || at.offset === 0 || at.offset === last).toBe(true);
      if (end !== 0 && end !== last && at.offset > end) break;
    }
    expect(Math.abs(at.offset - end)).toBeLessThan(700);
  }
});

test('rows stand one below the other, measured or not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.array(fc.tuple(fc.nat(299), fc.integer({ min: 1, max: 300 })), { maxLength: 60 }),
      fc.nat(20_000),
      (count, measured, distance) => {
        const heights = createRowHeights(count, 57);
        const model = Array.from({ length: count }, () => 57);
        for (const [index, height] of measured.filter(([at]) => at < count)) {
          expect(heights.note(index, height)).toBe(height - (model[index] ?? 0));
          model[index] = height;
        }
        const tops = model.map((_, index) => model.slice(0, index).reduce((sum, own) => sum + own, 0));
        expect(tops.map((_, index) => heights.topOf(index))).toEqual(tops);
        expect(heights.total()).toBe(model.reduce((sum, own) => sum + own, 0));
        const at = tops.findLastIndex((top) => top <= distance);
        expect(heights.at(distance)).toBe(at);
      },
    ),
  );
});
