// Lists what differs between two documents: the open one and its file or a version of it, or what was left and its file.
import type { PlacedDocument } from '../../shared/document/document.ts';
import type { Comparison } from '../../shared/ipc.ts';

/** Two documents. The list says how the first became the second. */
export interface Compared {
  readonly before: PlacedDocument;
  readonly after: PlacedDocument;
}

/** The most differences that a list shows. */
const MOST_LISTED = 500;

/** What differs between two documents. */
export async function compare({ before, after }: Compared): Promise<Comparison> {
  const { differencesIn, editBetween } = await import('../../shared/document/edit/between.ts');
  const all = differencesIn(editBetween(before, after, ''));
  return { differences: all.slice(0, MOST_LISTED), count: all.length };
}
