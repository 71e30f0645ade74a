// The document that a reader starts from nothing with. Pure.
import type { PlacedDocument } from './document.ts';
import { tableOf } from './table.ts';
import { NEW_TITLE } from './unnamed.ts';

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
