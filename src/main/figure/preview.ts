// Draws a figure, small or as sharp as the screen, for the preview in the export dialog.
import type { PlacedDocument } from '../../shared/document/document.ts';
import type { FigureRequest } from '../../shared/figure/figure.ts';
import type { FigurePreview } from '../../shared/ipc.ts';
import { success, type Result } from '../../shared/result.ts';
import { ENCODERS } from './encoders.ts';
import type { FigureDrawer } from './drawer.ts';
import type { DrawnFigure } from './drawn.ts';
import { checkPictureSize } from './size.ts';
import type { Handlers } from '../safety/ipc.ts';
import { NOTHING_OPEN } from './export.ts';

/** The greatest width of a preview of the whole figure, image pixels. */
const PREVIEW_WIDTH = 900;

/**
 * The exponent by which a PNG grows with its scale. Its pixels grow by the square, but flat areas cost next to nothing.
 * For the bundled article the estimate is within 15 % of the file at scales 1 and 2; the square would be twice too large.
 */
const PNG_GROWTH = 1.5;

/** Draws previews. */
export interface Previewing {
  /** Ends the preview under way. */
  readonly end: () => void;
  readonly handlers: Pick<Handlers, 'previewFigure'>;
}

/** Answers the channel for previews. Each preview cancels the last one. */
export function setupPreview(
  document: () => PlacedDocument | undefined,
  drawFigure: FigureDrawer['drawFigure'],
): Previewing {
  let newest = new AbortController();

  async function preview(
    request: FigureRequest,
    scale: number | null,
    signal: AbortSignal,
  ): Promise<Result<FigurePreview>> {
    const shown = document();
    if (shown === undefined) return NOTHING_OPEN;
    const { options, format } = request;
    const size = format === 'png' ? checkPictureSize(options) : undefined;
    if (size?.ok === false) return size;
    const shownScale = scale ?? Math.min(options.scale, PREVIEW_WIDTH / options.width);
    const seen = { options: { ...options, scale: shownScale }, format };
    const encode = (figure: DrawnFigure) => encodePreview(figure, request);
    return drawFigure({ request: seen, document: shown }, encode, signal);
  }

  return {
    end: () => {
      newest.abort();
    },
    handlers: {
      previewFigure: async (request, scale) => {
        newest.abort();
        newest = new AbortController();
        const { signal } = newest;
        const result = await preview(request, scale, signal);
        return signal.aborted ? null : result;
      },
    },
  };
}

/** Encodes a preview: `figure` is the figure `asked` for, at the scale of the preview. */
async function encodePreview(figure: DrawnFigure, asked: FigureRequest): Promise<Result<FigurePreview>> {
  const { options, format } = asked;
  const png = await ENCODERS.png(figure);
  if (!png.ok) return png;
  const { bytes, leftOut } = png.value;
  const { width, height } = options;
  const preview = { png: bytes, width, height, leftOut, folds: figure.drawing.folds };
  if (format === 'png') {
    const growth = (options.scale / figure.request.options.scale) ** PNG_GROWTH;
    return success({ ...preview, expectedSize: Math.round(bytes.length * growth) });
  }
  // SVG and PDF are made so fast that their size need not be estimated.
  const whole = await ENCODERS[format](figure);
  return whole.ok ? success({ ...preview, expectedSize: whole.value.bytes.length }) : whole;
}
