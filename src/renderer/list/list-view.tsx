// The list: the events as a table, with what it lists and how it is copied above.
import { isolate } from '../../shared/isolate.ts';
import { useComputed } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { eventsInWords } from '../../shared/document/event-label.ts';
import { grouped } from '../../shared/in-words.ts';
import { type ListScope, listEvents, listScope } from './state.ts';
import type { View } from '../view/view.ts';
import { LanesButton } from '../lanes/lanes-button.tsx';
import './list.css';
import { CopyMenu } from './copy-menu.tsx';
import { listedEvents } from './listed.ts';
import { Table } from './table.tsx';

const SCOPES: readonly { readonly scope: ListScope; readonly label: string; readonly title: string }[] = [
  { scope: 'view', label: 'In view', title: 'Show the events in view' },
  { scope: 'all', label: 'All', title: 'Show all events' },
];

/** The table and its toolbar. */
export function ListView({ view }: { readonly view: View }) {
  const rows = useComputed(() => listedEvents(view));
  const { length: total } = rows.value;
  const { count: shownCount } = view.model;
  const root = useRef<HTMLElement>(null);
  useLayoutEffect(
    () => () => {
      // If the focused element disappears with the list, the focus falls to the page: move it to the timeline, which
      // comes next.
      if (root.current?.contains(document.activeElement) === true)
        requestAnimationFrame(() =>
          document.querySelector<HTMLElement>('.timeline')?.focus({ preventScroll: true }),
        );
    },
    [],
  );
  return (
    <section ref={root} class="list" aria-label={`List: ${isolate(view.opened.document.title)}`}>
      <div class="list-bar">
        <LanesButton view={view} />
        <div class="segments" role="group" aria-label="Events to list">
          {SCOPES.map(({ scope, label, title }) => (
            <button
              key={scope}
              type="button"
              title={title}
              aria-pressed={listScope.value === scope}
              onClick={() => {
                listEvents(scope);
              }}
            >
              {label}
            </button>
          ))}
        </div>
        <p class="list-count">{`${grouped(total)} of ${eventsInWords(shownCount)}`}</p>
        <CopyMenu disabled={total === 0} />
      </div>
      <Table view={view} positions={rows.value} />
    </section>
  );
}
