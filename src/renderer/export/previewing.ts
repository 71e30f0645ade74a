// Draws the preview in the export dialog once the choices rest.
import type { FigureRequest } from '../../shared/figure/figure.ts';
import { api } from '../api.ts';
import { sharpScale } from './enlarging.ts';
import { exportDialog, updateExport } from './state.ts';

/** Milliseconds without a change before the preview is drawn, so that typing goes on undisturbed. */
export const PREVIEW_DELAY = 150;

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Draws the preview of a figure in place of any that waits.
 *
 * @param delay milliseconds until then
 */
export function schedulePreview(request: FigureRequest, delay: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void drawPreview(request), delay);
}

/** Gives up the preview that waits to be drawn. */
export function stopPreview(): void {
  clearTimeout(timer);
}

/** Shows the preview at 100 %, or all of it again. */
export function enlargePreview(enlarged: boolean): void {
  const open = exportDialog.value;
  if (open === null || open.enlarged === enlarged) return;
  updateExport({ enlarged });
  // The picture for 100 % serves for all of the figure as well.
  if (!enlarged || open.wanted === null) return;
  stopPreview();
  updateExport({ drawing: true });
  void drawPreview(open.wanted);
}

/** Draws the preview, unless the choices have changed by the time it is ready. */
async function drawPreview(request: FigureRequest): Promise<void> {
  const open = exportDialog.value;
  if (open === null) return;
  const scale = open.enlarged ? sharpScale(request.options, devicePixelRatio) : null;
  const result = await api.previewFigure(request, scale);
  if (result === null || exportDialog.value?.wanted !== request) return;
  if (!result.ok) {
    updateExport({ problem: result.failure, drawing: false });
    return;
  }
  const preview = result.value;
  // Only a style that could be drawn is kept.
  if (request.options.style !== undefined) void api.rememberHouseStyle(request.options.style);
  updateExport({ shown: { request, scale, preview }, problem: null, drawing: false });
}
