// Which dialog is open. One at a time has the keyboard to itself.
import { effect, untracked } from '@preact/signals';
import { openWaitingDocuments, waitingDocuments } from '../document/commands.ts';
import { exportDialog } from '../export/commands.ts';
import { closeDialog, pageDialog } from '../parts/dialogs.ts';
import { notice } from '../parts/notices.ts';

/** Whether a dialog has the keyboard to itself. */
export function dialogIsOpen(): boolean {
  return exportDialog.value !== null || pageDialog.value !== null;
}

/** Closes a dialog where a failure or the export dialog has to be seen, and opens waiting documents once that is closed. */
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
