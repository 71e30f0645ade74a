// Parses the text of a document, or finds the position where it is not JSON.
import { failure, success, type Result } from '../../result.ts';
import { excerpt } from '../../excerpt.ts';
import { placeInText } from './place-in-text.ts';
import { number } from './problems.ts';

/** How deep lists and objects may be nested; a timeline document needs five levels. */
export const DEEPEST = 100;

/**
 * Parses JSON, unless its lists and objects are nested more than {@link DEEPEST} deep: each level costs the engine as
 * much as a hundred characters, and a few million of them take many seconds.
 *
 * @returns the value, or a failure `document-json` that names the line, the column and the fault there.
 */
export function parseJson(text: string): Result<unknown> {
  const tooDeep = firstTooDeep(text);
  if (tooDeep !== null) {
    return failure(
      'document-json',
      `The document has more than ${number(DEEPEST)} lists and objects within each other at ${placeInText(text, tooDeep).words}. A timeline document has no more than five.`,
    );
  }
  try {
    return success(JSON.parse(text));
  } catch {
    // The engine's own message differs between versions and often lacks the position.
    return failureAt(text, firstJsonFault(text));
  }
}

function failureAt(text: string, { offset, expected }: JsonFault): Result<never> {
  const { words, surroundings } = placeInText(text, offset);
  const [found] = text.slice(offset, offset + 2);
  return failure(
    'document-json',
    found === undefined
      ? `The document ends too early: expected ${expected} at ${words}.`
      : `The document is not valid JSON: expected ${expected} at ${words}, but found ${named(found)}.`,
    [`The text there is ${excerpt(surroundings, 80)}.`],
  );
}

function named(character: string): string {
  if (/[\r\n]/.test(character)) return 'a line break';
  return /\p{Cc}/u.test(character) ? 'a control character' : excerpt(character);
}

/**
 * The position of the first list or object that is nested too deep, or `null`. In text that is not JSON it may be any.
 */
function firstTooDeep(text: string): number | null {
  let depth = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    switch (text.charCodeAt(offset)) {
      case QUOTATION_MARK:
        for (offset += 1; offset < text.length; offset += 1) {
          const code = text.charCodeAt(offset);
          if (code === QUOTATION_MARK) break;
          if (code === BACKSLASH) offset += 1;
        }
        break;
      case OPENING_BRACKET:
      case OPENING_BRACE:
        depth += 1;
        if (depth > DEEPEST) return offset;
        break;
      case CLOSING_BRACKET:
      case CLOSING_BRACE:
        depth -= 1;
    }
  }
  return null;
}

const [QUOTATION_MARK, BACKSLASH] = [0x22, 0x5c];
const [OPENING_BRACKET, CLOSING_BRACKET, OPENING_BRACE, CLOSING_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];

/** The position at which JSON breaks, and what should stand there. */
interface JsonFault {
  /** UTF-16 code units from the start; the text's length if it ends too early. */
  readonly offset: number;
  readonly expected: string;
}

const SPACE = /[ \t\r\n]*/y;
const NUMBER_OR_WORD = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// eslint-disable-next-line no-control-regex -- JSON allows no controls within text
const PLAIN_TEXT = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/**
 * Walks a text by the grammar of JSON (RFC 8259) up to its first fault. It only runs on faulty text, and keeps its own
 * stack, so that deep nesting does not overflow the call stack.
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
      if (text[offset] === '\\') return fault('a valid escape, such as “\\n” or “\\\\”');
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
