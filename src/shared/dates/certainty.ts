// Parts a date in words from its doubts, so that these can be shown as pills beside it. Pure.
import type { EventDate } from './event-date.ts';
import { dateInWords } from './words.ts';

/** What a date may be besides known. */
export type Doubt = 'approximate' | 'uncertain';

/** A date in words without the doubt that is said of all of it, and its doubts. */
export interface Certainty {
  readonly words: string;
  readonly doubts: readonly Doubt[];
}

/** How a date in words ends that is uncertain as a whole. */
const UNCERTAIN = ', uncertain';

/** Words and doubts of a date; a doubt that is said of one part of it stays in the words too. */
export function certaintyOf(when: EventDate): Certainty {
  const words = dateInWords(when);
  const doubts: Doubt[] = [];
  if (when.approximate) doubts.push('approximate');
  if (when.uncertain) doubts.push('uncertain');
  const isSaidOfAll = words.indexOf(UNCERTAIN) === words.length - UNCERTAIN.length;
  return { words: when.uncertain && isSaidOfAll ? words.slice(0, -UNCERTAIN.length) : words, doubts };
}
