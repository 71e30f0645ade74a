// Sorting by key against the platform's own stable sort.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyed, sortByKey } from './sort.ts';

const key = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: -8.64e15, max: 8.64e15 }),
  fc.constantFrom(-(2 ** 53), 2 ** 53, -(2 ** 32), 2 ** 32 - 1, 2 ** 31),
);

test.each([
  ['few', { maxLength: 500 }, 100],
  ['many', { minLength: 501, maxLength: 900 }, 20],
])('%s keys come out ascending, and items of equal keys in the order they came in', (_, length, numRuns) => {
  fc.assert(
    fc.property(fc.array(key, length), (keys) => {
      const items = Int32Array.from(keys.keys());
      const [sorted] = sortByKey({ keys: new Float64Array(keys), items }, keyed(keys.length));
      const expected = keys.map((each, item) => ({ each, item })).sort((a, b) => a.each - b.each);
      expect([...sorted.items]).toEqual(expected.map(({ item }) => item));
      expect([...sorted.keys]).toEqual(expected.map(({ each }) => each));
    }),
    { numRuns },
  );
});

test('the arrays of one sort serve the next', () => {
  const unsorted = { keys: new Float64Array([2, 1]), items: new Int32Array([7, 8]) };
  const [sorted, spare] = sortByKey(unsorted, keyed(2));
  expect([...sorted.items]).toEqual([8, 7]);
  expect(new Set([sorted.keys, spare.keys]).size).toBe(2);
});
