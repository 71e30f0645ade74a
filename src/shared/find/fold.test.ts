// Folds text to what a reader would type; every range maps to whole characters of the original.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, holds, queryFor, rangesOf, termsOf } from './fold.ts';

/** The ranges that a term matches in a text. */
const marked = (text: string, query: string) =>
  rangesOf(fold(text), fold(query).text).map(({ start, end }) => text.slice(start, end));

describe('a search finds', () => {
  test.each([
    ['case', 'CSTO summit', 'csto', ['CSTO']],
    ['a precomposed accent', 'Cafés in São Paulo', 'cafes in sao', ['Cafés in São']],
    ['an accent of its own, with its letter', 'Cafe\u0301s', 'cafe', ['Cafe\u0301']],
    ['an accented query in plain text', 'cafe', 'CAFÉ', ['cafe']],
    ['ё by е', 'Королёв', 'королев', ['Королёв']],
    ['е by ё', 'Королев', 'королёв', ['Королев']],
    ['й by и', 'Андрей', 'андреи', ['Андрей']],
    ['Kyrgyz ң ө ү by н о у', 'Өзгөн, Түгөйлөр, эң', 'озгон', ['Өзгөн']],
    ['Kyrgyz ү', 'сүйлөшүүлөр', 'суйлошуулор', ['сүйлөшүүлөр']],
    ['Kyrgyz ң', 'эң жогорку', 'эн', ['эң']],
    [
      'Tajik ҷ ҳ қ ғ ӣ ӯ by ч х к г и у',
      'Ҷаласа, ҳамкорӣ, қарор, ғайринавбатӣ, кӯҳистон',
      'чаласа',
      ['Ҷаласа'],
    ],
    ['Tajik ӯ and ҳ', 'дар кӯҳистон', 'кухистон', ['кӯҳистон']],
    ['Tajik қ', 'қарор', 'карор', ['қарор']],
    ['Tajik ғ and ӣ', 'ғайринавбатӣ', 'гайринавбати', ['ғайринавбатӣ']],
    ['Ukrainian і ї є ґ', 'Київ, Європа, ґанок', 'киив, европа, ганок', ['Київ, Європа, ґанок']],
    ['ø ł đ', 'Øresund Łódź Đinđić', 'oresund lodz dindic', ['Øresund Łódź Đinđić']],
    ['ß as ss', 'Straße', 'strasse', ['Straße']],
    ['a ligature', 'the ﬁrst', 'first', ['ﬁrst']],
    ['a Turkish capital', 'İstanbul', 'istanbul', ['İstanbul']],
    ['a final sigma', 'ΛΟΓΟΣ λόγος', 'λογος', ['ΛΟΓΟΣ', 'λόγος']],
    [
      'typographic quotes and dashes',
      'Zas–Kulubaev: ministers’',
      "zas-kulubaev: ministers'",
      ['Zas–Kulubaev: ministers’'],
    ],
    ['over more blanks and others', 'a \u00a0\t b', 'a b', ['a \u00a0\t b']],
    ['over a soft hyphen', 'ex\u00adample', 'example', ['ex\u00adample']],
    ['Arabic without its vowel signs', 'مُحَمَّد', 'محمد', ['مُحَمَّد']],
    ['an emoji', 'We heard it go 😮, and', '😮', ['😮']],
    ['each place', 'banana', 'an', ['an', 'an']],
  ])('%s', (_, text, query, found) => {
    expect(marked(text, query)).toEqual(found);
  });

  test.each([
    ['a part of what is one character', 'Straße', 's', ['S']],
    ['half of an emoji', '😮', '\ud83d', []],
    ['another letter of a script whose marks are letters', 'कि', 'का', []],
    ['か in が', 'が', 'か', []],
  ])('but not %s', (_, text, query, found) => {
    expect(marked(text, query)).toEqual(found);
  });
});

test('a query is words and phrases, each once', () => {
  expect(termsOf('  CSTO  summit csto ')).toEqual(['csto', 'summit']);
  expect(termsOf('“New York” 2022 "open')).toEqual(['new york', '2022', 'open']);
  expect(termsOf('Ó"É b"')).toEqual(['o', 'e b']);
  expect(termsOf(' "" " ')).toEqual([]);
  expect(termsOf('\u0301')).toEqual([]);
});

test('a name looks for itself', () => {
  expect(queryFor('Bishkek')).toBe('Bishkek');
  expect(queryFor('Stanislav Zas')).toBe('"Stanislav Zas"');
  expect(termsOf(queryFor('Juan “Che” Guevara'))).toEqual(['juan che guevara']);
});

// Any Unicode, including lone halves of surrogate pairs, with plenty of characters that fold.
const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '\ud83d',
    '\ude2e',
    'é',
    'e\u0301',
    'ß',
    'ﬁ',
    'İ',
    '각',
    'ӯ',
    'қ',
    ' \u00a0',
    '😮',
    '\u200d',
    'ς',
    '…',
    'ﷺ',
  ),
);
const anyText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

/** A text, and a part of it made of whole characters. */
const textAndPart = fc.tuple(anyText, fc.nat(), fc.nat()).map(([text, a, b]) => {
  const characters = Array.from(text);
  const [from, to] = [a, b].map((place) => place % (characters.length + 1)).sort((x, y) => x - y);
  return { text, part: characters.slice(from, to).join('') };
});

describe('for any text', () => {
  test('folding again changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = fold(text).text;
        expect(fold(once).text).toBe(once);
      }),
    );
  });

  test('each character that there is folds to what folding leaves alone', () => {
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += codePoint < 0x30000 ? 1 : 251) {
      const once = fold(String.fromCodePoint(codePoint)).text;
      if (fold(once).text !== once) expect.fail(`U+${codePoint.toString(16)} folds to ${once}`);
    }
  });

  test('every marked range, folded, is the query, and splits no character', () => {
    fc.assert(
      fc.property(textAndPart, fc.string({ unit: 'binary', maxLength: 2 }), ({ text, part }, other) => {
        for (const query of [part, other]) {
          const term = fold(query).text.trim();
          if (term === '') continue;
          const ranges = rangesOf(fold(text), term);
          for (const { start, end } of ranges) {
            expect(fold(text.slice(start, end)).text.trim()).toBe(term);
            expect(splitsPair(text, start) || splitsPair(text, end)).toBe(false);
          }
          for (const [place, range] of ranges.entries())
            expect(range.start).toBeGreaterThanOrEqual(ranges[place - 1]?.end ?? 0);
          expect(holds(fold(text), term)).toBe(ranges.length > 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a part of it is found in it, however it is written', () => {
    fc.assert(
      fc.property(textAndPart, ({ text, part }) => {
        const written = [part, part.normalize('NFC'), part.normalize('NFD')];
        for (const query of written) {
          const term = fold(query).text.trim();
          if (term !== '') expect(marked(text, term).length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

function splitsPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
}
