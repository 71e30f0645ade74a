// Rules of recurrence, compared with those of ical.js where that reads them as the standard says.
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { cost } from '../../cost.ts';
import { dateOfDay, dayNumber, expand, lastDayOf, readRule } from './recurrence.ts';

function days(rule: string, start: string, most = 20, last = '2030-12-31'): string[] {
  const read = readRule(rule, { hour: 9, minute: 0, second: 0 });
  if (!read.ok) return [read.failure.message];
  return expand(read.value, numberOf(start), numberOf(last), most).days.map(written);
}

function numberOf(text: string): number {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return dayNumber(year, month, day);
}

function written(number: number): string {
  const { year, month, day } = dateOfDay(number);
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

test.each<[string, string, string[]]>([
  ['FREQ=DAILY;COUNT=3', '2024-02-28', ['2024-02-28', '2024-02-29', '2024-03-01']],
  ['FREQ=DAILY;INTERVAL=10;UNTIL=20240125T000000Z', '2024-01-01', ['2024-01-01', '2024-01-11', '2024-01-21']],
  ['FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4', '2024-01-01', ['2024-01-01', '2024-01-03', '2024-01-08', '2024-01-10']],
  ['FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3', '2024-01-31', ['2024-01-31', '2024-03-31', '2024-05-31']],
  ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3', '2024-09-13', ['2024-09-13', '2024-12-13', '2025-06-13']],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3',
    '2024-01-31',
    ['2024-01-31', '2024-02-29', '2024-03-29'],
  ],
  ['FREQ=YEARLY;COUNT=2', '2024-02-29', ['2024-02-29', '2028-02-29']],
  ['FREQ=YEARLY;BYDAY=20MO;COUNT=2', '2024-05-13', ['2024-05-13', '2025-05-19']],
  ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=2', '2024-05-13', ['2024-05-13', '2025-05-12']],
  ['FREQ=YEARLY;BYYEARDAY=-1;COUNT=2', '2024-12-31', ['2024-12-31', '2025-12-31']],
  ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', '2024-01-10', ['2024-01-10']],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2024-01-10', ['2024-01-10']],
  ['FREQ=SECONDLY', '2024-01-10', ['does not repeat by days, weeks, months or years']],
  ['FREQ=DAILY;BYHOUR=9,10', '2024-01-10', ['repeats within a day']],
  ['FREQ=DAILY;BYHOUR=9;BYMINUTE=0;BYSECOND=00;COUNT=2', '2024-01-10', ['2024-01-10', '2024-01-11']],
  ['FREQ=DAILY;BYHOUR=10', '2024-01-10', ['names a time that is not that of the start']],
  ['RSCALE=GREGORIAN;FREQ=DAILY;SKIP=OMIT;COUNT=1', '2024-01-10', ['2024-01-10']],
  ['RSCALE=CHINESE;FREQ=YEARLY', '2024-01-10', ['counts by another calendar']],
  ['FREQ=YEARLY;SKIP=FORWARD', '2024-01-10', ['has the part “SKIP”, which is not known']],
  ['FREQ=YEARLY;BYEASTER=0', '2024-01-10', ['has the part “BYEASTER”, which is not known']],
  ['FREQ=DAILY;INTERVAL=0', '2024-01-10', ['has an interval that is none']],
  ['FREQ=DAILY;BYDAY=XX', '2024-01-10', ['has a day, week or month that is none']],
  ['nonsense', '2024-01-10', ['does not repeat by days, weeks, months or years']],
])('%s from %s', (rule, start, expected) => {
  expect(days(rule, start)).toEqual(expected);
});

test.each<[string, number, number, string]>([
  // 18:00 in UTC, an hour before and behind the end.
  ['20240430T170000Z', 18, 0, '2024-04-29'],
  ['20240430T180000Z', 18, 0, '2024-04-30'],
  ['20240430T000000Z', 18, 0, '2024-04-29'],
  ['20240430', 18, 0, '2024-04-30'],
  // 20:00 in New York is 1:00 of the next day in UTC, and 1:00 in Tokyo is 16:00 of the day before.
  ['20240430T000000Z', 20, -5, '2024-04-28'],
  ['20240430T010000Z', 20, -5, '2024-04-29'],
  ['20240430T160000Z', 1, 9, '2024-05-01'],
  ['20240430T155959Z', 1, 9, '2024-04-30'],
  // Without a zone it is by the clock of the event.
  ['20240430T200000', 20, -5, '2024-04-30'],
])('until %s, what starts at %d:00 with an offset of %d hours ends on %s', (until, hour, offset, last) => {
  const rule = readRule(`FREQ=DAILY;UNTIL=${until}`, null);
  if (!rule.ok) throw new Error(rule.failure.message);
  const startOn = (day: number, isUtc: boolean): number =>
    day * 86_400 + (hour - (isUtc ? offset : 0)) * 3_600;
  expect(written(lastDayOf(rule.value, startOn) ?? 0)).toBe(last);
});

describe('ical.js agrees', () => {
  const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
  const interval = fc.integer({ min: 1, max: 4 });
  const rule = fc.oneof(
    interval.map((number) => `FREQ=DAILY;INTERVAL=${number}`),
    fc
      .tuple(interval, fc.uniqueArray(weekday, { minLength: 1, maxLength: 3 }))
      .map(([number, list]) => `FREQ=WEEKLY;INTERVAL=${number};BYDAY=${list.join(',')}`),
    fc
      .tuple(interval, fc.integer({ min: 1, max: 28 }))
      .map(([number, day]) => `FREQ=MONTHLY;INTERVAL=${number};BYMONTHDAY=${day}`),
    fc
      .tuple(fc.constantFrom('1', '2', '3', '4', '-1', '-2'), weekday)
      .map(([nth, day]) => `FREQ=MONTHLY;BYDAY=${nth}${day}`),
    fc
      .tuple(fc.integer({ min: 1, max: 12 }), weekday, fc.constantFrom('1', '-1'))
      .map(([month, day, nth]) => `FREQ=YEARLY;BYMONTH=${month};BYDAY=${nth}${day}`),
  );
  test('on tame rules', () => {
    fc.assert(
      fc.property(rule, fc.integer({ min: 0, max: 3_000 }), (text, shift) => {
        const start = written(numberOf('2018-01-01') + shift);
        const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateString(start));
        const theirs = Array.from({ length: 12 }, () => iterator.next().toString());
        // The start counts here even where the rule does not meet it.
        const own = days(text, start, 13, '2100-01-01');
        expect(own.filter((day) => day !== start).slice(0, 10)).toEqual(
          theirs.filter((day) => day !== start).slice(0, 10),
        );
      }),
      { numRuns: 300 },
    );
  });
});

test('no rule takes long', () => {
  for (const rule of [
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYWEEKNO=1,2,3,4,5,6,7,8,9,10;BYDAY=MO,TU',
    'FREQ=MONTHLY;BYDAY=1MO,2TU,-5SU;BYSETPOS=300',
    'FREQ=DAILY',
  ])
    expect(cost(() => days(rule, '2024-01-01', 1_000, '2026-01-01'), 5, 50)).toBeLessThan(50);
});
