// How a figure is drawn for paper. Pure.
import type { FigureOptions } from '../../shared/figure/figure.ts';
import { FIGURE_SIZES, PRINT_SCALE } from '../../shared/figure/sizes.ts';
import { OWN_SIZE, textSizeFor, type Choices } from './choices.ts';

/** The size of a figure whose choices name none on paper: A4 landscape. */
const A4 = { name: 'a4', width: (297 / 25.4) * 96, height: (210 / 25.4) * 96 };

/**
 * The figure to print: in the light theme, because paper is white, and at its own size if that is one on paper. A figure
 * for a screen is drawn for A4, so that its words are not shrunk with it.
 */
export function forPaper({ size, unit, textSize }: Choices, options: FigureOptions): FigureOptions {
  const preset = FIGURE_SIZES.find(({ name }) => name === size);
  const isPaper = preset === undefined ? size === OWN_SIZE && unit !== 'px' : preset.scale === PRINT_SCALE;
  if (isPaper) return { ...options, theme: 'light' };
  const { name, width, height } = A4;
  return {
    ...options,
    width,
    height,
    textSize: textSize === 'auto' ? textSizeFor(name) : textSize,
    theme: 'light',
  };
}
