// Scans the bytes of a JSON text by the grammar of RFC 8259, without making a value of any of it. Pure.
import { failure, type Failed } from '../../result.ts';
import { excerpt } from '../../excerpt.ts';
import { grouped } from '../../in-words.ts';
import { characterAt, placeInText } from './place-in-text.ts';

/** How deep lists and objects may be nested; a timeline document needs five levels. */
export const DEEPEST = 100;

/** Hears of the text's outermost value, of the parts of that, and of the parts of those: depths 0 to 2. */
export interface ScanVisitor {
  /** A name in the outermost object: its first quotation mark, and the byte behind its last. */
  readonly name: (start: number, end: number) => void;
  /** A value begins at a byte. */
  readonly begin: (depth: number, start: number) => void;
  /** The value that began last at this depth ends before a byte. */
  readonly end: (depth: number, end: number) => void;
}

/** The deepest values that a visitor hears of. */
const HEARD = 2;

const [TAB, LINE_FEED, RETURN, SPACE] = [0x09, 0x0a, 0x0d, 0x20];
const [QUOTATION_MARK, COMMA, MINUS, POINT, COLON, BACKSLASH] = [0x22, 0x2c, 0x2d, 0x2e, 0x3a, 0x5c];
const [OPENING_BRACKET, CLOSING_BRACKET, OPENING_BRACE, CLOSING_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];
const [ZERO, NINE, PLUS, CAPITAL_E, SMALL_E] = [0x30, 0x39, 0x2b, 0x45, 0x65];
/** Reads as no byte at all. */
const NOTHING = -1;

const WORDS = ['true', 'false', 'null'].map((word) => new TextEncoder().encode(word));

/** What may come next. */
const enum Next {
  Value,
  FirstValue,
  Name,
  FirstName,
  Colon,
  Comma,
}

/** The position at which JSON breaks. */
interface JsonFault {
  /** A byte, or the number of bytes if the text ends too early. */
  readonly offset: number;
  /** What should stand there; `null` if lists and objects are nested too deep. */
  readonly expected: string | null;
}

/**
 * Scans a text, and tells `visitor` of its parts on the way.
 *
 * @param bytes UTF-8.
 * @param from where the text begins.
 * @returns `null`, or a failure `document-json` that names the line, the column and the first fault, which may also be
 *   that lists and objects are nested more than {@link DEEPEST} deep.
 */
export function scanJson(bytes: Uint8Array, from: number, visitor: ScanVisitor): Failed | null {
  const fault = firstFault(bytes, from, visitor);
  return fault && failureAt(bytes, from, fault);
}

function firstFault(bytes: Uint8Array, from: number, visitor: ScanVisitor): JsonFault | null {
  /** What closes each list and object around the current position. */
  const open = new Uint8Array(DEEPEST);
  let depth = 0;
  let next: Next = Next.Value;
  let at = from;
  for (;;) {
    let byte = bytes[at] ?? NOTHING;
    while (byte === SPACE || byte === LINE_FEED || byte === RETURN || byte === TAB)
      byte = bytes[++at] ?? NOTHING;
    const close = depth === 0 ? NOTHING : (open[depth - 1] ?? NOTHING);

    if (next === Next.Comma) {
      if (depth === 0) return byte === NOTHING ? null : { offset: at, expected: 'the end of the document' };
      if (byte === COMMA) next = close === CLOSING_BRACE ? Next.Name : Next.Value;
      else if (byte === close) {
        depth -= 1;
        if (depth <= HEARD) visitor.end(depth, at + 1);
      } else return { offset: at, expected: `a comma or “${String.fromCharCode(close)}”` };
      at += 1;
    } else if (next === Next.Colon) {
      if (byte !== COLON) return { offset: at, expected: 'a colon' };
      at += 1;
      next = Next.Value;
    } else if (byte === close && (next === Next.FirstName || next === Next.FirstValue)) {
      depth -= 1;
      at += 1;
      if (depth <= HEARD) visitor.end(depth, at);
      next = Next.Comma;
    } else if (byte === QUOTATION_MARK) {
      const start = at;
      at = endOfText(bytes, start);
      const last = bytes[at] ?? NOTHING;
      if (last === BACKSLASH) return { offset: at, expected: 'a valid escape, such as “\\n” or “\\\\”' };
      if (last !== QUOTATION_MARK) return { offset: at, expected: 'a closing quotation mark' };
      at += 1;
      if (next === Next.Name || next === Next.FirstName) {
        if (depth === 1) visitor.name(start, at);
        next = Next.Colon;
      } else {
        if (depth <= HEARD) tell(visitor, depth, start, at);
        next = Next.Comma;
      }
    } else if (next === Next.Name || next === Next.FirstName) {
      return { offset: at, expected: 'a name in straight double quotation marks' };
    } else if (byte === OPENING_BRACE || byte === OPENING_BRACKET) {
      if (depth === DEEPEST) return { offset: at, expected: null };
      if (depth <= HEARD) visitor.begin(depth, at);
      open[depth] = byte === OPENING_BRACE ? CLOSING_BRACE : CLOSING_BRACKET;
      depth += 1;
      at += 1;
      next = byte === OPENING_BRACE ? Next.FirstName : Next.FirstValue;
    } else {
      const end = byte === MINUS || isDigit(byte) ? endOfNumber(bytes, at) : endOfWord(bytes, at);
      if (end === at) return { offset: at, expected: 'a value' };
      if (depth <= HEARD) tell(visitor, depth, at, end);
      at = end;
      next = Next.Comma;
    }
  }
}

function tell(visitor: ScanVisitor, depth: number, start: number, end: number): void {
  visitor.begin(depth, start);
  visitor.end(depth, end);
}

/** The closing quotation mark of a text, or the first byte that may not stand in it. */
function endOfText(bytes: Uint8Array, start: number): number {
  for (let at = start + 1; ; at += 1) {
    const byte = bytes[at] ?? NOTHING;
    if (byte === QUOTATION_MARK || byte < SPACE) return at;
    if (byte !== BACKSLASH) continue;
    const length = escapeLength(bytes, at);
    if (length === 0) return at;
    at += length - 1;
  }
}

/** What may follow a backslash, besides `u` and four digits. */
const ESCAPES: ReadonlySet<number> = new Set(new TextEncoder().encode('"\\/bfnrt'));
const SMALL_U = 0x75;

/** How long an escape is, from its backslash; 0 if it is none. */
function escapeLength(bytes: Uint8Array, at: number): number {
  const letter = bytes[at + 1] ?? NOTHING;
  if (letter !== SMALL_U) return ESCAPES.has(letter) ? 2 : 0;
  for (let digit = at + 2; digit < at + 6; digit += 1) if (!isHexadecimal(bytes[digit] ?? NOTHING)) return 0;
  return 6;
}

function isHexadecimal(byte: number): boolean {
  const letter = byte | SPACE;
  return isDigit(byte) || (letter >= 0x61 && letter <= 0x66);
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}

/** The end of the longest number that begins here; the beginning itself if there is none. */
function endOfNumber(bytes: Uint8Array, start: number): number {
  const first = bytes[start] === MINUS ? start + 1 : start;
  let end = endOfDigits(bytes, first);
  if (end === first) return start;
  // No digit follows a 0 at the start.
  if (bytes[first] === ZERO) end = first + 1;
  if (bytes[end] === POINT) end = orElse(endOfDigits(bytes, end + 1), end + 1, end);
  const exponent = bytes[end];
  if (exponent === SMALL_E || exponent === CAPITAL_E) {
    const sign = bytes[end + 1];
    const digits = sign === PLUS || sign === MINUS ? end + 2 : end + 1;
    end = orElse(endOfDigits(bytes, digits), digits, end);
  }
  return end;
}

/** `end`, unless that is no further than `start`. */
function orElse(end: number, start: number, otherwise: number): number {
  return end === start ? otherwise : end;
}

function endOfDigits(bytes: Uint8Array, start: number): number {
  let end = start;
  while (isDigit(bytes[end] ?? NOTHING)) end += 1;
  return end;
}

function endOfWord(bytes: Uint8Array, start: number): number {
  const word = WORDS.find((letters) => letters.every((letter, place) => bytes[start + place] === letter));
  return start + (word?.length ?? 0);
}

function failureAt(bytes: Uint8Array, from: number, { offset, expected }: JsonFault): Failed {
  const { words, surroundings } = placeInText(bytes, from, offset);
  if (expected === null) {
    return failure(
      'document-json',
      `The document has more than ${grouped(DEEPEST)} lists and objects within each other at ${words}. A timeline document has no more than five.`,
    );
  }
  return failure(
    'document-json',
    offset === bytes.length
      ? `The document ends too early: expected ${expected} at ${words}.`
      : `The document is not valid JSON: expected ${expected} at ${words}, but found ${named(characterAt(bytes, offset))}.`,
    [`The text there is ${excerpt(surroundings, 80)}.`],
  );
}

function named(character: string): string {
  if (/[\r\n]/.test(character)) return 'a line break';
  return /\p{Cc}/u.test(character) ? 'a control character' : excerpt(character);
}
