// The export dialog: the choices on one side, the figure on the other.
import { isolate } from '../../shared/isolate.ts';
import { shortcutFor, withKeys } from '../../shared/shortcuts.ts';
import { Copy, ImageDown, Printer } from 'lucide-preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { waitingDocuments } from '../document/commands.ts';
import { cancelFigure, closeExport, copyChosen, exportChosen, printChosen } from './commands.ts';
import { fieldOf } from './choices.ts';
import { Options } from './options.tsx';
import { isMac } from '../parts/platform.ts';
import { Preview } from './preview.tsx';
import { enlargePreview } from './previewing.ts';
import { exportDialog, WORK, type ExportDialog as Dialog } from './state.ts';

/** Empty while it is closed. */
export function ExportDialog() {
  const dialog = exportDialog.value;
  return dialog === null ? null : <OpenDialog dialog={dialog} />;
}

function OpenDialog({ dialog }: { readonly dialog: Dialog }) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const error = useId();
  useLayoutEffect(() => {
    const { current } = element;
    current?.showModal();
    // Closing returns the focus to its old place.
    return () => current?.close();
  }, []);

  const { problem, work, failure } = dialog;
  const field = problem === null ? null : fieldOf(problem);
  const refused = field !== null || work !== null;
  return (
    <dialog
      ref={element}
      class={dialog.enlarged ? 'export-dialog enlarged' : 'export-dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        // Escape cancels running work first, then leaves the preview at 100 %. It closes at once, since the next key may
        // come before the dialog says that it is closed.
        if (work === null && !dialog.enlarged) {
          closeExport();
          return;
        }
        event.preventDefault();
        if (work === null) enlargePreview(false);
        else cancelFigure();
      }}
      onKeyDown={(event) => {
        const control = isMac ? event.metaKey : event.ctrlKey;
        if (shortcutFor(event, isMac) === 'print-figure') {
          if (!refused) void printChosen();
        } else if (control && !event.altKey && !event.shiftKey && event.key === '1') {
          enlargePreview(!dialog.enlarged);
        } else return;
        event.preventDefault();
      }}
      onClose={({ currentTarget }) => {
        if (currentTarget.isConnected) closeExport();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!refused) void exportChosen();
        }}
      >
        <h2 id={heading}>Export figure</h2>
        <fieldset class="export-options" disabled={work !== null} aria-label="Options">
          <Options
            choices={dialog.choices}
            error={problem === null || field === null ? null : { field, id: error, text: problem.message }}
          />
        </fieldset>
        <Preview dialog={dialog} />
        <footer>
          <div class="export-state">
            {work !== null && (
              <label role="status">
                <progress />
                {WORK[work]}
              </label>
            )}
            {waitingDocuments.value.length > 0 && (
              <p role="status" dir="auto">
                {waitingDocuments.value.map((name) => `“${isolate(name)}”`).join(', ')} will open when you
                close this dialog.
              </p>
            )}
            {failure !== null && (
              <p class="error" role="alert">
                {[failure.message, ...failure.details].join(' ')}
              </p>
            )}
          </div>
          <button type="button" class="button" onClick={work === null ? closeExport : cancelFigure}>
            Cancel
          </button>
          <button
            type="button"
            class="button"
            disabled={refused}
            title={withKeys('Print', 'print-figure', isMac)}
            onClick={() => void printChosen()}
          >
            <Printer size={17} aria-hidden="true" />
            Print
          </button>
          <button type="button" class="button" disabled={refused} onClick={() => void copyChosen()}>
            <Copy size={17} aria-hidden="true" />
            Copy
          </button>
          <button
            type="submit"
            class="button primary"
            disabled={refused}
            aria-describedby={field === null ? undefined : error}
          >
            <ImageDown size={17} aria-hidden="true" />
            Export
          </button>
        </footer>
      </form>
    </dialog>
  );
}
