// Dates are moved and doubted without giving up what they say of themselves.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dragged,
  movedBy,
  movingUnit,
  unitsBetween,
  withDoubtSet,
  withEndAt,
  withOpenEnd,
  withRange,
  type DateHandle,
  type MovingUnit,
} from './changing.ts';
import { dateOf } from './date-samples.ts';

describe('a date moves', () => {
  test.each<[string, MovingUnit, number, string | null]>([
    ['2021-08-15', 'day', 20, '2021-09-04'],
    ['2021-08-15', 'month', -8, '2020-12-15'],
    ['2021-08-31', 'month', 1, '2021-09-30'],
    ['2020-02-29', 'year', 1, '2021-02-28'],
    ['2022-10', 'month', 3, '2023-01'],
    ['2022-10', 'day', 3, null],
    ['2022~', 'year', -2023, '-0001~'],
    ['2022-09-21?', 'day', -1, '2022-09-20?'],
    ['2022-09-14/2022-09-17', 'day', 1, '2022-09-15/2022-09-18'],
    ['2022-09/2022-10-17', 'month', 1, '2022-10/2022-11-17'],
    ['1985-04-12/..', 'year', 1, '1986-04-12/..'],
    ['[2022-10-03..2022-11-22]', 'day', 7, '[2022-10-10..2022-11-29]'],
    ['{1960,1961%}', 'year', 1, '{1961,1962%}'],
    ['9999-12-31', 'day', 1, null],
    ['2021-21', 'month', 1, null],
    ['197X', 'year', 10, null],
    ['2021-08-15T12:00', 'day', 1, null],
    ['/', 'day', 1, null],
  ])('%s by %s %i: %s', (edtf, unit, count, expected) => {
    expect(movedBy({ edtf }, unit, count)).toBe(expected);
  });

  test('and back, by as many units as lie between', () => {
    const unit = fc.constantFrom<MovingUnit>('day', 'year');
    fc.assert(
      fc.property(
        fc.constantFrom('2021-08-15?', '1999-01-01/2000-03-01~'),
        unit,
        fc.integer({ min: -3000, max: 3000 }),
        (edtf, by, count) => {
          const moved = movedBy({ edtf }, by, count);
          if (moved === null) return;
          expect(movedBy({ edtf: moved }, by, -count)).toBe(edtf);
          expect(unitsBetween(dateOf(edtf).start, dateOf(moved).start, by)).toBe(count);
        },
      ),
    );
  });

  test.each<[string, MovingUnit | null]>([
    ['2021-08-15', 'day'],
    ['2021-08', 'month'],
    ['2021-08-15/2021-10', 'month'],
    ['[1667,1668-12]', 'year'],
    ['2021-XX', null],
    ['1950S2', null],
  ])('%s in units of a %s', (edtf, unit) => {
    expect(movingUnit({ edtf })).toBe(unit);
  });
});

test('doubts come and go, each by itself', () => {
  expect(withDoubtSet(dateOf('2021'), 'uncertain', true)).toBe('2021?');
  expect(withDoubtSet(dateOf('2021~'), 'uncertain', true)).toBe('2021%');
  expect(withDoubtSet(dateOf('2021%'), 'approximate', false)).toBe('2021?');
  expect(withDoubtSet(dateOf('2021/2022~'), 'approximate', true)).toBe('2021~/2022~');
  expect(withDoubtSet(dateOf('[2021?,2022-03?]'), 'uncertain', false)).toBe('[2021,2022-03]');
  expect(withDoubtSet(dateOf('2021/..'), 'approximate', true)).toBe('2021~/..');
});

test('ends open and close', () => {
  expect(withOpenEnd(dateOf('2021-03'), true)).toBe('2021-03/..');
  expect(withOpenEnd(dateOf('2021-03/2022'), true)).toBe('2021-03/..');
  expect(withOpenEnd(dateOf('2021-03/..'), false)).toBe('2021-03');
  expect(withRange(dateOf('2021-12-31'), true)).toBe('2021-12-31/2022-01-01');
  expect(withRange(dateOf('2021-12-31/..'), false)).toBe('2021-12-31');
});

test('an end is moved by itself, and never past the other', () => {
  const march = Date.UTC(2021, 2, 5);
  expect(withEndAt(dateOf('2021-03-01/2021-03-20~'), 'last', march)).toBe('2021-03-01/2021-03-05~');
  expect(withEndAt(dateOf('2021-03-01'), 'last', march)).toBe('2021-03-01/2021-03-05');
  expect(withEndAt(dateOf('2021-03-01/2021-03-20'), 'first', march)).toBe('2021-03-05/2021-03-20');
  expect(withEndAt(dateOf('2021-03-10/2021-03-20'), 'last', march)).toBeNull();
  expect(withEndAt(dateOf('2021-03-05/2021-03-20'), 'last', march)).toBe('2021-03-05');
  expect(withEndAt(dateOf('2021-03-01/..'), 'last', march)).toBe('2021-03-01/2021-03-05');
  expect(withEndAt(dateOf('[2021-03-01,2021-03-20]'), 'last', march)).toBeNull();
});

describe('a date that is dragged', () => {
  const DAY = 86_400_000;
  test.each<[string, DateHandle, number, MovingUnit, string | null]>([
    ['2021-08-15', 'whole', 3, 'day', '2021-08-18'],
    ['2021-08-15', 'whole', 0.4, 'day', '2021-08-15'],
    ['2021-08-15?', 'whole', 30, 'month', '2021-09-01?'],
    ['2021-08-15', 'whole', 5, 'month', '2021-08-15'],
    ['2022~', 'whole', 300, 'day', '2023~'],
    ['2021-08-15/2021-08-20', 'whole', -4, 'day', '2021-08-11/2021-08-16'],
    ['2021-08-15/2021-08-20', 'last', 3, 'day', '2021-08-15/2021-08-23'],
    ['2021-08-15/2021-08-20', 'first', 3, 'day', '2021-08-18/2021-08-20'],
    ['2021-08-15/2021-08-20', 'first', 9, 'day', null],
    ['2021-08-15/..', 'last', 9, 'day', null],
    ['2021-08-15/..', 'whole', 9, 'day', '2021-08-24/..'],
    ['197X', 'whole', 4000, 'year', null],
  ])('%s, %s, by %d days in units of a %s: %s', (edtf, handle, days, unit, expected) => {
    expect(dragged(dateOf(edtf), handle, days * DAY, unit)).toBe(expected);
  });
});
