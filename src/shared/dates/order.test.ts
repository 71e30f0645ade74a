// The order of dates in time, whether it is known, and the span that many dates cover.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, instantOf } from './calendar.ts';
import { dateOf } from './date-samples.ts';
import { compareDates, extentOf, orderKnown } from './order.ts';

const calendarDate = fc
  .tuple(
    fc.integer({ min: -9999, max: 9999 }).filter((year) => year !== 0),
    fc.constantFrom('', '-02', '-11', '-02-07', '-11-30'),
  )
  .map(([year, rest]) => `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}${rest}`);
const date = fc
  .oneof(
    calendarDate,
    calendarDate.map((text) => `${text}/..`),
    calendarDate.map((text) => `../${text}`),
    calendarDate.map((text) => `[${text}..]`),
    fc.constant('../..'),
  )
  .map(dateOf);

describe('compareDates', () => {
  test('sorts by start; of equal starts the wider comes first, and equals keep their order', () => {
    const texts = [
      '2022-10-03',
      '2021-09-17',
      '2021-09-16',
      '1985/..',
      '2021-09',
      '../1985',
      '2021',
      '2021-09-16?',
      '-0043-03-15',
      '../..',
    ];
    expect(
      texts
        .map(dateOf)
        .toSorted(compareDates)
        .map(({ edtf }) => edtf),
    ).toEqual([
      '../..',
      '../1985',
      '-0043-03-15',
      '1985/..',
      '2021',
      '2021-09',
      '2021-09-16',
      '2021-09-16?',
      '2021-09-17',
      '2022-10-03',
    ]);
  });

  test('is a total order: two dates compare the same from both sides, and sorting puts every pair right', () => {
    fc.assert(
      fc.property(fc.array(date, { maxLength: 20 }), (dates) => {
        const sorted = dates.toSorted(compareDates);
        for (const [position, earlier] of sorted.entries()) {
          for (const later of sorted.slice(position)) {
            expect(compareDates(earlier, later)).toBeLessThanOrEqual(0);
            expect(compareDates(later, earlier)).toBe(0 - compareDates(earlier, later));
            expect(earlier.start).toBeLessThanOrEqual(later.start);
          }
        }
      }),
    );
  });
});

describe('whether the order of two events is known', () => {
  test.each([
    // One began on an earlier day, or in an earlier year
    ['2021-09-16', '2021-09-17', true],
    ['2021', '2022', true],
    ['2021-08-15', '2022', true],
    ['2021-08-15T09:30', '2021-08-15T09:31', true],
    ['-0043', '0014', true],
    // Either may have been first
    ['2021-09-16', '2021', false],
    ['2021-09-16', '2021-09', false],
    ['2021-09-16', '2021-09-16', false],
    ['2021', '2021', false],
    ['2021-08-15T09:30', '2021-08-15', false],
    ['2004-06-XX', '2004-06-11', false],
    ['185X', '1855', false],
    ['1950S2', '1901', false],
    ['1950S2', '1899', true],
    // An interval began before the dates within it, but maybe not before those within its first date
    ['2022-09-14/2022-09-17', '2022-09-15', true],
    ['2022-09-14/2022-09-17', '2022-09-14', false],
    ['1939/1945', '1944-06-06', true],
    ['1939/1945', '1939-09-01', false],
    ['1985-04-12/..', '1990', true],
    ['../1985', '1990', true],
    ['../1985', '1900', false],
    ['/', '1900', false],
    // One of a set may be any member; all of a set begin with the first
    ['[2022-10-03..2022-11-22]', '2022-10-10', false],
    ['[2022-10-03..2022-11-22]', '2022-11-23', true],
    ['[1667,1672]', '1670', false],
    ['{1667,1672}', '1670', true],
    ['{1667..1672}', '1670', true],
    ['{1672,1667}', '1667', false],
    ['[..1760]', '1700', false],
    ['[..1760]', '1761', true],
    ['[1760..]', '1761', false],
    ['[1760..]', '1759', true],
    // About 1850 may be 1849 or 1851
    ['1850~', '1851', false],
    ['1850~', '1852', true],
    ['1850~', '1848-12-31', true],
    ['1850~/1860', '1851', false],
    // A doubtful source changes nothing about the order
    ['2022-09-21?', '2022-10-03', true],
    ['2022-09-21?', '2022-09-21', false],
  ])('%s and %s: %s', (a, b, known) => {
    expect([orderKnown(dateOf(a), dateOf(b)), orderKnown(dateOf(b), dateOf(a))]).toEqual([known, known]);
  });

  test('sorting puts first what is known to be first', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        if (!orderKnown(a, b)) return;
        expect(a.start).not.toBe(b.start);
        expect(compareDates(a, b)).toBe(a.start < b.start ? -1 : 1);
      }),
    );
  });
});

describe('extentOf', () => {
  test('reaches from the earliest start to the latest end', () => {
    expect(extentOf(['2022-10-03', '2021-08-15', '2021-09'].map(dateOf))).toEqual({
      start: Date.UTC(2021, 7, 15),
      end: Date.UTC(2022, 9, 4),
    });
  });

  test('counts of open dates what is known', () => {
    expect(extentOf(['../1985', '1990/'].map(dateOf))).toEqual({
      start: instantOf(1985),
      end: instantOf(1991),
    });
  });

  test('is null where nothing is known', () => {
    expect(extentOf([])).toBeNull();
    expect(extentOf([dateOf('../..'), dateOf('/')])).toBeNull();
  });

  test('holds every finite date and no more', () => {
    fc.assert(
      fc.property(fc.array(calendarDate.map(dateOf), { minLength: 1 }), (dates) => {
        expect(extentOf(dates)).toEqual({
          start: Math.min(...dates.map(({ start }) => start)),
          end: Math.max(...dates.map(({ end }) => end)),
        });
      }),
    );
  });

  test('takes any number of dates', () => {
    const day = dateOf('2021-08-15');
    expect(extentOf(Array.from({ length: 300_000 }, () => day))).toEqual({
      start: day.start,
      end: day.start + DAY,
    });
  });
});
