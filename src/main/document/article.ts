// Reads an article from a file of the reader's.
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { articleTooLarge, LARGEST_ARTICLE } from '../../shared/formats/article/found.ts';
import type { OpenedArticle } from '../../shared/ipc.ts';
import { success, type Result } from '../../shared/result.ts';
import { systemCode } from '../system/system-code.ts';
import { readInHelper, type ReadingContext } from './in-helper.ts';
import { readFailure } from './open.ts';

/**
 * Reads the article in the file at `path`.
 *
 * @param path absolute.
 * @returns it, or a failure of the job `readArticle` or of reading the file.
 */
export async function readArticleFile(path: string, context: ReadingContext): Promise<Result<OpenedArticle>> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_ARTICLE) return articleTooLarge(size);
    const read = await readInHelper('readArticle', null, path, size, context);
    return read.ok ? success({ ...read.value, fileName: basename(path) }) : read;
  } catch (error) {
    return readFailure(systemCode(error), path);
  }
}
