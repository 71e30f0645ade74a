// Handles every key of the window, from the same list that the reader sees. The page gets keys before the menu does.
import { shortcutFor } from '../../shared/shortcuts.ts';
import { run } from './commands.ts';
import { dialogIsOpen } from './dialogs.ts';
import { isMac } from '../parts/platform.ts';

/** Keys that scroll a focused panel instead of moving through time. */
const SCROLLING_KEYS: ReadonlySet<string> = new Set(['Home', 'End']);

/** Where Enter opens the editor. */
const ENTERED = 'body, .timeline, article.card';

/** Listens on the whole page; leaves text fields and scrolled panels the keys that they need. */
export function listenToKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    // An open dialog owns the keyboard.
    if (event.defaultPrevented || dialogIsOpen()) return;
    const command = shortcutFor(event, isMac);
    if (command === undefined) return;
    const { target } = event;
    const isIn = (selector: string) => target instanceof Element && target.closest(selector) !== null;
    const types = !event.ctrlKey && !event.metaKey && !/^F\d+$/.test(event.key);
    if (types && isIn('input, textarea, select')) return;
    // Elsewhere Enter presses what has the focus.
    if (event.key === 'Enter' && !(target instanceof Element && target.matches(ENTERED))) return;
    if (SCROLLING_KEYS.has(event.key) && isIn('[data-scrolls]')) return;
    event.preventDefault();
    run(command);
  });
}
