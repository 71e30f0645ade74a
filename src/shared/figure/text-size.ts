// How large the text of a figure is: S, M or L. Everything that is drawn is larger with it, and what fits is less.

/** The sizes of text by name, the smallest first. */
export const TEXT_SIZES = ['S', 'M', 'L'] as const;
/** One of {@link TEXT_SIZES}. */
export type TextSize = (typeof TEXT_SIZES)[number];

/**
 * How many times as large as S each is. At S, titles of events have 12 to 16 CSS pixels (9 to 12 points), and sources 8
 * points. At L, on a slide 1080 pixels high, titles have 24 to 32: from 2.2 to 3 % of its height.
 */
const FACTORS: Readonly<Record<TextSize, number>> = { S: 1, M: 1.4, L: 2 };

/** How much larger than at S a figure draws everything: 1 or more. */
export function textFactor({ textSize = 'S' }: { readonly textSize?: TextSize | undefined }): number {
  return FACTORS[textSize];
}

/**
 * The size of the page that a figure is laid out on. It is smaller than the figure where the text is larger, and is then
 * drawn enlarged by {@link textFactor}, so that one number makes everything larger.
 * @returns the page's own pixels
 */
export function pageSize(options: {
  readonly width: number;
  readonly height: number;
  readonly textSize?: TextSize | undefined;
}): { readonly width: number; readonly height: number } {
  const factor = textFactor(options);
  return { width: options.width / factor, height: options.height / factor };
}
