// The dialog in which the reader says how a file of another program is read, before anything of it is kept.
import { isolate } from '../../shared/isolate.ts';
import { ImportForm } from '../import/form.tsx';
import { importAsked } from '../import/commands.ts';
import { PageDialog } from './page-dialog.tsx';

/** Closing it cancels the import. */
export function ImportDialog() {
  const asking = importAsked.value;
  if (asking === null) return null;
  return (
    <PageDialog name="import-dialog" title={`Import “${isolate(asking.fileName)}”`}>
      <ImportForm asking={asking} />
    </PageDialog>
  );
}
