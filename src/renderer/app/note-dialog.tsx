// The form of a note: its text, kept as it is left.
import { Trash2 } from 'lucide-preact';
import { excerpt } from '../../shared/excerpt.ts';
import type { PlacedDocument } from '../../shared/document/document.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { deleteNote, keepNoteText, noteInForm, type NoteSubject } from '../article/notes.ts';
import { closeDialog } from '../parts/dialogs.ts';
import { KeptField } from '../parts/kept-field.tsx';
import { currentView } from '../view/view.ts';
import { PageDialog } from './page-dialog.tsx';
import './edit-dialogs.css';

/** Adds a note, or changes or deletes one. */
export function NoteDialog() {
  const document = currentView.value?.opened.document;
  const shown = noteInForm.value;
  if (document === undefined || shown === null) return null;
  const note = shown.position === null ? undefined : document.notes[shown.position];
  const about = shown.position === null ? shown.about : note;
  return (
    <PageDialog name="edit-dialog" title={note === undefined ? 'New note' : 'Note'}>
      <form
        method="dialog"
        class="edit-form"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          closeDialog();
        }}
      >
        {about !== undefined && <p class="dim">{subjectInWords(about, document)}</p>}
        <KeptField
          name="note"
          label="Text"
          value={note?.text ?? ''}
          lines={6}
          longest={LIMITS.passage}
          hasFocus
          keep={keepNoteText}
        />
        <div class="edit-foot">
          {note !== undefined && (
            <button type="button" class="button" onClick={deleteNote}>
              <Trash2 size={15} aria-hidden="true" /> Delete note
            </button>
          )}
          <button type="submit" class="button primary">
            Done
          </button>
        </div>
      </form>
    </PageDialog>
  );
}

function subjectInWords({ article, at, events }: NoteSubject, document: PlacedDocument): string {
  const text = document.articles.find(({ id }) => id === article);
  const [event] = events;
  if (text !== undefined && at !== undefined)
    return `On the article ${excerpt(text.title)}, from ${excerpt(text.text.slice(at, at + 40), 40)} on.`;
  if (text !== undefined) return `On the article ${excerpt(text.title)}.`;
  if (event === undefined) return 'On the whole timeline.';
  const row = document.events.rowOf(event);
  const title = row === null ? '' : (document.events.at(row)?.title ?? '');
  return events.length === 1 ? `On the event ${excerpt(title)}.` : `On ${events.length} events.`;
}
