// Encodes a drawn figure as PDF: vector, with real text, on pages of exactly the figure's size.
import { textFactor } from '../../shared/figure/text-size.ts';
import { success, type Result } from '../../shared/result.ts';
import type { DrawnFigure, EncodedFigure } from './drawn.ts';

/** CSS pixels to an inch. */
const INCH = 96;
/** Points to a CSS pixel. */
const POINTS = 72 / INCH;
/** CSS pixels by which pages are printed larger: Chromium rounds them to dots, and they are cut to their size afterwards. */
const SPARE = 1;

/** Prints the figure. Title and language come from its page. */
export async function encodePdf({ request, drawing, print }: DrawnFigure): Promise<Result<EncodedFigure>> {
  const { options } = request;
  const { width, height } = options;
  const bytes = await print({
    pageSize: { width: (width + SPARE) / INCH, height: (height + SPARE) / INCH },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    scale: textFactor(options),
    printBackground: true,
    generateTaggedPDF: true,
    // A fraction of a pixel may push a blank page behind the last.
    pageRanges: `1-${drawing.pages}`,
  });
  return success({
    bytes: withPageSize(withoutClock(bytes), width * POINTS, height * POINTS),
    width: Math.round(width),
    height: Math.round(height),
    leftOut: drawing.leftOut,
  });
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

/** The size of a page, as Chromium writes it: from its lower left corner at 0. */
const PAGE = /\n\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/g;
/** An entry of the table of the file: where an object begins, in bytes. */
const ENTRY = /^(\d{10})( \d{5} n)/gm;

/**
 * Cuts the pages of a PDF to a size at their right and at their bottom, and moves the file's table along. A PDF without a
 * plain table, which Chromium does not write, stays as it is.
 * https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf, 7.5.4 and 14.11.2
 * @param width points
 * @param height points
 */
export function withPageSize(pdf: Uint8Array, width: number, height: number): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const [, tableAt] = /\nstartxref\n(\d+)\n%%EOF\s*$/.exec(text) ?? [];
  const table = Number(tableAt);
  if (tableAt === undefined || !text.startsWith('xref\n', table)) return pdf;
  /** Where a page's size ends, and by how many bytes all that follows moves. */
  const moved: { readonly end: number; readonly by: number }[] = [];
  const body = text.slice(0, table).replace(PAGE, (entry, high: string, at: number) => {
    const bottom = Number(high) - height;
    const next = `\n/MediaBox [0 ${points(bottom)} ${points(width)} ${points(bottom + height)}]`;
    moved.push({ end: at + entry.length, by: next.length - entry.length });
    return next;
  });
  const after = (offset: number) =>
    offset + moved.reduce((sum, { end, by }) => (end <= offset ? sum + by : sum), 0);
  const entries = text
    .slice(table)
    .replace(ENTRY, (_entry, offset: string, rest: string) => {
      return `${String(after(Number(offset))).padStart(10, '0')}${rest}`;
    })
    .replace(/\nstartxref\n\d+/, `\nstartxref\n${after(table)}`);
  return Buffer.from(body + entries, 'latin1');
}

function points(length: number): string {
  return String(Number(length.toFixed(4)));
}
