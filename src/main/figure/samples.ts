// A small figure for tests.
import type { FigureDrawing, FigureRequest } from '../../shared/figure/figure.ts';
import type { DrawnFigure } from './drawn.ts';

/** A request that passes every check. */
export const A_REQUEST = {
  options: {
    content: { kind: 'whole' },
    width: 300,
    height: 200,
    scale: 2,
    theme: 'light',
    transparent: false,
    parts: { title: true, legend: true, sources: true, credit: true, note: true },
  },
  format: 'png',
} as const satisfies FigureRequest;

/** What the page says of a figure that fits. */
export const A_DRAWING: FigureDrawing = { refused: null, pages: 1, leftOut: null, svg: [], folds: 0 };

/** Makes a figure of the size of {@link A_REQUEST}. Its page can do only what `part` gives it. */
export function aFigure(part: Partial<DrawnFigure>): DrawnFigure {
  const unasked = (): Promise<never> => Promise.reject(new Error('not to be asked'));
  return {
    request: A_REQUEST,
    drawing: A_DRAWING,
    send: unasked,
    print: unasked,
    ...part,
  };
}
