// The button that opens the page on the document format.
import { openDialog } from '../parts/dialogs.ts';

/** @param primary whether it is the main button of its group. */
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
