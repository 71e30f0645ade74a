// Tells whether a file is still what it was: by its size and time, and where these differ by a hash of its contents.
import { nodeCrypto } from './node-crypto.ts';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What a file was like at one moment. */
export interface FileStamp {
  /** Bytes. */
  readonly size: number;
  /** When it was written last, milliseconds since 1970. */
  readonly modified: number;
  /** SHA-256 of its contents in hexadecimal digits; `null` while nobody has asked for it. */
  readonly hash: string | null;
}

/** The stamp of a file, without its hash; `null` if there is none that can be looked at. @param path absolute. */
export async function stampOf(path: string): Promise<FileStamp | null> {
  try {
    const { size, mtimeMs } = await stat(path);
    return { size, modified: mtimeMs, hash: null };
  } catch {
    return null;
  }
}

/** The hash of a file's contents, see {@link FileStamp}; `null` if it cannot be read. @param path absolute. */
export async function hashOfFile(path: string): Promise<string | null> {
  try {
    const hash = nodeCrypto().createHash('sha256');
    for await (const piece of createReadStream(path)) {
      if (!(piece instanceof Uint8Array)) return null;
      hash.update(piece);
    }
    return hash.digest('hex');
  } catch {
    return null;
  }
}

/** Contents that are hashed as they are taken. */
export interface Hashed {
  readonly pieces: Iterable<Uint8Array>;
  /** The hash, once all pieces were taken. */
  readonly hash: () => string;
}

/** Hashes pieces while they are taken, so that nothing is read twice. */
export function hashed(pieces: Iterable<Uint8Array>): Hashed {
  const hash = nodeCrypto().createHash('sha256');
  function* through(): Generator<Uint8Array> {
    for (const piece of pieces) {
      hash.update(piece);
      yield piece;
    }
  }
  return { pieces: through(), hash: () => hash.digest('hex') };
}

/** What became of a file since it had a stamp. */
export type FileChange =
  | { readonly kind: 'same'; readonly stamp: FileStamp }
  | { readonly kind: 'changed'; readonly stamp: FileStamp }
  | { readonly kind: 'missing' };

/** Compares a file with a stamp; contents that were only written again are the same. @param path absolute. */
export async function changeOf(path: string, before: FileStamp): Promise<FileChange> {
  const now = await stampOf(path);
  if (now === null) return { kind: 'missing' };
  if (now.size === before.size && now.modified === before.modified) return { kind: 'same', stamp: before };
  const hash = await hashOfFile(path);
  return { kind: hash !== null && hash === before.hash ? 'same' : 'changed', stamp: { ...now, hash } };
}

/** The hash of a file that still has its size and time; `null` if it has others, before or afterwards. */
export async function hashOfUnchanged(path: string, { size, modified }: FileStamp): Promise<string | null> {
  const isAsBefore = async (): Promise<boolean> => {
    const now = await stampOf(path);
    return now?.size === size && now.modified === modified;
  };
  const hash = (await isAsBefore()) ? await hashOfFile(path) : null;
  return hash !== null && (await isAsBefore()) ? hash : null;
}

/** Whether two paths lead to one file; `other` may be none. */
export async function isSameFile(path: string, other: string | null): Promise<boolean> {
  return other !== null && (await whole(path)) === (await whole(other));
}

/** A path without links; of a file that is not there, with its folder's. */
function whole(path: string): Promise<string> {
  return realpath(path).catch(async () =>
    join(await realpath(dirname(path)).catch(() => dirname(path)), basename(path)),
  );
}
