// Ticks and labels of the time axis, from minutes to millennia.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axisTicks, type AxisTick } from './axis.ts';
import { DAY, EARLIEST, HOUR, instantOf, LATEST, MINUTE, YEAR } from './calendar.ts';
import { foldTime } from './folds.ts';
import {
  around,
  clampWindow,
  fit,
  LONGEST_WINDOW,
  positionOf,
  SHORTEST_WINDOW,
  type TimeWindow,
} from './window.ts';

const labels = (ticks: readonly AxisTick[]): string => ticks.map(({ label }) => label).join(' · ');

/** Both levels as a reader sees them. */
function read(window: TimeWindow, width = 830): [major: string, minor: string] {
  const { major, minor } = axisTicks(window, width);
  return [labels(major), labels(minor)];
}

const noon = Date.UTC(2021, 8, 17, 12);

test('the five events of the article stand over quarters of a year', () => {
  const events = { start: Date.UTC(2021, 7, 15), end: Date.UTC(2022, 9, 4) };
  const window = fit(events, 0.08, events);
  expect(read(window)).toEqual(['2021 · 2022', 'Oct · Jan · Apr · Jul · Oct']);
  expect(read(window, 1950)).toEqual([
    '2021 · 2022',
    'Aug · Sep · Oct · Nov · Dec · Jan · Feb · Mar · Apr · May · Jun · Jul · Aug · Sep · Oct · Nov',
  ]);
});

describe('every depth of zoom has its units', () => {
  test.each([
    [
      'an hour',
      HOUR,
      '17 September 2021',
      '11:30 · 11:35 · 11:40 · 11:45 · 11:50 · 11:55 · 12:00 · 12:05 · 12:10 · 12:15 · 12:20 · 12:25',
    ],
    [
      'three hours',
      3 * HOUR,
      '17 September 2021',
      '10:30 · 10:45 · 11:00 · 11:15 · 11:30 · 11:45 · 12:00 · 12:15 · 12:30 · 12:45 · 13:00 · 13:15',
    ],
    [
      'eight hours',
      8 * HOUR,
      '17 September 2021',
      '08:00 · 09:00 · 10:00 · 11:00 · 12:00 · 13:00 · 14:00 · 15:00',
    ],
    [
      'two days',
      2 * DAY,
      '16 September 2021 · 17 September 2021 · 18 September 2021',
      '12:00 · 18:00 · 00:00 · 06:00 · 12:00 · 18:00 · 00:00 · 06:00',
    ],
    ['a week', 7 * DAY, 'September 2021', '14 · 15 · 16 · 17 · 18 · 19 · 20'],
    ['two weeks', 14 * DAY, 'September 2021', '11 · 13 · 15 · 17 · 19 · 21 · 23'],
    ['a month', 31 * DAY, 'September 2021 · October 2021', '5 · 10 · 15 · 20 · 25 · 1'],
    [
      'three months',
      92 * DAY,
      'August 2021 · September 2021 · October 2021 · November 2021',
      '10 · 20 · 1 · 10 · 20 · 1 · 10 · 20 · 1',
    ],
    ['half a year', YEAR / 2, '2021', 'Jul · Aug · Sep · Oct · Nov · Dec'],
    ['two years', 2 * YEAR, '2020 · 2021 · 2022', 'Oct · Jan · Apr · Jul · Oct · Jan · Apr · Jul'],
    [
      'five years',
      5 * YEAR,
      '2019 · 2020 · 2021 · 2022 · 2023 · 2024',
      'Jul · Jan · Jul · Jan · Jul · Jan · Jul · Jan · Jul · Jan',
    ],
    [
      'ten years',
      10 * YEAR,
      '21st century',
      '2017 · 2018 · 2019 · 2020 · 2021 · 2022 · 2023 · 2024 · 2025 · 2026',
    ],
    ['a generation', 30 * YEAR, '21st century', '2010 · 2015 · 2020 · 2025 · 2030 · 2035'],
    [
      'a century',
      100 * YEAR,
      '20th century · 21st century',
      '1980 · 1990 · 2000 · 2010 · 2020 · 2030 · 2040 · 2050 · 2060 · 2070',
    ],
    [
      'five centuries',
      500 * YEAR,
      '2nd millennium · 3rd millennium',
      '1800 · 1850 · 1900 · 1950 · 2000 · 2050 · 2100 · 2150 · 2200 · 2250',
    ],
    [
      'two millennia',
      2000 * YEAR,
      '2nd millennium · 3rd millennium · 4th millennium',
      '1200 · 1400 · 1600 · 1800 · 2000 · 2200 · 2400 · 2600 · 2800 · 3000',
    ],
    ['four millennia', 4000 * YEAR, 'CE', '500 CE · 1000 · 1500 · 2000 · 2500 · 3000 · 3500 · 4000'],
    [
      'the longest window',
      LONGEST_WINDOW,
      'BCE · CE',
      '6000 BCE · 4000 BCE · 2000 BCE · 1 CE · 2000 · 4000 · 6000 · 8000 · 10,000 CE · 12,000 CE',
    ],
  ])('%s', (_, length, major, minor) => {
    expect(read(around(noon, length))).toEqual([major, minor]);
  });
});

describe('before and after the year 0', () => {
  const yearOne = instantOf(1);

  test.each([
    [
      '1 BCE is followed by 1 CE',
      10,
      '5 BCE · 4 BCE · 3 BCE · 2 BCE · 1 BCE · 1 CE · 2 CE · 3 CE · 4 CE · 5 CE',
    ],
    [
      'by two years 2 CE is left out',
      20,
      '10 BCE · 8 BCE · 6 BCE · 4 BCE · 2 BCE · 1 CE · 4 CE · 6 CE · 8 CE · 10 CE',
    ],
    [
      'by ten years',
      100,
      '50 BCE · 40 BCE · 30 BCE · 20 BCE · 10 BCE · 1 CE · 10 CE · 20 CE · 30 CE · 40 CE · 50 CE',
    ],
    [
      'by fifty years',
      500,
      '250 BCE · 200 BCE · 150 BCE · 100 BCE · 50 BCE · 1 CE · 50 CE · 100 CE · 150 CE · 200 CE · 250 CE',
    ],
    [
      'by five hundred years',
      4000,
      '2000 BCE · 1500 BCE · 1000 BCE · 500 BCE · 1 CE · 500 CE · 1000 · 1500 · 2000',
    ],
  ])('%s', (_, years, expected) => {
    const window = { start: instantOf(1 - years / 2), end: instantOf(1 + years / 2) };
    expect(labels(axisTicks(window, 920).minor)).toBe(expected);
  });

  test('a century before our era begins with its first round year', () => {
    const { major, minor } = axisTicks({ start: instantOf(-449), end: instantOf(-349) }, 830);
    expect(labels(major)).toBe('5th century BCE · 4th century BCE');
    const fourth = major[1];
    expect(fourth?.at).toBe(instantOf(-399));
    expect(minor.find(({ label }) => label === '400 BCE')?.at).toBe(fourth?.at);
  });

  test('months and days bear the year of their era', () => {
    expect(read(around(instantOf(-43, 2, 15), YEAR))[0]).toBe('45 BCE · 44 BCE');
    expect(read(around(instantOf(-43, 2, 15), 7 * DAY))[0]).toBe('March 44 BCE');
    expect(read(around(yearOne, DAY))[0]).toBe('31 December 1 BCE · 1 January 1 CE');
  });
});

test('the first major label is that of the unit which holds the start of the window', () => {
  const [first] = axisTicks({ start: Date.UTC(2021, 6, 1), end: Date.UTC(2022, 9, 1) }, 830).major;
  expect(first).toEqual({ at: Date.UTC(2021, 0), end: Date.UTC(2022, 0), label: '2021' });
});

test.each([
  ['months', 31 * DAY, 'September 2021', 'Sep 2021'],
  ['days', 2 * DAY, '16 September 2021', '16 Sep 2021'],
  ['years', 2 * YEAR, '2020', undefined],
])('larger units have a shorter label where there is one: %s', (_, length, label, short) => {
  const [first] = axisTicks(around(noon, length), 640).major;
  expect([first?.label, first?.short]).toEqual([label, short]);
});

test('wider labels take longer steps', () => {
  const window = around(noon, YEAR / 2);
  expect(labels(axisTicks(window, 830, (label) => label.length * 40).minor)).toBe('Jul · Oct');
});

test('labels that find no room at any step leave one tick at most', () => {
  for (const width of [Infinity, Number.NaN]) {
    expect(axisTicks(around(noon, YEAR), 800, () => width).minor.length).toBeLessThanOrEqual(1);
  }
});

test('without width there are no ticks', () => {
  expect(axisTicks(around(noon, DAY), 0)).toEqual({ major: [], minor: [] });
});

describe('whatever the window and its width', () => {
  const windows = fc
    .tuple(
      fc.oneof(
        fc.double({ min: EARLIEST, max: LATEST, noNaN: true }),
        fc.double({ min: instantOf(-3000), max: instantOf(3000), noNaN: true }),
        fc.double({ min: instantOf(0) - DAY, max: instantOf(1) + DAY, noNaN: true }),
        fc.constantFrom(EARLIEST, LATEST),
      ),
      fc.double({ min: Math.log(SHORTEST_WINDOW), max: Math.log(LONGEST_WINDOW), noNaN: true }),
    )
    .map(([instant, logarithm]) => clampWindow(around(instant, Math.exp(logarithm))));
  const widths = fc.integer({ min: 1, max: 16_384 });
  const characters = fc.double({ min: 1, max: 30, noNaN: true });
  const runs = { numRuns: 1000 };

  /** Each tick with the next one on its level. */
  const neighbours = (ticks: readonly AxisTick[]): [AxisTick, AxisTick][] =>
    ticks.slice(1).flatMap((tick, position) => {
      const before = ticks[position];
      return before === undefined ? [] : [[before, tick]];
    });

  test('ticks are few, follow each other without a gap and lie in the window', () => {
    fc.assert(
      fc.property(windows, widths, (window, width) => {
        const { major, minor } = axisTicks(window, width);
        expect(major.length + minor.length).toBeLessThanOrEqual(width / 40 + 3);
        const all = [...major, ...minor];
        expect(all.filter(({ at, end }) => at >= end || at >= window.end)).toEqual([]);
        const pairs = [...neighbours(major), ...neighbours(minor)];
        expect(pairs.filter(([tick, next]) => tick.end !== next.at)).toEqual([]);
        expect(pairs.filter(([tick, next]) => tick.label === next.label)).toEqual([]);
        expect(minor.filter(({ at }) => at < window.start)).toEqual([]);
        expect(major[0]?.at).toBeLessThanOrEqual(window.start);
        expect(major.at(-1)?.end).toBeGreaterThanOrEqual(window.end);
      }),
      runs,
    );
  });

  test('labels of one level never overlap', () => {
    fc.assert(
      fc.property(windows, widths, characters, (window, width, character) => {
        const measure = (label: string): number => label.length * character;
        const { major, minor } = axisTicks(window, width, measure);
        const overlapping = [...neighbours(major), ...neighbours(minor)].filter(
          ([{ at, label }, next]) =>
            // What begins where time itself does is cut short.
            at !== EARLIEST &&
            positionOf(window, at, width) + measure(label) > positionOf(window, next.at, width) + 0.01,
        );
        expect(overlapping).toEqual([]);
      }),
      runs,
    );
  });

  test('no minor unit lies in two major ones', () => {
    fc.assert(
      fc.property(windows, widths, (window, width) => {
        const { major, minor } = axisTicks(window, width);
        const starts = major.slice(1).map(({ at }) => at);
        expect(minor.filter(({ at, end }) => starts.some((start) => at < start && start < end))).toEqual([]);
      }),
      runs,
    );
  });

  test('the step stays while the window moves by less than its length', () => {
    const lengths = fc.double({ min: Math.log(HOUR), max: Math.log(50 * YEAR), noNaN: true });
    const instants = fc.double({ min: instantOf(1200), max: instantOf(2800), noNaN: true });
    fc.assert(
      fc.property(
        instants,
        lengths,
        widths,
        fc.double({ min: -1, max: 1, noNaN: true }),
        (instant, logarithm, width, share) => {
          const length = Math.exp(logarithm);
          const before = around(instant, length);
          const after = around(instant + share * length, length);
          const inBoth = ({ at }: AxisTick): boolean =>
            at >= Math.max(before.start, after.start) && at < Math.min(before.end, after.end) - MINUTE;
          expect(axisTicks(after, width).minor.filter(inBoth)).toEqual(
            axisTicks(before, width).minor.filter(inBoth),
          );
        },
      ),
      runs,
    );
  });
});

describe('with folds', () => {
  const fold = { start: Date.UTC(2021, 8, 18), end: Date.UTC(2022, 8, 14), drawn: 3 * DAY };
  const time = foldTime([fold]);
  const drawn = (start: number, end: number): TimeWindow => ({
    start: time.place(start),
    end: time.place(end),
  });

  test('what follows a fold is named where it ends, and nothing within it', () => {
    const { major, minor } = axisTicks(
      drawn(Date.UTC(2021, 7, 10), Date.UTC(2022, 9, 10)),
      1400,
      undefined,
      time,
    );
    expect(labels(major)).toBe('August 2021 · September 2021 · September 2022 · October 2022');
    expect(labels(minor)).toBe('10 · 15 · 20 · 25 · 1 · 5 · 10 · 15 · 15 · 20 · 25 · 1 · 5');
    expect(major[2]).toMatchObject({ at: time.place(fold.end), isCut: true });
    expect(major[3]).not.toHaveProperty('isCut');
  });

  test('what goes on from before a fold is named there alone', () => {
    const within = foldTime([{ start: Date.UTC(2021, 1), end: Date.UTC(2021, 10), drawn: 3 * DAY }]);
    const window = { start: Date.UTC(2020, 6), end: within.place(Date.UTC(2022, 6)) };
    expect(labels(axisTicks(window, 1400, undefined, within).major)).toBe('2020 · 2021 · 2022');
  });

  test('ticks stand in order beside the folds, at any of them', () => {
    const length = fc.double({ min: 1, max: 300, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(length, length), { minLength: 1, maxLength: 4 }),
        fc.double({ min: Math.log(DAY), max: Math.log(YEAR), noNaN: true }),
        (stretches, logarithm) => {
          const unit = Math.exp(logarithm);
          let at = noon;
          const map = foldTime(
            stretches.map(([before, long]) => {
              const start = at + before * unit;
              at = start + long * unit;
              return { start, end: at, drawn: Math.min(long, 5) * unit };
            }),
          );
          const window = { start: noon - unit, end: map.place(at) + 20 * unit };
          const { major, minor } = axisTicks(window, 1200, undefined, map);
          for (const ticks of [major.slice(1), minor])
            for (const [position, tick] of ticks.entries()) {
              expect(tick.at).toBeGreaterThanOrEqual(window.start);
              expect(tick.at).toBeLessThan(window.end);
              expect(tick.at).toBeGreaterThan(ticks[position - 1]?.at ?? -Infinity);
              const inFold = map.folds.some(
                ({ start, end }) => map.place(start) < tick.at && tick.at < map.place(end) - 1,
              );
              expect(inFold).toBe(false);
            }
        },
      ),
      { numRuns: 60 },
    );
  });
});
