// Which lane an event stands in: documents name lanes by id, and whatever draws and counts them goes by position. Pure.
import type { Lane, PlacedDocument, TimelineEvent } from './document.ts';

const positions = new WeakMap<readonly Lane[], ReadonlyMap<string, number>>();

/** The position of an event's lane in the document; 0 for a lane that is none of it, which no valid document names. */
export function laneOf(
  { lanes }: Pick<PlacedDocument, 'lanes'>,
  { lane }: Pick<TimelineEvent, 'lane'>,
): number {
  let known = positions.get(lanes);
  if (known === undefined) {
    known = new Map(lanes.map(({ id }, position) => [id, position]));
    positions.set(lanes, known);
  }
  return known.get(lane) ?? 0;
}

/** The title of an event's lane. */
export function laneTitleOf(
  document: Pick<PlacedDocument, 'lanes'>,
  event: Pick<TimelineEvent, 'lane'>,
): string {
  return document.lanes[laneOf(document, event)]?.title ?? '';
}
