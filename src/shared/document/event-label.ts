// Names an event for a screen reader.
import { dateInWords } from '../dates/words.ts';
import type { PlacedEvent } from './document.ts';

/** What a screen reader says of an event: title, date and lane. */
export function eventLabel(event: PlacedEvent, laneTitle: string): string {
  return `${event.title}, ${dateInWords(event.when)}, ${laneTitle}`;
}
