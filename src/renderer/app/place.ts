// Tells main the reader's place, so that a page that replaces this one starts there.
import { effect } from '@preact/signals';
import type { Place } from '../../shared/ipc.ts';
import { api } from '../api.ts';
import { selectedEvent } from '../view/selection.ts';
import { currentView } from '../view/view.ts';

/** The least time between two messages, milliseconds: moving costs one message a second, standing still none. */
const PAUSE = 1000;

/** Starts sending window and selection to main, at most once a second. */
export function keepPlace(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let now: Place | null = null;
  effect(() => {
    const view = currentView.value;
    const row = selectedEvent.value;
    now =
      view === null
        ? null
        : {
            window: view.window.current.value,
            selected: row === null ? null : (view.opened.document.events.at(row)?.id ?? null),
          };
    timer ??= setTimeout(() => {
      timer = undefined;
      if (now !== null) void api.keepPlace(now);
    }, PAUSE);
  });
}
