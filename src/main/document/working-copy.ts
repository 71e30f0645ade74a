// Main's copy of the open document: it takes each step that the page takes, once the step has been checked.
import { emptyHistory, stepped, type History, type Step } from '../../shared/document/edit/history.ts';
import type { OpenedDocument } from '../../shared/ipc.ts';
import { failure, success, type Result } from '../../shared/result.ts';

/** The open document, its file and what was done to it. */
export interface WorkingCopy {
  readonly opened: OpenedDocument;
  /** Absolute path of its file; `null` while it has none. */
  readonly path: string | null;
  readonly history: History;
}

/** The name of a document without a file. */
export const UNTITLED = 'Untitled';

/** The working copy of a document that was just opened. @param path absolute, of its file. */
export function workingCopy(opened: OpenedDocument, path: string): WorkingCopy {
  return { opened, path, history: emptyHistory(true) };
}

/**
 * Takes a step. The article that comes with the app stays as it is: its first step makes an untitled copy.
 *
 * @returns the copy after the step, or a failure `edit-refused`; the copy is then as before.
 */
export async function afterStep(copy: WorkingCopy, step: Step): Promise<Result<WorkingCopy>> {
  // The checks bring the validation library along, so they come with the first step.
  const [{ checkEdit }, { applyEdit }, { invert }] = await Promise.all([
    import('../../shared/document/file/check-edit.ts'),
    import('../../shared/document/edit/apply.ts'),
    import('../../shared/document/edit/change.ts'),
  ]);
  const next = stepped(copy.history, step);
  if (next === null) return failure('edit-refused', 'There is nothing to undo or redo.');
  const edit = next.isUndo ? invert(next.edit) : next.edit;
  const { document } = copy.opened;
  const checked = checkEdit(document, edit);
  if (!checked.ok) return checked;
  const opened = { ...copy.opened, document: applyEdit(document, edit).document };
  if (!copy.opened.bundled) return success({ ...copy, opened, history: next.history });
  return success({
    opened: { ...opened, fileName: UNTITLED, untitled: true, bundled: false },
    path: null,
    history: next.history,
  });
}
