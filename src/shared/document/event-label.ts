// Names and counts events in words.
import { isolate } from '../isolate.ts';
import { dateInWords } from '../dates/words.ts';
import { grouped } from '../in-words.ts';
import type { AnyEvent } from './event.ts';

/** Shown in place of a missing date. */
export const NO_DATE = 'No date';

/** How screen readers announce an event: title, date and lane. */
export function eventLabel(event: AnyEvent, laneTitle: string): string {
  return `${isolate(event.title)}, ${event.when === undefined ? NO_DATE : dateInWords(event.when)}, ${isolate(laneTitle)}`;
}

/** “1 event”, “2,000 events”. */
export function eventsInWords(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'event' : 'events'}`;
}
