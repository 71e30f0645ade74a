// Which dialog is open. One at a time has the keyboard to itself.
import { effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import { openWaitingDocuments, waitingDocuments } from '../document/commands.ts';
import { exportDialog } from '../export/commands.ts';
import { notice } from '../parts/notices.ts';

/** A dialog that is loaded when it is first opened. */
export type PageDialog = 'shortcuts' | 'about' | 'format';

const dialog = signal<PageDialog | null>(null);

/** The one of these dialogs that is open, or `null`. */
export const pageDialog: ReadonlySignal<PageDialog | null> = dialog;

/** Opens one of the dialogs. */
export function openDialog(wanted: PageDialog): void {
  dialog.value = wanted;
}

/** Closes it. */
export function closeDialog(): void {
  dialog.value = null;
}

/** Whether a dialog has the keyboard to itself. */
export function dialogIsOpen(): boolean {
  return exportDialog.value !== null || pageDialog.value !== null;
}

/** Lets dialogs make way: to a failure and to the export dialog at once, and to documents that wait once none holds work. */
export function watchDialogs(): void {
  effect(() => {
    if (exportDialog.value !== null || notice.value?.kind === 'failure') closeDialog();
  });
  effect(() => {
    if (waitingDocuments.value.length === 0 || exportDialog.value !== null) return;
    closeDialog();
    untracked(() => void openWaitingDocuments());
  });
}
