// Decides where notes are shown: above an article, at a place in it, or on event cards. Pure.
import type { Note } from './document.ts';

/** A note that begins at a place in an article's text. */
export type PlacedNote = Note & { readonly at: number };

/** The notes shown with an article. */
export interface ArticleNotes {
  /** Notes on the whole document or article, in the document's order. */
  readonly above: readonly Note[];
  /** Notes at places of the article, from its beginning on, numbered from 1 in this order. */
  readonly within: readonly PlacedNote[];
}

/** Collects the notes that belong to an article. */
export function notesInArticle(notes: readonly Note[], article: string): ArticleNotes {
  return {
    above: notes.filter((note) => note.at === undefined && (note.article ?? article) === article),
    within: notes
      .filter((note): note is PlacedNote => note.at !== undefined && note.article === article)
      .toSorted((a, b) => a.at - b.at),
  };
}

/** The notes about an event, in the document's order. */
export function notesOnEvent(notes: readonly Note[], event: string): readonly Note[] {
  return notes.filter(({ events }) => events.includes(event));
}
