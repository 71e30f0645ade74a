// Offers what earlier runs left, and opens it or sets it aside.
import { failure, success, type Result } from '../../shared/result.ts';
import type { OpenedDocument } from '../../shared/ipc.ts';
import type { Handlers } from '../safety/ipc.ts';
import { log } from '../system/log.ts';
import type { Desk } from './desk.ts';
import { removeJournal } from './journal.ts';
import type { Keeping } from './keeping.ts';
import { journalsIn, listLeft, recover, type Recovered } from './left-changes.ts';
import type { Compared } from './comparing.ts';
import type { Versions } from './versions.ts';

/** What recovering needs from the rest of main. */
export interface RecoveringContext {
  /** Absolute folder of the journals; `undefined` if this run keeps none. */
  readonly folder: string | undefined;
  readonly desk: Desk;
  readonly keeping: Keeping;
  readonly versions: Versions | undefined;
  /** Reads the document at an absolute path. */
  readonly read: (path: string) => Promise<Result<OpenedDocument>>;
  /** Queues a document, by its absolute path. */
  readonly openNext: (path: string) => void;
  /** Opens a document in the place of the one before; `null` if the reader stays with that. */
  readonly instead: <Answer>(work: () => Promise<Answer>) => Promise<Answer | null>;
}

/** Recovering, and the handlers of its channels. */
export interface Recovering {
  /** The file and the document with its changes, to be compared. */
  readonly compared: (id: string) => Promise<Result<Compared>>;
  readonly handlers: Pick<Handlers, 'leftChanges' | 'recoverChanges' | 'setAsideChanges'>;
}

/** Sets up recovering. */
export function setupRecovering({
  folder,
  desk,
  keeping,
  versions,
  read,
  instead,
  openNext,
}: RecoveringContext): Recovering {
  /** The document of a journal by its id, which comes from the page. */
  async function recovered(id: string): Promise<Result<Recovered & { readonly folder: string }>> {
    if (folder === undefined || id === keeping.id() || !(await journalsIn(folder)).includes(id))
      return NO_CHANGES;
    const result = await recover(folder, id, read);
    return result.ok ? success({ ...result.value, folder }) : result;
  }

  return {
    compared: async (id) => {
      const result = await recovered(id);
      if (!result.ok) return result;
      const { copy, base } = result.value;
      const file = await (copy.path === null ? base() : read(copy.path));
      return file.ok ? success({ before: file.value.document, after: copy.opened.document }) : file;
    },
    handlers: {
      leftChanges: () =>
        desk.inTurn(async () => (folder === undefined ? [] : listLeft(folder, keeping.id()))),
      recoverChanges: (id) =>
        instead(async () => {
          const result = await recovered(id);
          if (!result.ok) return result;
          const { copy, count, isDamaged } = result.value;
          const sent = await desk.put(copy);
          if (!sent.ok) return sent;
          // From now on another journal has these changes.
          if (await keeping.takeOver(copy)) await removeJournal(result.value.folder, id);
          log('recovered a document');
          return success({ sent: sent.value, count, isDamaged });
        }),
      setAsideChanges: (id) =>
        desk.inTurn(async () => {
          const result = await recovered(id);
          if (!result.ok) return result;
          const { copy } = result.value;
          if (copy.path !== null) {
            const aside = await versions?.setAside(copy.path, copy.opened.document);
            if (aside?.ok === false) return aside;
          }
          await removeJournal(result.value.folder, id);
          if (copy.path !== null && copy.path !== desk.current()?.path) openNext(copy.path);
          return success(null);
        }),
    },
  };
}

const NO_CHANGES = failure('no-changes', 'There are no such changes any more.');
