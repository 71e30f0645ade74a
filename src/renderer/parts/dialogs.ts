// Keeps track of which dialog that loads on demand is open.
import { signal, type ReadonlySignal } from '@preact/signals';
import { keepOpenField } from './kept-field.tsx';

/** A dialog that loads when it is first opened. */
export type PageDialog =
  | 'shortcuts'
  | 'about'
  | 'format'
  | 'go-to-date'
  | 'left-changes'
  | 'versions'
  | 'changed-file'
  | 'article'
  | 'note'
  | 'lane'
  | 'remove-lane'
  | 'import'
  | 'import-report'
  | 'import-twins';

const dialog = signal<PageDialog | null>(null);

/** The one of these dialogs that is open, or `null`. */
export const pageDialog: ReadonlySignal<PageDialog | null> = dialog;

/** Opens one of the dialogs. */
export function openDialog(wanted: PageDialog): void {
  dialog.value = wanted;
}

/** Closes it; what stands in its fields is kept. */
export function closeDialog(): void {
  if (dialog.peek() !== null) keepOpenField();
  dialog.value = null;
}
