// The message over the window: progress, success or failure. One at a time.
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Failure } from '../../shared/result.ts';

/** A short message over the window. */
export interface Notice {
  readonly kind: 'progress' | 'success' | 'remark' | 'failure';
  readonly text: string;
  /** More lines, e.g. each problem of a document. */
  readonly details: readonly string[];
  /** What the reader can do about it, from the left. */
  readonly actions: readonly NoticeAction[];
}

/** A button on a notice. */
export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

const shown = signal<Notice | null>(null);

/** The message over the window, or `null`. */
export const notice: ReadonlySignal<Notice | null> = shown;

/** Milliseconds that work may take before its progress shows. */
const UNNOTICED = 400;

/** Reports a failure, with buttons that may help. */
export function fail({ message, details }: Failure, ...actions: readonly NoticeAction[]): void {
  shown.value = { kind: 'failure', text: message, details, actions };
}

/** Reports a success. */
export function succeeded(text: string, ...actions: readonly NoticeAction[]): void {
  shown.value = { kind: 'success', text, details: [], actions };
}

/** Gives information: nothing was done, and nothing went wrong. */
export function remark(
  { message, details }: Pick<Failure, 'message' | 'details'>,
  ...actions: readonly NoticeAction[]
): void {
  shown.value = { kind: 'remark', text: message, details, actions };
}

/** Dismisses the message. */
export function dismissNotice(): void {
  shown.value = null;
}

/** Dismisses a message about the past; progress of running work stays. */
export function dismissPastNotice(): void {
  if (shown.value?.kind !== 'progress') dismissNotice();
}

/** Shows how far running work is, with a cancel button; the next call replaces it. */
export function showProgress(text: string, cancel: () => void): void {
  shown.value = { kind: 'progress', text, details: [], actions: [{ label: 'Cancel', run: cancel }] };
}

/** Removes the progress of work that has ended. */
export function endProgress(): void {
  if (shown.value?.kind === 'progress') dismissNotice();
}

/** Cancels the work whose progress is shown; returns whether there was any. */
export function cancelWork(): boolean {
  if (shown.value?.kind !== 'progress') return false;
  for (const { run } of shown.value.actions) run();
  return true;
}

/**
 * Shows progress with a cancel button once `work` takes longer than feels instant.
 *
 * @param text asked again and again: it may say how far the work is.
 */
export async function withProgress<T>(text: () => string, cancel: () => void, work: Promise<T>): Promise<T> {
  const timer = setInterval(() => {
    const now = shown.peek();
    if (now?.kind !== 'progress' || now.text !== text()) showProgress(text(), cancel);
  }, UNNOTICED);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    endProgress();
  }
}
