// The sizes of figures: named ones, and free ones in pixels, millimetres or inches.
import { failure, success, type Result } from '../result.ts';
import { MOST_PIXELS, type FigureOptions } from './figure.ts';
import type { TextSize } from './text-size.ts';

/** Width and height in CSS pixels, and image pixels to each of them in a PNG. */
export type FigureSize = Pick<FigureOptions, 'width' | 'height' | 'scale'>;

/** A size, and the text size that suits it. */
export interface SizeWithText extends FigureSize {
  readonly textSize: TextSize;
}

/** The text size of sizes without a name. */
export const FREE_TEXT_SIZE: TextSize = 'S';

/** A size with a name. */
export interface NamedSize extends SizeWithText {
  /** As on the command line. */
  readonly name: string;
  /** As in the dialog. */
  readonly label: string;
}

/** CSS pixels; narrower or lower than this no label has room. */
export const SMALLEST_FIGURE = { width: 200, height: 100 } as const;

/** The least and the most image pixels to a CSS pixel. */
export const SCALES = { least: 1, most: 8 } as const;

/** CSS pixels to each unit of a size: https://www.w3.org/TR/css-values-3/#absolute-lengths */
const UNITS = { px: 1, mm: 96 / 25.4, in: 96 } as const;

/** The scale of 300 dots an inch, as printers ask for. */
export const PRINT_SCALE = 300 / 96;

const paper = (name: string, label: string, width: number, height: number): NamedSize => ({
  name,
  label,
  width: width * UNITS.mm,
  height: height * UNITS.mm,
  scale: PRINT_SCALE,
  textSize: 'S',
});

/** The sizes with a name; the first is the default. */
export const FIGURE_SIZES: readonly [NamedSize, ...NamedSize[]] = [
  { name: 'web', label: 'Web, 1600 × 900', width: 1600, height: 900, scale: 1, textSize: 'S' },
  { name: 'slide', label: 'Slide, 1920 × 1080', width: 1920, height: 1080, scale: 1, textSize: 'S' },
  { name: '4k', label: '4K, 3840 × 2160', width: 1920, height: 1080, scale: 2, textSize: 'S' },
  paper('a4', 'A4 landscape, 300 dpi', 297, 210),
  paper('a4-portrait', 'A4 portrait, 300 dpi', 210, 297),
  paper('a3', 'A3 landscape, 300 dpi', 420, 297),
  paper('a3-portrait', 'A3 portrait, 300 dpi', 297, 420),
];

/** `1920x1080`, `210mmx100mm`, `8.5in × 4in`: a unit behind the height alone counts for the width too. */
const FREE = /^(\d+(?:\.\d+)?)\s*(px|mm|in)?\s*[x×]\s*(\d+(?:\.\d+)?)\s*(px|mm|in)?$/;

/**
 * Reads a size: a name of {@link FIGURE_SIZES}, or width × height in px, mm or in. Pixels have a scale of 1, and
 * millimetres and inches one of 300 dots an inch. Sizes without a name have {@link FREE_TEXT_SIZE}.
 *
 * @returns `size-unknown`, `size-too-small` or `size-too-large` with one sentence.
 */
export function parseSize(text: string): Result<SizeWithText> {
  const given = text.trim().toLowerCase();
  const named = FIGURE_SIZES.find(({ name }) => name === given);
  if (named !== undefined) {
    const { width, height, scale, textSize } = named;
    return success({ width, height, scale, textSize });
  }

  const [, width, widthUnit, height, heightUnit] = FREE.exec(given) ?? [];
  if (width === undefined || height === undefined) {
    const names = FIGURE_SIZES.map(({ name }) => name).join(', ');
    return failure(
      'size-unknown',
      `“${text}” is no size: give ${names}, or width and height such as 1920x1080, 210mmx100mm or 8inx4in.`,
    );
  }
  const units = [unitOf(widthUnit ?? heightUnit), unitOf(heightUnit ?? widthUnit)] as const;
  return checkSize({
    width: Number(width) * UNITS[units[0]],
    height: Number(height) * UNITS[units[1]],
    scale: units.every((unit) => unit === 'px') ? 1 : PRINT_SCALE,
    textSize: FREE_TEXT_SIZE,
  });
}

/** Checks a figure's size; fails with `size-too-small` or `size-too-large` and one sentence. */
export function checkSize<Size extends FigureSize>(size: Size): Result<Size> {
  const { width, height } = size;
  if (!(width >= SMALLEST_FIGURE.width && height >= SMALLEST_FIGURE.height)) {
    return failure(
      'size-too-small',
      `A figure is at least ${SMALLEST_FIGURE.width} pixels wide and ${SMALLEST_FIGURE.height} high, about 53 × 27 mm.`,
    );
  }
  if (!(width <= MOST_PIXELS && height <= MOST_PIXELS)) {
    return failure(
      'size-too-large',
      `A figure is at most ${MOST_PIXELS.toLocaleString('en')} pixels wide and high.`,
    );
  }
  return success(size);
}

function unitOf(text: string | undefined): keyof typeof UNITS {
  return text === 'mm' || text === 'in' ? text : 'px';
}
