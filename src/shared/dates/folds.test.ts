// Folded time stays in order, can be read back, keeps all proportions beside its folds, and folds only what is long and empty.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DAY, YEAR } from './calendar.ts';
import { dateOf } from './date-samples.ts';
import { extentOf } from './order.ts';
import { foldTime, longEmptyStretches, stretchesBetween, UNFOLDED, type Fold } from './folds.ts';

/** The stretches worth folding between some dates, as days. */
function folded(...edtf: readonly string[]): string[] {
  const dates = edtf.map(dateOf);
  const whole = extentOf(dates);
  if (whole === null) throw new Error('None of these dates is known.');
  const day = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  return longEmptyStretches(dates, whole).map(({ start, end }) => `${day(start)}/${day(end)}`);
}

/** Folds in order, with time between them, each drawn shorter than it is. */
const folds: fc.Arbitrary<readonly Fold[]> = fc
  .tuple(
    fc.integer({ min: -3000, max: 3000 }),
    fc.array(
      fc.record({
        before: fc.integer({ min: 1, max: 1000 }),
        long: fc.integer({ min: 1, max: 100_000 }),
        share: fc.double({ min: 0.001, max: 1, noNaN: true }),
      }),
      { maxLength: 6 },
    ),
  )
  .map(([first, stretches]) => {
    let at = first * YEAR;
    return stretches.map(({ before, long, share }) => {
      const start = at + before * DAY;
      const end = start + long * DAY;
      at = end;
      return { start, end, drawn: (end - start) * share };
    });
  });
const instant = fc.double({ min: -3000 * YEAR, max: 5000 * YEAR, noNaN: true });

/** A second, far above what numbers of this size are rounded by. */
const CLOSE = 1000;

describe('for any folds', () => {
  test('later is drawn later', () => {
    fc.assert(
      fc.property(folds, instant, instant, (some, a, b) => {
        const { place } = foldTime(some);
        if (a < b) expect(place(a)).toBeLessThanOrEqual(place(b));
        if (b - a > CLOSE * 1000) expect(place(a)).toBeLessThan(place(b));
      }),
    );
  });

  test('what is drawn can be read back', () => {
    fc.assert(
      fc.property(folds, instant, (some, at) => {
        const { place, instantAt } = foldTime(some);
        expect(Math.abs(instantAt(place(at)) - at)).toBeLessThan(CLOSE);
      }),
    );
  });

  test('the whole is shorter by what the folds leave out', () => {
    fc.assert(
      fc.property(folds, (some) => {
        const { place } = foldTime(some);
        const [start, end] = [-4000 * YEAR, 6000 * YEAR];
        const left = some.reduce((sum, fold) => sum + fold.end - fold.start - fold.drawn, 0);
        expect(Math.abs(place(end) - place(start) - (end - start - left))).toBeLessThan(CLOSE);
        for (const fold of some)
          expect(Math.abs(place(fold.end) - place(fold.start) - fold.drawn)).toBeLessThan(CLOSE);
      }),
    );
  });

  test('what is not folded keeps its proportions', () => {
    fc.assert(
      fc.property(folds, fc.double({ min: 0, max: 1, noNaN: true }), (some, share) => {
        const time = foldTime(some);
        const all = { start: -4000 * YEAR, end: 6000 * YEAR };
        const stretches = stretchesBetween(time, all);
        expect(stretches).toHaveLength(some.length + 1);
        for (const { start, end } of stretches) {
          const middle = start + (end - start) * share;
          const drawn = time.place(middle) - time.place(start);
          expect(Math.abs(drawn - (middle - start))).toBeLessThan(CLOSE);
        }
      }),
    );
  });

  test('the ends of time stay where they are', () => {
    fc.assert(
      fc.property(folds, (some) => {
        expect([-Infinity, Infinity].map(foldTime(some).place)).toEqual([-Infinity, Infinity]);
      }),
    );
  });
});

test('without folds, time is drawn as it is', () => {
  expect(UNFOLDED.place(12.5)).toBe(12.5);
  expect(UNFOLDED.instantAt(-3)).toBe(-3);
  expect(stretchesBetween(UNFOLDED, { start: 1, end: 2 })).toEqual([{ start: 1, end: 2 }]);
});

describe('what is folded', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'the year between two years’ events',
      ['2021-08-15', '2021-09-16', '2022-09-14', '2022-10-03'],
      ['2021-09-17/2022-09-14'],
    ],
    ['two centuries before a war', ['1700', '1914-07', '1916', '1918-11'], ['1701-01-01/1914-07-01']],
    ['the peace between two wars', ['1914/1918', '1939/1945'], ['1919-01-01/1939-01-01']],
    [
      'every year between short crises',
      ['2001-05-01', '2001-05-03', '2003-02-01', '2003-02-04', '2006-01-01', '2006-01-02'],
      ['2001-05-04/2003-02-01', '2003-02-05/2006-01-01'],
    ],
    ['nothing between events that are spread evenly', ['2001', '2004', '2007', '2010'], []],
    ['nothing between two days', ['1900-01-01', '2000-01-01'], []],
    ['nothing of a single day', ['1900-01-01'], []],
    ['nothing that is short beside the whole', ['2000/2010', '2010-06', '2010-07', '2010-08/2020'], []],
    ['nothing that is shorter than what stays', ['1900/1940', '1960/2000'], []],
    ['nothing within a span', ['1900/2000', '1900-01-01', '1999-12-30', '1999-12-31'], []],
    ['nothing within a set', ['[1900..2000]', '1900-01-01', '1999-12-30', '1999-12-31'], []],
    [
      'a century after which something began and never ended',
      ['1900-01-01', '1900-01-03', '2000-01-01/..', '2000-01-02'],
      ['1900-01-04/2000-01-01'],
    ],
    [
      'a century within what never ended',
      ['1900-01-01/..', '1900-01-03', '2000-01-01', '2000-01-02'],
      ['1900-01-04/2000-01-01'],
    ],
  ])('is %s', (_case, dates, stretches) => {
    expect(folded(...dates)).toEqual(stretches);
    expect(folded(...dates.toReversed())).toEqual(stretches);
  });

  it('is looked for in a window alone, and not at its edges', () => {
    const dates = ['1900', '1950', '2000-01-01', '2000-01-03', '2004-01-01', '2004-01-02'].map(dateOf);
    const window = { start: Date.UTC(1990, 0), end: Date.UTC(2005, 0) };
    expect(longEmptyStretches(dates, window)).toEqual([
      { start: Date.UTC(2000, 0, 4), end: Date.UTC(2004, 0) },
    ]);
  });

  it('holds no part of a date, is long, and never all that is empty beside single days', () => {
    const days = fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(days, (some) => {
        const dates = some.map((day) => dateOf(new Date(day * DAY).toISOString().slice(0, 10)));
        const whole = extentOf(dates) ?? { start: 0, end: 0 };
        const stretches = longEmptyStretches(dates, whole);
        for (const { start, end } of stretches) {
          expect((end - start) / (whole.end - whole.start)).toBeGreaterThan(0.1);
          expect(dates.filter((date) => date.start < end && date.end > start)).toEqual([]);
        }
      }),
    );
  });
});
