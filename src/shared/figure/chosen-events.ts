// Tells which events a choice of events is for. It brings the search along, so main loads it with the first choice.
import type { EventTable } from '../document/table.ts';
import { createEventMatcher } from '../find/event-matcher.ts';
import { termsOf } from '../find/fold.ts';
import { importanceOf, type FigureEvents } from './events.ts';

/** Makes the test whether the event in a row is chosen; only a search has to read it. A query without words chooses none. */
export function chosenBy(wanted: FigureEvents, events: EventTable): (row: number) => boolean {
  switch (wanted.kind) {
    case 'found': {
      const terms = termsOf(wanted.query);
      const bitsOf = createEventMatcher(terms);
      return (row) => terms.length > 0 && bitsOf(events, row) === 2 ** terms.length - 1;
    }
    case 'selected': {
      const rows = new Set(wanted.ids.map((id) => events.rowOf(id)));
      return (row) => rows.has(row);
    }
    case 'importance':
      return (row) => importanceOf({ importance: events.importanceOf(row) }) >= wanted.least;
  }
}
