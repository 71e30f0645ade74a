// Text as a search compares it: without case, accents and kinds of quotation mark, each letter tied to its place. Pure.
import type { TextRange } from '../../shared/document/document.ts';

/** A text as it is compared, and where its parts come from. */
export interface Folded {
  readonly text: string;
  /**
   * For each code unit of `text`, where the character that it comes from begins in the original, in UTF-16 code units;
   * `null` where each stands for the one at its own place.
   */
  readonly origins: Uint32Array | null;
  /** The length of the original. */
  readonly length: number;
}

/**
 * Marks that a reader may leave out: accents, and the vowel signs of Arabic and Hebrew. Those of other scripts are
 * letters of their own, as are the two of Japanese, which belong to no script either.
 */
const ACCENT =
  /(?![\u3099\u309a])(?=\p{M})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]/gu;
/** Soft hyphens, joiners and marks of direction, which are not seen. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
const SPACE = /^\s$/u;

/**
 * Letters that Unicode does not take apart into a letter and a mark, though readers do, and signs that have a plain
 * twin on a keyboard. The Cyrillic ones are those of Kyrgyz, Tajik and their neighbours, by the letter of the Russian
 * keyboard that stands in for each; see docs/decisions/view.md.
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

/** What has been folded before, by code point. */
const known = new Map<number, string>();

function foldCharacter(character: string, codePoint: number): string {
  const before = known.get(codePoint);
  if (before !== undefined) return before;
  const bare = (text: string) => text.normalize('NFKD').replace(ACCENT, '').replace(UNSEEN, '');
  // A letter may have its accent in one case only, as İ has.
  const small = bare(bare(character).toLowerCase());
  const folded = Array.from(small, (part) => (SPACE.test(part) ? ' ' : (TWINS.get(part) ?? part))).join('');
  known.set(codePoint, folded);
  return folded;
}

/** What a code unit folds to where that is one too, by code unit: most text there is. Filled as texts are met. */
const SIMPLE = new Uint16Array(0x10000);
const UNKNOWN = 0;
const NOT_SIMPLE = 0xffff;
const BLANK = 32;
/** As many code units become text at once. */
const BLOCK = 4096;

function learn(unit: number): number {
  const isHalf = unit >= 0xd800 && unit < 0xe000;
  const folded = isHalf ? '' : foldCharacter(String.fromCharCode(unit), unit);
  const simple = folded.length === 1 ? folded.charCodeAt(0) : NOT_SIMPLE;
  SIMPLE[unit] = simple;
  return simple;
}

/** Folds a text whose characters all stay in place; `null` for any other. Ten times as fast as the general way. */
function foldInPlace(original: string): string | null {
  const units = new Uint16Array(original.length);
  let before = UNKNOWN;
  for (let at = 0; at < original.length; at += 1) {
    const unit = original.charCodeAt(at);
    const learnt = SIMPLE[unit] ?? UNKNOWN;
    const folded = learnt === UNKNOWN ? learn(unit) : learnt;
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
 * Folds a text: compatibility forms and accented letters taken apart (NFKD), accents and what is not seen left out,
 * lower case, {@link TWINS} for each other, any run of blanks as one. Folding what is folded changes nothing.
 */
export function fold(original: string): Folded {
  const { length } = original;
  const inPlace = foldInPlace(original);
  if (inPlace !== null) return { text: inPlace, origins: null, length };
  const origins: number[] = [];
  let [text, last] = ['', ''];
  for (let at = 0; at < length;) {
    const codePoint = original.codePointAt(at) ?? 0;
    const character = String.fromCodePoint(codePoint);
    for (const unit of foldCharacter(character, codePoint).split('')) {
      if (unit === ' ' && last === ' ') continue;
      // To look at the end of a text that is being put together costs as much as all of it.
      text += unit;
      last = unit;
      origins.push(at);
    }
    at += character.length;
  }
  return { text, origins: Uint32Array.from(origins), length };
}

/** Whether a character of the original begins at this place of the folded text, or the text ends there. */
function isEdge({ text, origins }: Folded, at: number): boolean {
  return origins === null || at === 0 || at === text.length || origins[at] !== origins[at - 1];
}

/** The next place at which a term stands, from one on; -1 where there is none. */
function indexOfTerm(folded: Folded, term: string, from: number): number {
  for (let at = folded.text.indexOf(term, from); at !== -1; at = folded.text.indexOf(term, at + 1)) {
    // Part of a character cannot be marked: “s” is not found in “ß”, which is “ss”.
    if (isEdge(folded, at) && isEdge(folded, at + term.length)) return at;
  }
  return -1;
}

/** Whether a term stands in a text. */
export function holds(folded: Folded, term: string): boolean {
  return indexOfTerm(folded, term, 0) !== -1;
}

/**
 * Where a term stands in the original, from the beginning on, without overlaps. An accent that follows a letter as a
 * character of its own belongs to it.
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

/**
 * What a reader looks for, folded: each word, and what stands between quotation marks as one. A quotation mark that is
 * not closed goes to the end. Each once, in the order of the query; empty where there is nothing to look for.
 */
export function termsOf(query: string): readonly string[] {
  const parts = fold(query).text.matchAll(/"([^"]*)"?|[^" ]+/g);
  const terms = Array.from(parts, ([word, phrase]) => (phrase ?? word).trim());
  return [...new Set(terms)].filter((term) => term !== '');
}

/** A query that looks for these very words, one behind the other. */
export function queryFor(words: string): string {
  const plain = words.replaceAll(/["“”„«»]/g, ' ').trim();
  return /\s/.test(plain) ? `"${plain}"` : plain;
}
