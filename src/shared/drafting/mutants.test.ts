/// <reference types="vite/client" />
// Thousands of mutated texts: each is read to its end, with every expression in its place and every date in EDTF.
// `npm run fuzz` tries more.
import fc from 'fast-check';
import { describe, expect, test, vi, afterEach } from 'vitest';
import bundled from '../../../resources/article.txt?raw';
import { parseEventDate } from '../dates/parse.ts';
import { RULES as ENGLISH } from './en/dates.ts';
import { drafterFor, type LanguageCode } from './languages.ts';
import { unmarked } from './marked.ts';
import { RULES as RUSSIAN } from './ru/dates.ts';
import { ARTICLES } from './ru/marked-samples.ts';

/** How many mutants are tried in each language. */
const RUNS = Number(import.meta.env['VITE_MUTANTS'] ?? 5_000);

const TEXTS: Readonly<Record<LanguageCode, readonly string[]>> = {
  en: [bundled, ...ENGLISH.flatMap(({ examples }) => examples.map(([text]) => text))],
  ru: [
    ...ARTICLES.map(({ text }) => unmarked(text).text),
    ...RUSSIAN.flatMap(({ examples }) => examples.map(([text]) => text)),
  ],
};

/** Pieces that dates are made of, and what has broken readers of text before. */
const PIECES = [
  ...['the ', 'next ', 'last ', 'of ', 'a ', ' - ', ', ', "'s ", '. ', '\n', '\n\n', '“', '”', '(', ')', '/'],
  ...[
    '1',
    '31',
    '2021',
    '1990s',
    '10,000',
    '24:00',
    '9/11',
    '0000',
    '99999',
    '-0043',
    '2021-02-30',
    '29 February',
  ],
  ...['May ', 'Sunday ', 'week ', 'B.C. ', 'ago ', 'later ', 'said ', 'had ', 'following ', 'before '],
  ...['мая ', 'году ', 'до н. э. ', 'накануне ', 'через ', 'назад ', 'XIX ', 'в ', 'ночь на ', 'среду '],
  ...['\0', '\r', '\u2028', '\ud800', 'ё', 'İ', '🗓', '\u00a0', '\u202e', '{{', '$&'],
];

type Edit = readonly [at: number, length: number, piece: string, times: number];

/** Takes something out of a text, and puts something in, once or many times. */
function mutated(text: string, edits: readonly Edit[]): string {
  return edits.reduce((changed, [at, length, piece, times]) => {
    const place = Math.floor(at * changed.length);
    return changed.slice(0, place) + piece.repeat(times) + changed.slice(place + length);
  }, text);
}

const edits = fc.array(
  fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat({ max: 12 }),
    fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })),
    fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 2 }) }, { weight: 1, arbitrary: fc.nat({ max: 60 }) }),
  ),
  { maxLength: 8 },
);
const published = fc.constantFrom(
  null,
  '2022-10-04',
  '2024-02-29',
  '-0043',
  '[2022-10-03..2022-11-22]',
  '9999-12-31',
);

describe.each(['en', 'ru'] as const)('%s', (code) => {
  const { draft } = drafterFor(code);

  test('reads every mutant to its end', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TEXTS[code]),
        edits,
        published,
        fc.boolean(),
        (original, changes, day, narrative) => {
          const text = mutated(original, changes);
          const { proposals, tagged } = draft(text, { published: day, narrative });
          let last = 0;
          for (const { start, end, edtf } of tagged.expressions) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
            if (edtf !== null) expect(parseEventDate(edtf), edtf).toMatchObject({ ok: true });
          }
          expect(last).toBeLessThanOrEqual(text.length);
          for (const [number, { title, date, quotes, link }] of proposals.entries()) {
            expect(title).not.toBe('');
            if (date !== null) expect(parseEventDate(date), date).toMatchObject({ ok: true });
            for (const { start, end } of quotes)
              expect(end).toBeLessThanOrEqual(Math.max(text.length, start));
            if (link !== null) expect(link.on).not.toBe(number);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});

test.each([
  ['en', 'last week '],
  ['en', 'the 1st of May, '],
  ['en', '1914-18, said that '],
  ['ru', 'в ночь на 1 мая '],
] as const)('a text of nothing but dates ends: %s, %s', (code, piece) => {
  const { tagged } = drafterFor(code).draft(piece.repeat(5_000), { published: '2022-10-04' });
  expect(tagged.expressions.length).toBeGreaterThanOrEqual(5_000);
});

describe('everywhere alike', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  const answers = (): unknown =>
    (['en', 'ru'] as const).map((code) =>
      TEXTS[code].map((text) => drafterFor(code).draft(text, { published: '2022-10-04' })),
    );

  test.each(['America/Los_Angeles', 'Asia/Bishkek', 'Pacific/Kiritimati'])('%s reads as UTC does', (zone) => {
    vi.stubEnv('TZ', 'UTC');
    const reference = answers();
    vi.stubEnv('TZ', zone);
    expect(new Date(0).getHours()).not.toBe(0);
    expect(answers()).toEqual(reference);
  });
});
