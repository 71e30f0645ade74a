// Opens timeline documents: checks the file before reading it, then reads and validates it.
import { isolate } from '../../shared/isolate.ts';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { PlacedDocument } from '../../shared/document/document.ts';
import { roomOf } from '../../shared/document/room.ts';
import type { Examined } from '../../shared/document/file/validate.ts';
import type { OpenedDocument } from '../../shared/ipc.ts';
import { failure, success, type Failed, type Failure, type Result } from '../../shared/result.ts';
import { folderNameOf } from '../system/file-name.ts';
import { inSlices } from '../system/slices.ts';
import { systemCode } from '../system/system-code.ts';

/** Bytes: 4 GB, the most that {@link roomOf} makes room for. */
const LARGEST_DOCUMENT = 2 ** 32;

/** Bytes that are asked of the system at once; it refuses 2 GB and more. */
const PIECE = 2 ** 26;

/** Bytes above which a file is large: the window would stand still while main reads it. */
const LARGE = 5_000_000;

/** Reads a large file another way. */
export type ReadLarge = (path: string, size: number) => Promise<Result<PlacedDocument>>;

/**
 * Opens the document at `path`.
 *
 * @param path absolute.
 * @param bundled true for the article that comes with the app.
 * @param readLarge reads files of more than {@link LARGE} bytes; left out, this reads all files alike.
 * @returns the document, or why it cannot be opened, starting with the file's name: the failures of reading it
 *   (`file-missing`, `file-is-folder`, `file-not-regular`, `file-unreadable`, `file-too-large`), or those of
 *   `readDocument`, with their details.
 */
export async function openDocument(
  path: string,
  bundled: boolean,
  readLarge?: ReadLarge,
): Promise<Result<OpenedDocument>> {
  const fileName = basename(path);
  const document = await (bundled || readLarge === undefined ? read(path) : readBySize(path, readLarge));
  return document.ok
    ? success({ fileName, untitled: false, bundled, document: document.value })
    : cannotBeOpened(fileName, document.failure);
}

/** Whether a file that is no document may be one of another program. @param path by whose ending it may say otherwise. */
export function mayBeForeign({ code }: Failure, path: string): boolean {
  return MAY_BE_FOREIGN.has(code) && !path.toLowerCase().endsWith('.dateline');
}

const MAY_BE_FOREIGN: ReadonlySet<string> = new Set([
  'document-other',
  'document-format',
  'document-encoding',
  'document-json',
]);

/** Puts the file's name before the reason why it cannot be opened. */
export function cannotBeOpened(fileName: string, { code, message, details }: Failure): Failed {
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

async function readBySize(path: string, readLarge: ReadLarge): Promise<Result<PlacedDocument>> {
  try {
    const size = await documentSize(path);
    if (!size.ok) return size;
    return await (size.value > LARGE ? readLarge(path, size.value) : read(path));
  } catch (error) {
    return readFailure(systemCode(error), path);
  }
}

async function read(path: string): Promise<Result<PlacedDocument>> {
  const [bytes, { readingDocument }] = await load(path);
  // Meanwhile Chromium asks main whatever it cannot do alone: until it has its answer, no page goes on.
  return bytes.ok ? inSlices(readingDocument(bytes.value)) : bytes;
}

/** Validation is the heaviest code that main loads. Loading it while the file is read keeps it from delaying the window. */
function load(path: string) {
  return Promise.all([readBytes(path), import('../../shared/document/file/read.ts')]);
}

async function readBytes(path: string): Promise<Result<Uint8Array>> {
  try {
    const size = await documentSize(path);
    const room = size.ok ? roomFor(size.value) : size;
    if (!room.ok) return room;
    let length = 0;
    for await (const piece of readPieces(path, room.value, PIECE)) length += piece.length;
    return success(room.value.subarray(0, length));
  } catch (error) {
    return readFailure(systemCode(error), path);
  }
}

/** Bytes of a file; fails for what is none, and throws the system's errors. @param path absolute. */
export async function sizeOf(path: string): Promise<Result<number>> {
  // A pipe or a device may have no end, so never open one.
  const status = await stat(path);
  if (status.isDirectory()) return failure('file-is-folder', 'It is a folder, not a file.');
  if (!status.isFile()) return failure('file-not-regular', 'It is a device or a pipe, not a file.');
  return success(status.size);
}

async function documentSize(path: string): Promise<Result<number>> {
  const size = await sizeOf(path);
  return size.ok && size.value > LARGEST_DOCUMENT
    ? failure(
        'file-too-large',
        `It is ${gigabytes(size.value)} GB, and Dateline opens files of up to ${gigabytes(LARGEST_DOCUMENT)} GB.`,
      )
    : size;
}

/**
 * Reads a file piece by piece, and yields each. If it is shorter than the room, there are fewer bytes; what is longer is
 * left out. Throws the system's errors.
 *
 * @param bytes takes the whole file.
 * @param most bytes in a piece.
 */
export async function* readPieces(
  path: string,
  bytes: Uint8Array,
  most: number,
): AsyncGenerator<Uint8Array, undefined> {
  const file = await open(path);
  try {
    let length = 0;
    while (length < bytes.length) {
      const wanted = Math.min(most, bytes.length - length);
      const { bytesRead } = await file.read(bytes, length, wanted, length);
      if (bytesRead === 0) break;
      yield bytes.subarray(length, length + bytesRead);
      length += bytesRead;
    }
  } finally {
    await file.close();
  }
}

/** Room for a file, or `file-too-large`. */
export function roomFor(size: number): Result<Uint8Array> {
  try {
    return success(roomOf(size));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return failure(
      'file-too-large',
      `It is ${gigabytes(size)} GB, and there is not enough memory for it. Close other programs and try again.`,
    );
  }
}

function gigabytes(bytes: number): string {
  return (bytes / 2 ** 30).toLocaleString('en', { maximumFractionDigits: 1 });
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
      return failure('file-missing', `There is no file of this name in the folder “${folderNameOf(path)}”.`);
    case 'EACCES':
    case 'EPERM':
      return failure('file-unreadable', 'You do not have permission to read it.');
    default:
      return failure('file-unreadable', 'The system could not read it.', [`System error: ${code}.`]);
  }
}
