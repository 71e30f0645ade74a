// Saves the open document, in its own file or in another that the reader chooses.
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { changedAt, savedAt, stateOf } from '../../shared/document/edit/history.ts';
import type { SavedDocument, SaveTarget } from '../../shared/ipc.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import { fileNameFor } from '../system/file-name.ts';
import { writeFileWhole } from '../system/write-file.ts';
import type { WorkingCopy } from './working-copy.ts';

/** A document that was saved, and its copy in main from now on. */
export interface Saved {
  readonly copy: WorkingCopy;
  readonly answer: SavedDocument;
  /** Absolute path of the written file. */
  readonly path: string;
}

/** Saves the working copy; `null` if the reader cancelled. Fails like `writeFileWhole`, and leaves the file as it was. */
export async function save(
  copy: WorkingCopy,
  target: SaveTarget,
  window: BrowserWindow,
): Promise<Result<Saved> | null> {
  const own = target === 'own' && !copy.opened.bundled ? copy.path : null;
  const chosen = own === null ? await choosePath(copy, target, window) : success(own);
  if (!chosen?.ok) return chosen;
  const path = chosen.value;
  const { documentBytes } = await import('../../shared/document/file/write.ts');
  const written = await writeFileWhole(path, documentBytes(copy.opened.document, changedAt(copy.history)));
  if (!written.ok) return written;
  const [fileName, folderName] = [basename(path), basename(dirname(path))];
  if (target === 'copy') return success({ copy, path, answer: { fileName, folderName, state: null } });
  const state = stateOf(copy.history);
  return success({
    copy: {
      opened: { ...copy.opened, fileName, untitled: false, bundled: false },
      path,
      history: savedAt(copy.history, state),
    },
    path,
    answer: { fileName, folderName, state },
  });
}

const ENDING = '.dateline';

/** Asks the reader for a file; `null` if they cancel. */
async function choosePath(
  { opened, path }: WorkingCopy,
  target: SaveTarget,
  window: BrowserWindow,
): Promise<Result<string> | null> {
  const folder = path === null || opened.bundled ? app.getPath('documents') : dirname(path);
  const { filePath } = await dialog.showSaveDialog(window, {
    title: target === 'copy' ? 'Save a Copy' : 'Save As',
    defaultPath: join(
      existsSync(folder) ? folder : app.getPath('home'),
      `${fileNameFor(opened.document.title)}${ENDING}`,
    ),
    filters: [{ name: 'Timeline document', extensions: [ENDING.slice(1)] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (filePath === '') return null;
  if (filePath.toLowerCase().endsWith(ENDING)) return success(filePath);
  const whole = `${filePath}${ENDING}`;
  // The dialog asked about the name without its ending. The reader has not agreed to replace this file.
  if (!existsSync(whole)) return success(whole);
  return failure(
    'name-taken',
    `“${basename(whole)}” already exists. To replace it, choose it by its full name.`,
  );
}
