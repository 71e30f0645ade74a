// The edits of notes. Pure.
import type { Note, PlacedDocument } from '../document.ts';
import type { Edit, EntryChange } from './change.ts';
import { noteJson } from './records.ts';

type Notes = Pick<PlacedDocument, 'notes'>;

/** An edit that adds a note behind the others. */
export function addNote({ notes }: Notes, note: Note): Edit {
  return {
    name: 'Add note',
    changes: [{ kind: 'note', before: null, after: { at: notes.length, json: noteJson(note) } }],
  };
}

/** An edit that changes the note at a position; `null` if nothing changes. */
export function changeNote(document: Notes, at: number, fields: Partial<Note>): Edit | null {
  const changes = noteChanges(document, (note, position) =>
    position === at ? { ...note, ...fields } : note,
  );
  return changes.length === 0 ? null : { name: 'Change note', changes, merge: `note:${at}` };
}

/** An edit that removes the note at a position; `null` if there is none. */
export function removeNote({ notes }: Notes, at: number): Edit | null {
  const note = notes[at];
  if (note === undefined) return null;
  return {
    name: 'Delete note',
    changes: [{ kind: 'note', before: { at, json: noteJson(note) }, after: null }],
  };
}

/** The changes that turn each note into what a function makes of it. */
export function noteChanges({ notes }: Notes, change: (note: Note, at: number) => Note): EntryChange[] {
  return notes.flatMap((note, at): EntryChange[] => {
    const [before, after] = [noteJson(note), noteJson(change(note, at))];
    return before === after
      ? []
      : [{ kind: 'note', before: { at, json: before }, after: { at, json: after } }];
  });
}
