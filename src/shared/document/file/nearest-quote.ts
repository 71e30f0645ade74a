// Finds a quote in an article, verbatim or nearly so, at a cost that neither quote nor text can drive up.

/** How far from its claimed position a quote is searched for, characters: most articles are shorter. */
export const REACH = 250_000;

/** Where a search looked, and what it found. */
export interface NearestQuote {
  /** Whether it covered all of the text. */
  readonly isWhole: boolean;
  /**
   * Offset of the nearest verbatim match, or else of the nearest one that differs only in marks and spaces; or `null`.
   */
  readonly at: number | null;
  readonly isVerbatim: boolean;
}

/**
 * Searches for a quote within {@link REACH} of an offset. If it has no verbatim match, other quotation marks, dashes
 * and spaces count as the same, one for one.
 *
 * @param start where the quote should stand; may lie beyond the text.
 */
export function nearestQuote(quote: string, text: string, start: number): NearestQuote {
  const middle = Math.min(start, text.length);
  const from = Math.max(0, middle - REACH);
  const to = Math.min(text.length, middle + quote.length + REACH);
  const isWhole = from === 0 && to === text.length;
  const find = (codes: Uint16Array) => nearest(quote, text, { start, from, to }, codes);
  const alike = find(plainCodes());
  if (alike === null || text.startsWith(quote, alike)) return { isWhole, at: alike, isVerbatim: true };
  const verbatim = find(ownCodes());
  return { isWhole, at: verbatim ?? alike, isVerbatim: verbatim !== null };
}

/**
 * Knuth, Morris and Pratt's search, which visits each character once. The engine's own search, for a quote of one
 * letter with a fault in a text of the same letter, takes as many steps as both lengths multiplied.
 *
 * @param codes what each code unit counts as.
 */
function nearest(
  quote: string,
  text: string,
  { start, from, to }: { readonly start: number; readonly from: number; readonly to: number },
  codes: Uint16Array,
): number | null {
  const sought = Uint16Array.from(quote, (_, at) => codes[quote.charCodeAt(at)] ?? 0);
  const fallbacks = fallbacksOf(sought);
  let found: number | null = null;
  let matched = 0;
  for (let at = from; at < to; at += 1) {
    const code = codes[text.charCodeAt(at)];
    while (matched > 0 && sought[matched] !== code) matched = fallbacks[matched - 1] ?? 0;
    if (sought[matched] === code) matched += 1;
    if (matched < sought.length) continue;
    const place = at + 1 - matched;
    if (found === null || Math.abs(place - start) < Math.abs(found - start)) found = place;
    if (place >= start) break;
    matched = fallbacks[matched - 1] ?? 0;
  }
  return found;
}

/** For each prefix of a text, the length of the longest shorter prefix that it ends with. */
function fallbacksOf(sought: Uint16Array): Int32Array {
  const fallbacks = new Int32Array(sought.length);
  let matched = 0;
  for (let at = 1; at < sought.length; at += 1) {
    while (matched > 0 && sought[matched] !== sought[at]) matched = fallbacks[matched - 1] ?? 0;
    if (sought[matched] === sought[at]) matched += 1;
    fallbacks[at] = matched;
  }
  return fallbacks;
}

const ALL_CODES = 0x1_0000;

const ownCodes = once(() => Uint16Array.from({ length: ALL_CODES }, (_, code) => code));

const plainCodes = once(() => {
  const all = plain(Array.from(ownCodes(), (code) => String.fromCharCode(code)).join(''));
  return Uint16Array.from({ length: ALL_CODES }, (_, code) => all.charCodeAt(code));
});

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

/** Replaces quotation marks, dashes and spaces by typewriter characters, one for one, so that offsets stay valid. */
function plain(text: string): string {
  return text
    .replace(/[‘’‚‛ʻʼ′`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s/g, ' ');
}
