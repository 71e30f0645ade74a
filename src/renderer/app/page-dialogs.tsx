// The dialogs that few readers open: each is loaded when it is wanted.
import type { ComponentType } from 'preact';
import { lazy } from '../parts/lazy.tsx';
import { type PageDialog, pageDialog } from '../parts/dialogs.ts';

const DIALOGS: Readonly<Record<PageDialog, ComponentType>> = {
  shortcuts: lazy(async () => (await import('./shortcuts-dialog.tsx')).ShortcutsDialog),
  about: lazy(async () => (await import('./about-dialog.tsx')).AboutDialog),
  format: lazy(async () => (await import('./format-dialog.tsx')).FormatDialog),
};

/** Nothing while none is open. */
export function PageDialogs() {
  const wanted = pageDialog.value;
  if (wanted === null) return null;
  const Dialog = DIALOGS[wanted];
  return <Dialog />;
}
