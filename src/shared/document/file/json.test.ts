// Faulty JSON and the position that the message names.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failure, type Failed } from '../../result.ts';
import { bytesOf } from '../samples.ts';
import { scanJson } from './json.ts';

/** What the scanner finds fault with; `null` in valid JSON. */
function faultIn(text: string): Failed | null {
  const ignore = (): void => undefined;
  return scanJson(bytesOf(text), 0, { name: ignore, begin: ignore, end: ignore });
}

describe('faulty JSON is refused with the place and what should stand there', () => {
  const NOT_JSON = 'The document is not valid JSON: expected';
  const BREAKS_OFF = 'The document ends too early: expected';

  // One line a fault.
  // prettier-ignore
  test.each([
    ['{"a": 1,\n "b" 2}', `${NOT_JSON} a colon at line 2, column 6, but found “2”.`, ' "b" 2}'],
    ['{"a": 1\r\n"b": 2}', `${NOT_JSON} a comma or “}” at line 2, column 1, but found “"”.`, '"b": 2}'],
    ['[1\r2]', `${NOT_JSON} a comma or “]” at line 2, column 1, but found “2”.`, '2]'],
    ['[1, 2,]', `${NOT_JSON} a value at line 1, column 7, but found “]”.`, '[1, 2,]'],
    ['{"a": 1,}', `${NOT_JSON} a name in straight double quotation marks at line 1, column 9, but found “}”.`, '{"a": 1,}'],
    ['{a: 1}', `${NOT_JSON} a name in straight double quotation marks at line 1, column 2, but found “a”.`, '{a: 1}'],
    ['{“a”: 1}', `${NOT_JSON} a name in straight double quotation marks at line 1, column 2, but found ““”.`, '{“a”: 1}'],
    ["['a']", `${NOT_JSON} a value at line 1, column 2, but found “'”.`, "['a']"],
    ['["a\nb"]', `${NOT_JSON} a closing quotation mark at line 1, column 4, but found a line break.`, '["a'],
    ['["a\tb"]', `${NOT_JSON} a closing quotation mark at line 1, column 4, but found a control character.`, '["a b"]'],
    ['["\\x"]', `${NOT_JSON} a valid escape, such as “\\n” or “\\\\” at line 1, column 3, but found “\\”.`, '["\\x"]'],
    ['["\\u12"]', `${NOT_JSON} a valid escape, such as “\\n” or “\\\\” at line 1, column 3, but found “\\”.`, '["\\u12"]'],
    ['[01]', `${NOT_JSON} a comma or “]” at line 1, column 3, but found “1”.`, '[01]'],
    ['[NaN]', `${NOT_JSON} a value at line 1, column 2, but found “N”.`, '[NaN]'],
    ['[1] // done', `${NOT_JSON} the end of the document at line 1, column 5, but found “/”.`, '[1] // done'],
    ['<html>', `${NOT_JSON} a value at line 1, column 1, but found “<”.`, '<html>'],
    ['[😀]', `${NOT_JSON} a value at line 1, column 2, but found “😀”.`, '[😀]'],
    ['{"a": [1', `${BREAKS_OFF} a comma or “]” at line 1, column 9.`, '{"a": [1'],
    ['{"a": "b', `${BREAKS_OFF} a closing quotation mark at line 1, column 9.`, '{"a": "b'],
  ])('%j', (text, message, line) => {
    expect(faultIn(text)).toEqual(failure('document-json', message, [`The text there is “${line}”.`]));
  });

  test('only the surroundings of the fault are shown of a long line', () => {
    const result = faultIn(`["${'x'.repeat(1_000)}" "${'y'.repeat(1_000)}"]`);
    expect(result).toMatchObject({
      failure: { details: [`The text there is “${'x'.repeat(38)}" "${'y'.repeat(39)}”.`] },
    });
  });

  test.each([
    ['['.repeat(1_000), 101],
    ['{"a":'.repeat(1_000), 501],
    [`["\\"",${'["]",'.repeat(1_000)}`, 502],
  ])('lists and objects that lie too deep: %#', (text, column) => {
    expect(faultIn(text)).toEqual(
      failure(
        'document-json',
        `The document has more than 100 lists and objects within each other at line 1, column ${column}. A timeline document has no more than five.`,
      ),
    );
  });

  test('a hundred lists within each other are read, and so are any number beside each other', () => {
    expect(faultIn('['.repeat(100) + ']'.repeat(100))).toBeNull();
    expect(faultIn(`[${'[],{},'.repeat(1_000)}"["]`)).toBeNull();
  });
});

function messageFor(text: string): string {
  return faultIn(text)?.failure.message ?? 'none';
}

test('what it hears of is where it stands', () => {
  const text = ' { "a" : [ 1.5e3, {"b": [[]]}, "x" ] , "c":{"d":{}} , "e":"f"}\n';
  const heard: string[] = [];
  const starts: number[] = [];
  const slice = (start: number, end: number) =>
    new TextDecoder('utf-8').decode(bytesOf(text).subarray(start, end));
  scanJson(bytesOf(text), 0, {
    name: (start, end) => heard.push(slice(start, end)),
    begin: (depth, start) => (starts[depth] = start),
    end: (depth, end) => heard.push(`${depth} ${slice(starts[depth] ?? 0, end)}`),
  });
  expect(heard).toEqual([
    '"a"',
    '2 1.5e3',
    '2 {"b": [[]]}',
    '2 "x"',
    '1 [ 1.5e3, {"b": [[]]}, "x" ]',
    '"c"',
    '2 {}',
    '1 {"d":{}}',
    '"e"',
    '1 "f"',
    `0 ${text.trim()}`,
  ]);
});

test('it accepts what `JSON.parse` accepts, and nothing else', () => {
  const part = fc.constantFrom(
    ...Array.from('{}[]",:\\/ \n\t0123-+.eE'),
    'true',
    'false',
    'null',
    '\\u00e9',
    '\\ud83d',
    'é',
    '😀',
    '\u0007',
    '01',
    '1.0',
    '"a":',
    '[1]',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      expect([text, faultIn(text) === null]).toEqual([text, isJson(text)]);
    }),
    { numRuns: 5_000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

// Runs of letters, digits and JSON's own marks are the smallest parts of a value. So a foreign character between or
// within them is the first fault.
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
      const place = `at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}, but found a control character`;
      expect(messageFor(`${text.slice(0, offset)}\u0001${text.slice(offset)}`)).toContain(place);
    }),
  );
});

test('a document that was cut off ends too early', () => {
  fc.assert(
    fc.property(fc.array(value), fc.nat(), (any, number) => {
      const text = JSON.stringify(any);
      const length = 1 + (number % (text.length - 1));
      expect(messageFor(text.slice(0, length))).toContain(` at line 1, column ${length + 1}.`);
    }),
  );
});
