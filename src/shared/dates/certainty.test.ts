// A doubt is said beside the date, and never twice or not at all.
import { expect, test } from 'vitest';
import { parseEventDate } from './parse.ts';
import { certaintyOf } from './certainty.ts';

test.each([
  ['2022-10-03', '3 October 2022', []],
  ['2022-09-21?', '21 September 2022', ['uncertain']],
  ['1850~', 'about 1850', ['approximate']],
  ['1850%', 'about 1850', ['approximate', 'uncertain']],
  ['2022-09-14?/2022-09-17?', '14 to 17 September 2022', ['uncertain']],
])('%s is “%s” with %j', (edtf, words, doubts) => {
  const read = parseEventDate(edtf);
  expect(read.ok && certaintyOf(read.value)).toEqual({ words, doubts });
});

test('a doubt about one end alone stays where it is said', () => {
  const read = parseEventDate('2022-09-14?/2022-09-17');
  if (!read.ok) throw new Error(read.failure.message);
  expect(certaintyOf(read.value)).toEqual({
    words: '14 September 2022 (uncertain) to 17 September 2022',
    doubts: ['uncertain'],
  });
});
