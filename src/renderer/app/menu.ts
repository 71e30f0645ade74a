// Tells main the names of what can be undone and redone, for the menu.
import { effect } from '@preact/signals';
import { LONGEST_MENU_NAME } from '../../shared/commands.ts';
import { api } from '../api.ts';
import { redoable, undoable } from '../view/undoing.ts';

/** The least time between two messages, milliseconds: the name of an edit may change with each letter. */
const PAUSE = 200;

/** Starts sending the names when they change. */
export function keepMenu(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let now = { undo: nameOf(null), redo: nameOf(null) };
  // The page before this one may have left other names.
  let sent: typeof now | null = null;
  effect(() => {
    now = { undo: nameOf(undoable.value?.name), redo: nameOf(redoable.value?.name) };
    timer ??= setTimeout(() => {
      timer = undefined;
      if (now.undo === sent?.undo && now.redo === sent.redo) return;
      sent = now;
      void api.keepMenu(now);
    }, PAUSE);
  });
}

function nameOf(name: string | null | undefined): string | null {
  return name?.slice(0, LONGEST_MENU_NAME) ?? null;
}
