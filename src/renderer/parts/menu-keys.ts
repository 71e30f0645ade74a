// The keys of an open menu, by the pattern of https://www.w3.org/WAI/ARIA/apg/patterns/menu/

/** The items of a menu, in order. */
export function menuItems(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}

/** Moves the focus between the items of a menu, or closes it; any other key is left to the browser. */
export function moveInMenu(event: KeyboardEvent, menu: HTMLElement | null, close: () => void): void {
  const items = menuItems(menu);
  const at = items.findIndex((item) => item === document.activeElement);
  const to: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const next = to[event.key];
  if (next !== undefined) items[next]?.focus();
  else if (event.key === 'Escape' || event.key === 'Tab') close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
