// Tells what became of each file that was imported, and keeps the report on the last as long as the document is open.
import type { ReadonlySignal } from '@preact/signals';
import type { FileReport } from '../../shared/formats/format.ts';
import type { ImportEdit } from '../../shared/formats/import-edit.ts';
import { api } from '../api.ts';
import { copyText } from '../parts/clipboard.ts';
import { openDialog } from '../parts/dialogs.ts';
import { remark, type NoticeAction } from '../parts/notices.ts';
import { viewState } from '../view/view.ts';

const report = viewState<FileReport | null>(null);

/** What became of the last file that was imported into the open document, or that this was made of; `null` if there was none. */
export const lastReport: ReadonlySignal<FileReport | null> = report.current;

/**
 * Tells in a notice what became of a file; the whole report opens from there.
 *
 * @param into what was done to the open document; left out where the file became a new one.
 * @param actions what else can be done.
 */
export async function tellImported(
  now: FileReport,
  into?: Omit<ImportEdit, 'edit'>,
  ...actions: readonly NoticeAction[]
): Promise<void> {
  report.set(now);
  const { importInWords } = await import('./report.ts');
  if (lastReport.peek() === now)
    remark(importInWords(now, into), ...(now.report.problems.length > 0 ? [SHOW_REPORT] : []), ...actions);
}

/** Opens the report on the last import. */
export function showReport(): void {
  if (lastReport.peek() !== null) openDialog('import-report');
  else
    remark({
      message: 'Nothing has been imported into this timeline since it was opened, so there is no report.',
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
