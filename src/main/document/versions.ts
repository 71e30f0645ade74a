// Keeps the earlier states of saved documents in the app's data folder: so many of each, and all within a stated size.
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PlacedDocument } from '../../shared/document/document.ts';
import type { VersionKind } from '../../shared/ipc.ts';
import { failure, success, type Failure, type Result } from '../../shared/result.ts';
import { nodeCrypto } from '../system/node-crypto.ts';
import { hashed } from '../system/file-stamp.ts';
import { log } from '../system/log.ts';
import { systemCode } from '../system/system-code.ts';
import { sweepTemporaries, temporaryName } from '../system/temporary-file.ts';
import { ownFolderRefuses, waitForDisk, writeFailure, writeFileWhole } from '../system/write-file.ts';

/** How many versions of a document are kept. */
export const MOST_VERSIONS = 20;

/** Bytes that all versions of all documents may take. */
export const VERSIONS_SIZE = 500_000_000;

/** A kept state of a document. Its file's name says all of it but the size. */
export interface Version {
  /** Names it among the versions of its document. */
  readonly id: string;
  /** Absolute path of its file. */
  readonly path: string;
  /** When it was made, milliseconds since 1970. */
  readonly at: number;
  readonly kind: VersionKind;
  /** How many events it has; `null` if nobody has counted them. */
  readonly events: number | null;
  /** The first digits of the file's hash. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
}

/** What a new version is named after. */
export type NewVersion = Pick<Version, 'at' | 'kind' | 'events'> & {
  /** SHA-256, hexadecimal digits. */
  readonly hash: string;
};

const NAME = /^(\d{1,16})-(saved|before|unsaved)-(\d{1,8}|x)-([0-9a-f]{16})$/;
const ENDING = '.dateline';
const HASH = 16;

/** The versions of all documents. */
export interface Versions {
  /** The versions of the document at a path, the newest first. */
  readonly of: (path: string) => Promise<readonly Version[]>;
  /**
   * Keeps a copy of a file, whole or not at all, unless the newest version has the same contents.
   *
   * @param path absolute, of the document.
   * @param file absolute; this is copied.
   * @returns `version-not-kept`, with a sentence, where the disk refuses.
   */
  readonly add: (path: string, file: string, version: NewVersion) => Promise<Result<null>>;
  /**
   * Keeps a document that is not to be saved in its file. Fails like {@link Versions.add}.
   *
   * @param path absolute, of its file.
   */
  readonly setAside: (path: string, document: PlacedDocument) => Promise<Result<null>>;
}

/** Opens the versions. @param folder absolute. @param room bytes that all of them may take. */
export function openVersions(folder: string, room = VERSIONS_SIZE): Versions {
  return {
    of: async (path) => listIn(await folderOf(path, folder)),
    add: async (path, file, version) => {
      const own = await folderOf(path, folder);
      const [newest] = await listIn(own);
      if (newest?.hash === version.hash.slice(0, HASH)) return success(null);
      try {
        await mkdir(own, { recursive: true });
        await copyWhole(file, join(own, nameOf(version)));
      } catch (error) {
        const what = 'No earlier version was kept of this save';
        return notKept(what, writeFailure(systemCode(error), own).failure);
      }
      await makeRoom(folder, own, room);
      return success(null);
    },
    setAside: async (path, document) => {
      const own = await folderOf(path, folder);
      const { writeDocument } = await import('../../shared/document/file/write.ts');
      const contents = hashed(writeDocument(document));
      const unnamed = join(own, 'unsaved');
      const what = 'Your changes could not be put among the earlier versions, and are kept as they were';
      try {
        await mkdir(own, { recursive: true });
        const written = await writeFileWhole(unnamed, contents.pieces);
        if (!written.ok) return notKept(what, written.failure);
        const { count } = document.events;
        const about = { at: Date.now(), kind: 'unsaved', events: count, hash: contents.hash() } as const;
        await rename(unnamed, join(own, nameOf(about)));
      } catch (error) {
        return notKept(what, writeFailure(systemCode(error), unnamed).failure);
      }
      await makeRoom(folder, own, room);
      return success(null);
    },
  };
}

/** Copies a file: a run that is killed meanwhile leaves no half of it under its name. */
async function copyWhole(file: string, target: string): Promise<void> {
  const own = dirname(target);
  await sweepTemporaries(own);
  const temporary = join(own, temporaryName());
  try {
    await copyFile(file, temporary, constants.COPYFILE_FICLONE);
    await waitForDisk(temporary);
    await rename(temporary, target);
  } catch (error) {
    await remove(temporary);
    throw error;
  }
}

/** @param what could not be done, to come before a colon. */
function notKept(what: string, refusal: Failure): Result<never> {
  log(`a version could not be kept: ${refusal.code}`);
  return failure('version-not-kept', `${what}: ${ownFolderRefuses(refusal)}.`, refusal.details);
}

function nameOf({ at, kind, events, hash }: NewVersion): string {
  return `${Math.trunc(at)}-${kind}-${events ?? 'x'}-${hash.slice(0, HASH)}${ENDING}`;
}

/** The folder for the versions of a document, in that of all: the same for all links that lead to its file. */
async function folderOf(path: string, folder: string): Promise<string> {
  const real = await realpath(path).catch(() => path);
  return join(folder, nodeCrypto().createHash('sha256').update(real).digest('hex').slice(0, HASH));
}

/** The versions in the folder of a document, the newest first. */
async function listIn(own: string): Promise<readonly Version[]> {
  const names = await readdir(own).catch(() => []);
  const versions: Version[] = [];
  for (const name of names) {
    const id = name.slice(0, -ENDING.length);
    const [, at, kind, events, hash] = NAME.exec(id) ?? [];
    if (!name.endsWith(ENDING) || !isKind(kind) || hash === undefined) continue;
    const path = join(own, name);
    const status = await stat(path).catch(() => undefined);
    if (status?.isFile() !== true) continue;
    const count = events === 'x' ? null : Number(events);
    versions.push({ id, path, at: Number(at), kind, events: count, hash, size: status.size });
  }
  return versions.sort((one, other) => other.at - one.at);
}

function isKind(kind: string | undefined): kind is VersionKind {
  return kind === 'saved' || kind === 'before' || kind === 'unsaved';
}

/** Removes the oldest: of the document those beyond {@link MOST_VERSIONS}, and of all those that have no room. */
async function makeRoom(folder: string, own: string, room: number): Promise<void> {
  for (const { path } of (await listIn(own)).slice(MOST_VERSIONS)) await remove(path);
  const documents = await readdir(folder).catch(() => []);
  const all: Version[] = [];
  for (const document of documents) all.push(...(await listIn(join(folder, document))));
  let left = room;
  for (const { path, size } of all.sort((one, other) => other.at - one.at)) {
    left -= size;
    if (left < 0) await remove(path);
  }
}

async function remove(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}
