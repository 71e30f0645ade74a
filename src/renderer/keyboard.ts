// Every key that the window knows. The menu names the same shortcuts; the page is asked first and answers them here.
import {
  chooseDocument,
  copyFigure,
  dismissNotice,
  exportAgain,
  openExport,
  PAN_STEP,
  panBy,
  selectEvent,
  showAll,
  showEnd,
  step,
  zoomIn,
  zoomOut,
} from './commands.ts';
import { exportDialog } from './store.ts';

type Action = (event: KeyboardEvent) => void;

/** Key → what it does. `+` and `=` share a key on many keyboards, as do `−` and `_`. */
const KEYS: Readonly<Record<string, Action>> = {
  ArrowLeft: (event) => {
    panBy(event.shiftKey ? -1 : -PAN_STEP, true);
  },
  ArrowRight: (event) => {
    panBy(event.shiftKey ? 1 : PAN_STEP, true);
  },
  '+': zoomIn,
  '=': zoomIn,
  '-': zoomOut,
  _: zoomOut,
  '−': zoomOut,
  '0': showAll,
  Home: () => {
    showEnd('first');
  },
  End: () => {
    showEnd('last');
  },
  n: () => {
    step('next');
  },
  p: () => {
    step('previous');
  },
  Escape: () => {
    dismissNotice();
    selectEvent(null);
  },
};

/** The same with Ctrl, or Cmd on a Mac. */
const CONTROL_KEYS: Readonly<Record<string, Action>> = {
  e: () => void openExport(),
  o: () => void chooseDocument(),
};

/** The same with Ctrl or Cmd and Shift. */
const CONTROL_SHIFT_KEYS: Readonly<Record<string, Action>> = {
  c: () => void copyFigure(),
  e: () => void exportAgain(),
};

const isMac = navigator.userAgent.includes('Mac');

/** The action of a key press, or `undefined` where it has none. */
function actionFor(event: KeyboardEvent): Action | undefined {
  if (event.altKey || (isMac ? event.ctrlKey : event.metaKey)) return undefined;
  const control = isMac ? event.metaKey : event.ctrlKey;
  const keys = !control ? KEYS : event.shiftKey ? CONTROL_SHIFT_KEYS : CONTROL_KEYS;
  // Caps Lock changes the letter, not what is meant.
  const key = control || !event.shiftKey ? event.key.toLowerCase() : event.key;
  const named = event.key.length > 1 ? event.key : key;
  return Object.hasOwn(keys, named) ? keys[named] : undefined;
}

/** What moves through a scrolled panel that has the focus, rather than through time. */
const SCROLLING_KEYS: ReadonlySet<string> = new Set(['Home', 'End']);

/** Listens for the whole page; keys that a text field or a scrolled panel needs are left to it. */
export function listenToKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    // A dialog has the keyboard to itself.
    if (event.defaultPrevented || exportDialog.value !== null) return;
    const control = event.ctrlKey || event.metaKey;
    const { target } = event;
    const isIn = (selector: string) => target instanceof Element && target.closest(selector) !== null;
    if (!control && isIn('input, textarea, select')) return;
    if (SCROLLING_KEYS.has(event.key) && isIn('[data-scrolls]')) return;
    const action = actionFor(event);
    if (action === undefined) return;
    event.preventDefault();
    action(event);
  });
}
