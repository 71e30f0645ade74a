// Cuts a text into words, numbers and marks with their places.

/** What stands between a token and the one before it: nothing, blanks, or the end of a line of thought. */
export type Gap = 'none' | 'blank' | 'break';

/** A word, a number or a mark. */
export interface Token {
  /** UTF-16 offset of its first unit. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** As written. */
  readonly text: string;
  /** In small letters, `ё` as `е`; all dashes are `-`, all apostrophes `'`. */
  readonly word: string;
  readonly gap: Gap;
  readonly capital: boolean;
}

/**
 * An ISO date with or without a time; numbers joined by points, commas, colons or slashes (`18:00`, `7/8/07`, `1,500`);
 * a number with letters (`15th`, `1990s`); a word; any other single mark. Each alternative reads on without going back.
 */
const TOKEN =
  /\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?(?!\d)|\d+(?:[.,:/]\d+)+|\d+\p{L}*|\p{L}[\p{L}\p{M}\d]*|[^\s\p{L}\d]/gu;

const DASH = /^[-‐‑‒–—−]$/;
const APOSTROPHE = /^['’‘ʼ`]$/;
const LETTER = /^\p{L}/u;

/** A set of words of tokens, which are written with blanks between them. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Cuts a text into tokens. */
export function tokensOf(text: string): Token[] {
  const isWrapped = wrapped(text);
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [written] = match;
    const start = match.index;
    tokens.push({
      start,
      end: start + written.length,
      text: written,
      word: normal(written),
      gap: start === end ? 'none' : gapOf(text, end, start, isWrapped),
      capital: isCapital(written),
    });
    end = start + written.length;
  }
  return tokens;
}

function normal(written: string): string {
  if (written.length > 1 || LETTER.test(written)) return written.toLowerCase().replaceAll('ё', 'е');
  if (DASH.test(written)) return '-';
  return APOSTROPHE.test(written) ? "'" : written;
}

function isCapital(written: string): boolean {
  const [first = ''] = written;
  return first !== first.toLowerCase();
}

/** Whether lines of a text are cut at a width, as in mail, so that a line break is no more than a blank. */
function wrapped(text: string): boolean {
  const lines = text.split('\n', 400).filter((line) => line.trim() !== '');
  const full = lines.filter(({ length }) => length >= 45 && length <= 100).length;
  // Where each line is a sentence, most end with a full stop.
  const ended = lines.filter((line) => /[.!?]["”’)]?\s*$/.test(line)).length;
  return (
    lines.length > 5 &&
    full * 2 > lines.length &&
    ended * 3 < lines.length &&
    lines.every(({ length }) => length <= 120)
  );
}

function gapOf(text: string, from: number, to: number, isWrapped: boolean): Gap {
  let lines = 0;
  for (let at = from; at < to; at++)
    if (text.charCodeAt(at) === 10 || text.charCodeAt(at) === 0x2029) lines++;
  if (lines === 0) return 'blank';
  return lines === 1 && (isWrapped || isOneLine(text, from, to)) ? 'blank' : 'break';
}

/** Whether a sentence goes on over a line break: no mark ends the line, and the next begins with a small letter. */
function isOneLine(text: string, from: number, to: number): boolean {
  return /[\p{L}\d,]/u.test(text.slice(from - 1, from)) && /^\p{Ll}/u.test(text.slice(to, to + 2));
}
