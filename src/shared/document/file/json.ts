// From the text of a document to the values that it holds, or to the place where it is not JSON.
import { failure, success, type Result } from '../../result.ts';
import { excerpt } from '../../excerpt.ts';
import { placeInText } from './place-in-text.ts';

/**
 * Parses JSON.
 *
 * @returns the value, or a failure `document-json` that names the line, the column and what is wrong there.
 */
export function parseJson(text: string): Result<unknown> {
  try {
    return success(JSON.parse(text));
  } catch {
    // What the engine says differs between its versions, and often lacks the place.
    return failureAt(text, firstJsonFault(text));
  }
}

function failureAt(text: string, { offset, expected }: JsonFault): Result<never> {
  if (/^\s*$/.test(text)) return failure('document-json', 'The document is empty.');
  const { words, surroundings } = placeInText(text, offset);
  const [found] = text.slice(offset, offset + 2);
  return failure(
    'document-json',
    found === undefined
      ? `The document breaks off at ${words}, where ${expected} should stand.`
      : `The document is not valid JSON: at ${words} stands ${named(found)} where ${expected} should stand.`,
    [`There the text reads ${excerpt(surroundings, 80)}.`],
  );
}

function named(character: string): string {
  if (/[\r\n]/.test(character)) return 'a line break';
  return /\p{Cc}/u.test(character) ? 'a control character' : excerpt(character);
}

/** Where JSON breaks, and what should stand there. */
interface JsonFault {
  /** UTF-16 code units from the start; the text's length where it breaks off. */
  readonly offset: number;
  readonly expected: string;
}

const SPACE = /[ \t\r\n]*/y;
const NUMBER_OR_WORD = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// eslint-disable-next-line no-control-regex -- JSON allows no controls within text
const PLAIN_TEXT = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/**
 * Walks a text by the grammar of JSON (RFC 8259) up to its first fault. It is asked only once a text is known to have
 * one, and keeps its own stack, so that no depth of nesting overflows that of calls.
 */
function firstJsonFault(text: string): JsonFault {
  const open: ('}' | ']')[] = [];
  let next: 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma' = 'value';
  let offset = 0;
  const pass = (pattern: RegExp): boolean => {
    pattern.lastIndex = offset;
    const passed = pattern.test(text);
    if (passed) offset = pattern.lastIndex;
    return passed;
  };
  const fault = (expected: string): JsonFault => ({ offset, expected });

  for (;;) {
    pass(SPACE);
    const character = text[offset];
    const close = open.at(-1);
    const isKey: boolean = next === 'key' || next === 'first key';
    if (next === 'comma') {
      if (close === undefined) return fault('the end of the document');
      if (character === ',') next = close === '}' ? 'key' : 'value';
      else if (character === close) open.pop();
      else return fault(`a comma or “${close}”`);
      offset += 1;
    } else if (next === 'colon') {
      if (character !== ':') return fault('a colon');
      offset += 1;
      next = 'value';
    } else if (character === close && (next === 'first key' || next === 'first value')) {
      offset += 1;
      open.pop();
      next = 'comma';
    } else if (character === '"') {
      offset += 1;
      do pass(PLAIN_TEXT);
      while (pass(ESCAPE));
      if (text[offset] === '\\') return fault('a valid escape, such as “\\n” or “\\\\”,');
      if (text[offset] !== '"') return fault('a closing quotation mark');
      offset += 1;
      next = isKey ? 'colon' : 'comma';
    } else if (isKey) {
      return fault('a name in straight double quotation marks');
    } else if (character === '{' || character === '[') {
      offset += 1;
      open.push(character === '{' ? '}' : ']');
      next = character === '{' ? 'first key' : 'first value';
    } else if (pass(NUMBER_OR_WORD)) {
      next = 'comma';
    } else {
      return fault('a value');
    }
  }
}
