// The tray: the events that wait for a date, to be opened from there or dragged onto the timeline.
import { useSignal } from '@preact/signals';
import { Inbox } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { grouped } from '../../shared/in-words.ts';
import { openEditor } from '../event/commands.ts';
import { laneClass } from '../parts/lane-class.ts';
import { selectEvent } from '../view/selection.ts';
import type { View } from '../view/view.ts';
import { TRAY_ATTRIBUTE } from './listening.ts';

/** The most events that the tray lists; the list has all. */
const MOST_LISTED = 100;

/** A button that counts them, and opens them above it; nothing where all events have a date. */
export function Tray({ view }: { readonly view: View }) {
  const isOpen = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { undated, document } = view.model;
  useEffect(() => {
    if (!isOpen.value) return;
    root.current?.querySelector<HTMLElement>(`[${TRAY_ATTRIBUTE}]`)?.focus();
  }, [isOpen.value]);
  if (undated.length === 0) return null;
  const close = (): void => {
    isOpen.value = false;
    button.current?.focus();
  };
  const more = undated.length - MOST_LISTED;
  return (
    <div
      ref={root}
      class="tray"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen.value) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
      onDblClick={(event) => {
        event.stopPropagation();
      }}
    >
      {isOpen.value && (
        <ul class="tray-list" aria-label="Events without a date">
          {Array.from(undated.subarray(0, MOST_LISTED), (row) => {
            const event = document.events.at(row);
            return (
              event !== undefined && (
                <li key={event.id}>
                  <button
                    type="button"
                    class={laneClass(document.events.columns.lanes[row] ?? 0)}
                    dir="auto"
                    title="Drag onto the timeline, or press to give it a date"
                    {...{ [TRAY_ATTRIBUTE]: row }}
                    onClick={(click) => {
                      click.stopPropagation();
                      selectEvent(row);
                      openEditor('date');
                    }}
                  >
                    <i class="swatch" aria-hidden="true" />
                    <span>{event.title}</span>
                  </button>
                </li>
              )
            );
          })}
          {more > 0 && <li class="dim">… and {grouped(more)} more in the list</li>}
        </ul>
      )}
      <button
        ref={button}
        type="button"
        class="edge tray-button"
        aria-expanded={isOpen.value}
        onClick={(click) => {
          click.stopPropagation();
          isOpen.value = !isOpen.value;
        }}
      >
        <Inbox size={13} aria-hidden="true" />
        {grouped(undated.length)} without a date
      </button>
    </div>
  );
}
