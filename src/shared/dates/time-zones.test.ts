// Readers in every time zone see the same dates and the same axis.
import { afterEach, expect, test, vi } from 'vitest';
import { axisTicks } from './axis.ts';
import { DAY, HOUR, instantOf, YEAR } from './calendar.ts';
import { parseEventDate } from './parse.ts';
import { around } from './window.ts';
import { dateInShort, dateInWords, precisionInWords, windowInWords } from './words.ts';

const DATES = [
  '2021-08-15',
  '2022-09-21?',
  '2022-10',
  '2021-08-15T23:30',
  '2021-08-15T23:30:00Z',
  '2021-08-15T00:30:00+06:00',
  '2001-21',
  '2004-06-XX',
  '-0043-03-15',
  '1883-11-18',
  '[2022-10-03..2022-11-22]',
  '2022-09-14/2022-09-17',
];
/** Near days on which a clock or calendar changed somewhere. */
const INSTANTS = [
  Date.UTC(2021, 2, 14, 10),
  Date.UTC(1994, 11, 31),
  Date.UTC(1883, 10, 18),
  instantOf(-43, 2, 15),
];
const LENGTHS = [HOUR, 8 * HOUR, 2 * DAY, 9 * DAY, 60 * DAY, YEAR, 8 * YEAR, 300 * YEAR, 20_000 * YEAR];

/** Everything about time that a reader sees. */
function readings(): unknown[] {
  const dates = DATES.map((edtf) => {
    const result = parseEventDate(edtf);
    return result.ok
      ? [result.value, dateInWords(result.value), dateInShort(result.value), precisionInWords(result.value)]
      : result.failure.message;
  });
  const windows = INSTANTS.flatMap((instant) => LENGTHS.map((length) => around(instant, length)));
  return [...dates, ...windows.map((window) => [windowInWords(window), axisTicks(window, 900)])];
}

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each(['America/Los_Angeles', 'Asia/Bishkek', 'Pacific/Kiritimati'])('%s reads as UTC does', (zone) => {
  vi.stubEnv('TZ', 'UTC');
  expect(new Date(0).getHours()).toBe(0);
  const reference = readings();
  vi.stubEnv('TZ', zone);
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  expect(new Date(0).getHours()).not.toBe(0);
  expect(readings()).toEqual(reference);
});
