// Saves the open document, in its own file or in another that the reader chooses.
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { changedAt, savedAt, stateOf } from '../../shared/document/edit/history.ts';
import type { SavedDocument, SaveTarget } from '../../shared/ipc.ts';
import { isolate } from '../../shared/isolate.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import { choosePath } from '../system/choose-path.ts';
import { folderNameOf } from '../system/file-name.ts';
import { hashed, stampOf } from '../system/file-stamp.ts';
import { writeFileWhole } from '../system/write-file.ts';
import type { WorkingCopy } from './working-copy.ts';

/** A document that was saved, and its copy in main from now on. */
export interface Saved {
  readonly copy: WorkingCopy;
  readonly answer: Omit<SavedDocument, 'notKept'>;
}

/**
 * Writes the document to a file, piece by piece. No step may be taken meanwhile. Fails like `writeFileWhole`, and with
 * `file-read-only`, and leaves the file as it was.
 *
 * @param path absolute.
 * @param isCopy whether the document keeps the file that it has.
 * @param willBe called with the hash of the new file, before that takes the place of the old one.
 */
export async function save(
  copy: WorkingCopy,
  path: string,
  isCopy: boolean,
  willBe: (hash: string) => Promise<void>,
): Promise<Result<Saved>> {
  if (await isReadOnly(path))
    return failure(
      'file-read-only',
      `“${isolate(basename(path))}” could not be saved: it is read-only. Save the document under another name, or allow changes to the file first.`,
    );
  const { writeDocument } = await import('../../shared/document/file/write.ts');
  const contents = hashed(writeDocument(copy.opened.document, changedAt(copy.history)));
  let hash = '';
  const written = await writeFileWhole(path, contents.pieces, undefined, async () => {
    hash = contents.hash();
    if (!isCopy) await willBe(hash);
  });
  if (!written.ok) return written;
  const [fileName, folderName] = [basename(path), folderNameOf(path)];
  const answer = { fileName, folderName, isUpgraded: copy.fileVersion === 1 && !isCopy };
  if (isCopy) return success({ copy, answer: { ...answer, state: null } });
  const state = stateOf(copy.history);
  const stamp = await stampOf(path);
  return success({
    copy: {
      opened: { ...copy.opened, fileName, untitled: false, bundled: false },
      path,
      stamp: stamp && { ...stamp, hash },
      fileVersion: 2,
      fileEvents: copy.opened.document.events.count,
      history: savedAt(copy.history, state),
    },
    answer: { ...answer, state },
  });
}

/** Whether there is a file that must not be changed. The administrator may change any, but not by mistake. */
async function isReadOnly(path: string): Promise<boolean> {
  const status = await stat(path).catch(() => undefined);
  if (status?.isFile() !== true) return false;
  if ((status.mode & 0o222) === 0) return true;
  return access(path, constants.W_OK).then(
    () => false,
    () => true,
  );
}

/** Where a document is saved: its own file, or another that the reader chooses. Otherwise like {@link choosePath}. */
export async function pathFor(
  copy: WorkingCopy,
  target: SaveTarget,
  window: BrowserWindow,
): Promise<Result<string> | null> {
  const { opened, path } = copy;
  if (target === 'own' && path !== null) return success(path);
  const offered = {
    heading: target === 'copy' ? 'Save a Copy' : 'Save As',
    folders: [path === null ? app.getPath('documents') : dirname(path)],
    title: opened.document.title,
    kind: 'Timeline document',
    ending: 'dateline',
  };
  return choosePath(offered, window);
}
