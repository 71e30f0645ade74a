// What all drags on the timeline have in common.

/** A press that moves less, in CSS pixels, is a click. */
export const DRAG_THRESHOLD = 4;

/** Keeps the click that ends a drag from choosing what lies under it. */
export function swallowClick(surface: HTMLElement): void {
  const swallow = (click: Event) => {
    click.stopPropagation();
  };
  surface.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => {
    surface.removeEventListener('click', swallow, { capture: true });
  });
}
