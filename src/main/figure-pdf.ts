// Encodes a drawn figure as PDF: vector, with real text, on one page of exactly the figure's size.
import { success, type Result } from '../shared/result.ts';
import type { EncodedFigure } from './encode-figure.ts';
import type { DrawnFigure } from './figure.ts';

/** CSS pixels to an inch. */
const INCH = 96;

/** Prints the figure. Its title and language are those of its page. */
export async function encodePdf({ request, drawing, print }: DrawnFigure): Promise<Result<EncodedFigure>> {
  const { width } = request.options;
  const { height } = drawing;
  const bytes = await print({
    pageSize: { width: width / INCH, height: height / INCH },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    printBackground: true,
    generateTaggedPDF: true,
    // What a fraction of a pixel pushes onto a second page is blank.
    pageRanges: '1',
  });
  return success({ bytes: settled(bytes), width: Math.round(width), height: Math.round(height) });
}

/**
 * The same PDF without what differs from one run to the next, so that the same figure is the same file: the time it was
 * made at is blanked, and the parts of its structure, which Chromium numbers from wherever it has got to, are numbered
 * from 1. Nothing moves: the file's table counts in bytes.
 */
export function settled(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const first = Math.min(...[...text.matchAll(NODE)].map(([, number]) => Number(number)));
  const same = text
    .replace(TIME, (entry) => ' '.repeat(entry.length))
    .replace(NODE, (_, number: string) => `(node${String(Number(number) - first + 1).padStart(8, '0')})`);
  return Buffer.from(same, 'latin1');
}

const TIME = /\/(?:CreationDate|ModDate) ?\(D:[^()]{4,30}\)/g;
const NODE = /\(node(\d{8})\)/g;
