// The progress of a large document says what has been done so far.
import { expect, it } from 'vitest';
import { openingInWords } from './opening-in-words.ts';

it.each([
  [{ read: 120e6, found: 0, checked: 0 }, '120 of 346 MB read'],
  [{ read: 346e6, found: 1_024, checked: 0 }, '346 MB read, 1,024 events found'],
  [{ read: 346e6, found: 1_000_000, checked: 2_048 }, '2,048 of 1,000,000 events checked'],
])('%j', (opening, words) => {
  expect(openingInWords({ fileName: 'x.dateline', size: 345_697_388, ...opening })).toBe(
    `Opening “x.dateline”: ${words}`,
  );
});
