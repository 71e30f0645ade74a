// The edits of lanes. Pure.
import { excerpt } from '../../excerpt.ts';
import type { Lane, PlacedDocument } from '../document.ts';
import type { Change, Edit } from './change.ts';
import { changeEvents, removeEvents } from './events.ts';
import { idFor } from './ids.ts';
import { laneJson } from './records.ts';

type Lanes = Pick<PlacedDocument, 'lanes'>;

/** An edit that adds a lane below the others. */
export function addLane({ lanes }: Lanes, lane: Lane): Edit {
  return {
    name: `Add lane ${excerpt(lane.title, 40)}`,
    changes: [{ kind: 'lane', before: null, after: { at: lanes.length, json: laneJson(lane) } }],
  };
}

/** The lane of a title, however that is capitalised; `undefined` if there is none. */
export function laneTitled({ lanes }: Lanes, title: string): Lane | undefined {
  const wanted = title.trim().toLowerCase();
  return lanes.find((lane) => lane.title.toLowerCase() === wanted);
}

/** An edit that first adds the lanes that it needs and the document does not have. */
export function withLanes({ lanes }: Lanes, needed: readonly Lane[], made: Edit): Edit {
  const added = needed.filter((lane) => !lanes.includes(lane));
  const laneChanges = added.flatMap(
    (lane, place) => addLane({ lanes: [...lanes, ...added.slice(0, place)] }, lane).changes,
  );
  return { ...made, changes: [...laneChanges, ...made.changes] };
}

/** The title of the first lane of a document that has none. */
export const FIRST_LANE = 'Events';

/** A lane of this title with an id of its own. */
export function newLane({ lanes }: Lanes, title: string): Lane {
  const taken = new Set(lanes.map(({ id }) => id));
  return { id: idFor(title, 'lane', (id) => taken.has(id)), title };
}

/** An edit that renames or colours a lane; `null` if nothing changes. */
export function changeLane({ lanes }: Lanes, at: number, fields: Partial<Omit<Lane, 'id'>>): Edit | null {
  const lane = lanes[at];
  if (lane === undefined) return null;
  const [before, after] = [laneJson(lane), laneJson({ ...lane, ...fields })];
  if (before === after) return null;
  const name = 'title' in fields ? 'Rename lane' : 'Colour lane';
  return {
    name: `${name} ${excerpt(lane.title, 40)}`,
    changes: [{ kind: 'lane', before: { at, json: before }, after: { at, json: after } }],
    merge: `lane:${lane.id}`,
  };
}

/** An edit that moves a lane to another position of the document; `null` if it stands there. */
export function moveLane({ lanes }: Lanes, from: number, to: number): Edit | null {
  const lane = lanes[from];
  if (lane === undefined || from === to || to < 0 || to >= lanes.length) return null;
  const json = laneJson(lane);
  return {
    name: `Move lane ${excerpt(lane.title, 40)}`,
    changes: [{ kind: 'lane', before: { at: from, json }, after: { at: to, json } }],
  };
}

/**
 * An edit that puts the lanes of the document into an order; `null` if they stand in it.
 *
 * @param ids of the lanes, from the top. Lanes that it does not name follow in their present order.
 */
export function orderLanes({ lanes }: Lanes, ids: readonly string[]): Edit | null {
  const present = [...lanes];
  const changes: Change[] = [];
  const known = new Set(lanes.map(({ id }) => id));
  for (const [at, id] of ids.filter((one) => known.has(one)).entries()) {
    const from = present.findIndex((lane) => lane.id === id);
    const lane = present[from];
    if (lane === undefined || from === at) continue;
    const json = laneJson(lane);
    changes.push({ kind: 'lane', before: { at: from, json }, after: { at, json } });
    present.splice(from, 1);
    present.splice(at, 0, lane);
  }
  return changes.length === 0 ? null : { name: 'Order lanes', changes };
}

/**
 * An edit that removes a lane.
 *
 * @param into the position of the lane that its events move to; `null` removes them.
 * @returns `null` if there is no such lane, or its events cannot move there.
 */
export function removeLane(
  document: Pick<PlacedDocument, 'lanes' | 'events' | 'notes'>,
  at: number,
  into: number | null,
): Edit | null {
  const lane = document.lanes[at];
  const target = into === null ? null : document.lanes[into];
  if (lane === undefined || target === undefined || target === lane) return null;
  const rows = rowsIn(document, at);
  const events =
    target === null
      ? removeEvents(document, rows)
      : changeEvents(
          document,
          rows,
          () => ({ lane: target.id }),
          () => '',
        );
  const name =
    target === null
      ? `Delete lane ${excerpt(lane.title, 40)}`
      : `Merge lane ${excerpt(lane.title, 40)} into ${excerpt(target.title, 40)}`;
  return {
    name,
    changes: [
      ...(events?.changes ?? []),
      { kind: 'lane', before: { at, json: laneJson(lane) }, after: null },
    ],
  };
}

/** The rows of the events in a lane. */
export function rowsIn({ events }: Pick<PlacedDocument, 'events'>, lane: number): number[] {
  const rows: number[] = [];
  for (const [row, own] of events.columns.lanes.entries())
    if (own === lane && events.isEvent(row)) rows.push(row);
  return rows;
}
