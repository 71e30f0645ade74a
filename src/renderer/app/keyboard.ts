// Every key that the window knows, out of the list that the reader sees. The page is asked before the menu.
import { isCommand, type Command } from '../../shared/ipc.ts';
import { shortcutFor, type ShortcutAction } from '../../shared/shortcuts.ts';
import { run, stepBack } from './commands.ts';
import { dialogIsOpen } from './dialogs.ts';
import { dismissNotice } from '../parts/notices.ts';
import { compareOnwards, showEnd } from '../view/going.ts';
import { PAN_STEP, panBy } from '../view/moving.ts';
import { isMac } from '../parts/platform.ts';

/** What has no item in the menu. */
const ACTIONS: Readonly<Record<Exclude<ShortcutAction, Command>, () => void>> = {
  'pan-earlier': () => {
    panBy(-PAN_STEP, true);
  },
  'pan-later': () => {
    panBy(PAN_STEP, true);
  },
  'page-earlier': () => {
    panBy(-1, true);
  },
  'page-later': () => {
    panBy(1, true);
  },
  'show-first': () => {
    showEnd('first');
  },
  'show-last': () => {
    showEnd('last');
  },
  'compare-next': () => {
    compareOnwards('next');
  },
  'compare-previous': () => {
    compareOnwards('previous');
  },
  dismiss: () => {
    dismissNotice();
    stepBack();
  },
};

function act(action: ShortcutAction): void {
  if (isCommand(action)) run(action);
  else ACTIONS[action]();
}

/** What moves through a scrolled panel that has the focus, rather than through time. */
const SCROLLING_KEYS: ReadonlySet<string> = new Set(['Home', 'End']);

/** What a text field has of its own. */
const UNDOING: ReadonlySet<ShortcutAction> = new Set(['undo-lanes', 'redo-lanes']);

/** Listens for the whole page; keys that a text field or a scrolled panel needs are left to it. */
export function listenToKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    // A dialog has the keyboard to itself.
    if (event.defaultPrevented || dialogIsOpen()) return;
    const action = shortcutFor(event, isMac);
    if (action === undefined) return;
    const { target } = event;
    const isIn = (selector: string) => target instanceof Element && target.closest(selector) !== null;
    const types = (!event.ctrlKey && !event.metaKey && !/^F\d+$/.test(event.key)) || UNDOING.has(action);
    if (types && isIn('input, textarea, select')) return;
    if (SCROLLING_KEYS.has(event.key) && isIn('[data-scrolls]')) return;
    event.preventDefault();
    act(action);
  });
}
