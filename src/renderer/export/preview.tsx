// The preview in the export dialog: the real figure, small, with the size that its file will have.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExportDialog } from './commands.ts';
import { emptyPreviewInWords, fieldOf, growthInWords, sizeInWords } from './choices.ts';

/** The old picture stays, dimmed, while the next is drawn. */
export function Preview({ dialog }: { readonly dialog: ExportDialog }) {
  const { shown, drawing, problem } = dialog;
  // Fields show their own errors.
  const failure = problem !== null && fieldOf(problem) === null ? problem : null;
  return (
    <section class="preview" aria-label="Preview">
      <div class="preview-place" aria-busy={drawing}>
        {shown !== null && (
          <Picture
            png={shown.preview.png}
            transparent={shown.request.options.transparent}
            stale={drawing || problem !== null}
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
      <div class="preview-words" role="status">
        <p>
          {shown === null ? emptyPreviewInWords(drawing, problem) : sizeInWords(shown.request, shown.preview)}
        </p>
        <p>{shown === null ? null : growthInWords(shown.request.options, shown.preview)}</p>
      </div>
    </section>
  );
}

/** Drawn from its bytes, because the page may load neither blob: nor data: addresses. */
function Picture({
  png,
  transparent,
  stale,
}: {
  readonly png: Uint8Array;
  readonly transparent: boolean;
  readonly stale: boolean;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  /** The picture on the canvas. */
  const [painted, setPainted] = useState<Uint8Array | null>(null);
  useEffect(() => {
    let wanted = true;
    void createImageBitmap(new Blob([new Uint8Array(png)], { type: 'image/png' })).then((bitmap) => {
      const { current } = canvas;
      if (wanted && current !== null) {
        current.width = bitmap.width;
        current.height = bitmap.height;
        current.getContext('2d')?.drawImage(bitmap, 0, 0);
        setPainted(png);
      }
      bitmap.close();
    });
    return () => {
      wanted = false;
    };
  }, [png]);
  const classes = ['preview-picture', transparent ? 'transparent' : '', stale ? 'stale' : ''];
  return (
    <canvas
      ref={canvas}
      class={classes.filter(Boolean).join(' ')}
      role="img"
      aria-label="Preview of the figure"
      aria-busy={painted !== png}
    />
  );
}
