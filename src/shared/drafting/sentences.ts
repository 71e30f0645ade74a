// Cuts tokens into sentences.
import type { Token } from './tokens.ts';

/** A sentence: the number of its first token, and of the one after its last. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
}

/** Tokens. Anything longer is no sentence, and searching all of it again for each date would take too long. */
const LONGEST = 300;

const ENDS = new Set(['.', '!', '?', '…']);
const CLOSERS = new Set(['"', '”', '’', "'", ')', ']', '»']);

/**
 * Cuts tokens into sentences, at line breaks and behind full stops.
 *
 * @param abbreviations words that a point follows within a sentence, in small letters without the point.
 */
export function sentencesOf(tokens: readonly Token[], abbreviations: ReadonlySet<string>): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const end = (to: number): void => {
    if (to > from) sentences.push({ from, to });
    from = to;
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (at > from && (token.gap === 'break' || at - from >= LONGEST)) end(at);
    if (token.end - token.start > 1 || !ENDS.has(token.word)) continue;
    let after = at + 1;
    while (tokens[after]?.gap === 'none' && CLOSERS.has(tokens[after]?.text ?? '')) after++;
    const next = tokens[after];
    if (next === undefined || next.gap === 'none') continue;
    if (token.word === '.' && isInside(tokens, from, at, next, abbreviations)) continue;
    end(after);
    at = after - 1;
  }
  end(tokens.length);
  return sentences;
}

/** A year at most so many tokens into a sentence stands in front of it. */
const FRONTED = 5;

/** Whether a point belongs to an abbreviation or an initial. */
function isInside(
  tokens: readonly Token[],
  from: number,
  at: number,
  next: Token,
  abbreviations: ReadonlySet<string>,
): boolean {
  const before = tokens[at - 1];
  if (next.gap === 'break') return false;
  if (/^\p{Ll}/u.test(next.text)) return true;
  if (before === undefined || tokens[at]?.gap !== 'none') return false;
  if (before.text.length === 1 && before.capital) {
    // “J. Smith”; but “… in the U.S. The …” ends where a word of its own begins.
    const initial = tokens[at - 2]?.word === '.' && before.gap === 'none';
    return !initial || !/^(?:the|a|an|in|on|it|he|she|they|but|this|that)$/.test(next.word);
  }
  // “… в 2001 г. Следующий …”; but “В 2001 г. Иванов …” goes on.
  if (/^гг?$/.test(before.word) && /^\d{4}$/.test(tokens[at - 2]?.word ?? '') && at - from > FRONTED)
    return false;
  // “At 6:30 a.m. EST Wednesday”
  if (before.word === 'm' && /^[ap]$/.test(tokens[at - 3]?.word ?? ''))
    return /^\p{Lu}{2,4}$/u.test(next.text) || /^\p{Lu}\p{Ll}+day$/u.test(next.text);
  return abbreviations.has(before.word);
}
