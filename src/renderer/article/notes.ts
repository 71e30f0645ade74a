// What the reader does to notes: adds, changes and deletes them, and which one the form shows.
import { batch } from '@preact/signals';
import { addNote, changeNote, removeNote } from '../../shared/document/edit/notes.ts';
import type { Note } from '../../shared/document/document.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { grouped } from '../../shared/in-words.ts';
import { edit } from '../document/edit.ts';
import { closeDialog, openDialog } from '../parts/dialogs.ts';
import { succeeded } from '../parts/notices.ts';
import { selectedEvent, shownArticle } from '../view/selection.ts';
import { undoButton } from '../view/undoing.ts';
import { currentView, viewState, withView } from '../view/view.ts';

/** What a note is about. */
export type NoteSubject = Pick<Note, 'article' | 'at' | 'events'>;

/** The note in the form: one of the document by its position there, or one to be written. */
export type NoteInForm =
  { readonly position: number } | { readonly position: null; readonly about: NoteSubject };

const inForm = viewState<NoteInForm | null>(null);

/** The note in the form, or `null`. */
export const noteInForm = inForm.current;

/** Opens the form of a note. @param position in the document. */
export function openNote(position: number): void {
  inForm.set({ position });
  openDialog('note');
}

/** Opens the form of a new note. */
export function openNewNote(about: NoteSubject): void {
  inForm.set({ position: null, about });
  openDialog('note');
}

/** Opens the form of a new note about the selected event or, without one, about the article that the panel shows. */
export function addNoteOnShown(): void {
  withView(({ opened: { document } }) => {
    const event = document.events.at(selectedEvent.peek() ?? -1);
    const article = document.articles.find(({ id }) => id === shownArticle.peek()) ?? document.articles[0];
    openNewNote(event === undefined ? { article: article?.id, events: [] } : { events: [event.id] });
  });
}

/** Keeps the text of the note in the form; the first makes a new note. @returns why not, or `null`. */
export function keepNoteText(typed: string): string | null {
  const document = currentView.peek()?.opened.document;
  const shown = inForm.current.peek();
  if (document === undefined || shown === null) return null;
  const text = typed.trim();
  if (shown.position !== null) {
    if (text === '') return 'Type the note, or delete it.';
    edit(changeNote(document, shown.position, { text }));
    return null;
  }
  if (text === '') return null;
  if (document.notes.length >= LIMITS.notes) return `A timeline has at most ${grouped(LIMITS.notes)} notes.`;
  batch(() => {
    edit(addNote(document, { ...shown.about, text, sources: [] }));
    inForm.set({ position: document.notes.length });
  });
  return null;
}

/** Deletes the note in the form, and offers to undo that. */
export function deleteNote(): void {
  const shown = inForm.current.peek();
  closeDialog();
  withView(({ opened: { document } }) => {
    const position = shown?.position ?? null;
    if (position === null) return;
    if (edit(removeNote(document, position))) succeeded('Deleted the note.', undoButton());
  });
}
