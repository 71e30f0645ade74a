// The largest value of a stretch is the same as by visiting each value.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRangeMaximum } from './range-maximum.ts';

test('the largest value of every stretch is found', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 20 }), (values) => {
      const maximum = createRangeMaximum(new Float64Array(values));
      for (let from = 0; from <= values.length; from++) {
        for (let to = from; to <= values.length; to++) {
          expect(maximum(from, to)).toBe(Math.max(...values.slice(from, to)));
        }
      }
    }),
  );
});
