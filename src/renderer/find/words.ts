// Announces a search to screen readers: how many matches there are, and which one the reader has gone to. Pure.
import type { PlacedDocument } from '../../shared/document/document.ts';
import { laneTitleOf } from '../../shared/document/lane-of.ts';
import { eventLabel } from '../../shared/document/event-label.ts';
import { fieldsWith } from '../../shared/find/event-texts.ts';
import { grouped } from '../../shared/in-words.ts';
import type { Found } from './finder.ts';
import { countInWords, countOf } from './matches.ts';

/** How many characters around a passage are read out. */
const AROUND = 40;

/** How many events matched, and how many further passages. */
export function foundInWords(found: Found): string {
  const { query, events, passages, isCut } = found;
  if (countOf(found) === 0) return `No matches for ${query}`;
  const parts = [
    ...(events.length > 0 ? [counted(events.length, 'event', 'events')] : []),
    ...(passages.length > 0
      ? [`${isCut ? 'more than ' : ''}${counted(passages.length, 'passage', 'passages')}`]
      : []),
  ];
  return `Found ${parts.join(' and ')}`;
}

/**
 * A match: its number, the event and the matching part of it, or the words around the passage.
 *
 * @param place counted from 0
 */
export function matchInWords(found: Found, place: number, document: PlacedDocument): string {
  const which = countInWords(found, place);
  const event = document.events.at(found.events[place] ?? -1);
  if (event !== undefined) {
    return `${which}: ${eventLabel(event, laneTitleOf(document, event))}. Found in ${fieldsWith(event, found.terms).join(', ')}`;
  }
  const passage = found.passages[place - found.events.length];
  const text = document.articles.find(({ id }) => id === passage?.article)?.text ?? '';
  const [first] = passage?.ranges ?? [];
  if (passage === undefined || first === undefined) return which;
  const { paragraph } = passage;
  const from = Math.max(paragraph.start, first.start - AROUND);
  const to = Math.min(paragraph.end, first.end + AROUND);
  // Never cut a word.
  const before = text.slice(from, first.start).replace(from > paragraph.start ? /^\S*\s/u : '', '');
  const after = text.slice(first.end, to).replace(to < paragraph.end ? /\s\S*$/u : '', '');
  const words = `${before}${text.slice(first.start, first.end)}${after}`;
  return `${which}: in the text, ${words.replace(/\s+/gu, ' ')}`;
}

function counted(count: number, one: string, many: string): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
