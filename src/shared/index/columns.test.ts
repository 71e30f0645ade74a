// Columns count every event that overlaps them, and keep their places.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnLength, columnsIn } from './columns.ts';
import { indexOf } from './index-samples.ts';

const events = fc.array(
  fc
    .tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 1, max: 300 }))
    .map(([start, length]) => ({ start, end: start + length, lane: 0 })),
  { maxLength: 40 },
);

test('hold as many as overlap them, and no column holds more than the most', () => {
  fc.assert(
    fc.property(
      events,
      fc.integer({ min: -600, max: 600 }),
      fc.integer({ min: 1, max: 800 }),
      fc.nat(7),
      (all, start, span, power) => {
        const inLane = indexOf(all, 1).inLane(0);
        const length = 2 ** power;
        const window = { start, end: start + span };
        const most = inLane.mostAtOnce(length);
        const columns = columnsIn(inLane, window, length);
        const model: number[] = [];
        for (let column = Math.floor(start / length); column * length < window.end; column++) {
          const count = all.filter(
            (event) => event.start < (column + 1) * length && event.end > column * length,
          ).length;
          model.push(count);
        }
        expect(columns).toEqual({
          start: Math.floor(start / length) * length,
          length,
          counts: Int32Array.from(model),
        });
        for (const count of columns.counts) expect(count).toBeLessThanOrEqual(most);
      },
    ),
  );
});

test('are a power of two long and at least as wide as asked for', () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1e10, noNaN: true }), (scale) => {
      const length = columnLength(scale, 3);
      expect(Math.log2(length) % 1).toBe(0);
      expect(length / scale).toBeGreaterThanOrEqual(3 * (1 - 1e-9));
      expect(length / scale).toBeLessThan(6 * (1 + 1e-9));
    }),
  );
});
