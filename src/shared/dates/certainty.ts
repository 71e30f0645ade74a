// Splits a date in words from its doubts, so that the doubts can be shown as pills next to it. Pure.
import type { EventDate } from './event-date.ts';
import { dateInWords } from './words.ts';

/** The doubts that a date can carry. */
export type Doubt = 'approximate' | 'uncertain';

/** A date in words, without the doubts that apply to all of it, and these doubts. */
export interface Certainty {
  readonly words: string;
  readonly doubts: readonly Doubt[];
}

/** How the words of a date end that is uncertain as a whole. */
const UNCERTAIN = ', uncertain';

/** Words and doubts of a date; a doubt about only one part stays in the words. */
export function certaintyOf(when: EventDate): Certainty {
  const words = dateInWords(when);
  const doubts: Doubt[] = [];
  if (when.approximate) doubts.push('approximate');
  if (when.uncertain) doubts.push('uncertain');
  const isSaidOfAll = words.indexOf(UNCERTAIN) === words.length - UNCERTAIN.length;
  return { words: when.uncertain && isSaidOfAll ? words.slice(0, -UNCERTAIN.length) : words, doubts };
}
