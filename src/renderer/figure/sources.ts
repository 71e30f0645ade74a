// Chooses and numbers the sources that a figure lists. Pure.
import { compareDates } from '../../shared/dates/order.ts';
import type { Note } from '../../shared/document/document.ts';
import type { PlacedEvent, Source } from '../../shared/document/event.ts';

/** The sources of a figure, numbered from 1. */
export interface NumberedSources {
  /** In the order of their numbers. */
  readonly list: readonly Source[];
  /** Finds the numbers of an event's or a note's sources, ascending. */
  readonly numbersOf: (holder: Pick<PlacedEvent | Note, 'sources'>) => readonly number[];
}

/**
 * Numbers sources in reading order: those of the events in time order, then those of the notes. Sources with
 * the same address are the same source and have one number; the title met first names it. Two addresses are two sources,
 * even where title and domain are the same.
 * @param events with a label, in any order; events at the same time keep theirs
 */
export function numberSources(events: readonly PlacedEvent[], notes: readonly Note[]): NumberedSources {
  const inTime = events.toSorted((a, b) => compareDates(a.when, b.when));
  const list: Source[] = [];
  const numbers = new Map<string, number>();
  for (const source of [...inTime, ...notes].flatMap(({ sources }) => sources)) {
    if (numbers.has(source.address)) continue;
    list.push(source);
    numbers.set(source.address, list.length);
  }
  return {
    list,
    numbersOf: ({ sources }) => {
      const own = sources.flatMap(({ address }) => numbers.get(address) ?? []);
      return [...new Set(own)].toSorted((a, b) => a - b);
    },
  };
}
