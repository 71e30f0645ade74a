// Has the helper process read a file of the reader's, or what they pasted.
import { basename } from 'node:path';
import type { Opening } from '../../shared/ipc.ts';
import { PIECE, type JobName, type Jobs } from '../../shared/jobs.ts';
import { success, type Result } from '../../shared/result.ts';
import type { Helper, Limits } from '../jobs/work.ts';
import { readPieces, roomFor, sizeOf } from './open.ts';

/** What the helper reads. */
export interface Source {
  /** Its name without a folder. */
  readonly name: string;
  /** Bytes; fails where it is no file, and throws the system's errors. */
  readonly size: () => Promise<Result<number>>;
  /** Its first bytes in pieces of at most {@link PIECE}; fails where there is no room for them. @param most how many. */
  readonly pieces: (most: number) => Result<AsyncIterable<Uint8Array>>;
}

/** The file at a path. @param path absolute. */
export function fileAt(path: string): Source {
  return {
    name: basename(path),
    size: () => sizeOf(path),
    pieces: (most) => {
      const room = roomFor(most);
      return room.ok ? success(readPieces(path, room.value, PIECE)) : room;
    },
  };
}

/** Text under a name. */
export function textAs(name: string, text: string): Source {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    size: () => Promise.resolve(success(bytes.length)),
    pieces: (most) => success(inPieces(bytes.subarray(0, most))),
  };
}

// eslint-disable-next-line @typescript-eslint/require-await -- a file is read piece by piece, too
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array, undefined> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** What reading in the helper needs from the rest of main. */
export interface ReadingContext {
  readonly helper: Helper;
  /** Tells the page how far it is, if it takes longer than feels instant. */
  readonly progress: (opening: Opening) => void;
  /** Cancels the reading. */
  readonly signal: AbortSignal;
}

/** Milliseconds before the page hears of it. */
const UNNOTICED = 500;

/** The least time between two messages to the page, milliseconds. */
const PAUSE = 100;

/**
 * Does a job with what a source holds. Fails like the job and like `Helper.work`, and throws the system's errors.
 *
 * @param size how many bytes of it the helper gets.
 */
export async function readInHelper<Name extends JobName>(
  job: Name,
  asked: Jobs[Name]['asked'],
  { name, pieces }: Pick<Source, 'name' | 'pieces'>,
  size: number,
  { helper, progress, signal }: ReadingContext,
  limits = limitsFor(size),
): Promise<Result<Jobs[Name]['done']>> {
  const parts = pieces(size);
  if (!parts.ok) return parts;
  const all = parts.value;
  let opening: Opening = { fileName: name, size, read: 0, found: 0, checked: 0 };
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
    for await (const piece of all) {
      progressed({ read: opening.read + piece.length });
      yield piece;
    }
  }
  return helper.work({ job, asked, size, file: file(), tell: progressed, signal, limits }).finally(() => {
    clearInterval(regularly);
  });
}

/** A minute and a second for each megabyte, and a gigabyte beside twelve times the file: the peak of a table of 100 MB is 1.5 GB. */
function limitsFor(size: number): Limits {
  return { time: 60_000 + size / 1_000, memory: 12 * size + 2 ** 30 };
}
