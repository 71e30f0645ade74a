// Counts the right processes, and the right part of their memory.
import { expect, test } from 'vitest';
import { familyOf, parentOf, proportionalSetSize } from './memory.ts';

test('a family is a process, its children and theirs, and nobody else', () => {
  const parents = new Map([
    [1, 0],
    [40, 10],
    [10, 1],
    [20, 1],
    [30, 10],
    [50, 40],
  ]);
  expect(familyOf(10, parents).toSorted((a, b) => a - b)).toEqual([10, 30, 40, 50]);
});

test.each([
  ['plain', '4211 (electron) S 4200 4211 4200 0 -1 4194560', 4200],
  ['with a bracket in its name', '17 (a) R (b)) S 5 17 17 0 -1 0', 5],
])('a parent is found of a process %s', (_, stat, parent) => {
  expect(parentOf(stat)).toBe(parent);
});

test('memory is the proportional set size, in bytes', () => {
  const rollup = [
    '55d0c0000000-7ffd1b5f0000 ---p 00000000 00:00 0                          [rollup]',
    'Rss:              199436 kB',
    'Pss:              102400 kB',
    'Pss_Dirty:         55000 kB',
  ].join('\n');
  expect(proportionalSetSize(rollup)).toBe(102_400 * 1024);
});

test('a process that has just ended has no memory', () => {
  expect(proportionalSetSize('')).toBe(0);
});
