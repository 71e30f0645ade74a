// Names an event for a screen reader.
import { isolate } from '../isolate.ts';
import { dateInWords } from '../dates/words.ts';
import type { PlacedEvent } from './document.ts';

/** What a screen reader says of an event: title, date and lane. */
export function eventLabel(event: PlacedEvent, laneTitle: string): string {
  return `${isolate(event.title)}, ${dateInWords(event.when)}, ${isolate(laneTitle)}`;
}
