// Asks the reader how a file of another program is to be imported, and puts what goes into the open document there.
import { batch, effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import type { ImportChoice } from '../../shared/formats/preview.ts';
import { isolate } from '../../shared/isolate.ts';
import type { ImportAnswer, ImportAsking, ImportedEvents } from '../../shared/ipc.ts';
import { api, arrived } from '../api.ts';
import { imported, opens, show } from '../document/commands.ts';
import { closeDialog, openDialog, pageDialog } from '../parts/dialogs.ts';
import { endProgress, fail } from '../parts/notices.ts';
import { tellImported } from './reports.ts';

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

/** Answers main. @param answer `null` cancels the import. */
export function answerImport(answer: ImportAnswer | null): void {
  if (asked.peek() === null) return;
  batch(() => {
    asked.value = null;
    closeDialog();
  });
  void api.answerImport(answer);
}

/** Asks for a file, and imports it into the open document. */
export async function importFile(): Promise<void> {
  const result = await opens(api.importFile());
  if (result !== null) show(result);
}

/** Whether a text is that of a calendar, of JSON or XML, and no rows of a table. */
export function isFileText(text: string): boolean {
  return /^\s*(?:BEGIN:VCALENDAR\b|<(?:\?xml|timeline)\b|[[{]\s*["[{])/.test(text);
}

/** Imports pasted text into the open document, once the reader has looked at it. @param first how it is read at first; `null` to guess. */
export async function importText(text: string, first: ImportChoice | null = null): Promise<void> {
  const result = await opens(api.importText(text, first));
  if (result !== null) show(result);
}

/** Puts what main read of a file into the open document. */
export async function takeImport({ document, ...given }: ImportedEvents): Promise<void> {
  const [{ putIn }, arriving] = await Promise.all([
    import('./putting-in.ts'),
    arrived(document, `“${isolate(given.fileName)}” cannot be imported.`),
  ]);
  if (arriving.ok) await putIn({ ...given, document: arriving.value });
  else fail(arriving.failure);
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
