// The items for plain vis-timeline: a document's events in its own terms.
import type { PlacedDocument } from '../../src/shared/document/document.ts';

/** The contents of a file of items. */
export interface PlainItems {
  readonly items: { id: number; group: string; content: string; start: number; end?: number }[];
  readonly groups: { id: string; content: string }[];
}

const DAY = 86_400_000;

/** The items of a document: vis-timeline calls an event of at most a day a box, a longer one a range. */
export function plainItems({ events, lanes }: PlacedDocument): PlainItems {
  return {
    items: Array.from(events.placed(), ({ when, lane, title }, id) => {
      const start = Number.isFinite(when.start) ? when.start : when.end;
      const span = Number.isFinite(when.end) && when.end - start > DAY ? { end: when.end } : {};
      return { id, group: lane, content: title, start, ...span };
    }),
    groups: lanes.map(({ id, title }) => ({ id, content: title })),
  };
}
