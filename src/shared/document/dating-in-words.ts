// How an event's date is known, in a few words.
import type { Dating, ReadDating } from './event.ts';

/** What each kind of dating means, as a sentence. */
export const DATING: Readonly<Record<ReadDating['kind'], string>> = {
  stated: 'Stated in the article.',
  derived: 'Derived from the article.',
  external: 'From another source.',
};

/** How a date is known and how sure that is: “Stated in the article. Confidence: high.” */
export function datingInWords(dating: Dating): string {
  return dating.kind === 'imported'
    ? 'Imported from a file.'
    : `${DATING[dating.kind]} Confidence: ${dating.confidence}.`;
}
