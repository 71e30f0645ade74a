// Dates as people type them, on Tuesday, 4 October 2022.
import { expect, test } from 'vitest';
import { readDatePhrase } from './phrase.ts';

const read = (typed: string, reference: string | null = '2022-10-04'): string[] =>
  readDatePhrase(typed, reference).map(({ date }) => date.edtf);

test.each([
  ['15 Aug 2021', ['2021-08-15']],
  ['about 1850', ['1850~']],
  ['between 3 and 5 May 1912', ['[1912-05-03..1912-05-05]']],
  ['summer 2004?', ['2004-22?']],
  ['44 BC', ['-0043']],
  ['before 1985', ['[..1984]']],
  ['2022-09-21?', ['2022-09-21?']],
  // Either may be the month.
  ['3/5/2021', ['2021-05-03', '2021-03-05']],
  ['15/5/2021', ['2021-05-15']],
  // Counted from the publication date.
  ['last Friday', ['2022-09-30']],
  ['yesterday', ['2022-10-03']],
  ['on Monday', ['2022-10-03']],
  ['two weeks ago', ['2022-09-19~/2022-09-25~']],
  ['before last Friday', ['[..2022-09-29]']],
  ['the end of last year', ['2021-12~']],
  ['в прошлую пятницу', ['2022-09-30']],
  ['15 августа', ['2022-08-15']],
])('%s', (typed, dates) => {
  expect(read(typed)).toEqual(dates);
});

test.each([
  '',
  'Friday the firm',
  'last Friday or so',
  'for 20 years',
  'now',
  'the day after',
  '31 Feb 2022',
])('“%s” is no date', (typed) => {
  expect(read(typed)).toEqual([]);
});

test('what counts from a day waits where none is known', () => {
  expect(read('yesterday', null)).toEqual([]);
  expect(read('3 May 2021', null)).toEqual(['2021-05-03']);
});

test('says how it counts', () => {
  const [reading] = readDatePhrase('yesterday', '2022-10-04');
  expect(reading?.why).toBe('“yesterday”, counted from the publication date, 4 October 2022');
  const [stated] = readDatePhrase('весной 2020', '2022-10-04');
  expect(stated?.date.edtf).toBe('2020-21');
  expect(stated?.why).toBeNull();
});
