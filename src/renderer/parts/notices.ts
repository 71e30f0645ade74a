// The message over the window: progress, success or failure. One at a time.
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Failure } from '../../shared/result.ts';

/** A short message over the window. */
export interface Notice {
  readonly kind: 'progress' | 'success' | 'remark' | 'failure';
  readonly text: string;
  /** More lines, e.g. each problem of a document. */
  readonly details: readonly string[];
  /** What the reader can do about it, or `null`. */
  readonly action: NoticeAction | null;
}

/** A button on a notice. */
export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

const shown = signal<Notice | null>(null);

/** The message over the window, or `null`. */
export const notice: ReadonlySignal<Notice | null> = shown;

/** Milliseconds that work may take before it shows progress. */
const UNNOTICED = 400;

/** Tells the reader what could not be done, with what may help. */
export function fail({ message, details }: Failure, action: NoticeAction | null = null): void {
  shown.value = { kind: 'failure', text: message, details, action };
}

/** Tells the reader what was done. */
export function succeeded(text: string, action: NoticeAction | null = null): void {
  shown.value = { kind: 'success', text, details: [], action };
}

/** Tells the reader what is good to know: nothing was done, and nothing went wrong. */
export function remark({ message, details }: Pick<Failure, 'message' | 'details'>): void {
  shown.value = { kind: 'remark', text: message, details, action: null };
}

/** Takes the message away. */
export function dismissNotice(): void {
  shown.value = null;
}

/** Takes away a message about the past; progress of work that goes on stays. */
export function dismissPastNotice(): void {
  if (shown.value?.kind !== 'progress') dismissNotice();
}

/** Shows progress with a button that cancels, once `work` takes longer than a reader takes for instant. */
export async function withProgress<T>(text: string, cancel: () => void, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => {
    shown.value = { kind: 'progress', text, details: [], action: { label: 'Cancel', run: cancel } };
  }, UNNOTICED);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    if (shown.value?.kind === 'progress') dismissNotice();
  }
}
