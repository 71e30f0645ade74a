import { describe, expect, it } from 'vitest';
import { enumerated, grouped } from './in-words.ts';

describe('enumerated', () => {
  it('says what Intl.ListFormat says', () => {
    const or = new Intl.ListFormat('en-GB', { type: 'disjunction' });
    const and = new Intl.ListFormat('en-GB', { type: 'conjunction' });
    for (const names of [[], ['a'], ['a', 'b'], ['a', 'b', 'c'], ['a, b', 'c', 'd', 'e']]) {
      expect(enumerated(names, 'or')).toBe(or.format(names));
      expect(enumerated(names, 'and')).toBe(and.format(names));
    }
  });
});

describe('grouped', () => {
  it('says what Intl.NumberFormat says', () => {
    const format = new Intl.NumberFormat('en');
    for (const value of [0, 1, -1, 999, -999, 1_000, -1_000, 12_345, 1_234_567, -271_821, 100_000_000]) {
      expect(grouped(value)).toBe(format.format(value));
    }
  });
});
