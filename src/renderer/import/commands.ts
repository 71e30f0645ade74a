// Asks the reader how a file of another program is to be imported, and tells what became of it.
import { batch, effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import type { FileReport } from '../../shared/formats/format.ts';
import type { ImportChoice } from '../../shared/formats/preview.ts';
import type { ImportAsking } from '../../shared/ipc.ts';
import { api } from '../api.ts';
import { imported } from '../document/commands.ts';
import { closeDialog, openDialog, pageDialog } from '../parts/dialogs.ts';
import { copyText } from '../parts/clipboard.ts';
import { endProgress, remark } from '../parts/notices.ts';
import { viewState } from '../view/view.ts';

const asked = signal<ImportAsking | null>(null);

/** What main asks about the file that it reads, or `null`. */
export const importAsked: ReadonlySignal<ImportAsking | null> = asked;

/** Shows the dialog in which the reader says how a file is read. */
export function askImport(asking: ImportAsking): void {
  batch(() => {
    // The reading has stopped until the reader answers.
    endProgress();
    asked.value = asking;
    openDialog('import');
  });
}

/** Answers main. @param choice `null` cancels the import. */
export function answerImport(choice: ImportChoice | null): void {
  if (asked.peek() === null) return;
  batch(() => {
    asked.value = null;
    closeDialog();
  });
  void api.answerImport(choice);
}

const report = viewState<FileReport | null>(null);

/** What became of the last file that was imported into the open document, or that this was made of; `null` if there was none. */
export const lastReport: ReadonlySignal<FileReport | null> = report.current;

/** Tells in a notice what became of a file; the whole report opens from there. */
async function tellImported(now: FileReport): Promise<void> {
  report.set(now);
  const { importInWords } = await import('./report.ts');
  if (lastReport.peek() === now)
    remark(importInWords(now), now.report.problems.length > 0 ? SHOW_REPORT : null);
}

/** Opens the report on the last import. */
export function showReport(): void {
  if (lastReport.peek() !== null) openDialog('import-report');
  else
    remark({
      message: 'Nothing was imported into this timeline since it was opened, so there is no report.',
      details: [],
    });
}

const SHOW_REPORT = { label: 'Report', run: showReport };

/** Asks where, and saves a report as text. @returns what came of it, in a sentence; `null` if the reader cancelled. */
export async function saveReport(now: FileReport): Promise<string | null> {
  const { reportAsText } = await import('./report.ts');
  const saved = await api.saveReport(`Import of ${now.fileName}`, reportAsText(now, today()));
  if (saved === null) return null;
  return saved.ok ? saved.value : saved.failure.message;
}

/** Copies a report as text. @returns whether it worked. */
export async function copyReport(now: FileReport): Promise<boolean> {
  const { reportAsText } = await import('./report.ts');
  return copyText(reportAsText(now, today()));
}

function today(): string {
  return new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}

/** Cancels an import whose dialog was closed, and tells what became of each file that was imported. */
export function watchImports(): void {
  effect(() => {
    if (asked.value !== null && pageDialog.value !== 'import') answerImport(null);
  });
  effect(() => {
    const now = imported.value;
    if (now !== null) untracked(() => void tellImported(now));
  });
}
