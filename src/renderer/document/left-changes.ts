// Changes that earlier runs left when they did not end as they should: offers them, recovers them, or sets them aside.
import { signal, type ReadonlySignal } from '@preact/signals';
import { grouped } from '../../shared/in-words.ts';
import type { LeftChanges } from '../../shared/ipc.ts';
import { isolate } from '../../shared/isolate.ts';
import { success } from '../../shared/result.ts';
import { api } from '../api.ts';
import { closeDialog, openDialog } from '../parts/dialogs.ts';
import { fail, remark } from '../parts/notices.ts';
import { opens, show } from './commands.ts';

const left = signal<readonly LeftChanges[]>([]);

/** What is offered, the last first. */
export const leftChanges: ReadonlySignal<readonly LeftChanges[]> = left;

/** Asks main for changes that were left, and offers them if there are any. */
export async function lookForLeftChanges(): Promise<void> {
  left.value = await api.leftChanges();
  if (left.value.length > 0) openDialog('left-changes');
}

/** Opens the document with the changes that were left. */
export async function recoverChanges(id: string): Promise<void> {
  closeDialog();
  const result = await opens(api.recoverChanges(id));
  if (result === null) return;
  if (!result.ok) {
    fail(result.failure);
    return;
  }
  const { document, count, isDamaged } = result.value;
  show(success(document));
  remark({
    message: `Recovered ${changesInWords(count)}. Save the document to keep them.`,
    details: isDamaged ? [DAMAGED] : [],
  });
}

/** Opens the file instead. */
export async function setAsideChanges(id: string): Promise<void> {
  closeDialog();
  const result = await api.setAsideChanges(id);
  if (!result.ok) fail(result.failure);
}

/** That not all could be read. */
export const DAMAGED = 'The last changes could not be read: what was kept of them is damaged.';

/** A number of changes. */
export function changesInWords(count: number): string {
  return count === 1 ? '1 change' : `${grouped(count)} changes`;
}

/** What became of the file of these changes, in a sentence. */
export function fileInWords({ file, fileName }: LeftChanges): string {
  const name = fileName === null ? null : `“${isolate(fileName)}”`;
  switch (file) {
    case 'none':
      return 'They were never saved in a file.';
    case 'changed':
      return `Another program has changed ${name ?? 'the file'} since.`;
    case 'missing':
      return `${name ?? 'The file'} is not in its folder any more.`;
    case 'same':
      return `${name ?? 'The file'} does not have them.`;
  }
}
