// Makes edits that may be large: they are prepared in slices, with progress and a way to cancel, while the window goes on.
import { batch } from '@preact/signals';
import type { PlacedDocument } from '../../shared/document/document.ts';
import type { Change, Edit } from '../../shared/document/edit/change.ts';
import { readyEvents, readyInverse } from '../../shared/document/edit/ready.ts';
import type { Result } from '../../shared/result.ts';
import { api } from '../api.ts';
import { withProgress } from '../parts/notices.ts';
import { inSlices } from '../parts/slices.ts';
import { currentView } from '../view/view.ts';
import { closeEdit, edit, type BroughtEdit } from './edit.ts';

/** An edit with more changes is large: main gets its changes before it is made, so many at a time. */
const TOGETHER = 500;

/** The attempts to do some work, of which each is for the document as it is then. */
interface Attempt {
  readonly document: PlacedDocument;
  /** Whether the document is still the same, and the reader has not cancelled. */
  readonly isWanted: () => boolean;
  /** Records how much is done, from 0 to 1. */
  readonly tell: (share: number) => void;
}

/**
 * Works something out about the open document, in slices; anew if the document changes meanwhile.
 *
 * @param text says what is done, for the progress.
 * @param work yields how much is done, from 0 to 1.
 * @returns the result; `null` if the reader cancelled, or opened another document.
 */
export function workOut<T>(
  text: string,
  work: (document: PlacedDocument) => Generator<number, T>,
): Promise<T | null> {
  return untilDone(text, ({ document, isWanted, tell }) => inSlices(work(document), isWanted, tell));
}

/**
 * Makes an edit.
 *
 * @param text says what is done, for the progress.
 * @param plan makes the edit for a document, or says why there is none; yields how much is done, from 0 to 1.
 * @param view where the reader is then, and what else becomes of the view in the same frame.
 * @returns the plan, and whether there was anything to do; or why there is no edit. `null` as in {@link workOut}.
 */
export function editInSlices<Plan extends { readonly edit: Edit }>(
  text: string,
  plan: (document: PlacedDocument) => Generator<number, Result<Plan>>,
  view: {
    readonly after?: { readonly selected: string | null } | undefined;
    readonly then?: () => void;
  } = {},
): Promise<{ readonly planned: Result<Plan>; readonly isMade: boolean } | null> {
  return untilDone(text, async (attempt) => {
    const { document, isWanted, tell } = attempt;
    const planned = await inSlices(plan(document), isWanted, (share) => {
      tell(share / 2);
    });
    if (planned === null) return null;
    if (!planned.ok) return { planned, isMade: false };
    const { edit: made } = planned.value;
    const isLarge = made.changes.length > TOGETHER;
    const brought = isLarge ? await bring(made, attempt) : undefined;
    if (brought === null) return null;
    closeEdit();
    return batch(() => {
      const isMade = edit(made, view.after, brought);
      if (isMade) view.then?.();
      return { planned, isMade };
    });
  });
}

/** Reads the events of an edit, and brings its changes to main. */
async function bring(made: Edit, { isWanted, tell }: Attempt): Promise<BroughtEdit | null> {
  const { length } = made.changes;
  const read = (done: number) => {
    tell(0.5 + done / length / 4);
  };
  const ready = await inSlices(readyEvents(made), isWanted, read);
  const inverse = await inSlices(readyInverse(made), isWanted, read);
  if (ready === null || inverse === null) return null;
  for (let at = 0; at < length; at += TOGETHER) {
    const changes: readonly Change[] = made.changes.slice(at, at + TOGETHER);
    await api.bringChanges(at, changes);
    if (!isWanted()) return null;
    tell(0.75 + at / length / 4);
  }
  return { ready, inverse };
}

let last: Promise<unknown> = Promise.resolve();

/** Does one thing after the other, so that main gets the changes of one edit at a time. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}

/** Attempts something until it is done, or no longer wanted. */
function untilDone<T>(text: string, attempt: (attempt: Attempt) => Promise<T | null>): Promise<T | null> {
  const view = currentView.peek();
  let isCancelled = false;
  let done = 0;
  const isLeft = (): boolean => isCancelled || currentView.peek() !== view;
  const work = async (): Promise<T | null> => {
    while (view !== null && !isLeft()) {
      const { document } = view.opened;
      const result = await attempt({
        document,
        isWanted: () => !isLeft() && view.opened.document === document,
        tell: (share) => {
          done = share;
        },
      });
      if (result !== null) return result;
    }
    return null;
  };
  return inTurn(() =>
    withProgress(
      () => `${text}: ${Math.floor(100 * done)}%`,
      () => {
        isCancelled = true;
      },
      work(),
    ),
  );
}
