// Arrays are patched as lists are: what leaves is gone, and what comes stands where it was put.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spliced, spliceOf } from './typed-arrays.ts';

it('takes out and puts in what a list would', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 100 })),
      fc.array(fc.nat(30)),
      fc.array(fc.nat(30)),
      (before, leaving, coming) => {
        const left = [...new Set(leaving)].filter((place) => place < before.length);
        const count = before.length - left.length;
        const came = [...new Set(coming)]
          .sort((a, b) => a - b)
          .filter((place, order) => place <= count + order);
        const after = before.filter((_, place) => !left.includes(place));
        for (const place of came) after.splice(place, 0, -1 - place);
        const values = came.map((place) => -1 - place);
        const splice = spliceOf(left, came.toReversed());
        expect([...spliced(Int8Array.from(before), splice, values)]).toEqual(after);
        expect([...spliced(Float64Array.from(before), splice, values)]).toEqual(after);
      },
    ),
  );
});
