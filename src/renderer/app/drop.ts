// Accepts files dragged onto the window, and opens them when they are dropped.
import { signal, type ReadonlySignal } from '@preact/signals';
import { openDropped } from '../document/commands.ts';

const dragged = signal(false);

/** True while something that can be dropped is over the window. */
export const dragging: ReadonlySignal<boolean> = dragged;

/** Listens on the whole page. Ignores drags that start in the page, and text dragged over a text field. */
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
    // In the capture phase: vis-timeline would otherwise take the drop and read an item from it.
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
    // A drag leaves one element for the next, and only in the end for none.
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
