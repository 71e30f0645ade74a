// A text in JSON holds just those terms that the text itself, folded, holds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, holds } from './fold.ts';
import { createTextMatcher } from './text-matcher.ts';

const LETTERS = [
  ...Array.from('aBs ßéйЁңæﬁ½…İ😮한か"\\/\b\f\n\r\t\u0000\u00a0\u00a8\u00ad\u0301\u3099\ufdfa\ufeff'),
  ...['が', '\ud83d', '\ude2e', '  '],
];
const text = fc.array(fc.constantFrom(...LETTERS), { maxLength: 12 }).map((letters) => letters.join(''));

/** JSON of a text, without quotation marks, in which some characters are escaped that need not be. */
function jsonOf(value: string, isEscaped: (place: number) => boolean): string {
  const parts = Array.from(value, (character, place) =>
    isEscaped(place)
      ? character
          .split('')
          .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
          .join('')
      : JSON.stringify(character).slice(1, -1),
  );
  return parts.join('').replaceAll('/', String.raw`\/`);
}

const lengthOf = (json: string) => new TextEncoder().encode(json).length;

test('what folding it and looking finds', () => {
  const others = fc.array(text, { maxLength: 4 });
  fc.assert(
    fc.property(text, text, others, fc.array(fc.boolean()), (whole, before, some, escaped) => {
      const folded = fold(whole).text;
      const parts = [folded.slice(0, 3), folded.slice(1, 2), folded.slice(2), folded.slice(-2)];
      const terms = [...parts, ...some.map((each) => fold(each).text)].filter((term) => term !== '');
      const first = `${jsonOf(before, () => false)}"`;
      const json = `${first}${jsonOf(whole, (place) => escaped[place] === true)}`;
      const bits = createTextMatcher(terms)(
        new TextEncoder().encode(`${json}"`),
        lengthOf(first),
        lengthOf(json),
      );
      expect(terms.filter((_, place) => (bits & (1 << place)) !== 0)).toEqual(
        terms.filter((term) => holds(fold(whole), term)),
      );
    }),
    { numRuns: 2_000 },
  );
});

test('in long texts, and in short ones after them', () => {
  const matcher = createTextMatcher(['end', 'ss']);
  const bitsOf = (value: string): number => {
    const bytes = new TextEncoder().encode(value);
    return matcher(bytes, 0, bytes.length);
  };
  expect(bitsOf(`${'\ufdfa'.repeat(1_000)} the end`)).toBe(1);
  expect(bitsOf('en')).toBe(0);
  expect(bitsOf(`${'a'.repeat(5_000)}ß`)).toBe(2);
  expect(bitsOf('nds')).toBe(0);
});
