// How far apart two events are, in words: exact where both are days, a range where one is less precise.
import { UTCDateMini } from '@date-fns/utc/date/mini';
import { add } from 'date-fns/add';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DAY, instantOf } from './calendar.ts';
import { dateOf } from './date-samples.ts';
import { distanceInWords } from './distance.ts';
import type { EventDate } from './event-date.ts';
import { orderKnown } from './order.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the distance between two events', () => {
  test.each([
    // Between days it is exact, and repeated in the units of the calendar
    ['2021-09-16', '2022-10-03', '382 days (1 year, 17 days)'],
    ['2021-09-16', '2021-09-17', '1 day'],
    ['2021-09-16', '2021-10-15', '29 days'],
    ['2021-09-16', '2021-10-16', '30 days (1 month)'],
    ['2021-08-15', '2022-10-03', '414 days (1 year, 1 month, 18 days)'],
    ['2020-02-29', '2021-02-28', '365 days (1 year)'],
    ['2020-02-29', '2021-03-01', '366 days (1 year, 1 day)'],
    ['-0043-03-15', '0014-08-19', '20,976 days (57 years, 5 months, 4 days)'],
    ['0000-12-31', '0001-01-01', '1 day'],
    ['2021-09-16', '2021-09-16', 'the same day'],
    ['2021-09-16T09:30', '2021-09-16', 'the same day'],
    ['2021-09-16T23:30', '2021-09-18', '2 days'],
    // Between times of day
    ['2021-09-16T09:30', '2021-09-16T11:00', '1 hour, 30 minutes'],
    ['2021-09-16T09:30', '2021-09-17T11:00', '1 day, 1 hour, 30 minutes'],
    ['2021-09-16T23:30', '2021-09-19T00:30', '3 days'],
    ['2021-09-16T09:30:05', '2021-09-16T09:30:06', '1 second'],
    ['2021-09-16T09:30', '2021-09-16T09:31:06', '1 minute'],
    ['2021-09-16T09:30', '2021-09-16T09:30', 'the same minute'],
    ['2021-09-16T09:30', '2021-09-16T09:30:06', 'the same minute'],
    ['[2021-09-16T09:30..2021-09-16T11:00]', '2021-09-16T12:00', 'the same day'],
    ['[2021-09-16T09:30..2021-09-16T11:00]', '2021-09-16T10:00', 'the same day'],
    // A range where a date is less precise than a day
    ['2021-12-18', '2022', '14 to 378 days'],
    ['2021-09', '2022-10', '366 to 425 days'],
    ['2022-09', '2022-10', '1 to 60 days'],
    ['2022-09-30', '2022-10', '1 to 31 days'],
    ['1850', '1852', '1 to 3 years'],
    ['1850', '1900', '49 to 51 years'],
    ['1850-01-01', '1900', '50 to 51 years'],
    ['185', '1900-01-01', '40 to 50 years'],
    ['1850-12-20', '[1851..1855]', '12 days to 6 years'],
    ['Y-17000', '-9999', '7,000 to 7,002 years'],
    ['[2022-10-03..2022-11-22]', '2022-09-21', '12 to 62 days'],
    // Either may have been first
    ['2021-09-16', '2021', 'about the same time, at most 258 days apart'],
    ['2021', '2021', 'about the same time, at most 364 days apart'],
    ['2004-06-XX', '2004-06-11', 'about the same time, at most 19 days apart'],
    ['18', '1850-06-01', 'about the same time, at most 51 years apart'],
    ['2021-12-31', '[2021-12-31,2022-01-01]', 'about the same time, at most 1 day apart'],
    // Doubt
    ['2022-09-21?', '2022-10-03', '12 days, uncertain'],
    ['2022-09-21~', '2022-10-03', 'about 12 days'],
    ['2022-09-21%', '2022-10-03', 'about 12 days, uncertain'],
    ['1850~', '1900?', 'about 49 to 51 years, uncertain'],
    ['1850~', '1851', 'about the same time, at most about 2 years apart'],
    ['2021-09-16~', '2021-09-16', 'about the same time'],
    ['2021-09-16~', '2021-09-17', 'about the same time, at most about 1 day apart'],
    ['2021-09-16?', '2021-09-16', 'the same day, uncertain'],
    // Events that last are measured from their start
    ['2022-09-14/2022-09-17', '2022-10-03', '19 days from start to start'],
    ['1985-04-12/..', '1985-05-12', '30 days (1 month) from start to start'],
    ['{1667,1672}', '1670', '2 to 4 years from start to start'],
    ['2022-09-14/2022-09-17', '2022-09-14', 'started the same day'],
    // Open ends
    ['../1985', '1990', 'at least 4 years from start to start'],
    ['../1985', '1986-01-20', 'at least 20 days from start to start'],
    ['../1985', '1900', 'unknown: one has no known start'],
    ['/', '..', 'unknown: one has no known start'],
    ['[..1760]', '1761', 'at least 1 day'],
    ['[..1760]', '1700', 'about the same time; how far apart is unknown'],
    ['[1760..]', '1750~', 'at least about 9 years'],
  ])('%s and %s: %s', (a, b, words) => {
    const [first, second] = [dateOf(a), dateOf(b === '..' ? '../..' : b)];
    expect([distanceInWords(first, second), distanceInWords(second, first)]).toEqual([words, words]);
  });
});

/** Days from the year -9999 to 9999. */
const day = fc.integer({ min: instantOf(-9999) / DAY, max: instantOf(10_000) / DAY - 1 });

function dayAt(number: number): EventDate {
  const start = number * DAY;
  const end = start + DAY;
  const certainty = { uncertain: false, approximate: false };
  return {
    form: 'single',
    edtf: '',
    start,
    end,
    ...certainty,
    date: { start, end, precision: 'day', unspecified: false, ...certainty },
  };
}

test.each(['UTC', 'America/Los_Angeles', 'Pacific/Apia'])(
  'the days, and the years, months and days, lead from the earlier to the later, in %s',
  (zone) => {
    vi.stubEnv('TZ', zone);
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const words = distanceInWords(dayAt(a), dayAt(b));
        if (from === to) {
          expect(words).toBe('the same day');
          return;
        }
        const count = (unit: string, text: string): number =>
          Number(new RegExp(`([\\d,]+) ${unit}s?\\b`).exec(text)?.[1]?.replaceAll(',', '') ?? 0);
        const [days = '', calendar] = words.split(' (');
        expect(count('day', days)).toBe(to - from);
        if (calendar === undefined) return;
        const [years, months, rest] = ['year', 'month', 'day'].map((unit) => count(unit, calendar));
        const start = new UTCDateMini(from * DAY);
        const end = add(start, { years: years ?? 0, months: months ?? 0, days: rest ?? 0 });
        expect(end.getTime()).toBe(to * DAY);
        expect(months).toBeLessThan(12);
        expect(rest).toBeLessThan(31);
      }),
    );
  },
);

test('days within two less precise dates are as far apart as is said of these', () => {
  const span = fc.tuple(day, fc.constantFrom('day', 'month', 'year'));
  const edtf = (number: number, precision: string): string => {
    const [, sign, year = '', rest = ''] =
      /^([+-]?)(\d+)(.*)T/.exec(new Date(number * DAY).toISOString()) ?? [];
    const whole = `${sign === '-' ? '-' : ''}${year.slice(-4)}${rest}`;
    return precision === 'day' ? whole : precision === 'month' ? whole.slice(0, -3) : whole.slice(0, -6);
  };
  fc.assert(
    fc.property(
      span,
      fc.integer({ min: -1500, max: 1500 }),
      fc.constantFrom('day', 'month', 'year'),
      (a, more, other) => {
        const b = Math.min(instantOf(10_000) / DAY - 1, Math.max(instantOf(-9999) / DAY, a[0] + more));
        const [first, second] = [dateOf(edtf(a[0], a[1])), dateOf(edtf(b, other))];
        const words = distanceInWords(first, second);
        expect(words.startsWith('about the same time') || words === 'the same day').toBe(
          !orderKnown(first, second),
        );
        const apart = Math.abs(b - a[0]);
        const range = /^([\d,]+)(?: (day|year)s?)? to ([\d,]+) (day|year)s?$/.exec(words);
        if (range === null) return;
        const [, least, leastUnit, most, mostUnit] = range;
        const daysOf = (count: string | undefined, unit: string | undefined): number =>
          Number(count?.replaceAll(',', '')) * (unit === 'year' ? 366 : 1);
        expect(daysOf(most, mostUnit)).toBeGreaterThanOrEqual(apart);
        if ((leastUnit ?? mostUnit) === 'day') expect(daysOf(least, 'day')).toBeLessThanOrEqual(apart);
        else expect(Number(least) * 365).toBeLessThanOrEqual(apart);
      },
    ),
  );
});
