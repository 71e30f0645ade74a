// The preview in the export dialog: the real figure, whole or at 100 %, with the size that its file will have.
import { Maximize2, Minimize2 } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { emptyPreviewInWords, fieldOf, foldsInWords, sizeInWords } from './choices.ts';
import { BEGINNING, type Share } from './enlarging.ts';
import { Picture } from './picture.tsx';
import { enlargePreview } from './previewing.ts';
import type { ExportDialog } from './state.ts';
import { isMac } from '../parts/platform.ts';

/** Milliseconds after which the reader is shown that a preview is still being drawn. */
const PATIENCE = 500;

/** The old picture stays, dimmed, while the next is drawn. */
export function Preview({ dialog }: { readonly dialog: ExportDialog }) {
  const { shown, drawing, problem, enlarged } = dialog;
  const [at, setAt] = useState<Share>(BEGINNING);
  const takesLong = useLasting(drawing, PATIENCE);
  // Fields show their own errors.
  const failure = problem !== null && fieldOf(problem) === null ? problem : null;
  return (
    <section class="preview" aria-label="Preview">
      <div
        class={enlarged ? 'preview-place full' : 'preview-place'}
        aria-busy={drawing}
        // At 100 %, arrow keys scroll it.
        tabIndex={enlarged ? 0 : undefined}
        role={enlarged ? 'group' : undefined}
        aria-label={enlarged ? 'Figure at 100 %' : undefined}
      >
        {shown !== null && (
          <Picture
            png={shown.preview.png}
            transparent={shown.request.options.transparent}
            // A figure that only has to become sharper is the right one.
            stale={problem !== null || (drawing && shown.request !== dialog.wanted)}
            full={enlarged ? shown.preview : null}
            scale={shown.scale}
            at={at}
            onEnlarge={(point) => {
              setAt(point);
              enlargePreview(true);
            }}
          />
        )}
        {failure !== null && (
          <div class="preview-failure" role="alert">
            <p>{failure.message}</p>
            {failure.details.map((detail, position) => (
              <p key={position} class="dim">
                {detail}
              </p>
            ))}
          </div>
        )}
      </div>
      {takesLong && <progress class="preview-progress" aria-label="Drawing the preview" />}
      <div class="preview-foot">
        <div class="preview-words" role="status">
          <p>
            {shown === null
              ? emptyPreviewInWords(drawing, problem)
              : sizeInWords(shown.request, shown.preview)}
          </p>
          <p>{shown?.preview.leftOut}</p>
          <p>{shown === null ? null : foldsInWords(shown.request.options, shown.preview)}</p>
        </div>
        <button
          type="button"
          class="button preview-enlarge"
          aria-pressed={enlarged}
          aria-keyshortcuts={isMac ? 'Meta+1' : 'Control+1'}
          title={`${enlarged ? 'Show the whole figure' : 'Show at 100 %'} (${isMac ? '⌘1' : 'Ctrl+1'})`}
          onClick={() => {
            setAt(BEGINNING);
            enlargePreview(!enlarged);
          }}
        >
          {enlarged ? <Minimize2 size={15} aria-hidden="true" /> : <Maximize2 size={15} aria-hidden="true" />}
          100 %
        </button>
      </div>
    </section>
  );
}

/** Whether something has been going on for so many milliseconds. */
function useLasting(active: boolean, milliseconds: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => {
      setLasting(true);
    }, milliseconds);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [active, milliseconds]);
  return lasting;
}
