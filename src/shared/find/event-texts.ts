// The texts of an event that a search looks at. Pure.
import type { AnyEvent } from '../document/event.ts';
import { fold, holds } from './fold.ts';

/** The parts of an event that are searched, in the reader's words. */
export const FIELDS = ['title', 'place', 'people', 'quotes', 'description', 'tags'] as const;

/** A searchable part of an event. */
export type Field = (typeof FIELDS)[number];

/** The texts in each searchable part of an event. */
export function textsOf(event: AnyEvent): Record<Field, readonly string[]> {
  const { title, label, place, participants, evidence, description, tags = [] } = event;
  return {
    title: label === undefined ? [title] : [title, label],
    place: place === undefined ? [] : [place],
    people: participants.flatMap(({ name, role }) => (role === undefined ? [name] : [name, role])),
    quotes: evidence.map(({ quote }) => quote),
    description: description === undefined ? [] : [description],
    tags,
  };
}

/**
 * The parts of an event that contain at least one term.
 * @param terms from `termsOf`
 */
export function fieldsWith(event: AnyEvent, terms: readonly string[]): Field[] {
  const texts = textsOf(event);
  return FIELDS.filter((field) =>
    texts[field].some((text) => {
      const folded = fold(text);
      return terms.some((term) => holds(folded, term));
    }),
  );
}
