// Units are counted, and written, before and after the year 0.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseEventDate } from '../dates/parse.ts';
import { holiday, nthWeekday } from './holidays.ts';
import {
  edtfDay,
  firstDay,
  GRAINS,
  lastDay,
  spanAsEdtf,
  spanAsTimex,
  spanOf,
  weekdayOf,
  type Grain,
} from './units.ts';

const days = fc.integer({ min: -1_000_000, max: 2_900_000 });
const grains = fc.constantFrom(...GRAINS.filter((grain) => grain !== 'weekend'));

test('a unit holds the day that it was made of, and its neighbours begin where it ends', () => {
  fc.assert(
    fc.property(days, grains, (day, grain) => {
      const span = spanOf(day, grain);
      expect(firstDay(span)).toBeLessThanOrEqual(day);
      expect(lastDay(span)).toBeGreaterThanOrEqual(day);
      expect(spanOf(lastDay(span), grain)).toEqual(span);
      const next = spanOf(lastDay(span) + 1, grain);
      expect(firstDay(next)).toBe(lastDay(span) + 1);
    }),
  );
});

test('EDTF says the same days', () => {
  fc.assert(
    fc.property(days, grains, (day, grain) => {
      const span = spanOf(day, grain);
      const read = parseEventDate(spanAsEdtf(span, ''));
      if (!read.ok) throw new Error(read.failure.message);
      // The first decade, century and millennium of our era begin with the year 0 in EDTF.
      if (span.n !== 0)
        expect(edtfDay(Math.floor(read.value.start / 86_400_000))).toBe(edtfDay(firstDay(span)));
      expect(edtfDay(read.value.end / 86_400_000 - 1)).toBe(edtfDay(lastDay(span)));
    }),
  );
});

test.each<[Grain, number, string, string]>([
  ['day', 19_269, '2022-10-04', '2022-10-04'],
  ['week', 2_753, '2022-W40', '2022-10-03/2022-10-09'],
  ['weekend', 2_753, '2022-W40-WE', '2022-10-08/2022-10-09'],
  ['month', 2022 * 12 + 9, '2022-10', '2022-10'],
  ['season', 2022 * 4 + 3, '2022-WI', '2022-24'],
  ['quarter', 2022 * 4 + 2, '2022-Q3', '2022-35'],
  ['half', 2022 * 2 + 1, '2022-H2', '2022-41'],
  ['year', -43, 'BC0044', '-0043'],
  ['decade', 199, '199', '199X'],
  ['century', 18, '18', '18XX'],
  ['century', -5, 'BC04', '-0499/-0400'],
])('%s %i is %s, %s', (grain, n, timex, edtf) => {
  expect(spanAsTimex({ grain, n })).toBe(timex);
  expect(spanAsEdtf({ grain, n }, '')).toBe(edtf);
});

test.each([
  ['easter', 2022, '2022-04-17'],
  ['easter', 1961, '1961-04-02'],
  ['easter-2', 2021, '2021-04-02'],
  ['11-4x4', 2022, '2022-11-24'],
  ['05-1x-1', 2022, '2022-05-30'],
  ['12-25', 1963, '1963-12-25'],
])('%s of %i is on %s', (name, year, day) => {
  const n = holiday(name, year);
  expect(n === null ? null : edtfDay(n)).toBe(day);
});

test('the last weekday of a month is one', () => {
  expect(weekdayOf(nthWeekday(2022, 5, 1, -1))).toBe(1);
});
