// Events that nobody has confirmed are told by their tag, which confirming takes away and no other.
import { expect, test } from 'vitest';
import { confirmedTags, isProposed, PROPOSED } from './proposed.ts';

test.each<[tags: readonly string[] | undefined, isOne: boolean, left: readonly string[] | undefined]>([
  [undefined, false, undefined],
  [['war'], false, ['war']],
  [[PROPOSED], true, undefined],
  [['war', PROPOSED], true, ['war']],
])('%j', (tags, isOne, left) => {
  expect(isProposed({ tags })).toBe(isOne);
  expect(confirmedTags({ tags })).toEqual(left);
});
