// The sizes of figures: named ones, and free ones in pixels, millimetres or inches.
import { grouped } from '../in-words.ts';
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
export const PIXELS = { px: 1, mm: 96 / 25.4, in: 96 } as const;

/** The scale of 300 dots an inch, as printers ask for. */
export const PRINT_SCALE = 300 / 96;

const onScreen = (
  name: string,
  label: string,
  [width, height]: readonly [number, number],
  textSize: TextSize,
  scale = 1,
): NamedSize => ({ name, label, width, height, scale, textSize });

const onPaper = (name: string, label: string, width: number, height: number): NamedSize => ({
  name,
  label,
  width: width * PIXELS.mm,
  height: height * PIXELS.mm,
  scale: PRINT_SCALE,
  textSize: 'S',
});

/** The paper of a figure that has none of its own. */
export const A4 = onPaper('a4', 'A4 landscape, 300 dpi', 297, 210);

/**
 * The sizes with a name; the first is the default. Text for the screen is larger than on paper, which is held in the hand,
 * and largest on slides, which are read from the back of a room.
 *
 * Square and portrait posts have the sizes that Instagram shows in full, 1:1 and 4:5. The pages of newspapers are those of
 * DIN 16604, without their margins: tabloid, and broadsheet in the Rhenish format. The column is two of its advertising
 * columns of 45 mm and the room between them; one alone is narrower than a figure can be.
 */
export const FIGURE_SIZES: readonly [NamedSize, ...NamedSize[]] = [
  onScreen('web', 'Web, 1600 × 900', [1600, 900], 'M'),
  onScreen('slide', 'Slide, 1920 × 1080', [1920, 1080], 'L'),
  onScreen('4k', '4K, 3840 × 2160', [1920, 1080], 'L', 2),
  onScreen('square', 'Square post, 1080 × 1080', [1080, 1080], 'M'),
  onScreen('portrait', 'Portrait post, 1080 × 1350', [1080, 1350], 'M'),
  A4,
  onPaper('a4-portrait', 'A4 portrait, 300 dpi', 210, 297),
  onPaper('a3', 'A3 landscape, 300 dpi', 420, 297),
  onPaper('a3-portrait', 'A3 portrait, 300 dpi', 297, 420),
  onPaper('column', 'Newspaper column, 94 × 120 mm, 300 dpi', 94, 120),
  onPaper('tabloid', 'Tabloid page, 248 × 370 mm, 300 dpi', 248, 370),
  onPaper('broadsheet', 'Broadsheet page, 330 × 490 mm, 300 dpi', 330, 490),
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
    width: Number(width) * PIXELS[units[0]],
    height: Number(height) * PIXELS[units[1]],
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
    return failure('size-too-large', `A figure is at most ${grouped(MOST_PIXELS)} pixels wide and high.`);
  }
  return success(size);
}

function unitOf(text: string | undefined): keyof typeof PIXELS {
  return text === 'mm' || text === 'in' ? text : 'px';
}
