/// <reference types="vite/client" />
// docs/dates.md describes dates in the app's own words and shows every kind of date.
import { expect, test } from 'vitest';
import page from '../../../docs/dates.md?raw';
import everyDate from '../../../e2e/fixtures/every-date.dateline?raw';
import { documentIn } from '../document/samples.ts';
import { dateOf } from './date-samples.ts';
import { distanceInWords } from './distance.ts';
import { dateInWords } from './words.ts';

/** The rows of its tables: an EDTF string, its words, its picture. */
const rows = [...page.matchAll(/^\|[^|]*\| `([^`]+)` +\| ([^|]+?) +\| !\[[^\]]*\]\(([^)]+)\) +\|$/gm)].map(
  ([, edtf = '', words = '', picture = '']) => ({ edtf, words, picture }),
);

test('each date is said as the app says it', () => {
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.map(({ edtf, words }) => ({ edtf, words }))).toEqual(
    rows.map(({ edtf }) => ({ edtf, words: dateInWords(dateOf(edtf)) })),
  );
});

test('it has every event of the document that its pictures are made of, each with its own picture', () => {
  const events = Array.from(documentIn(everyDate).events.all(), ({ id, date }) => ({
    edtf: date,
    picture: `pictures/dates/${id}.svg`,
  }));
  expect(rows.map(({ edtf, picture }) => ({ edtf, picture }))).toEqual(events);
  const pictures = Object.keys(import.meta.glob('../../../docs/pictures/dates/*.svg'));
  expect(pictures.toSorted()).toEqual(events.map(({ picture }) => `../../../docs/${picture}`).toSorted());
});

test('its examples of distances are what the app says', () => {
  for (const [from, to] of [
    ['2021-09-16', '2022-10-03'],
    ['2021-12-18', '2022'],
    ['1850', '1900'],
  ] as const) {
    expect(page).toContain(`“${distanceInWords(dateOf(from), dateOf(to))}”`);
  }
});
