// Finds the word that a typing error was meant to be.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest, slips } from './nearest.ts';

describe('slips', () => {
  it.each([
    ['export', 'export', 0],
    ['exprot', 'export', 1],
    ['exort', 'export', 1],
    ['exxport', 'export', 1],
    ['ezport', 'export', 1],
    ['', 'size', 4],
    ['size', '', 4],
    ['contnet', 'content', 1],
    ['no-ledgend', 'no-legend', 1],
    ['formta', 'format', 1],
    ['kitten', 'sitting', 3],
  ])('%s → %s: %i', (from, to, count) => {
    expect(slips(from, to)).toBe(count);
  });

  it('is the same both ways, and none only between a word and itself', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slips(a, b)).toBe(slips(b, a));
        expect(slips(a, b) === 0).toBe(a === b);
        expect(slips(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe('nearest', () => {
  const WORDS = ['export', 'format', 'size', 'scale', 'no-title'] as const;

  it.each([
    ['exprot', 'export'],
    ['exports', 'export'],
    ['sise', 'size'],
    ['no-titel', 'no-title'],
    ['title', 'no-title'],
    ['zzzzzz', undefined],
    ['x', undefined],
  ])('%s → %s', (typed, word) => {
    expect(nearest(typed, WORDS)).toBe(word);
  });
});
