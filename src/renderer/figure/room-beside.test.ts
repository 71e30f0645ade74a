import { describe, expect, test } from 'vitest';
import { UNFOLDED } from '../../shared/dates/folds.ts';
import { DAY, EARLIEST, LATEST } from '../../shared/dates/calendar.ts';
import { roomBesideIn } from './room-beside.ts';

const window = { start: 0, end: 100 * DAY };
/** Ten pixels a day. */
const room = roomBesideIn(1000, window, UNFOLDED);

describe('the room for a label in a figure', () => {
  test('is on the side of a dot where there is more', () => {
    expect(room(20 * DAY, 21 * DAY)).toBe(1000 - 200 - 2 - 14);
    expect(room(80 * DAY, 81 * DAY)).toBe(800 - 14);
  });

  test('is beside a short bar, and within a long one', () => {
    expect(room(10 * DAY, 20 * DAY)).toBe(1000 - 200 - 2 - 8);
    expect(room(10 * DAY, 90 * DAY)).toBe(800 - 2 * 8);
  });

  test('leaves an arrow its room at an open end', () => {
    expect(room(20 * DAY, LATEST)).toBe(800 - 18 - 2 * 8);
    expect(room(EARLIEST, LATEST)).toBe(1000 - 2 * 18 - 2 * 8);
  });
});
