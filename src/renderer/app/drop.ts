// Files that are dragged onto the window: it shows that it takes them, and opens what is dropped.
import { signal, type ReadonlySignal } from '@preact/signals';
import { openDropped } from '../document/commands.ts';

const dragged = signal(false);

/** True while something is dragged over the window that could be dropped on it. */
export const dragging: ReadonlySignal<boolean> = dragged;

/** Listens for the whole page. What is dragged from within the page is left alone, and so is text over a text field. */
export function listenToDrops(): void {
  let ownDrag = false;

  const isOurs = ({ dataTransfer, target }: DragEvent): boolean => {
    if (dataTransfer === null || ownDrag) return false;
    const types = dataTransfer.types;
    return (
      types.includes('Files') || !(target instanceof Element && target.closest('input, textarea') !== null)
    );
  };

  const listen = (
    type: 'dragstart' | 'dragend' | 'dragover' | 'dragleave' | 'drop',
    listener: (event: DragEvent) => void,
  ) => {
    // On the way down: vis-timeline keeps a drop to itself, and would read an item out of it.
    document.addEventListener(type, listener, { capture: true });
  };

  listen('dragstart', () => {
    ownDrag = true;
  });
  listen('dragend', () => {
    ownDrag = false;
  });
  listen('dragover', (event) => {
    dragged.value = isOurs(event);
    if (!dragged.value) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
  });
  listen('dragleave', ({ relatedTarget }) => {
    // It goes from element to element, and only in the end to none.
    if (relatedTarget === null) dragged.value = false;
  });
  listen('drop', (event) => {
    dragged.value = false;
    event.stopPropagation();
    if (!isOurs(event)) return;
    event.preventDefault();
    void openDropped([...(event.dataTransfer?.files ?? [])]);
  });
}
