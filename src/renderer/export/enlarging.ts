// The arithmetic of the preview at 100 %: how sharp it is drawn, and which part of it is in sight. Pure.
import { MOST_PIXELS } from '../../shared/figure/figure.ts';

/** The most image pixels of a preview: painted, they take 256 MB. */
const MOST_IN_PREVIEW = 64_000_000;

/** A point in a picture, as shares of its width and height, 0 to 1. */
export interface Share {
  readonly x: number;
  readonly y: number;
}

/** Where a picture begins, with its title. */
export const BEGINNING: Share = { x: 0, y: 0 };

/**
 * The image pixels to a CSS pixel of a figure that is shown at 100 %: as many as the screen has, or fewer where the
 * picture would be too large to draw.
 *
 * @param figure CSS pixels
 * @param pixelRatio device pixels to a CSS pixel of the screen
 */
export function sharpScale(
  figure: { readonly width: number; readonly height: number },
  pixelRatio: number,
): number {
  const [width, height] = [Math.ceil(figure.width), Math.ceil(figure.height)];
  return Math.min(
    pixelRatio,
    MOST_PIXELS / Math.max(width, height),
    Math.sqrt(MOST_IN_PREVIEW / (width * height)),
  );
}

/** The point of a picture under the pointer; points beside the picture count as its edge. */
export function shareAt(
  pointer: { readonly clientX: number; readonly clientY: number },
  picture: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>,
): Share {
  const within = (share: number) => Math.min(1, Math.max(0, share));
  return {
    x: within((pointer.clientX - picture.left) / picture.width),
    y: within((pointer.clientY - picture.top) / picture.height),
  };
}

/**
 * How far to scroll so that a point of the picture stands in the middle of what is in sight; the browser keeps it
 * within bounds.
 *
 * @param whole size of the picture, CSS pixels
 * @param sight size of what is in sight, CSS pixels
 */
export function scrollTo(
  { x, y }: Share,
  whole: { readonly width: number; readonly height: number },
  sight: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  return {
    left: Math.round(x * whole.width - sight.width / 2),
    top: Math.round(y * whole.height - sight.height / 2),
  };
}
