// The journal of the open document: each step on the disk within a second, beside the document that it starts from.
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlacedDocument } from '../../shared/document/document.ts';
import type { History, Step } from '../../shared/document/edit/history.ts';
import { success, type Result } from '../../shared/result.ts';
import { nodeCrypto } from '../system/node-crypto.ts';
import { log } from '../system/log.ts';
import { inSlices } from '../system/slices.ts';
import { systemCode } from '../system/system-code.ts';
import { writeFailure, writeFileWhole } from '../system/write-file.ts';
import { lineOf } from './journal-lines.ts';

/** The first line of a journal: the document in the state that the steps start from. */
export interface JournalHeader {
  readonly kind: 'header';
  /** Of these lines; others are not read. */
  readonly version: 1;
  readonly title: string;
  /** Absolute path of the document's file, and its hash in that state; `null` while it has none. */
  readonly path: string | null;
  readonly hash: string | null;
  /** What was done before. */
  readonly history: History;
}

/** Says that a file is about to hold the state that the steps so far lead to. */
export interface SavedMark {
  readonly kind: 'saved';
  /** Absolute. */
  readonly path: string;
  /** Of the file as it will be: if it is not yet so, the mark does not count. */
  readonly hash: string;
}

/** Any line behind the first. */
export type JournalLine = Step | SavedMark;

/** An open journal. */
export interface Journal {
  readonly id: string;
  /** Hands a line to the system, and the disk has it within a second. Fails like `writeFailure`. */
  readonly add: (line: JournalLine) => Promise<Result<null>>;
  /** Removes the journal: nobody wants what is in it. Never fails. */
  readonly end: () => Promise<void>;
}

/** Milliseconds until the journal waits for the disk. */
const UNTIL_SYNCED = 500;

/** The files of a journal in its folder: its lines, and the document that they start from. */
export function journalFiles(folder: string, id: string): { readonly lines: string; readonly base: string } {
  return { lines: join(folder, `${id}.journal`), base: join(folder, `${id}.dateline`) };
}

/** The id of the journal that a file is of, by its name; `undefined` if it is of none. */
export function journalIdOf(name: string): string | undefined {
  return /^([0-9a-f]{16})\.(?:journal|dateline)$/.exec(name)?.[1];
}

/**
 * Begins a journal: the document as it is goes to the disk first, and then the first line.
 *
 * @param folder absolute; it is made where it is missing.
 * @param document that no step may change meanwhile.
 */
export async function beginJournal(
  folder: string,
  header: JournalHeader,
  document: PlacedDocument,
): Promise<Result<Journal>> {
  const id = nodeCrypto().randomBytes(8).toString('hex');
  const { lines, base } = journalFiles(folder, id);
  const { writeDocument } = await import('../../shared/document/file/write.ts');
  let file: FileHandle | undefined;
  try {
    await mkdir(folder, { recursive: true });
    const written = await writeFileWhole(base, writeDocument(document));
    if (!written.ok) return written;
    file = await open(lines, 'wx');
    await write(file, lineOf(id, 0, header));
    await file.datasync();
    return success(openedJournal(id, file, () => removeJournal(folder, id)));
  } catch (error) {
    await file?.close().catch(() => undefined);
    await removeJournal(folder, id);
    return failed(error, lines);
  }
}

async function write(file: FileHandle, line: ReturnType<typeof lineOf>): Promise<void> {
  for (const piece of await inSlices(line)) await file.appendFile(piece);
}

function openedJournal(id: string, file: FileHandle, remove: () => Promise<void>): Journal {
  let count = 1;
  let timer: NodeJS.Timeout | undefined;
  let isOpen = true;

  function sync(): void {
    timer = undefined;
    if (isOpen)
      file.datasync().catch((error: unknown) => {
        log(`the disk has not taken the journal: ${systemCode(error)}`);
      });
  }

  return {
    id,
    add: async (line) => {
      try {
        await write(file, lineOf(id, count, line));
        count += 1;
        timer ??= setTimeout(sync, UNTIL_SYNCED);
        return success(null);
      } catch (error) {
        return failed(error, id);
      }
    },
    end: async () => {
      isOpen = false;
      clearTimeout(timer);
      await file.close().catch(() => undefined);
      await remove();
    },
  };
}

/** Removes the files of a journal. Never fails. */
export async function removeJournal(folder: string, id: string): Promise<void> {
  const { lines, base } = journalFiles(folder, id);
  // The lines first: what they start from is nothing without them.
  await rm(lines, { force: true }).catch(() => undefined);
  await rm(base, { force: true }).catch(() => undefined);
}

/** A step that is too long for one string has no system code, and is as if there were no room for it. */
function failed(error: unknown, path: string): Result<never> {
  if (error instanceof RangeError) return writeFailure('ENOSPC', path);
  return writeFailure(systemCode(error), path);
}
