// Whether an English clause tells of what was or of what will be.
import type { Tense } from '../language.ts';
import { wordSet, type Token } from '../tokens.ts';
import { PAST } from './verbs.ts';

/** Words that point to what is to come. */
const FUTURE = wordSet(
  'will shall ll plans plan planned planning intends intend intended expects expect expected scheduled due slated set upcoming tomorrow hopes hope deadline ahead begins starts forthcoming aims proposes proposed vows promises would could may might should must can',
);
/** Pasts that look like the present, so that they say nothing of the time. */
const BOTH = wordSet('cut hit hurt let put quit read set shut split spread cost cast burst bet');
/** Verbs whose present, with a date beside it, tells what is planned: “the conference ends on Wednesday”. */
const PLANNED = wordSet(
  'ends opens closes reopens meets takes resumes returns expires faces hosts votes arrives departs leaves concludes convenes goes comes holds visits travels heads kicks plays marks celebrates turns retires elects appears',
);
/** Plans that may be told of what was: “had been scheduled for Monday”. */
const VIEWED = wordSet('due scheduled planned set slated expected');
/** What is traded before its month: “December delivery”. */
const TRADED = wordSet('delivery futures contract contracts crude');
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
    // “Had been due on Monday” tells of what was to be.
    const isPlanOfThen =
      VIEWED.has(word) && tokens[index - 1]?.word === 'been' && tokens[index - 2]?.word === 'had';
    if (word === 'is' || word === 'are' || PLANNED.has(word)) nearest.isPresent = true;
    if (
      (FUTURE.has(word) && !isPlanOfThen && !(word === 'may' && token.capital)) ||
      (word === 'to' && isInfinitive(tokens, index))
    ) {
      nearest.tense = 'future';
      nearest.away = away;
    } else if (isPast(word) && !IS.has(tokens[index - 1]?.word ?? '')) {
      nearest.tense = 'past';
      nearest.away = away;
    }
  };
  // “December delivery” is to come.
  if (TRADED.has(tokens[at.to]?.word ?? '')) return 'future';
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

function isPast(word: string): boolean {
  return (
    (PAST.has(word) && !BOTH.has(word)) || /^(?:has|have|been|ago)$/.test(word) || /^\p{L}{3,}ed$/u.test(word)
  );
}

/** “to be held”: is, was or due before it, or a verb of planning. */
function isInfinitive(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]?.word ?? '';
  return next === 'be' || next === 'begin' || next === 'start' || next === 'open';
}
