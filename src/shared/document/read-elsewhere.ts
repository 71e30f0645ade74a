// A document that another process has read: what it sends of it, and how the bytes that stayed here join it again. Pure.
import { success, type Result } from '../result.ts';
import type { EventColumns } from './columns.ts';
import { crossed } from './crossed.ts';
import { headOf } from './crossing.ts';
import type { KeptField, PlacedDocument } from './document.ts';

/** A document without the bytes of its file, which it names by their places. */
export interface WithoutBytes {
  /** See `SentContents.head`. */
  readonly head: string;
  readonly columns: Omit<EventColumns, 'text' | 'edited'>;
  /** See `PlacedDocument.kept`. */
  readonly kept: readonly (Omit<KeptField, 'json'> & { readonly from: number; readonly to: number })[];
}

/**
 * Leaves out the bytes; fails like `headOf`.
 *
 * @param document as it was read, unchanged.
 * @param bytes of its file.
 */
export function withoutBytes(document: PlacedDocument, bytes: Uint8Array): Result<WithoutBytes> {
  const head = headOf(document);
  if (!head.ok) return head;
  const { starts, ends, lanes, flags, ids, from, to } = document.events.columns;
  return success({
    head: head.value,
    columns: { starts, ends, lanes, flags, ids, from, to },
    kept: document.kept.map(({ name, after, json }) => {
      const start = json.byteOffset - bytes.byteOffset;
      return { name, after, from: start, to: start + json.length };
    }),
  });
}

/** Joins the same bytes again. */
export function withBytes({ head, columns, kept }: WithoutBytes, bytes: Uint8Array): PlacedDocument {
  return {
    ...crossed({ head, columns: { ...columns, text: bytes } }),
    kept: kept.map(({ name, after, from, to }) => ({ name, after, json: bytes.subarray(from, to) })),
  };
}
