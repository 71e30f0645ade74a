// Has the helper process read a file of the reader's that is no timeline document: what stands in such files is others' work.
import { basename } from 'node:path';
import type { Opening } from '../../shared/ipc.ts';
import { PIECE, type JobName, type Jobs } from '../../shared/jobs.ts';
import type { Result } from '../../shared/result.ts';
import type { Helper, Limits } from '../jobs/work.ts';
import { readPieces, roomFor } from './open.ts';

/** What reading in the helper needs from the rest of main. */
export interface ReadingContext {
  readonly helper: Helper;
  /** Tells the page how far it is, if it takes longer than feels instant. */
  readonly progress: (opening: Opening) => void;
  readonly signal: AbortSignal;
}

/** Milliseconds between two messages of progress, and before the first. */
const PAUSE = 500;

/**
 * Does a job with the file at `path`. Fails like the job and like `Helper.work`, and throws the system's errors.
 *
 * @param path absolute.
 * @param size how many bytes of it the helper gets.
 */
export async function readInHelper<Name extends JobName>(
  job: Name,
  asked: Jobs[Name]['asked'],
  path: string,
  size: number,
  { helper, progress, signal }: ReadingContext,
): Promise<Result<Jobs[Name]['done']>> {
  const room = roomFor(size);
  if (!room.ok) return room;
  const bytes = room.value;
  let read = 0;
  const regularly = setInterval(() => {
    progress({ fileName: basename(path), size, read, found: 0, checked: 0 });
  }, PAUSE);
  async function* file(): AsyncGenerator<Uint8Array, undefined> {
    for await (const piece of readPieces(path, bytes, PIECE)) {
      read += piece.length;
      yield piece;
    }
  }
  return helper
    .work({ job, asked, size, file: file(), tell: () => undefined, signal, limits: limitsFor(size) })
    .finally(() => {
      clearInterval(regularly);
    });
}

/** A minute and a second for each megabyte, and a gigabyte beside eight times the file. */
function limitsFor(size: number): Limits {
  return { time: 60_000 + size / 1_000, memory: 8 * size + 2 ** 30 };
}
