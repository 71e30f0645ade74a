// Reads a large document in the helper process; main keeps the file's bytes and takes the events' columns.
import { basename } from 'node:path';
import type { PlacedDocument } from '../../shared/document/document.ts';
import { PIECE } from '../../shared/jobs.ts';
import { success, type Result } from '../../shared/result.ts';
import type { Limits } from '../jobs/work.ts';
import { readInHelper, type ReadingContext } from './in-helper.ts';
import { readPieces, roomFor } from './open.ts';

/**
 * Reads the document at `path`. Fails like `readDocument` and `Helper.work`, with `file-too-large` if there is not enough
 * memory, and with `document-too-large`; throws the system's errors.
 *
 * @param path absolute.
 * @param size bytes of the file.
 */
export async function readLarge(
  path: string,
  size: number,
  context: ReadingContext,
): Promise<Result<PlacedDocument>> {
  const room = roomFor(size);
  if (!room.ok) return room;
  const bytes = room.value;
  let length = 0;
  async function* pieces(): AsyncGenerator<Uint8Array, undefined> {
    for await (const piece of readPieces(path, bytes, PIECE)) {
      length += piece.length;
      yield piece;
    }
  }
  const source = { name: basename(path), pieces: () => success(pieces()) };
  const read = await readInHelper('readDocument', null, source, size, context, limitsFor(size));
  if (!read.ok) return read;
  // Loads the EDTF reader.
  const { withBytes } = await import('../../shared/document/read-elsewhere.ts');
  return success(withBytes(read.value, bytes.subarray(0, length)));
}

/** A minute and a quarter of a second for each megabyte, and a gigabyte beside twice the file: some ten and three times what
 * honest documents take. */
function limitsFor(size: number): Limits {
  return { time: 60_000 + size / 4_000, memory: 2 * size + 2 ** 30 };
}
