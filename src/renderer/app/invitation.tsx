// Replaces a timeline without events: explains what a timeline document is and how to get one.
import { CalendarPlus, FolderOpen } from 'lucide-preact';
import { chooseDocument, openBundledDocument } from '../document/commands.ts';
import { toggleList } from '../list/commands.ts';
import { FormatButton } from './format-button.tsx';

/** Replaces the timeline while no event has a date: says where the events are, and how to give them dates. */
export function DatesMissing({ count }: { readonly count: number }) {
  return (
    <section class="invitation" aria-labelledby="invitation">
      <CalendarPlus size={36} aria-hidden="true" />
      <h2 id="invitation">No dates yet</h2>
      <p>
        {count === 1
          ? 'The event of this document has'
          : `The ${count.toLocaleString('en')} events of this document have`}{' '}
        no date, so there is nothing to put on a timeline. Give an event a <code>date</code> in a text editor,
        then open the document again.
      </p>
      <p class="ways">
        <button type="button" class="button primary" onClick={toggleList}>
          Show the list
        </button>
        <FormatButton />
      </p>
    </section>
  );
}

/** Three ways on: another document, the example, and the page on the format. */
export function Invitation() {
  return (
    <section class="invitation" aria-labelledby="invitation">
      <CalendarPlus size={36} aria-hidden="true" />
      <h2 id="invitation">No events yet</h2>
      <p>
        A timeline document holds events, each with its date, its lane and how the date is known. It is a text
        file that ends in <code>.dateline</code>: add events in a text editor, then open it again.
      </p>
      <p class="ways">
        <button type="button" class="button primary" onClick={() => void chooseDocument()}>
          <FolderOpen size={17} aria-hidden="true" />
          Open…
        </button>
        <button type="button" class="button" onClick={() => void openBundledDocument()}>
          Open the example
        </button>
        <FormatButton />
      </p>
    </section>
  );
}
