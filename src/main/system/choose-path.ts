// Asks the reader where a file is to be written.
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { failure, success, type Result } from '../../shared/result.ts';
import { fileNameFor } from './file-name.ts';

/** The file that the dialog offers. */
export interface OfferedFile {
  /** The title of the dialog. */
  readonly heading: string;
  /** Absolute. The dialog starts in the first of these folders that is there, or else in the home folder. */
  readonly folders: readonly string[];
  /** What the file is named after. */
  readonly title: string;
  /** What readers call such files. */
  readonly kind: string;
  /** The ending of its name, without the dot. A name without it gets it. */
  readonly ending: string;
}

/** Asks the reader for a file; `null` if they cancel. Fails with `name-taken`. */
export async function choosePath(
  { heading, folders, title, kind, ending }: OfferedFile,
  window: BrowserWindow,
): Promise<Result<string> | null> {
  const folder = folders.find((one) => existsSync(one)) ?? app.getPath('home');
  const { filePath } = await dialog.showSaveDialog(window, {
    title: heading,
    defaultPath: join(folder, `${fileNameFor(title)}.${ending}`),
    filters: [{ name: kind, extensions: [ending] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (filePath === '') return null;
  if (filePath.toLowerCase().endsWith(`.${ending}`)) return success(filePath);
  const path = `${filePath}.${ending}`;
  // The dialog asked about the name without its ending. The reader has not agreed to replace this file.
  if (!existsSync(path)) return success(path);
  return failure(
    'name-taken',
    `“${basename(path)}” already exists. To replace it, choose it by its full name.`,
  );
}
