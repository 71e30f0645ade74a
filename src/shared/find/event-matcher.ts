// Looks for terms in the event of a row, in its JSON as it now is. Pure.
import type { EventTable } from '../document/table.ts';
import { textsOf } from './event-texts.ts';
import { fold, holds } from './fold.ts';
import { createEventScanner } from './scan-event.ts';
import { createTextMatcher } from './text-matcher.ts';

const NOTHING: Uint8Array = new Uint8Array();

/**
 * Prepares to look for terms.
 *
 * @param terms from `termsOf`
 * @returns a function that says which terms stand in an event: a bit for each; none where there is no event.
 */
export function createEventMatcher(terms: readonly string[]): (events: EventTable, row: number) => number {
  const bitsIn = createTextMatcher(terms);
  let json = NOTHING;
  let bits = 0;
  const scan = createEventScanner({
    text: (from, to) => {
      bits |= bitsIn(json, from, to);
    },
    quote: () => undefined,
  });
  return (events, row) => {
    json = events.jsonAt(row) ?? NOTHING;
    bits = 0;
    if (json.length === 0 || scan(json, 0, json.length)) return bits;
    const event = events.read(row);
    const texts = event === undefined ? [] : Object.values(textsOf(event)).flat().map(fold);
    return terms.reduce(
      (sum, term, place) => (texts.some((text) => holds(text, term)) ? sum | (1 << place) : sum),
      0,
    );
  };
}
