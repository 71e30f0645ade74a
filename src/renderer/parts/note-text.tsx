// A note of the document's authors, with its sources.
import type { Note } from '../../shared/document/document.ts';
import { SourceLink } from './source-link.tsx';

/** The text of a note, followed by its sources. */
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
