// How a figure is drawn for paper. Pure.
import type { FigureOptions } from '../../shared/figure/figure.ts';
import { A4, FIGURE_SIZES, PRINT_SCALE } from '../../shared/figure/sizes.ts';
import { OWN_SIZE, type Choices } from './choices.ts';

/**
 * The figure to print: in the light theme, because paper is white, and at its own size if that is one on paper. A figure
 * for a screen is drawn for A4, so that its words are not shrunk with it.
 */
export function forPaper({ size, unit, textSize }: Choices, options: FigureOptions): FigureOptions {
  const preset = FIGURE_SIZES.find(({ name }) => name === size);
  const isPaper = preset === undefined ? size === OWN_SIZE && unit !== 'px' : preset.scale === PRINT_SCALE;
  const onWhite = { ...options, theme: 'light' } as const;
  if (isPaper) return onWhite;
  const { width, height } = A4;
  return { ...onWhite, width, height, textSize: textSize === 'auto' ? A4.textSize : textSize };
}
