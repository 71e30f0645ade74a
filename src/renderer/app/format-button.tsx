// The button that opens the page on the document format: how a document is made.
import { openDialog } from '../parts/dialogs.ts';

/** @param primary whether it is the way on that is offered first. */
export function FormatButton({ primary = false }: { readonly primary?: boolean }) {
  return (
    <button
      type="button"
      class={primary ? 'button primary' : 'button'}
      aria-haspopup="dialog"
      onClick={() => {
        openDialog('format');
      }}
    >
      Document format
    </button>
  );
}
