// The open document's file was changed or removed by another program: asks the reader what counts, and does it.
import { signal, type ReadonlySignal } from '@preact/signals';
import { isolate } from '../../shared/isolate.ts';
import type { FileNotice } from '../../shared/ipc.ts';
import { api } from '../api.ts';
import { closeDialog, openDialog, pageDialog } from '../parts/dialogs.ts';
import { remark } from '../parts/notices.ts';
import { currentView } from '../view/view.ts';
import { opens, show } from './commands.ts';
import { isChanged, noteNotInFile, saveDocument } from './edit.ts';

const question = signal({ isSaving: false, isChanged: false });

/** What is asked: whether the document was to be saved, and whether it has changes of its own. */
export const fileQuestion: ReadonlySignal<{ readonly isSaving: boolean; readonly isChanged: boolean }> =
  question;

/** Main has noticed it. */
export function fileWasChanged({ fileName, is }: FileNotice): void {
  // Where the file changes again while it is asked about, the document is in no file because of that alone.
  const wasChanged = pageDialog.peek() === 'changed-file' ? question.peek().isChanged : isChanged.peek();
  noteNotInFile();
  if (is === 'changed') ask(false, wasChanged);
  else
    remark({
      message: `“${isolate(fileName)}” is not in its folder any more. What it held is still open here: save it to keep it.`,
      details: [],
    });
}

/** The document was to be saved, which would replace what another program wrote. */
export function askBeforeReplacing(): void {
  ask(true, true);
}

function ask(isSaving: boolean, hasChanges: boolean): void {
  question.value = { isSaving, isChanged: hasChanges };
  openDialog('changed-file');
}

/** The name of the file, for the question. */
export function changedFileName(): string {
  return isolate(currentView.value?.opened.fileName ?? '');
}

/** Shows what the other program wrote. */
export async function reloadFile(): Promise<void> {
  const { isChanged: hadChanges } = question.peek();
  closeDialog();
  const result = await opens(api.reloadFile());
  show(result);
  if (result.ok && hadChanges)
    remark({ message: 'What you had changed is among the earlier versions of this document.', details: [] });
}

/** Stays with the document as it is. */
export async function keepMine(): Promise<void> {
  const { isSaving } = question.peek();
  closeDialog();
  await api.keepMine();
  noteNotInFile();
  if (isSaving) await saveDocument('own');
}
