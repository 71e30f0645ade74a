// The menu of a mark: what can be done with its event.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PlacedEvent } from '../../shared/document/event.ts';
import { menuItems, moveInMenu } from '../parts/menu-keys.ts';

/** What can be done with an event. */
export type EventAction =
  'edit' | 'duplicate' | 'delete' | 'copy' | 'cite' | 'compare' | 'zoom' | 'hide-lane' | 'open-source';

/** Where a menu stands, and of which event. */
export interface EventMenuPlace {
  /** Row of the event. */
  readonly row: number;
  /** CSS pixels in the page. */
  readonly x: number;
  readonly y: number;
}

interface EventMenuProps extends EventMenuPlace {
  readonly event: PlacedEvent;
  readonly run: (action: EventAction) => void;
  readonly close: () => void;
}

const ITEMS: readonly { readonly action: EventAction; readonly label: string }[] = [
  { action: 'edit', label: 'Edit event' },
  { action: 'duplicate', label: 'Duplicate event' },
  { action: 'delete', label: 'Delete event' },
  { action: 'copy', label: 'Copy event' },
  { action: 'cite', label: 'Copy with citation' },
  { action: 'compare', label: 'Compare from here' },
  { action: 'zoom', label: 'Zoom to event' },
  { action: 'hide-lane', label: 'Hide its lane' },
  { action: 'open-source', label: 'Open source' },
];

/** A menu by the pattern of https://www.w3.org/WAI/ARIA/apg/patterns/menu/ */
export function EventMenu({ event, x, y, run, close }: EventMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = menu.current;
    if (element === null) return;
    const before = document.activeElement;
    element.showPopover();
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(0, Math.min(x, innerWidth - width))}px`;
    element.style.top = `${Math.max(0, Math.min(y, innerHeight - height))}px`;
    menuItems(element)[0]?.focus();
    // By hand: an automatic popover closes where the button that opened it is let go.
    const onDown = ({ target }: Event) => {
      if (!(target instanceof Node && element.contains(target))) close();
    };
    addEventListener('pointerdown', onDown, { capture: true });
    addEventListener('wheel', close, { capture: true, passive: true });
    addEventListener('blur', close);
    return () => {
      removeEventListener('pointerdown', onDown, { capture: true });
      removeEventListener('wheel', close, { capture: true });
      removeEventListener('blur', close);
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div
      ref={menu}
      popover="manual"
      class="menu event-menu"
      role="menu"
      aria-label={event.title}
      onKeyDown={(press) => {
        moveInMenu(press, menu.current, close);
      }}
    >
      {ITEMS.filter(({ action }) => action !== 'open-source' || event.sources.length > 0).map(
        ({ action, label }) => (
          <button
            key={action}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              close();
              run(action);
            }}
          >
            {label}
          </button>
        ),
      )}
    </div>
  );
}
