// Turns a drawn figure into a file's contents, in each of the formats.
import type { FigureFormat } from '../../shared/figure/figure.ts';
import { success } from '../../shared/result.ts';
import type { EncodedFigure, Encoder } from './drawn.ts';
import type * as pdfs from './pdf.ts';
import type * as pngs from './png.ts';

/** Takes the SVG that the page itself wrote. */
const encodeSvg: Encoder<EncodedFigure> = ({ request, drawing }) => {
  const [svg] = drawing.svg;
  if (svg === undefined) throw new Error('the figure page was asked for an SVG and gave none');
  const bytes = Buffer.from(svg, 'utf8');
  const { width, height } = request.options;
  const { leftOut } = drawing;
  return Promise.resolve(success({ bytes, width: Math.round(width), height: Math.round(height), leftOut }));
};

let png: Promise<typeof pngs> | undefined;
let pdf: Promise<typeof pdfs> | undefined;

/** The encoder of each format. What only one of them needs is loaded with the first such figure. */
export const ENCODERS: Readonly<Record<FigureFormat, Encoder<EncodedFigure>>> = {
  png: async (figure) => (await (png ??= import('./png.ts'))).encodePng(figure),
  svg: encodeSvg,
  pdf: async (figure) => (await (pdf ??= import('./pdf.ts'))).encodePdf(figure),
};
