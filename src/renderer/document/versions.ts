// The earlier versions of the open document: lists them, opens one beside it, or restores it as one edit.
import { signal, type ReadonlySignal } from '@preact/signals';
import { isEmpty } from '../../shared/document/edit/change.ts';
import type { EarlierVersion } from '../../shared/ipc.ts';
import { api } from '../api.ts';
import { closeDialog, openDialog } from '../parts/dialogs.ts';
import { momentInWords } from '../parts/moment.ts';
import { fail, remark, succeeded } from '../parts/notices.ts';
import { opens, show } from './commands.ts';
import { edit, finishFields } from './edit.ts';

const listed = signal<readonly EarlierVersion[]>([]);

/** The earlier versions, the newest first. */
export const earlierVersions: ReadonlySignal<readonly EarlierVersion[]> = listed;

/** Lists the versions in a dialog. */
export async function openVersions(): Promise<void> {
  listed.value = await api.earlierVersions();
  openDialog('versions');
}

/** Opens a version as a document without a file. */
export async function openVersion({ id, at }: EarlierVersion): Promise<void> {
  closeDialog();
  const result = await opens(api.openVersion(id));
  if (result === null) return;
  show(result);
  if (result.ok)
    remark({
      message: `This is the version of ${momentInWords(at)}, as a document without a file.`,
      details: [],
    });
}

/** Makes the open document what a version was, which can be undone. */
export async function restoreVersion({ id, at }: EarlierVersion): Promise<void> {
  closeDialog();
  finishFields();
  const result = await api.restoreVersion(id);
  if (!result.ok) {
    fail(result.failure);
    return;
  }
  if (isEmpty(result.value)) {
    remark({ message: 'The document is as it was in this version.', details: [] });
    return;
  }
  edit({ ...result.value, name: `Restore version of ${momentInWords(at)}` });
  succeeded(`Restored the version of ${momentInWords(at)}. Undo brings back what was here.`);
}

/** What a version is, in a few words. */
export function kindInWords({ kind }: EarlierVersion): string {
  switch (kind) {
    case 'saved':
      return 'Saved';
    case 'before':
      return 'As another program wrote it, or as it was before Dateline saved it';
    case 'unsaved':
      return 'Never saved in the file';
  }
}
