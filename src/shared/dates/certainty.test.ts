// A doubt is shown beside the date once, never twice and never not at all.
import { expect, test } from 'vitest';
import { certaintyOf } from './certainty.ts';
import { dateOf } from './date-samples.ts';

test.each([
  ['2022-10-03', '3 October 2022', []],
  ['2022-09-21?', '21 September 2022', ['uncertain']],
  ['1850~', 'about 1850', ['approximate']],
  ['1850%', 'about 1850', ['approximate', 'uncertain']],
  ['2022-09-14?/2022-09-17?', '14 to 17 September 2022', ['uncertain']],
])('%s is “%s” with %j', (edtf, words, doubts) => {
  expect(certaintyOf(dateOf(edtf))).toEqual({ words, doubts });
});

test('a doubt about one end alone stays where it is said', () => {
  expect(certaintyOf(dateOf('2022-09-14?/2022-09-17'))).toEqual({
    words: '14 September 2022 (uncertain) to 17 September 2022',
    doubts: ['uncertain'],
  });
});
