// The document that a reader starts from nothing with. Pure.
import type { PlacedDocument } from './document.ts';
import { tableOf } from './table.ts';

/** The title of a new document. */
export const NEW_TITLE = 'Untitled timeline';

/** An empty document with one lane. */
export function newDocument(): PlacedDocument {
  const lanes = [{ id: 'events', title: 'Events' }];
  return {
    format: 'dateline',
    version: 2,
    title: NEW_TITLE,
    articles: [],
    lanes,
    events: tableOf([], lanes),
    notes: [],
    proposals: [],
    unknownFields: [],
    kept: [],
  };
}
