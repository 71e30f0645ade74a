// The items that plain vis-timeline is given: the events of a document, in its own terms.
import type { PlacedDocument } from '../../src/shared/document/document.ts';

/** What a file of items holds. */
export interface PlainItems {
  readonly items: { id: number; group: string; content: string; start: number; end?: number }[];
  readonly groups: { id: string; content: string }[];
}

const DAY = 86_400_000;

/** The items of a document: an event of at most a day is a box, as vis-timeline calls it, a longer one a range. */
export function plainItems({ events, lanes }: PlacedDocument): PlainItems {
  return {
    items: events.map(({ when, lane, title }, id) => {
      const start = Number.isFinite(when.start) ? when.start : when.end;
      const span = Number.isFinite(when.end) && when.end - start > DAY ? { end: when.end } : {};
      return { id, group: lane, content: title, start, ...span };
    }),
    groups: lanes.map(({ id, title }) => ({ id, content: title })),
  };
}
