// Which events a figure shows: those that a search finds, those selected, or the important ones.
import { USUAL_IMPORTANCE, type AnyEvent } from '../document/event.ts';

/** A choice of events. */
export type FigureEvents =
  /** Those in which all words of a query stand, as the search finds them. */
  | { readonly kind: 'found'; readonly query: string }
  /** Those with these ids. */
  | { readonly kind: 'selected'; readonly ids: readonly string[] }
  /** Those that matter at least so much, 1 to 5, by {@link importanceOf}. */
  | { readonly kind: 'importance'; readonly least: number };

/** The least and the most that an event can matter. */
export const IMPORTANCE = { least: 1, most: 5 } as const;

/** The most characters of a query, UTF-16 code units. */
export const LONGEST_QUERY = 1_000;

/** How much an event matters, 1 to 5; {@link USUAL_IMPORTANCE} if it does not say. */
export function importanceOf({ importance }: Pick<AnyEvent, 'importance'>): number {
  return importance ?? USUAL_IMPORTANCE;
}
