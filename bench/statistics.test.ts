// The benchmark's arithmetic.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantile, ratios, summarize, verdict } from './statistics.ts';

describe('a quantile', () => {
  test.each([
    ['the middle of an odd number', [3, 1, 2], 0.5, 2],
    ['between the two in the middle of an even number', [4, 1, 3, 2], 0.5, 2.5],
    ['the least', [3, 1, 2], 0, 1],
    ['the greatest', [3, 1, 2], 1, 3],
    ['a share of the way between neighbours', [0, 10, 20, 30, 40], 0.95, 38],
    ['the only one', [7], 0.95, 7],
    ['of numbers, not of their digits', [9, 10, 100], 0.5, 10],
  ])('is %s', (_, values, share, expected) => {
    expect(quantile(values, share)).toBeCloseTo(expected, 10);
  });

  test('does not exist of nothing', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });

  test('lies among the values, grows with its share, and leaves their order alone', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, share, share, (series, one, other) => {
        const before = [...series];
        const low = quantile(series, Math.min(one, other));
        const high = quantile(series, Math.max(one, other));
        expect(low).toBeLessThanOrEqual(high + 1e-6);
        expect(low).toBeGreaterThanOrEqual(Math.min(...series) - 1e-6);
        expect(high).toBeLessThanOrEqual(Math.max(...series) + 1e-6);
        expect(series).toEqual(before);
      }),
    );
  });
});

test('a series is told by its length, median, 95th percentile and worst', () => {
  const series = Array.from({ length: 101 }, (_, place) => 100 - place);
  expect(summarize(series)).toEqual({ count: 101, p50: 50, p95: 95, worst: 100 });
});

describe('ratios', () => {
  test('pair the runs of each round', () => {
    expect(ratios([11, 30], [10, 20])).toEqual([1.1, 1.5]);
  });

  test('are the same on a machine that is slower in one round', () => {
    expect(ratios([12, 24], [10, 20])).toEqual([1.2, 1.2]);
  });

  test.each([
    ['a reference', [1, 2], [1]],
    ['a run', [1], [1, 2]],
  ])('need all rounds: one without %s is refused', (_, values, references) => {
    expect(() => ratios(values, references)).toThrow(RangeError);
  });
});

test('a budget is met up to its bound and not beyond', () => {
  expect([verdict(1.24, 1.25), verdict(1.25, 1.25), verdict(1.26, 1.25)]).toEqual(['met', 'met', 'not met']);
});
