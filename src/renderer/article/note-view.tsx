// A note that can be edited, wherever one shows; and the button that adds one.
import { Pencil, StickyNote } from 'lucide-preact';
import type { Note } from '../../shared/document/document.ts';
import { NoteText } from '../parts/note-text.tsx';
import { openNewNote, openNote, type NoteSubject } from './notes.ts';

const positions = new WeakMap<readonly Note[], ReadonlyMap<Note, number>>();

/** Where a note stands among those of its document. */
function positionOf(notes: readonly Note[], note: Note): number {
  const known = positions.get(notes) ?? new Map(notes.map((one, position) => [one, position]));
  positions.set(notes, known);
  return known.get(note) ?? -1;
}

/** The text of a note, and the button that opens its form. @param among all notes of the document. */
export function NoteWords({ among, note }: { readonly among: readonly Note[]; readonly note: Note }) {
  return (
    <>
      <button
        type="button"
        class="icon-button note-edit"
        aria-label="Edit note"
        title="Edit note"
        onClick={() => {
          openNote(positionOf(among, note));
        }}
      >
        <Pencil size={13} aria-hidden="true" />
      </button>
      <NoteText note={note} />
    </>
  );
}

/** Adds a note about something. */
export function AddNote({
  about,
  name = '',
  isStop = true,
}: {
  readonly about: NoteSubject;
  /** Its class, besides `icon-button`. */
  readonly name?: string;
  /** Whether Tab stops at it. */
  readonly isStop?: boolean;
}) {
  return (
    <button
      type="button"
      class={`icon-button ${name}`}
      tabIndex={isStop ? 0 : -1}
      aria-label="Add note"
      title="Add note"
      onClick={() => {
        openNewNote(about);
      }}
    >
      <StickyNote size={15} aria-hidden="true" />
    </button>
  );
}
