// Finds the document that the command line names.
import { resolve } from 'node:path';

/**
 * The absolute path of the first file named on the command line, or `undefined` where none is.
 *
 * @param words `process.argv`: the program first and, unless `packaged`, the app's own folder before the file.
 * @param folder what a relative name starts from.
 *
 * Words that start with `-` are switches and are passed over, up to `--`, which ends the switches.
 */
export function namedDocument(
  words: readonly string[],
  folder: string,
  packaged: boolean,
): string | undefined {
  const given = words.slice(1);
  const end = given.indexOf('--');
  const before = end === -1 ? given : given.slice(0, end);
  const after = end === -1 ? [] : given.slice(end + 1);
  const names = [...before.filter((word) => !word.startsWith('-')), ...after].filter((word) => word !== '');
  const name = packaged ? names[0] : names[1];
  return name === undefined ? undefined : resolve(folder, name);
}
