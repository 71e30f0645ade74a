// The length of a stretch of time is told in few words that are nearly right.
import { expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, YEAR } from './calendar.ts';
import { lengthInWords } from './length-words.ts';

it.each([
  [362 * DAY, '1 year'],
  [400 * DAY, '13 months'],
  [1.5 * YEAR, '18 months'],
  [2.45 * YEAR, '29 months'],
  [9.8 * YEAR, '10 years'],
  [12_345 * YEAR, '12,345 years'],
  [45 * DAY, '45 days'],
  [61 * DAY, '2 months'],
  [1.5 * DAY, '36 hours'],
  [DAY, '1 day'],
  [90 * MINUTE, '90 minutes'],
  [HOUR, '1 hour'],
  [MINUTE / 3, 'less than 10 minutes'],
])('%d ms is %s', (length, words) => {
  const start = Date.UTC(2021, 8, 17);
  expect(lengthInWords({ start, end: start + length })).toBe(words);
});
