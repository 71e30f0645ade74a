// The rarely opened dialogs, each loaded on first use.
import type { ComponentType } from 'preact';
import { lazy } from '../parts/lazy.tsx';
import { type PageDialog, pageDialog } from '../parts/dialogs.ts';

const DIALOGS: Readonly<Record<PageDialog, ComponentType>> = {
  shortcuts: lazy(async () => (await import('./shortcuts-dialog.tsx')).ShortcutsDialog),
  about: lazy(async () => (await import('./about-dialog.tsx')).AboutDialog),
  'go-to-date': lazy(async () => (await import('./go-to-date-dialog.tsx')).GoToDateDialog),
  'left-changes': lazy(async () => (await import('./left-changes-dialog.tsx')).LeftChangesDialog),
  versions: lazy(async () => (await import('./versions-dialog.tsx')).VersionsDialog),
  'changed-file': lazy(async () => (await import('./changed-file-dialog.tsx')).ChangedFileDialog),
  article: lazy(async () => (await import('./article-dialog.tsx')).ArticleDialog),
  note: lazy(async () => (await import('./note-dialog.tsx')).NoteDialog),
  lane: lazy(async () => (await import('./lane-dialog.tsx')).LaneDialog),
  'remove-lane': lazy(async () => (await import('./remove-lane-dialog.tsx')).RemoveLaneDialog),
  import: lazy(async () => (await import('./import-dialog.tsx')).ImportDialog),
  'import-twins': lazy(async () => (await import('./import-twins-dialog.tsx')).ImportTwinsDialog),
  'import-report': lazy(async () => (await import('./import-report-dialog.tsx')).ImportReportDialog),
  format: lazy(async () => (await import('./format-dialog.tsx')).FormatDialog),
};

/** Empty unless a dialog is open. */
export function PageDialogs() {
  const wanted = pageDialog.value;
  if (wanted === null) return null;
  const Dialog = DIALOGS[wanted];
  return <Dialog />;
}
