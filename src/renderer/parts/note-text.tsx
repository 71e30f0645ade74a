// A note of the document's authors, and the addresses that back it.
import type { Note } from '../../shared/document/document.ts';
import { SourceLink } from './source-link.tsx';

/** The text of a note, its sources behind it. */
export function NoteText({ note }: { readonly note: Note }) {
  return (
    <p dir="auto">
      {note.text}
      {note.sources.map(({ title, address }) => (
        <>
          {' '}
          <SourceLink key={address} address={address}>
            {title}
          </SourceLink>
        </>
      ))}
    </p>
  );
}
