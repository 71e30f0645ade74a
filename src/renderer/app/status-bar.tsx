// The bottom line: the document, how many of its events are in view, and the time zone of every date.
import { useComputed } from '@preact/signals';
import { FileText } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { eventsInWords } from '../../shared/document/event-label.ts';
import type { Command } from '../../shared/commands.ts';
import { isolate } from '../../shared/isolate.ts';
import { withKeys } from '../../shared/shortcuts.ts';
import { api } from '../api.ts';
import { isChanged } from '../document/edit.ts';
import { Menu } from '../parts/menu.tsx';
import { isMac } from '../parts/platform.ts';
import { run } from './commands.ts';
import { asciiHost } from '../../shared/hosts.ts';
import { grouped } from '../../shared/in-words.ts';
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

/** The recent documents, where there are any: a menu of them. */
function Recent() {
  const [labels, setLabels] = useState<readonly string[]>([]);
  const [place, setPlace] = useState<{ readonly x: number; readonly y: number } | null>(null);
  useEffect(() => {
    void api.recentDocuments().then(setLabels);
  }, []);
  if (labels.length === 0) return null;
  return (
    <>
      <button
        type="button"
        class="link"
        aria-haspopup="menu"
        aria-expanded={place !== null}
        onClick={({ currentTarget }) => {
          const { left, top } = currentTarget.getBoundingClientRect();
          setPlace({ x: left, y: top });
        }}
      >
        Recent…
      </button>
      {place !== null && (
        <Menu
          name="recent-menu"
          label="Recent documents"
          {...place}
          items={labels.map((label) => ({
            label: isolate(label),
            run: () => void api.openRecent(label),
          }))}
          close={() => {
            setPlace(null);
          }}
        />
      )}
    </>
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
          <Recent />
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
