// Encodes a drawn figure as PDF: vector, with real text, on one page of exactly the figure's size.
import { textFactor } from '../../shared/figure/text-size.ts';
import { success, type Result } from '../../shared/result.ts';
import type { DrawnFigure, EncodedFigure } from './drawn.ts';

/** CSS pixels to an inch. */
const INCH = 96;

/** Prints the figure. Title and language come from its page. */
export async function encodePdf({ request, drawing, print }: DrawnFigure): Promise<Result<EncodedFigure>> {
  const { options } = request;
  const { width } = options;
  const { height } = drawing;
  const bytes = await print({
    pageSize: { width: width / INCH, height: height / INCH },
    scale: textFactor(options),
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    printBackground: true,
    generateTaggedPDF: true,
    // A fraction of a pixel may push a blank second page.
    pageRanges: '1',
  });
  return success({ bytes: withoutClock(bytes), width: Math.round(width), height: Math.round(height) });
}

/**
 * Blanks the time at which a PDF was made. Two entries of its information dictionary become spaces of the same length,
 * because the file's table counts in bytes.
 */
export function withoutClock(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const blanked = text.replace(/\/(?:CreationDate|ModDate) ?\(D:[^()]{4,30}\)/g, (entry) =>
    ' '.repeat(entry.length),
  );
  return Buffer.from(blanked, 'latin1');
}
