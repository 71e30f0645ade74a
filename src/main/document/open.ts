// Opens timeline documents: checks the file before reading it, then reads and validates it.
import { isolate } from '../../shared/isolate.ts';
import { constants } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { PlacedDocument } from '../../shared/document/document.ts';
import type { Examined } from '../../shared/document/file/validate.ts';
import type { OpenedDocument } from '../../shared/ipc.ts';
import { failure, success, type Failure, type Result } from '../../shared/result.ts';
import { systemCode } from '../system/system-code.ts';

/** Bytes: 512 MB, the most text that one JavaScript string holds. */
export const LARGEST_DOCUMENT = constants.MAX_STRING_LENGTH;

/**
 * Opens the document at `path`.
 *
 * @param path absolute.
 * @param bundled true for the article that comes with the app.
 * @returns the document, or why it cannot be opened, starting with the file's name: the failures of reading it
 *   (`file-missing`, `file-is-folder`, `file-not-regular`, `file-unreadable`, `file-too-large`), or those of
 *   `readDocument`, with their details.
 */
export async function openDocument(path: string, bundled: boolean): Promise<Result<OpenedDocument>> {
  const fileName = basename(path);
  const document = await read(path);
  return document.ok
    ? success({ fileName, bundled, document: document.value })
    : cannotBeOpened(fileName, document.failure);
}

/** Puts the file's name before the reason why it cannot be opened. */
export function cannotBeOpened(fileName: string, { code, message, details }: Failure): Result<never> {
  return failure(code, `“${isolate(fileName)}” cannot be opened. ${message}`, details);
}

/**
 * Reads the document at `path` like {@link openDocument}, and lists its problems one by one.
 *
 * @param path absolute.
 * @param most how many problems are listed.
 */
export async function examineFile(path: string, most: number): Promise<Examined> {
  const [bytes, { examineDocument }] = await load(path);
  return bytes.ok ? examineDocument(bytes.value, most) : { ...bytes, problems: [] };
}

async function read(path: string): Promise<Result<PlacedDocument>> {
  const [bytes, { readDocument }] = await load(path);
  return bytes.ok ? readDocument(bytes.value) : bytes;
}

/** Validation is the heaviest code that main loads. Loading it while the file is read keeps it from delaying the window. */
function load(path: string) {
  return Promise.all([readBytes(path), import('../../shared/document/file/read.ts')]);
}

async function readBytes(path: string): Promise<Result<Uint8Array>> {
  try {
    // A pipe or a device may have no end, so never open one.
    const status = await stat(path);
    if (status.isDirectory()) return failure('file-is-folder', 'It is a folder, not a file.');
    if (!status.isFile()) return failure('file-not-regular', 'It is a device or a pipe, not a file.');
    if (status.size > LARGEST_DOCUMENT) return tooLarge(status.size);
    return success(await readFile(path));
  } catch (error) {
    return readFailure(systemCode(error), path);
  }
}

function tooLarge(size: number): Result<never> {
  const megabytes = (bytes: number): string => Math.round(bytes / 2 ** 20).toLocaleString('en');
  return failure(
    'file-too-large',
    `It is ${megabytes(size)} MB, and Dateline opens files of up to ${megabytes(LARGEST_DOCUMENT)} MB.`,
  );
}

/**
 * Why a file could not be read, in a sentence that follows its name.
 *
 * @param code the system's name for the error.
 * @param path absolute.
 */
export function readFailure(code: string, path: string): Result<never> {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return failure(
        'file-missing',
        `There is no file of this name in the folder “${basename(dirname(path)) || '/'}”.`,
      );
    case 'EACCES':
    case 'EPERM':
      return failure('file-unreadable', 'You do not have permission to read it.');
    default:
      return failure('file-unreadable', 'The system could not read it.', [`System error: ${code}.`]);
  }
}
