// Finds quotes where a search that tries every position finds them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestQuote, REACH } from './nearest-quote.ts';

/** Few letters, so that quotes overlap themselves; typographic marks next to those of a typewriter. */
const text = (maxLength: number, minLength = 0) =>
  fc.string({ unit: fc.constantFrom('a', 'b', '"', '“', ' ', '\u00a0'), minLength, maxLength });

function everyPlace(quote: string, whole: string, isSame: (a: string, b: string) => boolean): number[] {
  return [...Array(whole.length).keys()].filter(
    (at) => at + quote.length <= whole.length && isSame(whole.slice(at, at + quote.length), quote),
  );
}

const plain = (words: string) => words.replaceAll('“', '"').replaceAll('\u00a0', ' ');

test('a quote is found where it stands nearest, verbatim before nearly so', () => {
  fc.assert(
    fc.property(text(60), text(5, 1), fc.nat(70), (whole, quote, start) => {
      const verbatim = everyPlace(quote, whole, (a, b) => a === b);
      const places =
        verbatim.length > 0 ? verbatim : everyPlace(quote, whole, (a, b) => plain(a) === plain(b));
      const [at = null] = places.toSorted((a, b) => Math.abs(a - start) - Math.abs(b - start) || a - b);
      expect(nearestQuote(quote, whole, start)).toEqual({
        at,
        isVerbatim: at === null || verbatim.length > 0,
        isWhole: true,
      });
    }),
  );
});

test('of a long text only what is near is looked through, and that is told', () => {
  const long = `${'x'.repeat(2 * REACH)}here${'x'.repeat(2 * REACH)}`;
  const at = 2 * REACH;
  expect(nearestQuote('here', long, at + REACH)).toEqual({ at, isVerbatim: true, isWhole: false });
  expect(nearestQuote('here', long, at - REACH)).toEqual({ at, isVerbatim: true, isWhole: false });
  expect(nearestQuote('here', long, at - REACH - 1)).toMatchObject({ at: null, isWhole: false });
  expect(nearestQuote('here', long, Number.MAX_SAFE_INTEGER)).toMatchObject({ at: null, isWhole: false });
});
