// Notices that another program has changed or removed the open document's file, and does what the reader wants about it.
import { basename } from 'node:path';
import { savedAt } from '../../shared/document/edit/history.ts';
import type { FileNotice, SentDocument } from '../../shared/ipc.ts';
import { failure, type Result } from '../../shared/result.ts';
import type { Handlers } from '../safety/ipc.ts';
import { changeOf, hashOfFile, stampOf } from '../system/file-stamp.ts';
import type { Desk } from './desk.ts';
import type { Versions } from './versions.ts';
import type { WorkingCopy } from './working-copy.ts';

/** What this needs from the rest of main. */
export interface ChangedFileContext {
  readonly desk: Desk;
  readonly versions: Versions | undefined;
  /** Opens the document at an absolute path. Call it in turn. */
  readonly show: (path: string) => Promise<Result<SentDocument>>;
  /** Tells the page. */
  readonly tell: (notice: FileNotice) => void;
}

/** What looks at the file, and the handlers of the channels about it. */
export interface ChangedFile {
  /** Looks at the file, and tells the page once of each change. */
  readonly look: () => Promise<void>;
  readonly handlers: Pick<Handlers, 'reloadFile' | 'keepMine'>;
}

/** Whether a document's file is as Dateline read or wrote it last. One without a file is as it was. */
export async function whetherChanged({ path, stamp }: WorkingCopy) {
  if (path === null || stamp === null) return 'same';
  return (await changeOf(path, stamp)).kind;
}

/** Sets it up. */
export function setupChangedFile({ desk, versions, show, tell }: ChangedFileContext): ChangedFile {
  /** The change that the page has heard of, so that it hears of each once. */
  let told = '';

  async function look(): Promise<void> {
    const copy = desk.current();
    if (copy === undefined || copy.path === null || copy.stamp === null) return;
    const change = await changeOf(copy.path, copy.stamp);
    if (change.kind === 'same') {
      desk.change({ ...copy, stamp: change.stamp });
      return;
    }
    const what = change.kind === 'missing' ? 'missing' : `${change.stamp.size} ${change.stamp.modified}`;
    const key = `${desk.serial()} ${copy.path} ${what}`;
    if (key === told) return;
    told = key;
    // What is on the screen is in no file any more.
    desk.change({ ...copy, history: savedAt(copy.history, null) });
    tell({ fileName: basename(copy.path), is: change.kind });
  }

  return {
    look: () => desk.inTurn(look),
    handlers: {
      reloadFile: () =>
        desk.inTurn(async () => {
          const copy = desk.current();
          if (copy === undefined || copy.path === null) return NO_FILE;
          if (desk.unsaved() !== null) {
            const aside = await versions?.setAside(copy.path, copy.opened.document);
            if (aside?.ok === false) return aside;
          }
          return show(copy.path);
        }),
      keepMine: () =>
        desk.inTurn(async () => {
          const copy = desk.current();
          const stamp = copy === undefined || copy.path === null ? null : await stampOf(copy.path);
          if (copy === undefined || copy.path === null || stamp === null) return null;
          desk.change({
            ...copy,
            stamp: { ...stamp, hash: await hashOfFile(copy.path) },
            fileEvents: null,
            history: savedAt(copy.history, null),
          });
          return null;
        }),
    },
  };
}

const NO_FILE = failure('no-file', 'This document has no file.');
