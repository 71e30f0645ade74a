// Takes the steps of the page, saves the document, and asks about unsaved changes before it goes.
import type { BrowserWindow } from 'electron';
import { basename } from 'node:path';
import type { Change } from '../../shared/document/edit/change.ts';
import type { Step } from '../../shared/document/edit/history.ts';
import type { SavedDocument, SaveTarget } from '../../shared/ipc.ts';
import { isolate } from '../../shared/isolate.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import type { Handlers } from '../safety/ipc.ts';
import { hashOfFile, hashOfUnchanged, isSameFile, stampOf } from '../system/file-stamp.ts';
import { log } from '../system/log.ts';
import type { Desk } from './desk.ts';
import type { Keeping } from './keeping.ts';
import { setupLeaving, type Leaving } from './leaving.ts';
import type { RecentDocuments } from './recent-documents.ts';
import { whetherChanged } from './changed-file.ts';
import { pathFor, save } from './save.ts';
import type { Versions } from './versions.ts';
import { afterStep, type WorkingCopy } from './working-copy.ts';

/** What editing needs from the rest of main. */
export interface EditingContext {
  readonly desk: Desk;
  readonly keeping: Keeping;
  readonly versions: Versions | undefined;
  readonly window: () => BrowserWindow;
  readonly recent: Pick<RecentDocuments, 'add'>;
  /** Asks the page to finish its fields. */
  readonly askToFinish: (request: number) => void;
  /** Tells the page of a save that it did not ask for. */
  readonly tellSaved: (saved: SavedDocument) => void;
}

/** Editing, and the handlers of its channels. */
export interface Editing extends Pick<Leaving, 'mayLeave'> {
  readonly handlers: Pick<Handlers, 'takeStep' | 'bringChanges' | 'saveDocument' | 'fieldsFinished'>;
}

/** Sets up editing. */
export function setupEditing(context: EditingContext): Editing {
  const { desk, keeping, versions, window } = context;
  let isChoosing = false;
  /** The changes of a large edit, until the page takes the step that makes it. */
  let brought: Change[] = [];

  async function takeStep(serial: number, step: Step): Promise<Result<null>> {
    const copy = desk.current();
    if (copy === undefined) return NOTHING_OPEN;
    if (serial !== desk.serial()) return DOCUMENT_GONE;
    const hashed = keeping.id() === undefined ? await withHash(copy) : copy;
    await keeping.beforeStep(hashed);
    const after = await afterStep(hashed, step);
    if (!after.ok) {
      log(`an edit was refused: ${after.failure.details.join(' ')}`);
      return after;
    }
    await keeping.stepped(step);
    desk.change(after.value);
    return success(null);
  }

  /** The step with the changes that were brought for it. */
  function whole(step: Step): Step {
    const changes = brought;
    // What was brought for an edit that was given up goes with the next step.
    brought = [];
    if (step.kind !== 'edit' || step.edit.changes.length > 0) return step;
    return { ...step, edit: { ...step.edit, changes } };
  }

  async function saveDocument(target: SaveTarget): Promise<Result<SavedDocument> | null> {
    const copy = desk.current();
    if (copy === undefined) return NOTHING_OPEN;
    // Two dialogs that ask for a place would be one too many.
    if (isChoosing) return null;
    const serial = desk.serial();
    isChoosing = true;
    // Steps go on meanwhile: the dialog may be open for long.
    const chosen = await pathFor(copy, target, window()).finally(() => {
      isChoosing = false;
    });
    if (!chosen?.ok) return chosen;
    return desk.inTurn(async () => {
      const now = desk.current();
      if (now === undefined || desk.serial() !== serial) return null;
      const path = chosen.value;
      const isCopy = target === 'copy' && !(await isSameFile(path, now.path));
      // To replace what another program wrote, the reader has to say so first.
      if (path === now.path && (await whetherChanged(now)) === 'changed') return fileChanged(path);
      const before = await keepBefore(now, path);
      const saved = await save(now, path, isCopy, (hash) => keeping.willBeSaved(path, hash));
      if (!saved.ok) return saved;
      const { copy: after } = saved.value;
      const hash = after.stamp?.hash ?? null;
      let kept = before;
      if (!isCopy) {
        if (hash !== null && versions !== undefined) {
          const added = await versions.add(path, path, {
            at: Date.now(),
            kind: 'saved',
            events: after.fileEvents,
            hash,
          });
          if (kept.ok) kept = added;
        }
        await keeping.saved();
      }
      desk.change(after);
      context.recent.add(path);
      return success({ ...saved.value.answer, notKept: kept.ok ? null : kept.failure.message });
    });
  }

  /** Keeps what a save replaces, unless it is among the versions: the original, or what another program wrote. */
  async function keepBefore(copy: WorkingCopy, path: string): Promise<Result<null>> {
    const now = await stampOf(path);
    if (versions === undefined || now === null) return success(null);
    const { stamp } = copy;
    const isKnown =
      path === copy.path &&
      stamp?.size === now.size &&
      stamp.modified === now.modified &&
      stamp.hash !== null;
    const hash = isKnown ? stamp.hash : await hashOfFile(path);
    if (hash === null) return success(null);
    const events = hash === stamp?.hash ? copy.fileEvents : null;
    return versions.add(path, path, { at: now.modified, kind: 'before', events, hash });
  }

  const leaving = setupLeaving({
    window,
    askToFinish: context.askToFinish,
    settled: () => desk.inTurn(() => Promise.resolve()),
    unsaved: desk.unsaved,
    save: async (target) => {
      const saved = await saveDocument(target);
      if (saved?.ok === true) context.tellSaved(saved.value);
      return saved;
    },
  });

  return {
    mayLeave: leaving.mayLeave,
    handlers: {
      takeStep: (serial, step) => {
        const made = whole(step);
        return desk.inTurn(() => takeStep(serial, made));
      },
      bringChanges: (at, changes) => {
        if (at > brought.length) throw new RangeError('Changes are missing before these.');
        brought.length = at;
        for (const change of changes) brought.push(change);
        return null;
      },
      saveDocument,
      fieldsFinished: (request) => {
        leaving.finished(request);
        return null;
      },
    },
  };
}

/** The copy with the hash of its file, which the journal needs; without it, if the file is no longer as it was read. */
async function withHash(copy: WorkingCopy): Promise<WorkingCopy> {
  const { path, stamp } = copy;
  if (path === null || stamp?.hash !== null) return copy;
  return { ...copy, stamp: { ...stamp, hash: await hashOfUnchanged(path, stamp) } };
}

function fileChanged(path: string): Result<never> {
  return failure('file-changed', `Another program has changed “${isolate(basename(path))}”.`);
}

const DOCUMENT_GONE = failure(
  'document-gone',
  'The last change was not kept: another document opened while it was made.',
);

const NOTHING_OPEN = failure('nothing-open', 'No document is open.');
