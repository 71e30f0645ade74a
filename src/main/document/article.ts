// Reads an article from a file of the reader's.
import { articleTooLarge, LARGEST_ARTICLE } from '../../shared/formats/article/found.ts';
import type { OpenedArticle } from '../../shared/ipc.ts';
import { success, type Result } from '../../shared/result.ts';
import { systemCode } from '../system/system-code.ts';
import { fileAt, readInHelper, type ReadingContext } from './in-helper.ts';
import { readFailure } from './open.ts';

/**
 * Reads the article in the file at `path`.
 *
 * @param path absolute.
 * @returns it, or a failure of the job `readArticle` or of reading the file.
 */
export async function readArticleFile(path: string, context: ReadingContext): Promise<Result<OpenedArticle>> {
  try {
    const file = fileAt(path);
    const size = await file.size();
    if (!size.ok) return size;
    if (size.value > LARGEST_ARTICLE) return articleTooLarge(size.value);
    const read = await readInHelper('readArticle', null, file, size.value, context);
    return read.ok ? success({ ...read.value, fileName: file.name }) : read;
  } catch (error) {
    return readFailure(systemCode(error), path);
  }
}
