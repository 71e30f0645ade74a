// Whether an English clause tells of what was or of what will be.
import type { Tense } from '../language.ts';
import { wordSet, type Token } from '../tokens.ts';

/** Words that point to what is to come. */
const FUTURE = wordSet(
  'will shall ll plans plan planned planning intends intend expects expect expected scheduled due slated set upcoming tomorrow hopes hope deadline ahead begins starts forthcoming would could may might should must can',
);
const PAST = wordSet(
  'was were had did said told announced began came made took held met went became fought killed left won signed launched died opened released reported declared agreed ended started added gave found saw was has have been ago',
);
/** “Will be delayed”, “is expected”: the participle behind these tells nothing of its own. */
const IS = new Set(['be', 'is', 'are', 'not', 'being']);
const BREAKS = new Set([';', '.', '!', '?', ':']);

/** The tense of the clause around an expression: the nearest verb that says so, those before it first. */
export function tense(
  tokens: readonly Token[],
  sentence: { from: number; to: number },
  at: { from: number; to: number },
): Tense {
  const nearest: { tense: Tense; away: number; isPresent: boolean } = {
    tense: null,
    away: Infinity,
    // “The meeting is on Thursday”: the present, with a date, tells what is to come where no other verb says more.
    isPresent: false,
  };
  const look = (index: number, away: number): void => {
    const token = tokens[index];
    if (token === undefined || away >= nearest.away) return;
    const { word } = token;
    if (word === 'is' || word === 'are') nearest.isPresent = true;
    if (
      (FUTURE.has(word) && !(word === 'may' && token.capital)) ||
      (word === 'to' && isInfinitive(tokens, index))
    ) {
      nearest.tense = 'future';
      nearest.away = away;
    } else if ((PAST.has(word) || /^\p{L}{3,}ed$/u.test(word)) && !IS.has(tokens[index - 1]?.word ?? '')) {
      nearest.tense = 'past';
      nearest.away = away;
    }
  };
  for (let index = at.from - 1; index >= sentence.from; index--) {
    if (BREAKS.has(tokens[index]?.word ?? '')) break;
    look(index, at.from - index);
  }
  for (let index = at.to; index < sentence.to; index++) {
    if (BREAKS.has(tokens[index]?.word ?? '')) break;
    // What follows counts for less: the verb mostly stands before the date.
    look(index, (index - at.to + 1) * 1.5 + 2);
  }
  return nearest.tense ?? (nearest.isPresent ? 'future' : null);
}

/** “to be held”: is, was or due before it, or a verb of planning. */
function isInfinitive(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]?.word ?? '';
  return next === 'be' || next === 'begin' || next === 'start' || next === 'open';
}
