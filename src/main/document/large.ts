// Reads a large document in the helper process; main keeps the file's bytes and takes the events' columns.
import { basename } from 'node:path';
import type { PlacedDocument } from '../../shared/document/document.ts';
import type { Opening } from '../../shared/ipc.ts';
import { PIECE } from '../../shared/jobs.ts';
import { success, type Result } from '../../shared/result.ts';
import type { Helper, Limits } from '../jobs/work.ts';
import { readPieces, roomFor } from './open.ts';

/** What reading a large document needs. */
export interface LargeContext {
  readonly helper: Helper;
  /** Tells the page how far it is. */
  readonly progress: (opening: Opening) => void;
  /** Cancels the reading. */
  readonly signal: AbortSignal;
}

/** Milliseconds before the page hears of it. */
const UNNOTICED = 500;

/** The least time between two messages to the page, milliseconds. */
const PAUSE = 100;

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
  { helper, progress, signal }: LargeContext,
): Promise<Result<PlacedDocument>> {
  const room = roomFor(size);
  if (!room.ok) return room;
  const bytes = room.value;
  let opening: Opening = { fileName: basename(path), size, read: 0, found: 0, checked: 0 };
  let told = Infinity;
  const tell = (): void => {
    told = performance.now();
    progress(opening);
  };
  const progressed = (more: Partial<Opening>): void => {
    opening = { ...opening, ...more };
    if (performance.now() - told >= PAUSE) tell();
  };
  // Tells it again and again: the helper may not answer for a while, and the page may only be starting.
  const regularly = setInterval(tell, UNNOTICED);
  async function* file(): AsyncGenerator<Uint8Array, undefined> {
    for await (const piece of readPieces(path, bytes, PIECE)) {
      progressed({ read: opening.read + piece.length });
      yield piece;
    }
  }
  const work = { job: 'readDocument', asked: null, size, file: file(), tell: progressed, signal } as const;
  const read = await helper.work({ ...work, limits: limitsFor(size) }).finally(() => {
    clearInterval(regularly);
  });
  if (!read.ok) return read;
  // Loads the EDTF reader.
  const { withBytes } = await import('../../shared/document/read-elsewhere.ts');
  return success(withBytes(read.value, bytes.subarray(0, opening.read)));
}

/** A minute and a quarter of a second for each megabyte, and a gigabyte beside twice the file: some ten and three times what
 * honest documents take. */
function limitsFor(size: number): Limits {
  return { time: 60_000 + size / 4_000, memory: 2 * size + 2 ** 30 };
}
