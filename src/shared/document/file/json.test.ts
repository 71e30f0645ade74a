// Faulty JSON and the place that is named for it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failure } from '../../result.ts';
import { parseJson } from './json.ts';

describe('faulty JSON is refused with the place and what should stand there', () => {
  const NOT_JSON = 'The document is not valid JSON: at';
  const BREAKS_OFF = 'The document breaks off at';

  // One line a fault.
  // prettier-ignore
  test.each([
    ['{"a": 1,\n "b" 2}', `${NOT_JSON} line 2, column 6 stands “2” where a colon should stand.`, ' "b" 2}'],
    ['{"a": 1\r\n"b": 2}', `${NOT_JSON} line 2, column 1 stands “"” where a comma or “}” should stand.`, '"b": 2}'],
    ['[1\r2]', `${NOT_JSON} line 2, column 1 stands “2” where a comma or “]” should stand.`, '2]'],
    ['[1, 2,]', `${NOT_JSON} line 1, column 7 stands “]” where a value should stand.`, '[1, 2,]'],
    ['{"a": 1,}', `${NOT_JSON} line 1, column 9 stands “}” where a name in straight double quotation marks should stand.`, '{"a": 1,}'],
    ['{a: 1}', `${NOT_JSON} line 1, column 2 stands “a” where a name in straight double quotation marks should stand.`, '{a: 1}'],
    ['{“a”: 1}', `${NOT_JSON} line 1, column 2 stands ““” where a name in straight double quotation marks should stand.`, '{“a”: 1}'],
    ["['a']", `${NOT_JSON} line 1, column 2 stands “'” where a value should stand.`, "['a']"],
    ['["a\nb"]', `${NOT_JSON} line 1, column 4 stands a line break where a closing quotation mark should stand.`, '["a'],
    ['["a\tb"]', `${NOT_JSON} line 1, column 4 stands a control character where a closing quotation mark should stand.`, '["a b"]'],
    ['["\\x"]', `${NOT_JSON} line 1, column 3 stands “\\” where a valid escape, such as “\\n” or “\\\\”, should stand.`, '["\\x"]'],
    ['["\\u12"]', `${NOT_JSON} line 1, column 3 stands “\\” where a valid escape, such as “\\n” or “\\\\”, should stand.`, '["\\u12"]'],
    ['[01]', `${NOT_JSON} line 1, column 3 stands “1” where a comma or “]” should stand.`, '[01]'],
    ['[NaN]', `${NOT_JSON} line 1, column 2 stands “N” where a value should stand.`, '[NaN]'],
    ['[1] // done', `${NOT_JSON} line 1, column 5 stands “/” where the end of the document should stand.`, '[1] // done'],
    ['<html>', `${NOT_JSON} line 1, column 1 stands “<” where a value should stand.`, '<html>'],
    ['[😀]', `${NOT_JSON} line 1, column 2 stands “😀” where a value should stand.`, '[😀]'],
    ['{"a": [1', `${BREAKS_OFF} line 1, column 9, where a comma or “]” should stand.`, '{"a": [1'],
    ['{"a": "b', `${BREAKS_OFF} line 1, column 9, where a closing quotation mark should stand.`, '{"a": "b'],
  ])('%j', (text, message, line) => {
    expect(parseJson(text)).toEqual(failure('document-json', message, [`There the text reads “${line}”.`]));
  });

  test.each(['', ' \r\n\t'])('nothing at all: %j', (text) => {
    expect(parseJson(text)).toEqual(failure('document-json', 'The document is empty.'));
  });

  test('only the surroundings of the fault are shown of a long line', () => {
    const result = parseJson(`["${'x'.repeat(1_000)}" "${'y'.repeat(1_000)}"]`);
    expect(result).toMatchObject({
      failure: { details: [`There the text reads “${'x'.repeat(38)}" "${'y'.repeat(39)}”.`] },
    });
  });

  test.each([
    ['['.repeat(1_000), 101],
    ['{"a":'.repeat(1_000), 501],
    [`["\\"",${'["]",'.repeat(1_000)}`, 502],
  ])('lists and objects that lie too deep: %#', (text, column) => {
    expect(parseJson(text)).toEqual(
      failure(
        'document-json',
        `The document has more than 100 lists and objects within each other at line 1, column ${column}. A timeline document has no more than five.`,
      ),
    );
  });

  test('a hundred lists within each other are read, and so are any number beside each other', () => {
    expect(parseJson('['.repeat(100) + ']'.repeat(100)).ok).toBe(true);
    expect(parseJson(`[${'[],{},'.repeat(1_000)}"["]`).ok).toBe(true);
  });
});

function messageFor(text: string): string {
  const result = parseJson(text);
  return result.ok ? 'none' : result.failure.message;
}

// Letters, digits and JSON's own marks make the parts of a value recognisable whole: a foreign character between or
// within text is the first fault there is.
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.stringMatching(/^[a-z]{0,9}$/),
    fc.nat(9),
    fc.array(tie('any')),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), tie('any')),
  ),
})).any;

test('a character that JSON has no place for is found where it stands', () => {
  fc.assert(
    fc.property(value, fc.nat(), (any, number) => {
      const text = JSON.stringify(any, null, 2);
      const offset = number % (text.length + 1);
      const before = text.slice(0, offset).split('\n');
      const place = `at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1} stands a control character`;
      expect(messageFor(`${text.slice(0, offset)}\u0001${text.slice(offset)}`)).toContain(place);
    }),
  );
});

test('a document that was cut off breaks off at its end', () => {
  fc.assert(
    fc.property(fc.array(value), fc.nat(), (any, number) => {
      const text = JSON.stringify(any);
      const length = 1 + (number % (text.length - 1));
      expect(messageFor(text.slice(0, length))).toContain(`breaks off at line 1, column ${length + 1},`);
    }),
  );
});
