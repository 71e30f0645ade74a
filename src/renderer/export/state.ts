// The state of the export dialog.
import { signal, type ReadonlySignal } from '@preact/signals';
import type { FigureRequest } from '../../shared/figure/figure.ts';
import type { FigurePreview } from '../../shared/ipc.ts';
import type { Failure } from '../../shared/result.ts';
import type { Choices } from './choices.ts';

/** What takes a while, and what its notice says. */
export const WORK = {
  export: 'Exporting figure…',
  copy: 'Copying image…',
  print: 'Printing figure…',
} as const;

/** A preview, and what it was asked to show. */
export interface ShownPreview {
  readonly request: FigureRequest;
  /** Image pixels to a CSS pixel of the figure if it was drawn for 100 %, else `null`. */
  readonly scale: number | null;
  readonly preview: FigurePreview;
}

/** The export dialog while it is open. */
export interface ExportDialog {
  readonly choices: Choices;
  /** Why the choices give no figure, or `null`. */
  readonly problem: Failure | null;
  /** The figure that the choices describe; `null` if they give none. */
  readonly wanted: FigureRequest | null;
  /** The last preview. */
  readonly shown: ShownPreview | null;
  /** Whether the preview shows the figure at 100 %, a part at a time, rather than all of it. */
  readonly enlarged: boolean;
  /** True while the preview lags behind the choices. */
  readonly drawing: boolean;
  /** The work in progress, or `null`. */
  readonly work: keyof typeof WORK | null;
  /** Why the last export, copy or print failed, or `null`. */
  readonly failure: Failure | null;
}

const dialog = signal<ExportDialog | null>(null);

/** The export dialog, or `null` while it is closed. */
export const exportDialog: ReadonlySignal<ExportDialog | null> = dialog;

/** Opens the dialog in a state, or closes it. */
export function setDialog(state: ExportDialog | null): void {
  dialog.value = state;
}

/** Changes a part of the dialog's state while it is open. */
export function updateExport(part: Partial<ExportDialog>): void {
  if (dialog.value !== null) dialog.value = { ...dialog.value, ...part };
}
