// What a screen reader says of a search: how much was found, and which match the reader has gone to. Pure.
import type { PlacedDocument } from '../../shared/document/document.ts';
import { eventLabel } from '../timeline/marks.ts';
import { fieldsWith, type Found } from './finder.ts';
import { countInWords, countOf } from './matches.ts';

/** As much of the text around a passage is said, characters. */
const AROUND = 40;

/** How many events were found, and how many places beside them. */
export function foundInWords(found: Found): string {
  const { query, events, passages, isCut } = found;
  if (countOf(found) === 0) return `No match for ${query}`;
  const parts = [
    ...(events.length > 0 ? [counted(events.length, 'event', 'events')] : []),
    ...(passages.length > 0
      ? [`${isCut ? 'more than ' : ''}${counted(passages.length, 'place in the text', 'places in the text')}`]
      : []),
  ];
  return `Found ${parts.join(' and ')}`;
}

/**
 * A match: which of how many, the event and where in it something was found, or the words around the passage.
 * @param place counted from 0
 */
export function matchInWords(
  found: Found,
  place: number,
  { events, lanes, articles }: PlacedDocument,
): string {
  const which = countInWords(found, place);
  const event = events[found.events[place] ?? -1];
  if (event !== undefined) {
    const lane = lanes.find(({ id }) => id === event.lane)?.title ?? '';
    return `${which}: ${eventLabel(event, lane)}. Found in ${fieldsWith(event, found.terms).join(', ')}`;
  }
  const passage = found.passages[place - found.events.length];
  const text = articles.find(({ id }) => id === passage?.article)?.text ?? '';
  const [first] = passage?.ranges ?? [];
  if (first === undefined) return which;
  const from = text.slice(Math.max(0, first.start - AROUND), first.start).replace(/^\S*\s/u, '');
  const to = text.slice(first.end, first.end + AROUND).replace(/\s\S*$/u, '');
  return `${which}: in the text, ${from}${text.slice(first.start, first.end)}${to}`.replace(/\s+/gu, ' ');
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
