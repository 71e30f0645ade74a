// Choosing rows by clicks and keys.
import { expect, test } from 'vitest';
import { chosenOf, NONE_CHOSEN, rangeTo, toggled } from './choosing.ts';

const LISTED = Int32Array.of(7, 3, 9, 1, 4);

test('a row is added to the choice and taken out again', () => {
  const one = toggled(NONE_CHOSEN, 9);
  const two = toggled(one, 7);
  expect(chosenOf(two, LISTED)).toEqual([7, 9]);
  expect(chosenOf(toggled(two, 9), LISTED)).toEqual([7]);
});

test('a range goes from the row chosen last, in either direction, and is replaced by the next one', () => {
  const start = toggled(NONE_CHOSEN, 9);
  const down = rangeTo(start, LISTED, 7, 4);
  expect(chosenOf(down, LISTED)).toEqual([9, 1, 4]);
  expect(chosenOf(rangeTo(down, LISTED, 7, 7), LISTED)).toEqual([7, 3, 9]);
});

test('a first range goes from the row of the keyboard', () => {
  expect(chosenOf(rangeTo(NONE_CHOSEN, LISTED, 3, 9), LISTED)).toEqual([3, 9]);
});

test('rows that are not listed are never chosen', () => {
  expect(chosenOf(toggled(NONE_CHOSEN, 100), LISTED)).toEqual([]);
  expect(chosenOf(rangeTo(toggled(NONE_CHOSEN, 100), LISTED, 3, 1), LISTED)).toEqual([3, 9, 1]);
  expect(chosenOf(rangeTo(NONE_CHOSEN, LISTED, 100, 1), LISTED)).toEqual([1]);
  expect(chosenOf(rangeTo(NONE_CHOSEN, LISTED, 7, 100), LISTED)).toEqual([]);
});
