// Years, months and days to instants and back.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, dayOf, daysInMonth, EARLIEST, instantOf, LATEST, YEAR } from './calendar.ts';

describe('instantOf', () => {
  test.each([
    [1970, 0, 1, '1970-01-01'],
    [2021, 7, 15, '2021-08-15'],
    [99, 11, 31, '0099-12-31'],
    [1, 0, 1, '0001-01-01'],
    [0, 1, 29, '0000-02-29'],
    [-43, 2, 15, '-000043-03-15'],
    [-271_820, 0, 1, '-271820-01-01'],
    [275_760, 8, 13, '+275760-09-13'],
  ])('puts year %i, month %i, day %i where ISO 8601 does', (year, month, day, iso) => {
    expect(instantOf(year, month, day)).toBe(Date.parse(`${iso}T00:00:00Z`));
  });

  test('lets months and days run over', () => {
    expect(instantOf(99, 12)).toBe(instantOf(100));
    expect(instantOf(-1, 11, 32)).toBe(instantOf(0));
  });

  test('counts on beyond what Date holds', () => {
    expect(instantOf(400_000) - instantOf(399_600)).toBe(400 * YEAR);
    expect(instantOf(-400_000)).toBeLessThan(EARLIEST);
  });
});

test('every day comes back from its first and its last millisecond', () => {
  fc.assert(
    fc.property(fc.integer({ min: EARLIEST / DAY, max: LATEST / DAY - 1 }), (number) => {
      const { year, month, day } = dayOf(number * DAY);
      expect(instantOf(year, month, day)).toBe(number * DAY);
      expect(dayOf(number * DAY + DAY - 1)).toEqual({ year, month, day });
    }),
  );
});

test('a fraction of a millisecond before a day belongs to the day before, in all ages', () => {
  expect(dayOf(-0.25)).toEqual({ year: 1969, month: 11, day: 31 });
  expect(dayOf(instantOf(2022) - 0.25)).toEqual({ year: 2021, month: 11, day: 31 });
});

test.each([
  [2021, 28],
  [2024, 29],
  [1900, 28],
  [2000, 29],
  [0, 29],
  [-4, 29],
])('February of the year %i has %i days', (year, days) => {
  expect(daysInMonth(year, 1)).toBe(days);
});
