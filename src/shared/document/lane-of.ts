// Translates between lane ids, which documents use, and lane rows, which the page draws and counts. Pure.
import type { Lane, PlacedDocument } from './document.ts';
import type { TimelineEvent } from './event.ts';

type Lanes = Pick<PlacedDocument, 'lanes'>;

const rows = new WeakMap<readonly Lane[], ReadonlyMap<string, number>>();

function rowsOf({ lanes }: Lanes): ReadonlyMap<string, number> {
  let known = rows.get(lanes);
  if (known === undefined) {
    known = new Map(lanes.map(({ id }, row) => [id, row]));
    rows.set(lanes, known);
  }
  return known;
}

/** The row of an event's lane; 0 for an unknown lane, which no valid document names. */
export function laneOf(document: Lanes, { lane }: Pick<TimelineEvent, 'lane'>): number {
  return rowsOf(document).get(lane) ?? 0;
}

/** The rows of lanes by their ids, in order; unknown ids are dropped. */
export function laneRows(document: Lanes, ids: readonly string[]): readonly number[] {
  const known = rowsOf(document);
  return ids.flatMap((id) => known.get(id) ?? []);
}

/** The ids of all lanes, in the document's order. */
export function laneIds({ lanes }: Lanes): readonly string[] {
  return lanes.map(({ id }) => id);
}

/** The title of an event's lane. */
export function laneTitleOf(document: Lanes, event: Pick<TimelineEvent, 'lane'>): string {
  return document.lanes[laneOf(document, event)]?.title ?? '';
}
