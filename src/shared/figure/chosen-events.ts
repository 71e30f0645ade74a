// Tells which events a choice of events is for. It brings the search along, so main loads it with the first choice.
import type { AnyEvent } from '../document/event.ts';
import { containsAll } from '../find/event-texts.ts';
import { termsOf } from '../find/fold.ts';
import { importanceOf, type FigureEvents } from './events.ts';

/** Makes the test whether an event is chosen. A query without words chooses none. */
export function chosenBy(events: FigureEvents): (event: AnyEvent) => boolean {
  switch (events.kind) {
    case 'found': {
      const terms = termsOf(events.query);
      return (event) => terms.length > 0 && containsAll(event, terms);
    }
    case 'selected': {
      const ids = new Set(events.ids);
      return ({ id }) => ids.has(id);
    }
    case 'importance':
      return (event) => importanceOf(event) >= events.least;
  }
}
