// A document as text: the form in which it crosses the process border. Pure.
import { failure, success, type Result } from '../result.ts';
import type { PlacedDocument } from './document.ts';

/**
 * The JSON text of a {@link PlacedDocument}; `null` stands for the bounds of open dates, which JSON has no number for.
 *
 * Electron copies objects between processes and worlds value by value, twice, which takes ten times as long as text.
 */
export type PackedDocument = string;

/** The text of a document, or the failure `document-too-large` where one string cannot hold it. */
export function packDocument(document: PlacedDocument): Result<PackedDocument> {
  try {
    return success(JSON.stringify(document));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return failure('document-too-large', 'The document has more events than can be shown.');
  }
}

/** The document of a text that {@link packDocument} made. */
export function unpackDocument(packed: PackedDocument): PlacedDocument {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- packed from just this type
  const document: PlacedDocument = JSON.parse(packed);
  for (const { when } of document.events) restoreBounds(when);
  for (const { publishedWhen } of document.articles) if (publishedWhen) restoreBounds(publishedWhen);
  return document;
}

function restoreBounds(bounds: { start: number | null; end: number | null }): void {
  bounds.start ??= -Infinity;
  bounds.end ??= Infinity;
}
