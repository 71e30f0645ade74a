// Every key that the window knows, out of the list that the reader sees. The page is asked before the menu.
import type { Command } from '../../shared/commands.ts';
import { shortcutFor } from '../../shared/shortcuts.ts';
import { run } from './commands.ts';
import { dialogIsOpen } from './dialogs.ts';
import { isMac } from '../parts/platform.ts';

/** What moves through a scrolled panel that has the focus, rather than through time. */
const SCROLLING_KEYS: ReadonlySet<string> = new Set(['Home', 'End']);

/** What a text field has of its own. */
const UNDOING: ReadonlySet<Command> = new Set(['undo-lanes', 'redo-lanes']);

/** Listens for the whole page; keys that a text field or a scrolled panel needs are left to it. */
export function listenToKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    // A dialog has the keyboard to itself.
    if (event.defaultPrevented || dialogIsOpen()) return;
    const command = shortcutFor(event, isMac);
    if (command === undefined) return;
    const { target } = event;
    const isIn = (selector: string) => target instanceof Element && target.closest(selector) !== null;
    const types = (!event.ctrlKey && !event.metaKey && !/^F\d+$/.test(event.key)) || UNDOING.has(command);
    if (types && isIn('input, textarea, select')) return;
    if (SCROLLING_KEYS.has(event.key) && isIn('[data-scrolls]')) return;
    event.preventDefault();
    run(command);
  });
}
