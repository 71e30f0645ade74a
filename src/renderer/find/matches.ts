// The order in which matches are walked through: the events in time, those without a date, then the places in articles, then from the start. Pure.
import type { TimelineModel } from '../view/model.ts';
import type { Found } from './finder.ts';

/** Where the reader is. */
export interface Standing {
  /** Position of the selected event in the document, or `null`. */
  readonly event: number | null;
  /** Number of the passage gone to last, from 0, or `null`; it counts before the event. */
  readonly passage: number | null;
}

/** How many matches there are. */
export function countOf({ events, passages }: Pick<Found, 'events' | 'passages'>): number {
  return events.length + passages.length;
}

/** Which match the reader stands at, counted from 0, or `null` where at none. */
export function placeOf(found: Found, { event, passage }: Standing): number | null {
  if (passage !== null) return found.events.length + passage;
  return event !== null && found.holds(event) ? found.events.indexOf(event) : null;
}

/**
 * The match after or before where the reader stands, counted from 0; beyond the last comes the first. From an event that
 * is no match it is the next in time that is one. `null` where there is none at all.
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
  // Without an event, or behind the last in this direction.
  if (direction === 'previous') return count - 1;
  return standing.event === null ? 0 : found.events.length % count;
}

/** “3 of 12”, “12 matches” before the first is gone to, or that there is none. */
export function countInWords(found: Found, place: number | null): string {
  const count = countOf(found);
  if (count === 0) return 'No matches';
  const all = `${count.toLocaleString('en')}${found.isCut ? '+' : ''}`;
  if (place !== null) return `${(place + 1).toLocaleString('en')} of ${all}`;
  return `${all} ${count === 1 ? 'match' : 'matches'}`;
}
