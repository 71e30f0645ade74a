// Names an event for a screen reader.
import { isolate } from '../isolate.ts';
import { dateInWords } from '../dates/words.ts';
import type { AnyEvent } from './document.ts';

/** What stands where the date of an event would. */
export const NO_DATE = 'No date';

/** What a screen reader says of an event: title, date and lane. */
export function eventLabel(event: AnyEvent, laneTitle: string): string {
  return `${isolate(event.title)}, ${event.when === undefined ? NO_DATE : dateInWords(event.when)}, ${isolate(laneTitle)}`;
}
