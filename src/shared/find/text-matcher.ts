// Looks for terms in texts as they stand in JSON, folded on the way, without making strings of them. Pure.
import { BLANK, foldCharacter, foldedUnit, NOT_SIMPLE } from './fold.ts';

const [BACKSLASH, SMALL_U] = [0x5c, 0x75];

/** Escapes of JSON that do not stand for the character behind the backslash. */
const ESCAPES: ReadonlyMap<number, number> = new Map(
  Array.from('bfnrt', (letter, place) => [letter.charCodeAt(0), '\b\f\n\r\t'.charCodeAt(place)]),
);

/**
 * Prepares to look for terms.
 *
 * @param terms from `termsOf`
 * @returns a function that says which terms a text holds, as `fold` and `holds` do: a bit for each. The text is UTF-8, and
 *   stands between two quotation marks of JSON that was checked, from one byte to before another.
 */
export function createTextMatcher(
  terms: readonly string[],
): (bytes: Uint8Array, from: number, to: number) => number {
  const wanted = terms.map((term) =>
    Uint16Array.from({ length: term.length }, (_, at) => term.charCodeAt(at)),
  );
  /** The folded text, and where in it a character of the original begins: part of one cannot be found. */
  let units = new Uint16Array(256);
  let begins = new Uint8Array(256);
  return (bytes, from, to) => {
    if (units.length < to - from) makeRoom(0, to - from);
    const count = foldInto(bytes, from, to);
    let bits = 0;
    for (let place = 0; place < wanted.length; place += 1) {
      const term = wanted[place];
      if (term !== undefined && isIn(units, begins, count, term)) bits |= 1 << place;
    }
    return bits;
  };

  function makeRoom(used: number, length: number): void {
    const [unitsBefore, beginsBefore] = [units.subarray(0, used), begins.subarray(0, used)];
    units = new Uint16Array(2 * length);
    begins = new Uint8Array(2 * length);
    units.set(unitsBefore);
    begins.set(beginsBefore);
  }

  /** Folds a text into {@link units}, which have room for a unit for each byte. @returns how many units it has. */
  function foldInto(bytes: Uint8Array, from: number, to: number): number {
    let [folded, marks] = [units, begins];
    let count = 0;
    for (let at = from; at < to;) {
      let code = bytes[at] ?? 0;
      if (code < 0x80 && code !== BACKSLASH) at += 1;
      else {
        code = code === BACKSLASH ? escapeAt(bytes, at) : codePointAt(bytes, at);
        at += bytes[at] === BACKSLASH ? escapeLength(bytes, at, code) : lengthOf(code);
      }
      const unit = code < 0x10000 ? foldedUnit(code) : NOT_SIMPLE;
      if (unit !== NOT_SIMPLE) {
        if (unit === BLANK && count > 0 && folded[count - 1] === BLANK) continue;
        folded[count] = unit;
        marks[count] = 1;
        count += 1;
        continue;
      }
      const several = foldCharacter(code);
      if (folded.length < count + several.length + to - at) {
        makeRoom(count, count + several.length + to - at);
        [folded, marks] = [units, begins];
      }
      let isFirst = 1;
      for (let place = 0; place < several.length; place += 1) {
        const part = several.charCodeAt(place);
        if (part === BLANK && count > 0 && folded[count - 1] === BLANK) continue;
        folded[count] = part;
        marks[count] = isFirst;
        isFirst = 0;
        count += 1;
      }
    }
    return count;
  }
}

/** Whether a term stands in a folded text, made of whole characters. */
function isIn(units: Uint16Array, begins: Uint8Array, count: number, term: Uint16Array): boolean {
  const { length } = term;
  const first = term[0];
  for (let at = 0; at <= count - length; at += 1) {
    if (units[at] !== first || begins[at] === 0) continue;
    let same = 1;
    while (same < length && units[at + same] === term[same]) same += 1;
    if (same === length && (at + same === count || begins[at + same] === 1)) return true;
  }
  return false;
}

/** The character that begins at a byte of UTF-8 above 127. */
function codePointAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const next = (place: number): number => (bytes[at + place] ?? 0) & 0x3f;
  if (first < 0xe0) return ((first & 0x1f) << 6) | next(1);
  if (first < 0xf0) return ((first & 0xf) << 12) | (next(1) << 6) | next(2);
  return ((first & 7) << 18) | (next(1) << 12) | (next(2) << 6) | next(3);
}

/** How many bytes of UTF-8 a character above 127 takes. */
function lengthOf(codePoint: number): number {
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** The character for which an escape stands; two escapes may be halves of one. */
function escapeAt(bytes: Uint8Array, at: number): number {
  const letter = bytes[at + 1] ?? 0;
  if (letter !== SMALL_U) return ESCAPES.get(letter) ?? letter;
  const unit = unitAt(bytes, at + 2);
  const isFirstHalf = unit >= 0xd800 && unit < 0xdc00;
  if (!isFirstHalf || bytes[at + 6] !== BACKSLASH || bytes[at + 7] !== SMALL_U) return unit;
  const second = unitAt(bytes, at + 8);
  return second >= 0xdc00 && second < 0xe000 ? 0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00) : unit;
}

/** How many bytes the escape takes that stands for a character. */
function escapeLength(bytes: Uint8Array, at: number, codePoint: number): number {
  if (bytes[at + 1] !== SMALL_U) return 2;
  return codePoint < 0x10000 ? 6 : 12;
}

/** The code unit that four hexadecimal digits write. */
function unitAt(bytes: Uint8Array, at: number): number {
  let unit = 0;
  for (let place = at; place < at + 4; place += 1) {
    const digit = bytes[place] ?? 0;
    // Letters of either case have the digit's value, less nine, in their lowest four bits.
    unit = (unit << 4) | ((digit & 0xf) + (digit > 0x39 ? 9 : 0));
  }
  return unit;
}
