// Days and years are written as the parser reads them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAsEdtf, yearAsEdtf } from './as-edtf.ts';
import { DAY, EARLIEST, LATEST } from './calendar.ts';
import { parseEventDate } from './parse.ts';

test.each([
  [Date.UTC(2022, 8, 5, 23, 59), '2022-09-05'],
  [Date.UTC(-43, 2, 15), '-0043-03-15'],
  [Date.UTC(12_345, 0, 1), 'Y12345'],
  [Date.UTC(-12_345, 0, 1), 'Y-12345'],
])('the day of %d', (instant, edtf) => {
  expect(dayAsEdtf(instant)).toBe(edtf);
});

test.each([
  [7, '0007'],
  [0, '0000'],
  [-43, '-0043'],
  [10_000, 'Y10000'],
])('the year %d', (year, edtf) => {
  expect(yearAsEdtf(year)).toBe(edtf);
});

test('every day is read back as the day or the year that holds it', () => {
  fc.assert(
    fc.property(fc.integer({ min: EARLIEST + 366 * DAY, max: LATEST - 366 * DAY }), (instant) => {
      const date = parseEventDate(dayAsEdtf(instant));
      if (!date.ok) expect.fail(date.failure.message);
      expect(date.value.start).toBeLessThanOrEqual(instant);
      expect(date.value.end).toBeGreaterThan(instant);
    }),
  );
});
