// A date is read as people type it.
import { expect, test } from 'vitest';
import { dateInWords } from './words.ts';
import { readTypedDate } from './typed.ts';

test.each([
  ['3 Oct 2022', '3 October 2022'],
  ['3rd October 2022', '3 October 2022'],
  [' October 3,  2022 ', '3 October 2022'],
  ['3.10.2022', '3 October 2022'],
  ['03/10/2022', '3 October 2022'],
  ['2022/10/3', '3 October 2022'],
  ['2022-10-03', '3 October 2022'],
  ['oct 2022', 'October 2022'],
  ['Sept 2021', 'September 2021'],
  ['2022', '2022'],
  ['800', '800 CE'],
  ['44 BCE', '44 BCE'],
  ['15 March 44 b.c.', '15 March 44 BCE'],
  ['800 AD', '800 CE'],
  ['12000 BCE', '12,000 BCE'],
  ['2022-09-21?', '21 September 2022, uncertain'],
])('%s is %s', (typed, words) => {
  const date = readTypedDate(typed);
  expect(date.ok ? dateInWords(date.value) : date.failure.message).toBe(words);
});

test.each(['', 'tomorrow', '31 Feb 2022', '3 Foo 2022', '2022-13', '99999999'])(
  '“%s” is no date',
  (typed) => {
    expect(readTypedDate(typed)).toMatchObject({ ok: false, failure: { code: 'date-unreadable' } });
  },
);
