// Number formats of the benchmark.
import { describe, expect, test } from 'vitest';
import { count, megabytes, milliseconds, replaceBetweenMarkers, seconds, table, times } from './table.ts';

describe('a table', () => {
  test('sets text to the left and numbers to the right', () => {
    expect(
      table(
        ['what', 'p50'],
        [
          ['launch', '412 ms'],
          ['a | b', '9.0 ms'],
        ],
      ),
    ).toBe(
      ['| what   |    p50 |', '| ------ | -----: |', '| launch | 412 ms |', '| a \\| b | 9.0 ms |'].join(
        '\n',
      ),
    );
  });

  test('refuses a row that lacks a cell', () => {
    expect(() => table(['what', 'p50'], [['launch']])).toThrow(RangeError);
  });
});

test.each([
  [milliseconds(1.234), '1.2 ms'],
  [milliseconds(16.68), '16.7 ms'],
  [milliseconds(412.3), '412 ms'],
  [milliseconds(9_999), '9999 ms'],
  [milliseconds(14_230), '14.2 s'],
  [seconds(60_000), '60 s'],
  [megabytes(187_400_000), '187 MB'],
  [times(1.0549), '1.05 ×'],
  [count(1_000_000), '1,000,000'],
])('numbers have their unit: %s', (written, expected) => {
  expect(written).toBe(expected);
});

describe('the place for results in a page', () => {
  const page = (contents: string) =>
    `# Performance\n\n<!-- begin: written by npm run bench -- --write -->\n\n${contents}\n\n<!-- end -->\n\nThe rest.\n`;

  test('takes new results and keeps what stands around it', () => {
    expect(replaceBetweenMarkers(page('old'), 'new')).toBe(page('new'));
  });

  test('takes the same results twice without a change', () => {
    expect(replaceBetweenMarkers(replaceBetweenMarkers(page('old'), 'new'), 'new')).toBe(page('new'));
  });

  test.each([
    ['has none', '# Performance'],
    ['has no end', page('old').replace('<!-- end -->', '')],
    ['has them the wrong way round', page('old').split('\n').toReversed().join('\n')],
  ])('must be there: a page that %s is refused', (_, text) => {
    expect(() => replaceBetweenMarkers(text, 'new')).toThrow('lacks');
  });
});
