// Computes the pixels of a figure's picture, and refuses too many.
import { MOST_PIXELS, type FigureOptions } from '../../shared/figure/figure.ts';
import { failure, success, type Result } from '../../shared/result.ts';

/** Image pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The layout of a page: whole CSS pixels, and image pixels to each of them. */
export interface PageMetrics extends PictureSize {
  readonly scale: number;
}

/**
 * Computes the metrics of a figure's page. Chromium knows only whole CSS pixels. A width on paper is rounded up, and the
 * scale is made smaller to match, so that the picture has the pixels of its request.
 *
 * @param height CSS pixels, with the growth for the events.
 */
export function pageMetrics({ width, scale }: FigureOptions, height: number): PageMetrics {
  const whole = Math.ceil(width);
  return {
    width: whole,
    height: Math.ceil(height),
    scale: whole === width ? scale : Math.round(width * scale) / whole,
  };
}

/** Computes the size of a figure's picture in image pixels. */
export function pictureSize(options: FigureOptions, height: number): PictureSize {
  const page = pageMetrics(options, height);
  return { width: Math.round(page.width * page.scale), height: Math.round(page.height * page.scale) };
}

/**
 * Refuses a picture that is too large to draw.
 *
 * @param height CSS pixels: as requested before the figure is drawn, with its growth afterwards.
 * @returns `figure-too-large` for more than 16,384 pixels a side.
 */
export function checkPictureSize(options: FigureOptions, height: number): Result<null> {
  const size = pictureSize(options, height);
  if (size.width <= MOST_PIXELS && size.height <= MOST_PIXELS) return success(null);
  return failure(
    'figure-too-large',
    `An image of ${size.width} × ${size.height} pixels is too large: a PNG can have at most ${MOST_PIXELS.toLocaleString('en')} a side. Choose a smaller size or scale, or SVG or PDF.`,
  );
}

/** The eight bytes at the start of every PNG, then the length and name of its first chunk. The size follows. */
const PNG_START = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/**
 * Reads the size of a PNG in image pixels from its header; `undefined` for anything else.
 * https://www.w3.org/TR/png-3/#11IHDR
 */
export function pngSize(bytes: Uint8Array): PictureSize | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 24 || !file.subarray(0, 16).equals(PNG_START)) return undefined;
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}
