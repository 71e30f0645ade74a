// Asks the reader how a file of another program is to be imported, and tells what became of it.
import { batch, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { ImportChoice } from '../../shared/formats/preview.ts';
import type { ImportAsking } from '../../shared/ipc.ts';
import { api } from '../api.ts';
import { imported } from '../document/commands.ts';
import { closeDialog, openDialog, pageDialog } from '../parts/dialogs.ts';
import { endProgress, remark } from '../parts/notices.ts';

const asked = signal<ImportAsking | null>(null);

/** What main asks about the file that it reads, or `null`. */
export const importAsked: ReadonlySignal<ImportAsking | null> = asked;

/** Shows the dialog in which the reader says how a file is read. */
export function askImport(asking: ImportAsking): void {
  batch(() => {
    // The reading has stopped until the reader answers.
    endProgress();
    asked.value = asking;
    openDialog('import');
  });
}

/** Answers main. @param choice `null` cancels the import. */
export function answerImport(choice: ImportChoice | null): void {
  if (asked.peek() === null) return;
  batch(() => {
    asked.value = null;
    closeDialog();
  });
  void api.answerImport(choice);
}

/** Cancels an import whose dialog was closed, and tells what became of each file that was imported. */
export function watchImports(): void {
  effect(() => {
    if (asked.value !== null && pageDialog.value !== 'import') answerImport(null);
  });
  effect(() => {
    const now = imported.value;
    if (now === null) return;
    void import('../../shared/formats/report-in-words.ts').then(({ importInWords }) => {
      if (imported.peek() === now) remark(importInWords(now));
    });
  });
}
