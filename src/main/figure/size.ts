// Computes the pixels of a figure's picture, and refuses too many.
import { MOST_PIXELS, type FigureOptions } from '../../shared/figure/figure.ts';
import { pageSize, textFactor } from '../../shared/figure/text-size.ts';
import { grouped } from '../../shared/in-words.ts';
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
 * Computes the metrics of a figure's page. Chromium knows only whole CSS pixels, and paper and enlarged text have parts of
 * one. So the page is larger than the figure by less than a pixel a side, or by the few more that it takes until one
 * scale gives the picture exactly the pixels of its request in both directions.
 */
export function pageMetrics(options: FigureOptions): PageMetrics {
  const picture = pictureSize(options);
  const page = pageSize(options);
  const usual = options.scale * textFactor(options);
  for (let more = 0; ; more++) {
    for (let across = 0; across <= more; across++) {
      const width = Math.ceil(page.width - ROUNDING) + across;
      const high = Math.ceil(page.height - ROUNDING) + more - across;
      const least = Math.max((picture.width - HALF) / width, (picture.height - HALF) / high);
      const most = Math.min((picture.width + HALF) / width, (picture.height + HALF) / high);
      if (least > most) continue;
      const scale = usual >= least && usual <= most ? usual : (least + most) / 2;
      return { width, height: high, scale };
    }
  }
}

/** By how much dividing by the factor of its text size may put a length off, CSS pixels. */
const ROUNDING = 1e-6;
/** How far a picture's side may be off before it is rounded to another pixel, with room for Chromium's own rounding. */
const HALF = 0.45;

/** Computes the size of a figure's picture in image pixels. */
export function pictureSize({ width, height, scale }: FigureOptions): PictureSize {
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/**
 * Refuses a picture that is too large to draw.
 *
 * @returns `figure-too-large` for more than 16,384 pixels a side.
 */
export function checkPictureSize(options: FigureOptions): Result<null> {
  const size = pictureSize(options);
  if (size.width <= MOST_PIXELS && size.height <= MOST_PIXELS) return success(null);
  return failure(
    'figure-too-large',
    `An image of ${size.width} × ${size.height} pixels is too large: a PNG can have at most ${grouped(MOST_PIXELS)} a side. Choose a smaller size or scale, or SVG or PDF.`,
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
