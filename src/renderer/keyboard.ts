// The keys that move through time; Ctrl/Cmd shortcuts belong to the menu, which main owns.
import {
  dismissNotice,
  PAN_STEP,
  panBy,
  selectEvent,
  showAll,
  showEnd,
  step,
  zoomIn,
  zoomOut,
} from './commands.ts';

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

/** Listens for the whole page; keys that a text field or a scrolled panel needs are left to it. */
export function listenToKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    if (target instanceof Element && target.closest('input, textarea, select, [data-own-keys]') !== null)
      return;
    const action = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined;
    if (action === undefined) return;
    event.preventDefault();
    action(event);
  });
}
