// Keeps a journal of the open document from its first step on, and lets go of it when nothing in it is wanted.
import type { Step } from '../../shared/document/edit/history.ts';
import type { Failure } from '../../shared/result.ts';
import { capitalised } from '../../shared/capitalised.ts';
import { log } from '../system/log.ts';
import { ownFolderRefuses } from '../system/write-file.ts';
import { beginJournal, type Journal, type JournalHeader } from './journal.ts';
import type { WorkingCopy } from './working-copy.ts';

/** What is kept of the open document for the case that the app does not end as it should. */
export interface Keeping {
  /** The journal that is being written; `undefined` while there is none. */
  readonly id: () => string | undefined;
  /** Begins a journal unless there is one. Call it before the document takes a step. */
  readonly beforeStep: (copy: WorkingCopy) => Promise<void>;
  /** Writes down a step that the document took. */
  readonly stepped: (step: Step) => Promise<void>;
  /** Writes down that a file is about to hold the document as it is. */
  readonly willBeSaved: (path: string, hash: string) => Promise<void>;
  /** A file holds the document as it is. A journal that lacks steps would offer less than that, and goes. */
  readonly saved: () => Promise<void>;
  /** Begins a journal of a document that has changes already. */
  readonly takeOver: (copy: WorkingCopy) => Promise<boolean>;
  /** Removes the journal: the document is saved, or its changes are not wanted. */
  readonly end: () => Promise<void>;
}

/** Milliseconds: how long nothing is tried after the disk refused. */
const PAUSE = 10_000;

/**
 * Sets up the keeping of journals.
 *
 * @param folder absolute; `undefined` if this run can keep nothing.
 * @param tell called once when the disk refuses.
 */
export function setupKeeping(folder: string | undefined, tell: (failure: Failure) => void): Keeping {
  let journal: Journal | undefined;
  /** Whether the journal lacks what was done last: the disk refused it. */
  let isBehind = false;
  let hasTold = false;
  let notBefore = 0;

  function refused(refusal: Failure): void {
    isBehind = true;
    notBefore = Date.now() + PAUSE;
    log(`the journal could not be written: ${refusal.code}`);
    if (hasTold) return;
    hasTold = true;
    tell({
      code: 'not-kept',
      message: 'At the moment, a crash would lose changes that are not saved. Save now and then.',
      details: [`${capitalised(ownFolderRefuses(refusal))}.`, ...refusal.details],
    });
  }

  async function begin(copy: WorkingCopy): Promise<boolean> {
    if (folder === undefined || Date.now() < notBefore) return false;
    const begun = await beginJournal(folder, headerOf(copy), copy.opened.document);
    if (!begun.ok) {
      refused(begun.failure);
      return false;
    }
    // The old one goes once there is another that says the same.
    await journal?.end();
    journal = begun.value;
    isBehind = false;
    hasTold = false;
    return true;
  }

  async function add(line: Parameters<Journal['add']>[0]): Promise<void> {
    if (journal === undefined || isBehind) return;
    const added = await journal.add(line);
    if (!added.ok) refused(added.failure);
  }

  async function drop(): Promise<void> {
    const ended = journal;
    journal = undefined;
    isBehind = false;
    await ended?.end();
  }

  return {
    id: () => journal?.id,
    beforeStep: async (copy) => {
      if (journal === undefined || isBehind) await begin(copy);
    },
    stepped: add,
    willBeSaved: (path, hash) => add({ kind: 'saved', path, hash }),
    saved: async () => {
      if (isBehind) await drop();
    },
    takeOver: begin,
    end: async () => {
      notBefore = 0;
      hasTold = false;
      await drop();
    },
  };
}

function headerOf({ opened, path, history, stamp }: WorkingCopy): JournalHeader {
  return {
    kind: 'header',
    version: 1,
    title: opened.document.title,
    path,
    hash: stamp?.hash ?? null,
    history,
  };
}
