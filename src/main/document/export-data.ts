// Exports the open document's data for another program, once the reader has seen what that cannot hold.
import { basename } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { capitalised } from '../../shared/capitalised.ts';
import type { PlacedDocument } from '../../shared/document/document.ts';
import type { WritableFormat } from '../../shared/formats/writable.ts';
import { grouped } from '../../shared/in-words.ts';
import { isolate } from '../../shared/isolate.ts';
import { success, type Result } from '../../shared/result.ts';
import { choosePath } from '../system/choose-path.ts';
import { folderNameOf } from '../system/file-name.ts';
import { writeFileWhole } from '../system/write-file.ts';

/**
 * Exports a document.
 *
 * @returns a sentence on what was written, or `null` if the reader cancelled. Fails like `writeDraft`,
 *   {@link choosePath} and `writeFileWhole`.
 */
export async function exportData(
  document: PlacedDocument,
  { id, name, ending }: WritableFormat,
  window: BrowserWindow,
): Promise<Result<string> | null> {
  const { draftOf, targetFormat, writeDraft } = await import('../../shared/formats/convert.ts');
  const target = targetFormat(null, id);
  if (!target.ok) return target;
  const written = await writeDraft(draftOf(document), target.value, new Date().toISOString());
  if (!written.ok) return written;
  const { bytes, losses } = written.value;
  if (losses.length > 0 && !(await accepts(name, losses, window))) return null;
  const offered = {
    heading: 'Export Data',
    folders: [app.getPath('documents')],
    title: document.title,
    kind: name,
    ending,
  };
  const chosen = await choosePath(offered, window);
  if (!chosen?.ok) return chosen;
  const path = chosen.value;
  const saved = await writeFileWhole(path, bytes);
  return saved.ok
    ? success(`Exported “${isolate(basename(path))}” to ${isolate(folderNameOf(path))}.`)
    : saved;
}

/** The most losses that the question lists. */
const MOST_LISTED = 12;

/** Asks whether to go on although the format cannot hold everything. */
async function accepts(name: string, losses: readonly string[], window: BrowserWindow): Promise<boolean> {
  const more = losses.length - MOST_LISTED;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Export Data',
    message: `${name} cannot hold everything of this timeline.`,
    detail: [
      ...losses.slice(0, MOST_LISTED).map((loss) => `• ${capitalised(loss)}.`),
      ...(more > 0 ? [`… and ${grouped(more)} more`] : []),
    ].join('\n'),
    buttons: ['Export', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
