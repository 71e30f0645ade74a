// The dialogs that few readers open: each is loaded when it is wanted.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { pageDialog, type PageDialog } from '../store.ts';

const DIALOGS: Readonly<Record<PageDialog, () => Promise<ComponentType>>> = {
  shortcuts: async () => (await import('./shortcuts-dialog.tsx')).ShortcutsDialog,
  about: async () => (await import('./about-dialog.tsx')).AboutDialog,
};

/** Nothing while none is open. */
export function LazyDialog() {
  const wanted = pageDialog.value;
  const [loaded, setLoaded] = useState<{ readonly name: PageDialog; readonly Dialog: ComponentType } | null>(
    null,
  );
  useEffect(() => {
    if (wanted === null || loaded?.name === wanted) return;
    let current = true;
    void DIALOGS[wanted]().then((Dialog) => {
      if (current) setLoaded({ name: wanted, Dialog });
    });
    return () => {
      current = false;
    };
  }, [wanted]);
  if (loaded?.name !== wanted) return null;
  const { Dialog } = loaded;
  return <Dialog />;
}
