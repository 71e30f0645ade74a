// Folds text for comparison: without case, accents and kinds of quotation mark, each letter tied to its place. Pure.
import type { TextRange } from '../document/event.ts';

/** A folded text, and the origin of its parts. */
export interface Folded {
  readonly text: string;
  /**
   * For each code unit of `text`, the start of its original character, in UTF-16 code units; `null` if every code unit
   * corresponds to the one at the same place.
   */
  readonly origins: Uint32Array | null;
  /** The length of the original. */
  readonly length: number;
}

/**
 * Marks that readers may leave out: accents, and the vowel signs of Arabic and Hebrew. Marks of other scripts are
 * letters of their own, as are two Japanese ones, which Unicode assigns to no script.
 */
const ACCENT =
  /(?![\u3099\u309a])(?=\p{M})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]/gu;
/** Invisible characters: soft hyphens, joiners and directional marks. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
const SPACE = /^\s$/u;

/**
 * Letters that Unicode does not decompose into a letter and a mark, though readers do, and signs with a plain twin on a
 * keyboard. The Cyrillic ones are those of Kyrgyz, Tajik and their neighbours, by the Russian keyboard's letter for
 * each; see docs/decisions/view.md.
 */
const TWINS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ң: 'н',
    ө: 'о',
    ү: 'у',
    ұ: 'у',
    қ: 'к',
    ғ: 'г',
    ҳ: 'х',
    һ: 'х',
    ҷ: 'ч',
    ә: 'а',
    җ: 'ж',
    ґ: 'г',
    є: 'е',
    і: 'и',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    ħ: 'h',
    ł: 'l',
    ı: 'i',
    þ: 'th',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ς: 'σ',
    '‘': "'",
    '’': "'",
    ʼ: "'",
    ʻ: "'",
    '“': '"',
    '”': '"',
    '„': '"',
    '«': '"',
    '»': '"',
    '‐': '-',
    '–': '-',
    '—': '-',
    '−': '-',
  }),
);

/** Folded characters so far, by code point. */
const known = new Map<number, string>();

/** What a character folds to, as in {@link fold}: perhaps nothing, or several code units. */
export function foldCharacter(codePoint: number): string {
  const before = known.get(codePoint);
  if (before !== undefined) return before;
  const character = String.fromCodePoint(codePoint);
  const bare = (text: string) => text.normalize('NFKD').replace(ACCENT, '').replace(UNSEEN, '');
  // A letter may have its accent in only one case, like İ.
  const small = bare(bare(character).toLowerCase());
  const folded = Array.from(small, (part) => (SPACE.test(part) ? ' ' : (TWINS.get(part) ?? part))).join('');
  known.set(codePoint, folded);
  return folded;
}

/** For code units that fold to a single code unit, which is most text: the result. Filled as texts come in. */
const SIMPLE = new Uint16Array(0x10000);
const UNKNOWN = 0;
/** The code unit folds to none or to several, or is half a character. */
export const NOT_SIMPLE = 0xffff;
/** Any run of blanks folds to one of these. */
export const BLANK = 32;
/** How many code units to convert to text at once. */
const BLOCK = 4096;

function learn(unit: number): number {
  const isHalf = unit >= 0xd800 && unit < 0xe000;
  const folded = isHalf ? '' : foldCharacter(unit);
  const simple = folded.length === 1 ? folded.charCodeAt(0) : NOT_SIMPLE;
  SIMPLE[unit] = simple;
  return simple;
}

/** What a UTF-16 code unit folds to by itself: a code unit, or {@link NOT_SIMPLE}. */
export function foldedUnit(unit: number): number {
  const learnt = SIMPLE[unit] ?? UNKNOWN;
  return learnt === UNKNOWN ? learn(unit) : learnt;
}

/** Folds a text whose characters all keep their places; `null` for any other. Ten times as fast as the general way. */
function foldInPlace(original: string): string | null {
  const units = new Uint16Array(original.length);
  let before = UNKNOWN;
  for (let at = 0; at < original.length; at += 1) {
    const folded = foldedUnit(original.charCodeAt(at));
    if (folded === NOT_SIMPLE || (folded === BLANK && before === BLANK)) return null;
    units[at] = folded;
    before = folded;
  }
  let text = '';
  for (let at = 0; at < units.length; at += BLOCK)
    text += String.fromCharCode(...units.subarray(at, at + BLOCK));
  return text;
}

/**
 * Folds a text: decomposes compatibility forms and accented letters (NFKD), drops accents and invisible characters,
 * converts to lower case, replaces letters by their {@link TWINS}, and turns any run of blanks into one. Folding a
 * folded text changes nothing.
 */
export function fold(original: string): Folded {
  const { length } = original;
  const inPlace = foldInPlace(original);
  if (inPlace !== null) return { text: inPlace, origins: null, length };
  const origins: number[] = [];
  let [text, last] = ['', ''];
  for (let at = 0; at < length;) {
    const codePoint = original.codePointAt(at) ?? 0;
    for (const unit of foldCharacter(codePoint).split('')) {
      if (unit === ' ' && last === ' ') continue;
      // Reading the end of a string under construction costs as much as reading all of it.
      text += unit;
      last = unit;
      origins.push(at);
    }
    at += codePoint < 0x10000 ? 1 : 2;
  }
  return { text, origins: Uint32Array.from(origins), length };
}

/** Whether a character of the original begins at this place in the folded text, or the text ends there. */
function isEdge({ text, origins }: Folded, at: number): boolean {
  return origins === null || at === 0 || at === text.length || origins[at] !== origins[at - 1];
}

/** The next place of a term from an offset on; -1 if there is none. */
function indexOfTerm(folded: Folded, term: string, from: number): number {
  for (let at = folded.text.indexOf(term, from); at !== -1; at = folded.text.indexOf(term, at + 1)) {
    // Part of a character cannot be highlighted: “s” does not match “ß”, which folds to “ss”.
    if (isEdge(folded, at) && isEdge(folded, at + term.length)) return at;
  }
  return -1;
}

/** Whether a text contains a term. */
export function holds(folded: Folded, term: string): boolean {
  return indexOfTerm(folded, term, 0) !== -1;
}

/**
 * The ranges of a term in the original, in order and without overlaps. They include an accent that follows a letter as
 * a separate character.
 *
 * @param term folded, not empty
 */
export function rangesOf(folded: Folded, term: string): TextRange[] {
  const { origins, length } = folded;
  const ranges: TextRange[] = [];
  let at = indexOfTerm(folded, term, 0);
  while (at !== -1) {
    const next = at + term.length;
    ranges.push(
      origins === null
        ? { start: at, end: next }
        : { start: origins[at] ?? length, end: origins[next] ?? length },
    );
    at = indexOfTerm(folded, term, next);
  }
  return ranges;
}

/** The most terms of a query: a bit mask holds 31. */
const MOST_TERMS = 31;

/**
 * The folded terms of a query: each word, and each phrase in quotation marks. A phrase that is not closed goes to the
 * end. Each term once, in the order of the query, at most 31; empty if there is nothing to search for.
 */
export function termsOf(query: string): readonly string[] {
  const parts = fold(query).text.matchAll(/"([^"]*)"?|[^" ]+/g);
  const terms = Array.from(parts, ([word, phrase]) => (phrase ?? word).trim());
  return [...new Set(terms)].filter((term) => term !== '').slice(0, MOST_TERMS);
}

/** A query for exactly these words in this order. */
export function queryFor(words: string): string {
  const plain = words.replaceAll(/["“”„«»]/g, ' ').trim();
  return /\s/.test(plain) ? `"${plain}"` : plain;
}
