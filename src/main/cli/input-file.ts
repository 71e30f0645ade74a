// Reads a file that the command line names.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { InputFile } from '../../shared/formats/convert.ts';
import type { Problem } from '../../shared/formats/format.ts';
import { LARGEST_FILE, tooLarge } from '../../shared/formats/text.ts';
import { success, type Result } from '../../shared/result.ts';
import { readFailure } from '../document/open.ts';
import { systemCode } from '../system/system-code.ts';

/** A file that may be of another program; fails where it is too large, or cannot be read. @param path absolute. */
export async function inputFile(path: string): Promise<Result<InputFile>> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_FILE && !path.toLowerCase().endsWith('.dateline')) return tooLarge();
    return success({ name: basename(path), bytes: await readFile(path) });
  } catch (error) {
    return readFailure(systemCode(error), path);
  }
}

/** Where a problem stands, such as “line 3, Date”, behind the name of the file if it is wanted. */
export function placeOf({ line, path }: Problem, file?: string): string {
  return [file, line === null ? undefined : `line ${line}`, path ?? undefined]
    .filter((part) => part !== undefined)
    .join(', ');
}
