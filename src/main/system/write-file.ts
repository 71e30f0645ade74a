// Writes a file whole or not at all, and says in words why where it cannot.
import { writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { failure, success, type Result } from '../../shared/result.ts';
import { systemCode } from './system-code.ts';

/**
 * Writes `bytes` to a new file beside `path`, waits for the disk, and puts it in the place of `path` in one step. A
 * failure leaves what stood at `path` as it was, and nothing beside it.
 *
 * @param path absolute.
 * @returns the failures of {@link writeFailure}.
 */
export async function writeFileWhole(path: string, bytes: Uint8Array): Promise<Result<null>> {
  try {
    await writeFileAtomic(path, '', {
      // Given the bytes itself, write-file-atomic 7 asks the system to write them once and takes a part for the whole:
      // on a disk that fills up it would put a cut-off file in the place of a good one. `writeFile` writes on.
      // eslint-disable-next-line @typescript-eslint/no-misused-promises -- awaited, though its types do not say so
      tmpfileCreated: (temporary) => writeFile(temporary, bytes),
    });
    return success(null);
  } catch (error) {
    return writeFailure(systemCode(error), path);
  }
}

/**
 * Why a file could not be written, and what to do.
 *
 * @param code the system's name for the error.
 * @param path absolute.
 * @returns a failure with the code `folder-missing`, `folder-is-file`, `name-is-folder`, `name-too-long`,
 *   `write-denied`, `disk-read-only`, `disk-full` or `write-failed`.
 */
export function writeFailure(code: string, path: string): Result<never> {
  const file = `“${basename(path)}”`;
  const folder = `the folder “${basename(dirname(path)) || dirname(path)}”`;
  const fail = (name: string, reason: string, details: readonly string[] = []): Result<never> =>
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
