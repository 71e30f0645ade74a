// The largest value of a stretch is the same as by visiting each value.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRangeMaximum } from './range-maximum.ts';

test('the largest value of every stretch is found', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 300, size: 'max' }), (values) => {
      const maximum = createRangeMaximum(new Float64Array(values));
      for (let from = 0; from <= values.length; from += 1 + (from % 7)) {
        let most = -Infinity;
        for (let to = from; to <= values.length; to++) {
          if (maximum(from, to) !== most) expect(maximum(from, to)).toBe(most);
          most = Math.max(most, values[to] ?? -Infinity);
        }
      }
    }),
  );
});
