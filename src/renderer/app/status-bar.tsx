// The bottom line: the document, how many of its events are in view, and the time zone of every date.
import { grouped } from '../../shared/in-words.ts';
import { useComputed } from '@preact/signals';
import { FileText } from 'lucide-preact';
import { eventsInWords } from '../../shared/document/event-label.ts';
import type { Command } from '../../shared/commands.ts';
import { withKeys } from '../../shared/shortcuts.ts';
import { isChanged } from '../document/edit.ts';
import { isMac } from '../parts/platform.ts';
import { run } from './commands.ts';
import { asciiHost } from '../../shared/hosts.ts';
import { pointedAddress } from '../parts/links.ts';
import type { View } from '../view/view.ts';

/** A way on from the example. */
function Way({ command, label }: { readonly command: Command; readonly label: string }) {
  return (
    <button
      type="button"
      class="link"
      title={withKeys(label, command, isMac)}
      onClick={() => {
        run(command);
      }}
    >
      {label}
    </button>
  );
}

/** One line that follows the window; shows the target of a link under the pointer or the focus. */
export function StatusBar({ view }: { readonly view: View }) {
  const address = pointedAddress.value;
  if (address !== null) {
    const host = asciiHost(address);
    return (
      <footer class="status-bar">
        <span class="status-link">
          <span class="status-address" dir="ltr">
            {address}
          </span>
          {host !== null && <span class="status-host" dir="ltr">{` (${host})`}</span>}
        </span>
      </footer>
    );
  }
  return (
    <footer class="status-bar">
      <span class="status-file" dir="auto">
        <FileText size={14} aria-hidden="true" />
        {view.opened.bundled ? 'Example' : view.opened.fileName}
        {isChanged.value && <span class="status-unsaved">unsaved</span>}
      </span>
      {view.opened.bundled && (
        <span class="status-example">
          <span>This article is an example.</span>
          <Way command="new-document" label="New timeline" />
          <Way command="open-document" label="Open…" />
          <Way command="save-document-as" label="Make your own copy…" />
        </span>
      )}
      <span data-testid="events-in-view">
        <InView view={view} />
      </span>
      <span class="status-zone" title="Dates have no time zone: everyone sees the same day">
        UTC
      </span>
    </footer>
  );
}

/** How many events are in view, on its own: it alone is drawn again as the view moves. */
function InView({ view }: { readonly view: View }) {
  const { model } = view;
  const inView = useComputed(() => view.model.index.countIn(view.window.current.value));
  if (view.opened.document.events.count === 0) return <>No events</>;
  const total = model.index.count;
  const undated = model.undated.length;
  return (
    <>
      {[
        ...(total > 0 || undated === 0
          ? [`${grouped(inView.value)} of ${eventsInWords(total)} in view`]
          : []),
        ...(undated > 0 ? [`${eventsInWords(undated)} without a date`] : []),
      ].join(' · ')}
    </>
  );
}
