// The choice of events in the export dialog: the ways there are, how many events each leaves, and which make no sense now. Pure.
import { IMPORTANCE, LONGEST_QUERY, type FigureEvents } from '../../shared/figure/events.ts';
import { grouped } from '../../shared/in-words.ts';

/** A way to choose events. */
export type EventKind = 'all' | FigureEvents['kind'];

/** What the ways to choose events refer to, in the lanes that are shown. */
export interface EventSurroundings {
  /** How many events matter at least so much: the first 1, which are all of them, the last 5. */
  readonly important: readonly number[];
  /** The search, or `null` if nothing is searched for. */
  readonly found: { readonly query: string; readonly count: number } | null;
  /** Ids of the selected events. */
  readonly selected: readonly string[];
}

/** What is chosen of them. */
export interface EventChoice {
  readonly events: EventKind;
  /** 1 to 5; used if the events are chosen by importance. */
  readonly importance: number;
}

/** A line of a list to choose from; `isPossible` is false where it makes no sense now, and the label says why. */
interface Line<Value> {
  readonly value: Value;
  readonly label: string;
  readonly isPossible: boolean;
}

/** The ways to choose events, each with its number or why there is none. */
export function eventLines({ important, found, selected }: EventSurroundings): readonly Line<EventKind>[] {
  const all = important[0] ?? 0;
  const isTooLong = found !== null && found.query.length > LONGEST_QUERY;
  return [
    { value: 'all', label: `All (${inThousands(all)})`, isPossible: true },
    {
      value: 'found',
      label:
        found === null
          ? 'Found (no search)'
          : isTooLong
            ? 'Found (too long a search)'
            : `${inThousands(found.count)} found`,
      isPossible: found !== null && found.count > 0 && !isTooLong,
    },
    {
      value: 'selected',
      label: selected.length === 0 ? 'Selected (none)' : `${inThousands(selected.length)} selected`,
      isPossible: selected.length > 0,
    },
    important.some((count) => count > 0 && count < all)
      ? { value: 'importance', label: 'By importance', isPossible: true }
      : { value: 'importance', label: 'By importance (all have the same)', isPossible: false },
  ];
}

/** The degrees of importance to choose from, each with the number of events that it leaves. */
export function importanceLines({ important }: EventSurroundings): readonly Line<number>[] {
  const all = important[0] ?? 0;
  return important
    .map((count, place) => ({
      value: IMPORTANCE.least + place,
      label: `From ${IMPORTANCE.least + place} (${inThousands(count)})`,
      isPossible: count > 0 && count < all,
    }))
    .slice(1);
}

/** The nearest choice of events that makes sense now. */
export function possibleEvents({ events, importance }: EventChoice, around: EventSurroundings): EventChoice {
  const isPossible = eventLines(around).some((line) => line.value === events && line.isPossible);
  if (!isPossible) return { events: 'all', importance };
  if (events !== 'importance') return { events, importance };
  const degrees = importanceLines(around).flatMap(({ value, ...line }) => (line.isPossible ? [value] : []));
  return {
    events,
    importance: degrees.findLast((degree) => degree <= importance) ?? degrees[0] ?? importance,
  };
}

/** The events that a choice stands for; `undefined` for all. */
export function eventsOf(choice: EventChoice, around: EventSurroundings): FigureEvents | undefined {
  const { events, importance } = possibleEvents(choice, around);
  switch (events) {
    case 'all':
      return undefined;
    case 'found':
      return { kind: events, query: around.found?.query ?? '' };
    case 'selected':
      return { kind: events, ids: around.selected };
    case 'importance':
      return { kind: events, least: importance };
  }
}

/** A count as it is written: “12,000”. */
export function inThousands(count: number): string {
  return grouped(count);
}
