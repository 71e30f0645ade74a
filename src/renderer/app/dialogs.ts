// Knows which dialog is open. Only one at a time, which then owns the keyboard.
import { effect, untracked } from '@preact/signals';
import { openWaitingDocuments, waitingDocuments } from '../document/commands.ts';
import { exportDialog } from '../export/state.ts';
import { importAsked } from '../import/commands.ts';
import { closeDialog, pageDialog } from '../parts/dialogs.ts';
import { notice } from '../parts/notices.ts';

/** Whether an open dialog owns the keyboard. */
export function dialogIsOpen(): boolean {
  return exportDialog.value !== null || pageDialog.value !== null;
}

/**
 * Closes a dialog when a failure or the export dialog has to be seen, and opens waiting documents unless a dialog with work
 * of the reader is open.
 */
export function watchDialogs(): void {
  effect(() => {
    if (exportDialog.value !== null || notice.value?.kind === 'failure') closeDialog();
  });
  effect(() => {
    if (waitingDocuments.value.length === 0 || exportDialog.value !== null || importAsked.value !== null)
      return;
    closeDialog();
    untracked(() => void openWaitingDocuments());
  });
}
