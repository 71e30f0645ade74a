// The grid's promises: classes by powers of two, cells that fit the view, few cells for any window.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, EARLIEST, LATEST } from '../dates/calendar.ts';
import {
  bandOf,
  cellOf,
  cellStart,
  CLASSES,
  classOf,
  levelFor,
  mostCells,
  powerAbove,
  rulesFrom,
} from './grid.ts';

test.each([
  [1, 0],
  [2, 1],
  [3, 1],
  [4, 2],
  [2 ** 31 - 1, 30],
  [2 ** 31, 31],
  [2 ** 32 - 1, 31],
  [2 ** 32, 32],
  [2 ** 53 - 1, 52],
  [2 ** 53, 53],
  [1.728e16, CLASSES - 1],
  [DAY, 26],
])('a duration of %d ms is of class %d', (duration, expected) => {
  expect(classOf(duration)).toBe(expected);
});

test.each([
  [1, 0],
  [2, 1],
  [3, 2],
  [4, 2],
  [2 ** 50 + 1, 51],
])('%d ms fit into 2^%d', (length, expected) => {
  expect(powerAbove(length)).toBe(expected);
});

test('a cell holds its instants, before 1970 as after', () => {
  fc.assert(
    fc.property(fc.integer({ min: EARLIEST, max: LATEST }), fc.nat(56), (instant, level) => {
      const cell = cellOf(instant, level);
      expect(cellStart(cell, level)).toBeLessThanOrEqual(instant);
      expect(cellStart(cell + 1, level)).toBeGreaterThan(instant);
    }),
  );
});

test('cells are once to twice the least width', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e4, max: 1e15, noNaN: true }),
      fc.double({ min: 100, max: 4000, noNaN: true }),
      fc.double({ min: 1, max: 400, noNaN: true }),
      (length, width, cellWidth) => {
        const pixels = (2 ** levelFor(length, width, cellWidth) / length) * width;
        expect(pixels).toBeGreaterThan(cellWidth * 0.999999);
        expect(pixels).toBeLessThan(cellWidth * 2.000001);
      },
    ),
  );
});

test('no window reaches events in more cells than the formula says', () => {
  const length = fc.integer({ min: 1, max: 5000 });
  fc.assert(
    fc.property(
      fc.double({ min: -1e4, max: 1e4, noNaN: true }),
      length,
      length,
      fc.nat(12),
      (start, span, longest, level) => {
        // Starts of events that overlap the window: the first and last whole milliseconds strictly between these.
        const first = Math.floor(start - longest) + 1;
        const last = Math.ceil(start + span) - 1;
        const cells = cellOf(last, level) - cellOf(first, level) + 1;
        expect(cells).toBeLessThanOrEqual(mostCells(span, longest, level));
      },
    ),
  );
});

describe('bands', () => {
  test.each([
    { step: 1, level: 28, durationClass: 26, band: { from: 0, to: 28, level: 28 } },
    { step: 1, level: 20, durationClass: 26, band: { from: 26, to: 26, level: 26 } },
    { step: 4, level: 20, durationClass: 26, band: { from: 25, to: 28, level: 28 } },
    { step: 4, level: 22, durationClass: 20, band: { from: 0, to: 20, level: 22 } },
    { step: 4, level: 22, durationClass: 21, band: { from: 21, to: 24, level: 24 } },
  ])('class $durationClass in steps of $step above level $level', ({ durationClass, band, ...rule }) => {
    expect(bandOf(durationClass, { capacity: 3, ...rule })).toEqual(band);
  });

  test('under every rule each class is in the band that says so', () => {
    for (const rule of rulesFrom({ capacity: 3, level: 20 })) {
      const bands = Array.from({ length: CLASSES }, (_, durationClass) => bandOf(durationClass, rule));
      const said = bands.flatMap((band, first) =>
        band.from === first
          ? Array.from({ length: Math.min(band.to, CLASSES - 1) - first + 1 }, () => band)
          : [],
      );
      expect(said).toEqual(bands);
    }
  });

  test('share cells by rules that grow coarser step by step', () => {
    expect([...rulesFrom({ capacity: 3, level: 54 })]).toEqual([
      { capacity: 3, level: 54, step: 1 },
      { capacity: 2, level: 54, step: 1 },
      { capacity: 1, level: 54, step: 1 },
      { capacity: 1, level: 54, step: 2 },
      { capacity: 1, level: 54, step: 4 },
      { capacity: 1, level: 54, step: 8 },
      { capacity: 1, level: 55, step: 8 },
      { capacity: 1, level: 56, step: 8 },
    ]);
  });

  test('the coarsest rule leaves one band, of one event or aggregate before 1970 and one after', () => {
    const rules = [...rulesFrom({ capacity: 3, level: 20 })];
    const coarsest = rules.at(-1);
    expect(coarsest).toEqual({ capacity: 1, level: 56, step: 8 });
    expect(coarsest && bandOf(CLASSES - 1, coarsest)).toEqual({ from: 0, to: 56, level: 56 });
    expect([EARLIEST, -1, 0, LATEST].map((instant) => cellOf(instant, 56))).toEqual([-1, -1, 0, 0]);
  });
});
