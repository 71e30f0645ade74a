// A menu that opens at a place of the page, such as that of a mark or of a lane.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { menuItems, moveInMenu } from './menu-keys.ts';

/** An item of a menu. */
export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
  /** The key that does the same, as its keyboard shows it. */
  readonly keys?: string;
}

/** A menu by the pattern of https://www.w3.org/WAI/ARIA/apg/patterns/menu/ */
export function Menu({
  name,
  label,
  x,
  y,
  items,
  close,
}: {
  /** Its class, besides `menu`. */
  readonly name: string;
  /** What the menu is of. */
  readonly label: string;
  /** CSS pixels in the page. */
  readonly x: number;
  readonly y: number;
  readonly items: readonly MenuItem[];
  readonly close: () => void;
}) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = menu.current;
    if (element === null) return;
    const before = document.activeElement;
    const around = before?.parentElement?.closest<HTMLElement>('[tabindex]') ?? null;
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
      // Where the focus has gone on, as to the field of a search, it stays.
      const isInside = element.contains(document.activeElement) || document.activeElement === document.body;
      if (!isInside || !(before instanceof HTMLElement)) return;
      // Where an item has taken away what had the focus, what that stood in has it next.
      (before.isConnected ? before : around)?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div
      ref={menu}
      popover="manual"
      class={`menu ${name}`}
      role="menu"
      aria-label={label}
      onKeyDown={(press) => {
        moveInMenu(press, menu.current, close);
      }}
      onFocusOut={({ relatedTarget }) => {
        // A key of the window, such as that of the search, may lead elsewhere; no key would close the menu from there.
        if (relatedTarget instanceof Node && menu.current?.contains(relatedTarget) === false) close();
      }}
    >
      {items.map(({ label: words, run, keys }) => (
        <button
          key={words}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-keyshortcuts={keys}
          onClick={() => {
            close();
            run();
          }}
        >
          {words}
          {keys !== undefined && (
            <kbd class="menu-keys" aria-hidden="true">
              {keys}
            </kbd>
          )}
        </button>
      ))}
    </div>
  );
}
