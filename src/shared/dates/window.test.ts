// The arithmetic of moving through time.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, EARLIEST, HOUR, instantOf, LATEST, YEAR } from './calendar.ts';
import {
  around,
  centred,
  clampWindow,
  contains,
  fit,
  instantAt,
  interpolate,
  LONGEST_WINDOW,
  pan,
  positionOf,
  PRESETS,
  SHORTEST_WINDOW,
  zoom,
  type TimeWindow,
} from './window.ts';

const lengthOf = ({ start, end }: TimeWindow): number => end - start;
const middleOf = ({ start, end }: TimeWindow): number => (start + end) / 2;

/** Windows of every length within the limits, evenly by magnitude, anywhere in time. */
const windows = fc
  .tuple(
    fc.double({ min: EARLIEST, max: LATEST, noNaN: true }),
    fc.double({ min: Math.log(SHORTEST_WINDOW), max: Math.log(LONGEST_WINDOW), noNaN: true }),
  )
  .map(([instant, logarithm]) => clampWindow(around(instant, Math.exp(logarithm))));
const shares = fc.double({ min: 0, max: 1, noNaN: true });
const factors = fc.double({ min: 0.001, max: 1000, noNaN: true });
/** Instants this large are whole milliseconds at best; an hour has 3.6 million. */
const isNear = (a: number, b: number, window: TimeWindow): boolean =>
  Math.abs(a - b) <= 4 + lengthOf(window) * 1e-9;

function expectWithinLimits(window: TimeWindow): void {
  expect(window.start).toBeGreaterThanOrEqual(EARLIEST);
  expect(window.end).toBeLessThanOrEqual(LATEST);
  expect(lengthOf(window)).toBeGreaterThan(SHORTEST_WINDOW - 4);
  expect(lengthOf(window)).toBeLessThan(LONGEST_WINDOW + 4);
}

describe('the limits', () => {
  test('are one hour and 20,000 years', () => {
    expect(SHORTEST_WINDOW).toBe(3_600_000);
    expect(LONGEST_WINDOW / YEAR).toBe(20_000);
  });

  test('leave a window that keeps them as it is', () => {
    fc.assert(
      fc.property(windows, (window) => {
        expect(isNear(clampWindow(window).start, window.start, window)).toBe(true);
        expect(isNear(clampWindow(window).end, window.end, window)).toBe(true);
      }),
    );
    const window = { start: Date.UTC(2021, 0), end: Date.UTC(2022, 0) };
    expect(clampWindow(window)).toEqual(window);
  });

  test('make a short or long window fit around its middle', () => {
    expect(clampWindow(around(0, 1))).toEqual(around(0, SHORTEST_WINDOW));
    expect(clampWindow(around(0, 1e16))).toEqual(around(0, LONGEST_WINDOW));
  });

  test('move a window back from the ends of time and keep its length', () => {
    expect(clampWindow({ start: LATEST - DAY, end: LATEST + DAY })).toEqual({
      start: LATEST - 2 * DAY,
      end: LATEST,
    });
    expect(clampWindow({ start: EARLIEST - DAY, end: EARLIEST })).toEqual({
      start: EARLIEST,
      end: EARLIEST + DAY,
    });
  });

  test('hold however the window is moved', () => {
    fc.assert(
      fc.property(
        windows,
        shares,
        factors,
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        (window, anchor, factor, share) => {
          expectWithinLimits(window);
          expectWithinLimits(zoom(window, factor, anchor));
          expectWithinLimits(pan(window, share));
          expectWithinLimits(fit(window, 0.1, window));
          for (const name of ['year', 'month', 'week', 'day'] as const)
            expectWithinLimits(centred(window, PRESETS[name], window.start));
        },
      ),
    );
  });
});

describe('pan', () => {
  test('moves by a share of the length', () => {
    const day = { start: 0, end: DAY };
    expect(pan(day, 1)).toEqual({ start: DAY, end: 2 * DAY });
    expect(pan(day, -0.25)).toEqual({ start: -DAY / 4, end: (DAY * 3) / 4 });
  });

  test('keeps the length, at the ends of time as well', () => {
    fc.assert(
      fc.property(windows, fc.double({ min: -100, max: 100, noNaN: true }), (window, share) => {
        expect(isNear(lengthOf(pan(window, share)), lengthOf(window), window)).toBe(true);
      }),
    );
  });
});

describe('zoom', () => {
  test('scales the length around the anchor', () => {
    expect(zoom({ start: 0, end: 8 * HOUR }, 0.5, 0.25)).toEqual({ start: HOUR, end: 5 * HOUR });
    expect(zoom({ start: 0, end: 8 * HOUR }, 2, 1)).toEqual({ start: -8 * HOUR, end: 8 * HOUR });
  });

  test('keeps the anchored instant in its place, at the limits as well', () => {
    fc.assert(
      fc.property(windows, factors, shares, (window, factor, anchor) => {
        const zoomed = zoom(window, factor, anchor);
        // At the ends of time a window can only grow inwards.
        fc.pre(zoomed.start > EARLIEST && zoomed.end < LATEST);
        expect(isNear(instantAt(zoomed, anchor, 1), instantAt(window, anchor, 1), zoomed)).toBe(true);
      }),
    );
  });

  test('and back leaves the window where it was', () => {
    const window = { start: Date.UTC(2021, 6), end: Date.UTC(2022, 10) };
    const back = zoom(zoom(window, 1.5, 0.3), 1 / 1.5, 0.3);
    expect(back.start).toBeCloseTo(window.start, 0);
    expect(back.end).toBeCloseTo(window.end, 0);
  });
});

describe('fit', () => {
  const year = { start: Date.UTC(2024, 0), end: Date.UTC(2025, 0) };

  test('shows all with the same room at both ends', () => {
    const extent = { start: Date.UTC(2021, 0), end: Date.UTC(2021, 0, 11) };
    expect(fit(extent, 0.1, year)).toEqual({ start: Date.UTC(2020, 11, 31), end: Date.UTC(2021, 0, 12) });
  });

  test.each([
    ['an instant', Date.UTC(2021, 7, 15, 12), Date.UTC(2021, 7, 15, 12)],
    ['a day', Date.UTC(2021, 7, 15), Date.UTC(2021, 7, 16)],
  ])('shows %s within a month', (_, start, end) => {
    const middle = Date.UTC(2021, 7, 15, 12);
    expect(fit({ start, end }, 0.1, year)).toEqual({ start: middle - 15 * DAY, end: middle + 15 * DAY });
  });

  test('shows hours of one day by the hour', () => {
    const extent = { start: Date.UTC(2021, 7, 15, 8), end: Date.UTC(2021, 7, 15, 18) };
    expect(lengthOf(fit(extent, 0.1, year))).toBe(12 * HOUR);
  });

  test('shows what it is given where there is nothing', () => {
    expect(fit(null, 0.1, year)).toEqual(year);
  });
});

describe('a window of a length', () => {
  test('has what fits in its middle', () => {
    const span = { start: 10 * DAY, end: 11 * DAY };
    expect(centred(span, 7 * DAY, 0)).toEqual({ start: 7 * DAY, end: 14 * DAY });
    expect(centred(span, DAY, 0)).toEqual(span);
  });

  test.each([
    ['before it', -100, { start: 10 * DAY, end: 11 * DAY }],
    ['within it', 20, { start: 19.5 * DAY, end: 20.5 * DAY }],
    ['after it', 100, { start: 29 * DAY, end: 30 * DAY }],
  ])('is within what is longer, as near as it can be to an instant %s', (_, day, expected) => {
    expect(centred({ start: 10 * DAY, end: 30 * DAY }, DAY, day * DAY)).toEqual(expected);
  });

  test('is within what has no end', () => {
    const fifth = { start: 4.5 * DAY, end: 5.5 * DAY };
    expect(centred({ start: -Infinity, end: Infinity }, DAY, 5 * DAY)).toEqual(fifth);
    expect(centred({ start: 0, end: Infinity }, DAY, 5 * DAY)).toEqual(fifth);
    expect(centred({ start: 9 * DAY, end: Infinity }, DAY, 5 * DAY)).toEqual({
      start: 9 * DAY,
      end: 10 * DAY,
    });
  });
});

test('presets are a year, a month, a week and a day', () => {
  expect([PRESETS.year / YEAR, PRESETS.month / YEAR, PRESETS.week / DAY, PRESETS.day / DAY]).toEqual([
    1,
    1 / 12,
    7,
    1,
  ]);
});

describe('positions', () => {
  test('start at 0 and end at the width', () => {
    const window = { start: instantOf(2021), end: instantOf(2022) };
    expect(positionOf(window, window.start, 800)).toBe(0);
    expect(positionOf(window, window.end, 800)).toBe(800);
    expect(positionOf(window, Infinity, 800)).toBe(Infinity);
    expect(instantAt(window, 400, 800)).toBe(middleOf(window));
  });

  test('and instants lead back to each other', () => {
    fc.assert(
      fc.property(
        windows,
        fc.double({ min: -5000, max: 5000, noNaN: true }),
        fc.integer({ min: 1, max: 16_384 }),
        (window, x, width) => {
          const pixel = lengthOf(window) / width;
          expect(positionOf(window, instantAt(window, x, width), width)).toBeCloseTo(x, pixel > 1000 ? 2 : 0);
        },
      ),
    );
  });
});

test('a window contains its start and not its end', () => {
  const day = { start: 0, end: DAY };
  expect([-1, 0, DAY - 1, DAY].map((instant) => contains(day, instant))).toEqual([false, true, true, false]);
});

describe('motion', () => {
  test('starts and ends exactly', () => {
    fc.assert(
      fc.property(windows, windows, (from, to) => {
        expect(interpolate(from, to, 0)).toEqual(from);
        expect(interpolate(from, to, 1)).toEqual(to);
      }),
    );
  });

  test('without zoom is even', () => {
    const day = { start: 0, end: DAY };
    expect(interpolate(day, pan(day, 4), 0.25)).toEqual(pan(day, 1));
  });

  test('with zoom grows by equal factors in equal times', () => {
    fc.assert(
      fc.property(windows, windows, (from, to) => {
        const half = interpolate(from, to, 0.5);
        expect(lengthOf(half) / Math.sqrt(lengthOf(from) * lengthOf(to))).toBeCloseTo(1, 4);
      }),
    );
  });

  test('keeps the anchor of a zoom in its place all the way', () => {
    const window = { start: Date.UTC(2021, 6), end: Date.UTC(2022, 10) };
    fc.assert(
      fc.property(factors, shares, shares, (factor, anchor, t) => {
        const on = interpolate(window, zoom(window, factor, anchor), t);
        expect(isNear(instantAt(on, anchor, 1), instantAt(window, anchor, 1), on)).toBe(true);
      }),
    );
  });

  test('stays within the limits', () => {
    fc.assert(
      fc.property(windows, windows, shares, (from, to, t) => {
        const on = interpolate(from, to, t);
        expect(on.start).toBeGreaterThanOrEqual(Math.min(from.start, to.start) - 4);
        expect(on.end).toBeLessThanOrEqual(Math.max(from.end, to.end) + 4);
        expect(on.start).toBeLessThan(on.end);
      }),
    );
  });
});
