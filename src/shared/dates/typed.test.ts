// A date is read as people type it.
import { expect, test } from 'vitest';
import { dateInWords } from './words.ts';
import { readDateNear, readTypedDate } from './typed.ts';

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

test.each([
  ['3 Oct 2022', '3 October 2022'],
  ['03/10/2022', '3 October 2022'],
  ['08/15/2021', '15 August 2021'],
  ['15.08.21', '15 August 2021'],
  ['8/15/21', '15 August 2021'],
  ["Aug '98", 'August 1998'],
  ['15-Aug-74', '15 August 1974'],
  ['15-Aug-70', '15 August 2070'],
  ['осень 2022', 'autumn 2022'],
  ['31/31/2021', 'Type a date such as 3 Oct 2022, October 2022, 2022 or 44 BCE.'],
])('to go to, %s is %s near 2022', (typed, words) => {
  const date = readDateNear(typed, Date.UTC(2022, 0));
  expect(date.ok ? dateInWords(date.value) : date.failure.message).toBe(words);
});

test('two digits of a year mean the nearest', () => {
  const date = readDateNear('28.07.14', Date.UTC(1918, 0));
  expect(date.ok && dateInWords(date.value)).toBe('28 July 1914');
});
