// Knows which dialog is open. Only one at a time, which then owns the keyboard.
import { effect, untracked } from '@preact/signals';
import { openArticle } from '../article/commands.ts';
import {
  arrivedArticle,
  articleArrives,
  openWaitingDocuments,
  waitingDocuments,
} from '../document/commands.ts';
import { exportDialog } from '../export/state.ts';
import { importAsked } from '../import/commands.ts';
import { closeDialog, pageDialog } from '../parts/dialogs.ts';
import { notice } from '../parts/notices.ts';

/** Whether an open dialog owns the keyboard. */
export function dialogIsOpen(): boolean {
  return exportDialog.value !== null || pageDialog.value !== null;
}

/**
 * Closes a dialog when a failure or the export dialog has to be seen, opens waiting documents unless a dialog with work of
 * the reader is open, and the form of a new article for one that was opened.
 */
export function watchDialogs(): void {
  effect(() => {
    if (exportDialog.value !== null || notice.value?.kind === 'failure') closeDialog();
  });
  effect(() => {
    const isImporting = importAsked.value !== null || pageDialog.value === 'import-twins';
    if (waitingDocuments.value.length === 0 || exportDialog.value !== null || isImporting) return;
    closeDialog();
    untracked(() => void openWaitingDocuments());
  });
  effect(() => {
    const article = arrivedArticle.value;
    if (article === null) return;
    untracked(() => {
      articleArrives(null);
      openArticle(article);
    });
  });
}
