// Tells main now and then where the reader is, so that a page that has to stand in for this one starts there.
import { effect } from '@preact/signals';
import type { Place } from '../../shared/ipc.ts';
import { api } from '../api.ts';
import { selectedEvent } from '../view/selection.ts';
import { currentView } from '../view/view.ts';

/** Milliseconds between two messages at the least: moving costs one message a second, standing still none. */
const PAUSE = 1000;

/** Keeps main told from now on. */
export function keepPlace(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let now: Place | null = null;
  effect(() => {
    const view = currentView.value;
    now = view === null ? null : { window: view.window.current.value, selected: selectedEvent.value };
    timer ??= setTimeout(() => {
      timer = undefined;
      if (now !== null) void api.keepPlace(now);
    }, PAUSE);
  });
}
