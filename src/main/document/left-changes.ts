// Reads the journals that earlier runs left, and makes the documents again that they are of.
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  emptyHistory,
  isSaved,
  OPENED,
  savedAt,
  stateOf,
  stepped,
  type History,
} from '../../shared/document/edit/history.ts';
import type { LeftChanges, OpenedDocument } from '../../shared/ipc.ts';
import { success, type Result } from '../../shared/result.ts';
import { hashOfFile, stampOf } from '../system/file-stamp.ts';
import { journalFiles, journalIdOf, removeJournal, type JournalHeader, type JournalLine } from './journal.ts';
import { readLines } from './journal-lines.ts';
import { afterStep, untitledCopy, type WorkingCopy } from './working-copy.ts';

/** A journal as far as it can be read. */
interface ReadJournal {
  /** `undefined` if its first line is damaged. */
  readonly header: JournalHeader | undefined;
  readonly lines: readonly JournalLine[];
  readonly isDamaged: boolean;
}

/** The file of a document, and in which state the file has it. */
interface Standing {
  /** Absolute; `null` if the document has none. */
  readonly path: string | null;
  readonly file: LeftChanges['file'];
  /** How many lines lead to the state that the file has; `null` if it has none of them. */
  readonly lines: number | null;
  /** The hash that the file had last, as far as the journal knows. */
  readonly hash: string | null;
}

/** Reads a journal. No bytes in it are an error. */
async function readJournal(folder: string, id: string): Promise<ReadJournal> {
  const bytes = await readFile(journalFiles(folder, id).lines);
  const { headerIn, lineIn } = await import('./journal-schema.ts');
  const values = readLines(id, bytes);
  const header = headerIn(values[0]);
  const lines: JournalLine[] = [];
  for (const value of values.slice(1)) {
    const line = lineIn(value);
    // Lines behind a missing change do not fit the document.
    if (line === undefined) return { header, lines, isDamaged: true };
    lines.push(line);
  }
  return { header, lines, isDamaged: header === undefined };
}

/** A file that was to hold the state which the first lines of a journal lead to. */
interface SavedPlace {
  readonly path: string;
  readonly hash: string | null;
  readonly lines: number;
}

/** The file that the document had when its journal began, if it had one. */
function startOf(header: JournalHeader | undefined): readonly SavedPlace[] {
  const path = header?.path ?? null;
  return path === null ? [] : [{ path, hash: header?.hash ?? null, lines: 0 }];
}

async function standingOf({ header, lines }: ReadJournal): Promise<Standing> {
  const places = [
    ...startOf(header),
    ...lines.flatMap((line, at) =>
      line.kind === 'saved' ? [{ path: line.path, hash: line.hash, lines: at + 1 }] : [],
    ),
  ];
  const last = places.at(-1);
  if (last === undefined) return { path: null, file: 'none', lines: null, hash: null };
  // The last save may not have come to its end; then the file is as the one before left it.
  const hashes = new Map<string, string | null>();
  for (const { path } of places) if (!hashes.has(path)) hashes.set(path, await hashOfFile(path));
  const found = places.findLast(({ path, hash }) => hash !== null && hash === hashes.get(path));
  if (found !== undefined) return { ...found, file: 'same' };
  const isThere = (hashes.get(last.path) ?? null) !== null;
  return { path: last.path, file: isThere ? 'changed' : 'missing', lines: null, hash: last.hash };
}

/** What was done by the first lines of a journal, which are as many as `most`. */
function historyOf({ header, lines }: ReadJournal, most = lines.length): History {
  return lines.slice(0, most).reduce<History>(
    (history, line) => {
      if (line.kind === 'saved') return savedAt(history, stateOf(history));
      return stepped(history, line)?.history ?? history;
    },
    header?.history ?? emptyHistory(false),
  );
}

/** The title that the document has after all lines; `null` if it cannot be read. */
function titleOf({ header, lines }: ReadJournal): string | null {
  let title = header?.title ?? null;
  let history = header?.history ?? emptyHistory(false);
  for (const line of lines) {
    const next = line.kind === 'saved' ? null : stepped(history, line);
    if (next === null) continue;
    for (const change of next.edit.changes)
      if (change.kind === 'head') title = titleIn(change.after) ?? title;
    ({ history } = next);
  }
  return title;
}

function titleIn(json: string): string | null {
  const head: unknown = JSON.parse(json);
  return typeof head === 'object' && head !== null && 'title' in head && typeof head.title === 'string'
    ? head.title
    : null;
}

/** The state that the file has; `null` if it has none. A document without a file may be as it began. */
function savedState(journal: ReadJournal, { file, lines }: Standing): number | null {
  if (file === 'none') return journal.header?.history.saved ?? null;
  return lines === null ? null : historyOf(journal, lines).saved;
}

/** How many edits, done or undone, lie between a state and the one that the file has. */
function countOf(history: History): number {
  const { past, future, saved } = history;
  if (isSaved(history)) return 0;
  if (saved === OPENED) return past.length;
  const done = past.findLastIndex(({ state }) => state === saved);
  if (done >= 0) return past.length - 1 - done;
  const undone = future.findIndex(({ state }) => state === saved);
  return undone >= 0 ? undone + 1 : past.length;
}

/**
 * The ids of the journals in a folder. A document whose journal was never begun is removed.
 *
 * @param folder absolute.
 */
export async function journalsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const ids = new Set(names.flatMap((name) => journalIdOf(name) ?? []));
  const whole: string[] = [];
  for (const id of ids) {
    if (names.includes(basename(journalFiles(folder, id).lines))) whole.push(id);
    else await removeJournal(folder, id);
  }
  return whole;
}

/**
 * Lists what earlier runs left, the last first. Removes journals whose changes are all in a file.
 *
 * @param folder absolute.
 * @param own the journal of the open document.
 */
export async function listLeft(folder: string, own: string | undefined): Promise<readonly LeftChanges[]> {
  const left: LeftChanges[] = [];
  for (const id of await journalsIn(folder)) {
    if (id === own) continue;
    const journal = await readJournal(folder, id);
    const standing = await standingOf(journal);
    const history = savedAt(historyOf(journal), savedState(journal, standing));
    const count = countOf(history);
    if (count === 0 && !journal.isDamaged) {
      await removeJournal(folder, id);
      continue;
    }
    const { mtime } = await stat(journalFiles(folder, id).lines);
    left.push({
      id,
      title: titleOf(journal),
      fileName: standing.path === null ? null : basename(standing.path),
      file: standing.file,
      count,
      last: mtime.toISOString(),
      isDamaged: journal.isDamaged,
    });
  }
  return left.sort((one, other) => (one.last < other.last ? 1 : -1));
}

/** A document made again from its journal. */
export interface Recovered {
  readonly copy: WorkingCopy;
  /** Reads what the journal starts from once more: the steps have changed it in place. */
  readonly base: () => Promise<Result<OpenedDocument>>;
  readonly count: number;
  readonly isDamaged: boolean;
}

/**
 * Makes a document again from its journal, with all that was done to it.
 *
 * @param folder absolute.
 * @param read reads the document at an absolute path.
 * @returns the failures of reading the document that the journal starts from.
 */
export async function recover(
  folder: string,
  id: string,
  read: (path: string) => Promise<Result<OpenedDocument>>,
): Promise<Result<Recovered>> {
  const journal = await readJournal(folder, id);
  const standing = await standingOf(journal);
  const readAgain = () => readBase(folder, id, journal, read);
  const base = await readAgain();
  if (!base.ok) return base;
  let copy = untitledCopy(base.value.document, journal.header?.history ?? emptyHistory(false));
  let { isDamaged } = journal;
  for (const line of journal.lines) {
    if (line.kind === 'saved') {
      copy = { ...copy, history: savedAt(copy.history, stateOf(copy.history)) };
      continue;
    }
    const after = await afterStep(copy, line);
    if (!after.ok) {
      isDamaged = true;
      break;
    }
    copy = after.value;
  }
  const history = savedAt(copy.history, savedState(journal, standing));
  const whole = await withFile({ ...copy, history }, standing);
  return success({ copy: whole, base: readAgain, count: countOf(history), isDamaged });
}

/** The document that a journal starts from: the copy beside it, or its file if that is still the same. */
async function readBase(
  folder: string,
  id: string,
  { header }: ReadJournal,
  read: (path: string) => Promise<Result<OpenedDocument>>,
): Promise<Result<OpenedDocument>> {
  const beside = await read(journalFiles(folder, id).base);
  const [start] = startOf(header);
  if (beside.ok || start === undefined || start.hash === null) return beside;
  return (await hashOfFile(start.path)) === start.hash ? read(start.path) : beside;
}

async function withFile(copy: WorkingCopy, { path, file, hash }: Standing): Promise<WorkingCopy> {
  if (path === null) return copy;
  const now = file === 'same' ? await stampOf(path) : null;
  return {
    ...copy,
    opened: { ...copy.opened, fileName: basename(path), untitled: false },
    path,
    // What another program made of the file shows when it is compared with what Dateline knows.
    stamp: now === null ? { size: -1, modified: 0, hash } : { ...now, hash },
    fileVersion: 2,
  };
}
