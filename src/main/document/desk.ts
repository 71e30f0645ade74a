// Holds the open document in main, and lets one thing happen to it at a time.
import { isSaved } from '../../shared/document/edit/history.ts';
import type { SentDocument } from '../../shared/ipc.ts';
import { success, type Result } from '../../shared/result.ts';
import { contentsFor } from '../safety/columns.ts';
import { createQueue, type Queue } from '../system/queue.ts';
import type { Keeping } from './keeping.ts';
import { cannotBeOpened } from './open.ts';
import type { WorkingCopy } from './working-copy.ts';

/** The open document. */
export interface Desk {
  /** `undefined` until one opens. */
  readonly current: () => WorkingCopy | undefined;
  /** Changes with each document that is opened, so that slow work notices that its document is gone. */
  readonly serial: () => number;
  /** Does things to documents one after the other, so that main and the page agree, and a save sees no half of a step. */
  readonly inTurn: Queue;
  /**
   * Opens a document in the place of the one before, whose journal ends. Call it in turn.
   *
   * @returns what the page gets, or `document-too-large`; the one before then stays.
   */
  readonly put: (copy: WorkingCopy) => Promise<Result<SentDocument>>;
  /** The open document after a step, or with another file. Call it in turn. */
  readonly change: (copy: WorkingCopy) => void;
  /** Its title if it has changes that no file has, otherwise `null`. A new or imported document has none before its first edit. */
  readonly unsaved: () => string | null;
}

/** What the desk calls. */
export interface DeskEvents {
  /** Another document was opened. */
  readonly opened: () => void;
  /** The document or its file is another than before. */
  readonly changed: () => void;
}

/** An empty desk. */
export function createDesk(keeping: Keeping, { opened, changed }: DeskEvents): Desk {
  let current: WorkingCopy | undefined;
  let serial = 0;

  function set(copy: WorkingCopy): void {
    current = copy;
    changed();
  }

  return {
    current: () => current,
    serial: () => serial,
    inTurn: createQueue(),
    put: async (copy) => {
      const answer = sent(copy, serial + 1);
      if (!answer.ok) return answer;
      await keeping.end();
      serial += 1;
      set(copy);
      opened();
      return answer;
    },
    change: set,
    unsaved: () => (current === undefined || !hasUnsaved(current) ? null : current.opened.document.title),
  };
}

function hasUnsaved({ opened, history }: WorkingCopy): boolean {
  return !isSaved(history) && (!opened.untitled || history.past.length > 0);
}

/** A document as the page gets it, or `document-too-large`. @param serial see {@link Desk.serial}. */
export function sent({ opened, history }: WorkingCopy, serial: number): Result<SentDocument> {
  const contents = contentsFor('main', opened.document);
  return contents.ok
    ? success({ ...opened, document: contents.value, history, serial })
    : cannotBeOpened(opened.fileName, contents.failure);
}
