// Replaces a timeline without events: invites to the first one, or to open a document that has some.
import { CalendarPlus, ClipboardPaste, FolderOpen, ListChecks, Plus } from 'lucide-preact';
import { grouped } from '../../shared/in-words.ts';
import { openNewArticle } from '../article/commands.ts';
import { chooseDocument, openBundledDocument } from '../document/commands.ts';
import { draftEvents } from '../draft/commands.ts';
import { addEvent } from '../event/commands.ts';
import { toggleList } from '../list/commands.ts';

/** Replaces the timeline while no event has a date: says where the events are, and how to give them dates. */
export function DatesMissing({ count }: { readonly count: number }) {
  return (
    <section class="invitation" aria-labelledby="invitation">
      <CalendarPlus size={36} aria-hidden="true" />
      <h2 id="invitation">No dates yet</h2>
      <p>
        {count === 1
          ? 'The event of this document has'
          : `The ${grouped(count)} events of this document have`}{' '}
        no date, so there is nothing to put on a timeline. Open the list, choose an event and give it a date.
      </p>
      <p class="ways">
        <button type="button" class="button primary" onClick={toggleList}>
          Show the list
        </button>
      </p>
    </section>
  );
}

/** Ways to the first event: drafting or adding one, or opening a document or the example. */
export function Invitation({ hasArticle }: { readonly hasArticle: boolean }) {
  return (
    <section class="invitation" aria-labelledby="invitation">
      <CalendarPlus size={36} aria-hidden="true" />
      <h2 id="invitation">No events yet</h2>
      <p>
        {hasArticle
          ? 'Draft events from the article: each is an offer, with the reason for its date. Or add the first one yourself, or paste rows of a spreadsheet.'
          : 'Add the first event: a title, and a date as you would write it. Or paste rows of a spreadsheet. Everything can be changed and undone.'}
      </p>
      <p class="ways">
        {hasArticle && (
          <button type="button" class="button primary" onClick={() => void draftEvents()}>
            <ListChecks size={17} aria-hidden="true" />
            Draft events
          </button>
        )}
        <button
          type="button"
          class={hasArticle ? 'button' : 'button primary'}
          onClick={() => {
            addEvent();
          }}
        >
          <Plus size={17} aria-hidden="true" />
          Add event
        </button>
        <button type="button" class="button" onClick={openNewArticle}>
          <ClipboardPaste size={17} aria-hidden="true" />
          Paste an article…
        </button>
        <button type="button" class="button" onClick={() => void chooseDocument()}>
          <FolderOpen size={17} aria-hidden="true" />
          Open…
        </button>
        <button type="button" class="button" onClick={() => void openBundledDocument()}>
          Open the example
        </button>
      </p>
    </section>
  );
}
