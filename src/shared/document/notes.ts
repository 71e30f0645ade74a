// Where the document's notes are shown: above an article, at a place in it, or on the cards of events. Pure.
import type { Note } from './document.ts';

/** A note that begins at a place in an article's text. */
export type PlacedNote = Note & { readonly at: number };

/** The notes that are shown with an article. */
export interface ArticleNotes {
  /** On the whole document or the whole article, in the document's order. */
  readonly above: readonly Note[];
  /** At places of the article, from its beginning on. They are numbered from 1 in this order. */
  readonly within: readonly PlacedNote[];
}

/** Sorts out the notes that belong with an article. */
export function notesInArticle(notes: readonly Note[], article: string): ArticleNotes {
  return {
    above: notes.filter((note) => note.at === undefined && (note.article ?? article) === article),
    within: notes
      .filter((note): note is PlacedNote => note.at !== undefined && note.article === article)
      .toSorted((a, b) => a.at - b.at),
  };
}

/** The notes that touch an event, in the document's order. */
export function notesOnEvent(notes: readonly Note[], event: string): readonly Note[] {
  return notes.filter(({ events }) => events.includes(event));
}
