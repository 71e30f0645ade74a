// The order of dates in time, and the span that many dates cover.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, instantOf } from './calendar.ts';
import type { EventDate } from './event-date.ts';
import { compareDates, extentOf } from './order.ts';
import { parseEventDate } from './parse.ts';

function read(edtf: string): EventDate {
  const result = parseEventDate(edtf);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

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
  .map(read);

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
        .map(read)
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

describe('extentOf', () => {
  test('reaches from the earliest start to the latest end', () => {
    expect(extentOf(['2022-10-03', '2021-08-15', '2021-09'].map(read))).toEqual({
      start: Date.UTC(2021, 7, 15),
      end: Date.UTC(2022, 9, 4),
    });
  });

  test('counts of open dates what is known', () => {
    expect(extentOf(['../1985', '1990/'].map(read))).toEqual({
      start: instantOf(1985),
      end: instantOf(1991),
    });
  });

  test('is null where nothing is known', () => {
    expect(extentOf([])).toBeNull();
    expect(extentOf([read('../..'), read('/')])).toBeNull();
  });

  test('holds every finite date and no more', () => {
    fc.assert(
      fc.property(fc.array(calendarDate.map(read), { minLength: 1 }), (dates) => {
        expect(extentOf(dates)).toEqual({
          start: Math.min(...dates.map(({ start }) => start)),
          end: Math.max(...dates.map(({ end }) => end)),
        });
      }),
    );
  });

  test('takes any number of dates', () => {
    const day = read('2021-08-15');
    expect(extentOf(Array.from({ length: 300_000 }, () => day))).toEqual({
      start: day.start,
      end: day.start + DAY,
    });
  });
});
