// The position of a byte in a text of UTF-8, as editors count.

/** A position in a text. */
export interface PlaceInText {
  /** “line 3, column 14”: both from 1, the column in UTF-16 code units. */
  readonly words: string;
  /** The text around it on its line, up to 40 code units on either side. */
  readonly surroundings: string;
}

const [LINE_FEED, RETURN] = [0x0a, 0x0d];
/** Code units. */
const AROUND = 40;
/** The most bytes that as many code units take: a code unit takes three at most. */
const AROUND_BYTES = 3 * AROUND;

/**
 * Finds the line and column of a byte.
 *
 * @param bytes UTF-8, valid up to `offset`.
 * @param from where the text begins.
 * @param offset the first byte of a character, or the number of bytes.
 */
export function placeInText(bytes: Uint8Array, from: number, offset: number): PlaceInText {
  let line = 1;
  let start = from;
  for (let at = from; at < offset; at += 1) {
    const byte = bytes[at];
    if (byte !== LINE_FEED && byte !== RETURN) continue;
    if (byte === RETURN && bytes[at + 1] === LINE_FEED && at + 1 < offset) at += 1;
    line += 1;
    start = at + 1;
  }
  const column = codeUnits(bytes, start, offset) + 1;
  return { words: `line ${line}, column ${column}`, surroundings: surroundings(bytes, start, offset) };
}

/** The character at a byte. */
export function characterAt(bytes: Uint8Array, offset: number): string {
  const [character = ''] = decode(bytes, offset, offset + 4);
  return character;
}

function surroundings(bytes: Uint8Array, start: number, offset: number): string {
  let first = Math.max(start, offset - AROUND_BYTES);
  while (isContinuation(bytes[first])) first += 1;
  let end = Math.min(bytes.length, offset + AROUND_BYTES);
  while (end > offset && isContinuation(bytes[end])) end -= 1;
  const after = /^[^\r\n]*/.exec(decode(bytes, offset, end).slice(0, AROUND))?.[0] ?? '';
  return decode(bytes, first, offset).slice(-AROUND) + after;
}

function decode(bytes: Uint8Array, start: number, end: number): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end));
}

/** How many UTF-16 code units a piece of valid UTF-8 has. */
function codeUnits(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (!isContinuation(byte)) count += 1;
    // A sequence of four bytes is a surrogate pair.
    if (byte >= 0xf0) count += 1;
  }
  return count;
}

/** Whether a byte goes on with a character that began before. */
function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
