// Compares two pictures of a window block by block, so that the edges of letters, which engines smooth each in their own way, do not count.
import { PNG } from 'pngjs';

/** A box in a picture, image pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The side of a block, image pixels. */
const SIDE = 4;

/** How far the mean of a channel over a block, of 256 steps, may be off before the block counts as another one. */
const FAR = 32;

/**
 * The blocks of two pictures of one size that look different.
 *
 * @param ignored what lies in these boxes does not count.
 */
export function differentBlocks(a: PNG, b: PNG, ignored: readonly Box[] = []): Box[] {
  const { width, height } = a;
  const different: Box[] = [];
  for (let top = 0; top < height; top += SIDE)
    for (let left = 0; left < width; left += SIDE) {
      const block = { left, top, right: Math.min(left + SIDE, width), bottom: Math.min(top + SIDE, height) };
      if (ignored.some((box) => meet(box, block))) continue;
      if ([0, 1, 2].some((channel) => Math.abs(meanOf(a, block, channel) - meanOf(b, block, channel)) > FAR))
        different.push(block);
    }
  return different;
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function meanOf({ width, data }: PNG, { left, top, right, bottom }: Box, channel: number): number {
  let sum = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) sum += data[(y * width + x) * 4 + channel] ?? 0;
  return sum / ((right - left) * (bottom - top));
}

/** Paints blocks red over a pale copy of a picture. */
export function painted(picture: PNG, blocks: readonly Box[]): PNG {
  const copy = new PNG({ width: picture.width, height: picture.height });
  for (const [at, value] of picture.data.entries())
    copy.data[at] = at % 4 === 3 ? 255 : Math.round(255 - (255 - value) / 4);
  for (const { left, top, right, bottom } of blocks)
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) copy.data.set([220, 0, 0, 255], (y * picture.width + x) * 4);
  return copy;
}
