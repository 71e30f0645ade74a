// Every shortcut, once: the keyboard handler, the menu and the list that the reader sees are all made from this.
import type { Command } from './ipc.ts';

/** What a key can do: what the menu can, and what has no item there. */
export type ShortcutAction =
  | Command
  | 'pan-earlier'
  | 'pan-later'
  | 'page-earlier'
  | 'page-later'
  | 'show-first'
  | 'show-last'
  | 'compare-next'
  | 'compare-previous'
  | 'dismiss';

/** A key, and what is held with it. */
export interface KeyPress {
  /** As `KeyboardEvent.key` has it; letters in lower case. */
  readonly key: string;
  /** Ctrl, or Cmd on a Mac. */
  readonly control?: true;
  /** Said for letters with Ctrl and for keys with a name; what a sign needs Shift for depends on the keyboard. */
  readonly shift?: true;
}

/** One line of the list. */
export interface Shortcut {
  readonly action: ShortcutAction;
  /** What it does, for the reader. */
  readonly label: string;
  /** The first is the one that is shown. */
  readonly keys: readonly [KeyPress, ...KeyPress[]];
}

/** Shortcuts that belong together. */
export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

/** All shortcuts, in the order in which they are listed. */
export const SHORTCUTS: readonly ShortcutGroup[] = [
  {
    title: 'Move',
    shortcuts: [
      { action: 'pan-earlier', label: 'Move earlier', keys: [{ key: 'ArrowLeft' }] },
      { action: 'pan-later', label: 'Move later', keys: [{ key: 'ArrowRight' }] },
      { action: 'page-earlier', label: 'Page earlier', keys: [{ key: 'ArrowLeft', shift: true }] },
      { action: 'page-later', label: 'Page later', keys: [{ key: 'ArrowRight', shift: true }] },
      { action: 'show-first', label: 'First event', keys: [{ key: 'Home' }] },
      { action: 'show-last', label: 'Last event', keys: [{ key: 'End' }] },
    ],
  },
  {
    title: 'Zoom',
    shortcuts: [
      // `+` and `=` share a key on many keyboards, as do `−` and `_`.
      { action: 'zoom-in', label: 'Zoom in', keys: [{ key: '+' }, { key: '=' }] },
      { action: 'zoom-out', label: 'Zoom out', keys: [{ key: '-' }, { key: '_' }, { key: '−' }] },
      { action: 'show-all', label: 'Show all', keys: [{ key: '0' }] },
      { action: 'show-year', label: 'Show a year', keys: [{ key: '1' }] },
      { action: 'show-month', label: 'Show a month', keys: [{ key: '2' }] },
      { action: 'show-week', label: 'Show a week', keys: [{ key: '3' }] },
      { action: 'show-day', label: 'Show a day', keys: [{ key: '4' }] },
    ],
  },
  {
    title: 'Select',
    shortcuts: [
      { action: 'next-event', label: 'Next event', keys: [{ key: 'n' }] },
      { action: 'previous-event', label: 'Previous event', keys: [{ key: 'p' }] },
      { action: 'compare-next', label: 'Compare with next event', keys: [{ key: 'n', shift: true }] },
      {
        action: 'compare-previous',
        label: 'Compare with previous event',
        keys: [{ key: 'p', shift: true }],
      },
      { action: 'dismiss', label: 'Clear selection', keys: [{ key: 'Escape' }] },
    ],
  },
  {
    title: 'Find',
    shortcuts: [
      { action: 'find', label: 'Find', keys: [{ key: 'f', control: true }] },
      { action: 'find-next', label: 'Next match', keys: [{ key: 'F3' }, { key: 'g', control: true }] },
      {
        action: 'find-previous',
        label: 'Previous match',
        keys: [
          { key: 'F3', shift: true },
          { key: 'g', control: true, shift: true },
        ],
      },
    ],
  },
  {
    title: 'Open and export',
    shortcuts: [
      { action: 'open-document', label: 'Open document', keys: [{ key: 'o', control: true }] },
      { action: 'export-figure', label: 'Export figure', keys: [{ key: 'e', control: true }] },
      {
        action: 'export-figure-again',
        label: 'Export again',
        keys: [{ key: 'e', control: true, shift: true }],
      },
      {
        action: 'copy-figure',
        label: 'Copy view as image',
        keys: [{ key: 'c', control: true, shift: true }],
      },
    ],
  },
  {
    title: 'Window',
    shortcuts: [
      { action: 'toggle-panel', label: 'Hide panel', keys: [{ key: 'b', control: true }] },
      { action: 'toggle-list', label: 'Show list', keys: [{ key: 'l', control: true }] },
    ],
  },
  {
    title: 'Lanes',
    shortcuts: [
      { action: 'undo-lanes', label: 'Undo', keys: [{ key: 'z', control: true }] },
      {
        action: 'redo-lanes',
        label: 'Redo',
        keys: [
          { key: 'z', control: true, shift: true },
          { key: 'y', control: true },
        ],
      },
    ],
  },
  {
    title: 'Help',
    shortcuts: [
      { action: 'show-shortcuts', label: 'Keyboard shortcuts', keys: [{ key: 'F1' }, { key: '?' }] },
    ],
  },
];

/** What of a `KeyboardEvent` says which key was pressed. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const ACTIONS: ReadonlyMap<string, ShortcutAction> = new Map(
  SHORTCUTS.flatMap(({ shortcuts }) =>
    shortcuts.flatMap(({ action, keys }) => keys.map((press) => [nameOf(press), action] as const)),
  ),
);

function nameOf({
  key,
  control = false,
  shift = false,
}: KeyPress | { key: string; control: boolean; shift: boolean }): string {
  return `${control ? 'Control+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

/**
 * What a key press does, or `undefined` where it does nothing.
 *
 * @param mac whether Cmd takes the place of Ctrl.
 */
export function shortcutFor(event: PressedKey, mac: boolean): ShortcutAction | undefined {
  if (event.altKey || (mac ? event.ctrlKey : event.metaKey)) return undefined;
  const control = mac ? event.metaKey : event.ctrlKey;
  const isSign = event.key.length === 1 && event.key.toLowerCase() === event.key.toUpperCase();
  // Caps Lock changes the letter, not what is meant.
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return ACTIONS.get(nameOf({ key, control, shift: event.shiftKey && !isSign }));
}

/** The keys of an action as Electron writes accelerators, or `undefined` where it has none. https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts */
export function acceleratorFor(action: ShortcutAction): string | undefined {
  const shortcut = SHORTCUTS.flatMap(({ shortcuts }) => shortcuts).find((known) => known.action === action);
  if (shortcut === undefined) return undefined;
  const { key, control, shift } = shortcut.keys[0];
  const name = key === '+' ? 'Plus' : key.length === 1 ? key.toUpperCase() : key;
  return `${control ? 'CmdOrCtrl+' : ''}${shift ? 'Shift+' : ''}${name}`;
}

const KEY_NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  '-': '−',
};

/** The names of the keys that are pressed together, as the reader's keyboard has them: `Ctrl`, `Shift`, `E`. */
export function keyNames({ key, control, shift }: KeyPress, mac: boolean): readonly string[] {
  const name = KEY_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return mac
    ? [...(shift ? ['⇧'] : []), ...(control ? ['⌘'] : []), name]
    : [...(control ? ['Ctrl'] : []), ...(shift ? ['Shift'] : []), name];
}
