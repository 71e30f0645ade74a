// Writes a file whole or not at all, and says in words why it failed.
import type { Stats } from 'node:fs';
import { lstat, open, realpath, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failure, success, type Failed, type Failure, type Result } from '../../shared/result.ts';
import { folderNameOf } from './file-name.ts';
import { systemCode } from './system-code.ts';
import { sweepTemporaries, temporaryName } from './temporary-file.ts';

/** What is written: all bytes, or one piece after the other, each made when the one before is written. */
export type Contents = Uint8Array | Iterable<Uint8Array>;

/**
 * Writes `contents` to a new file next to `path`, waits for the disk, and replaces `path` in one step, keeping the owner
 * and the permissions of the old file. If `path` is a link, this replaces the file that it leads to. A failure leaves
 * the old file as it was and nothing next to it. Leftovers of killed runs in the folder are removed.
 *
 * @param path absolute.
 * @param signal cancels the write, unless the new file is already in place.
 * @param beforeReplacing called once the new file is whole on the disk, before it takes the place of the old one.
 * @returns the failures of {@link writtenFile} and {@link writeFailure}, or `write-cancelled` once `signal` is aborted.
 */
export async function writeFileWhole(
  path: string,
  contents: Contents,
  signal?: AbortSignal,
  beforeReplacing?: () => Promise<void>,
): Promise<Result<null>> {
  const written = await writtenFile(path);
  if (!written.ok) return written;
  try {
    await replace(written.value, contents, signal, beforeReplacing);
    return success(null);
  } catch (error) {
    return signal?.aborted === true
      ? failure('write-cancelled', `“${basename(path)}” was not saved.`)
      : writeFailure(systemCode(error), path);
  }
}

/**
 * The file that a name leads to: itself, or the target of a link.
 *
 * @param path absolute.
 * @returns an absolute path, `link-broken` for a link that leads nowhere, or the failures of {@link writeFailure}.
 */
export async function writtenFile(path: string): Promise<Result<string>> {
  try {
    return success(await realpath(path));
  } catch (error) {
    const isLink = await lstat(path).then(
      (status) => status.isSymbolicLink(),
      () => false,
    );
    const code = systemCode(error);
    if (!isLink) return code === 'ENOENT' ? success(path) : writeFailure(code, path);
    const where = code === 'ELOOP' ? 'to itself' : 'to a file that is not there';
    return failure(
      'link-broken',
      `“${basename(path)}” could not be saved: it is a link ${where}. Remove the link, or choose another name.`,
    );
  }
}

async function replace(
  path: string,
  contents: Contents,
  signal: AbortSignal | undefined,
  beforeReplacing: (() => Promise<void>) | undefined,
): Promise<void> {
  const folder = dirname(path);
  await sweepTemporaries(folder);
  const old = await stat(path).catch(() => undefined);
  const temporary = join(folder, temporaryName());
  const file = await open(temporary, 'wx');
  try {
    try {
      if (old?.isFile() === true) await takeAfter(file, old);
      await writeFile(file, contents, { signal });
      await file.sync();
    } finally {
      await file.close();
    }
    await beforeReplacing?.();
    signal?.throwIfAborted();
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await waitForDisk(folder);
}

/**
 * Waits until the disk has a file, or the names in a folder. Windows and some network disks cannot be asked; they do it by
 * themselves.
 */
export async function waitForDisk(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    const opened = await open(path);
    await opened.sync().finally(() => opened.close());
  } catch {
    // It is in place all the same.
  }
}

/** Copies owner and permissions from another file, as far as the user and the disk allow. */
async function takeAfter(file: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  if (process.getuid !== undefined) await file.chown(uid, gid).catch(() => undefined);
  await file.chmod(mode & 0o777).catch(() => undefined);
}

/**
 * Why a file could not be written, and what to do.
 *
 * @param code the system's name for the error.
 * @param path absolute.
 * @returns a failure with the code `folder-missing`, `folder-is-file`, `name-is-folder`, `name-too-long`,
 *   `write-denied`, `disk-read-only`, `disk-full` or `write-failed`.
 */
export function writeFailure(code: string, path: string): Failed {
  const file = `“${basename(path)}”`;
  const folder = `the folder “${folderNameOf(path)}”`;
  const fail = (name: string, reason: string, details: readonly string[] = []): Failed =>
    failure(name, `${file} could not be saved: ${reason}`, details);
  switch (code) {
    case 'ENOENT':
      return fail('folder-missing', `${folder} does not exist. Create it first, or choose another.`);
    case 'ENOTDIR':
      return fail('folder-is-file', `${folder} is a file, not a folder. Choose another.`);
    case 'EISDIR':
      return fail('name-is-folder', 'a folder has this name. Choose another name.');
    case 'ENAMETOOLONG':
      return fail('name-too-long', 'its name is too long. Choose a shorter one.');
    case 'EACCES':
    case 'EPERM':
      return fail(
        'write-denied',
        `${folder}, or a file of this name in it, is protected. Choose another folder or name.`,
      );
    case 'EROFS':
      return fail('disk-read-only', `${folder} is on a read-only disk. Choose a folder on another disk.`);
    case 'ENOSPC':
    case 'EDQUOT':
      return fail(
        'disk-full',
        `there is no room left in ${folder}. Free some space, or choose a folder on another disk.`,
      );
    default:
      return fail('write-failed', `the system refused to write in ${folder}. Choose another folder.`, [
        `System error: ${code}.`,
      ]);
  }
}

/** Why Dateline’s own folder does not take something, to follow a colon. @param refusal of {@link writeFileWhole}. */
export function ownFolderRefuses({ code }: Failure): string {
  return code === 'disk-full'
    ? 'there is no room left in Dateline’s own folder'
    : 'Dateline’s own folder cannot be written';
}
