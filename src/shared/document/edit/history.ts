// The edits of a document that can be undone and redone, and which of them the file has. Pure.
import { invert, squash, type Edit } from './change.ts';

/** An edit that was made. */
export interface Entry {
  readonly edit: Edit;
  /** Names the state that the edit led to: higher than that of every entry before it. */
  readonly state: number;
  /** When it was made, ISO 8601 in UTC. */
  readonly at: string;
}

/** What can be undone and redone. */
export interface History {
  /** The edits that stand, the last one last. */
  readonly past: readonly Entry[];
  /** The edits that were undone, the next one to redo first. */
  readonly future: readonly Entry[];
  /** How many states there have been. */
  readonly states: number;
  /** The state that the file holds; `null` where there is no file with any of them. */
  readonly saved: number | null;
}

/** The state in which a document was opened. */
export const OPENED = 0;

/** The history of a document that was just opened. @param hasFile whether a file holds it as it is. */
export function emptyHistory(hasFile: boolean): History {
  return { past: [], future: [], states: OPENED, saved: hasFile ? OPENED : null };
}

/** The state that the document is in. */
export function stateOf({ past }: History): number {
  return past.at(-1)?.state ?? OPENED;
}

/** Whether the document is as its file has it. */
export function isSaved(history: History): boolean {
  return history.saved === stateOf(history);
}

/** What happens to a history: an edit is made, undone or redone. Page, main and journal tell each other these. */
export type Step =
  | {
      readonly kind: 'edit';
      readonly edit: Edit;
      /** ISO 8601 in UTC. */
      readonly at: string;
      /** Whether it is undone together with the edit before it. */
      readonly joins: boolean;
    }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

/** A history after a step, and the edit that the document takes by it: an undone one is already inverted. */
export interface Stepped {
  readonly history: History;
  readonly edit: Edit;
}

/**
 * Takes a step; `null` where there is nothing to undo or redo. What comes of it depends on the steps alone and not on
 * what was saved meanwhile, so that page, main and journal agree.
 */
export function stepped(history: History, step: Step): Stepped | null {
  const { past, future, states } = history;
  switch (step.kind) {
    case 'edit': {
      const last = step.joins && isOfSameField(history, step.edit) ? past.at(-1) : undefined;
      const edit = last === undefined ? step.edit : squash(last.edit, step.edit);
      const entry = { edit, state: states + 1, at: step.at };
      const kept = last === undefined ? past : past.slice(0, -1);
      return {
        history: { ...history, past: [...kept, entry], future: [], states: states + 1 },
        edit: step.edit,
      };
    }
    case 'undo': {
      const entry = past.at(-1);
      if (entry === undefined) return null;
      return {
        history: { ...history, past: past.slice(0, -1), future: [entry, ...future] },
        edit: invert(entry.edit),
      };
    }
    case 'redo': {
      const [entry, ...rest] = future;
      if (entry === undefined) return null;
      return {
        history: { ...history, past: [...past, entry], future: rest },
        edit: entry.edit,
      };
    }
  }
}

/** Whether an edit may become one with the last: both have the same key, and no file holds the state between them. */
export function canJoin(history: History, edit: Edit): boolean {
  return isOfSameField(history, edit) && history.saved !== stateOf(history);
}

function isOfSameField({ past, future }: History, { merge }: Edit): boolean {
  return merge !== undefined && past.at(-1)?.edit.merge === merge && future.length === 0;
}

/** The history once a file holds a state. */
export function savedAt(history: History, state: number | null): History {
  return { ...history, saved: state };
}

/** When the document was changed last; `undefined` where all edits were undone. */
export function changedAt({ past }: History): string | undefined {
  return past.at(-1)?.at;
}
