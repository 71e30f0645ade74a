// Main's copy of the open document: it takes each step that the page takes, once the step has been checked.
import { emptyHistory, stepped, type History, type Step } from '../../shared/document/edit/history.ts';
import { NO_FILE, type OpenedDocument } from '../../shared/ipc.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import type { FileStamp } from '../system/file-stamp.ts';
import { inSlices } from '../system/slices.ts';

/** The open document, its file and what was done to it. */
export interface WorkingCopy {
  readonly opened: OpenedDocument;
  /** Absolute path of the reader's file; `null` while there is none. The article that comes with the app has none. */
  readonly path: string | null;
  /** What that file was like when Dateline read or wrote it last; `null` if there was none. */
  readonly stamp: FileStamp | null;
  /** The version of the format that the file has, and how many events; `null` if there is none. */
  readonly fileVersion: 1 | 2 | null;
  readonly fileEvents: number | null;
  readonly history: History;
}

/** The working copy of a document that was just opened. @param path absolute, of its file. */
export function workingCopy(opened: OpenedDocument, path: string, stamp: FileStamp | null): WorkingCopy {
  const { version, events } = opened.document;
  return {
    opened,
    ...(opened.bundled ? { path: null, stamp: null } : { path, stamp }),
    fileVersion: version,
    fileEvents: events.count,
    history: emptyHistory(true),
  };
}

/** The working copy of a document that no file holds. @param history what was done to it. */
export function untitledCopy(document: OpenedDocument['document'], history: History): WorkingCopy {
  return {
    opened: { ...NO_FILE, document },
    path: null,
    stamp: null,
    fileVersion: null,
    fileEvents: null,
    history,
  };
}

/**
 * Takes a step, in slices. The article that comes with the app stays as it is: its first step makes an untitled copy.
 *
 * @returns the copy after the step, or a failure `edit-refused`; the copy is then as before.
 */
export async function afterStep(copy: WorkingCopy, step: Step): Promise<Result<WorkingCopy>> {
  // The checks bring the validation library along, so they come with the first step.
  const [{ checkingEdit }, { applyEdit }, { readyEvents }] = await Promise.all([
    import('../../shared/document/file/check-edit.ts'),
    import('../../shared/document/edit/apply.ts'),
    import('../../shared/document/edit/ready.ts'),
  ]);
  const next = stepped(copy.history, step);
  if (next === null) return failure('edit-refused', 'There is nothing to undo or redo.');
  const { document } = copy.opened;
  const checked = await inSlices(checkingEdit(document, next.edit));
  if (!checked.ok) return checked;
  const ready = await inSlices(readyEvents(next.edit));
  const after = applyEdit(document, next.edit, ready).document;
  if (copy.opened.bundled) return success(untitledCopy(after, next.history));
  return success({ ...copy, opened: { ...copy.opened, document: after }, history: next.history });
}
