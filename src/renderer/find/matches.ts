// The order of matches: the events in time, those without a date, the passages in articles, then from the start again.
// Pure.
import { grouped } from '../../shared/in-words.ts';
import type { TimelineModel } from '../view/model.ts';
import type { Found } from './finder.ts';

/** The reader's position. */
export interface Standing {
  /** Position of the selected event in the document, or `null`. */
  readonly event: number | null;
  /** Number of the last visited passage, from 0, or `null`; takes precedence over the event. */
  readonly passage: number | null;
}

/** The number of matches. */
export function countOf({ events, passages }: Pick<Found, 'events' | 'passages'>): number {
  return events.length + passages.length;
}

/** The match that the reader is at, counted from 0, or `null` at none. */
export function placeOf(found: Found, { event, passage }: Standing): number | null {
  if (passage !== null) return found.events.length + passage;
  return event !== null && found.holds(event) ? found.events.indexOf(event) : null;
}

/**
 * The next or previous match from the reader's position, counted from 0; the first follows the last. From an event that
 * does not match, it is the nearest matching event in that direction. `null` if there are no matches.
 */
export function nextPlace(
  found: Found,
  model: Pick<TimelineModel, 'next' | 'previous'>,
  standing: Standing,
  direction: 'next' | 'previous',
): number | null {
  const count = countOf(found);
  if (count === 0) return null;
  const step = direction === 'next' ? 1 : -1;
  const place = placeOf(found, standing);
  if (place !== null) return (place + step + count) % count;
  let { event } = standing;
  while (event !== null && !found.holds(event)) event = model[direction](event);
  if (event !== null) return found.events.indexOf(event);
  // Without an event, or past the last in this direction.
  if (direction === 'previous') return count - 1;
  return standing.event === null ? 0 : found.events.length % count;
}

/** “3 of 12”; “12 matches” before the first visit; or “No matches”. */
export function countInWords(found: Found, place: number | null): string {
  const count = countOf(found);
  if (count === 0) return 'No matches';
  const all = `${grouped(count)}${found.isCut ? '+' : ''}`;
  if (place !== null) return `${grouped(place + 1)} of ${all}`;
  return `${all} ${count === 1 ? 'match' : 'matches'}`;
}

/** How much of a document a search has read. */
export function shareInWords(share: number): string {
  return `${Math.round(100 * share)} % read`;
}
