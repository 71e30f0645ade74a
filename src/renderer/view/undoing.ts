// What can be undone and redone in the open document: edits of it and changes of the view, in the order they were made.
import { computed } from '@preact/signals';
import { announce } from '../parts/announcements.ts';
import { dismissNotice, notice, type NoticeAction } from '../parts/notices.ts';
import { viewState } from './view.ts';

/** Something that was done, and can be undone. */
export interface Action {
  /** What the menu says behind “Undo”. */
  readonly name: string;
  /** True for a change of the view alone, which leaves what can be redone as it is. */
  readonly isOfView: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
}

interface Actions {
  readonly past: readonly Action[];
  readonly future: readonly Action[];
}

const actions = viewState<Actions>({ past: [], future: [] });

/** The action that is undone next, or `null`. */
export const undoable = computed<Action | null>(() => actions.current.value.past.at(-1) ?? null);

/** The action that is redone next, or `null`. */
export const redoable = computed<Action | null>(() => actions.current.value.future[0] ?? null);

/** Records an action that was just done. */
export function did(action: Action): void {
  const { past, future } = actions.current.peek();
  actions.set({ past: [...past, action], future: action.isOfView ? future : [] });
}

/** Sets the actions of a document that comes with a history. */
export function setActions(past: readonly Action[], future: readonly Action[]): void {
  actions.set({ past, future });
}

/** Gives the last action another name: a further edit has become one with it. */
export function renameLast(name: string): void {
  const { past, future } = actions.current.peek();
  const last = past.at(-1);
  if (last !== undefined) actions.set({ past: [...past.slice(0, -1), { ...last, name }], future });
}

/**
 * A button for the message about what was just done, which undoes it. The message goes as soon as that is no longer what
 * would be undone.
 */
export function undoButton(): NoticeAction {
  const done = undoable.peek();
  const button: NoticeAction = { label: 'Undo', run: undo };
  const stop = undoable.subscribe((next) => {
    if (next === done) return;
    if (notice.peek()?.actions.includes(button) === true) dismissNotice();
    queueMicrotask(() => {
      stop();
    });
  });
  return button;
}

/** Undoes the last action, if there is one. */
export function undo(): void {
  const { past, future } = actions.current.peek();
  const last = past.at(-1);
  if (last === undefined) return;
  actions.set({ past: past.slice(0, -1), future: [last, ...future] });
  last.undo();
  announce(`Undone: ${last.name}`);
}

/** Does again what was undone last, if anything was. */
export function redo(): void {
  const { past, future } = actions.current.peek();
  const [next, ...rest] = future;
  if (next === undefined) return;
  actions.set({ past: [...past, next], future: rest });
  next.redo();
  announce(`Redone: ${next.name}`);
}
