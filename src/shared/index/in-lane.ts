// Picks out the events of one lane in time order, for the drawing of the lane.
import type { Instant } from '../dates/event-date.ts';
import { firstWhere, floatAt, intAt } from './typed-arrays.ts';

/** The events of a lane. Positions in these arrays are places in time order, from 0. */
export interface LaneEvents {
  /** The row of each event in the document. */
  readonly rows: Int32Array;
  /** Ascending; an open start is the first instant of time. */
  readonly starts: Float64Array;
  /** Exclusive, at least a millisecond behind the start; an open end is the last instant of time. */
  readonly ends: Float64Array;
  /** The ends, ascending; sorted on first use. */
  readonly endsInOrder: Float64Array;
}

/**
 * Picks the events of each lane out of all events.
 * @param order rows of all events in time order
 * @param starts of the events in that order
 * @param ends of the events in that order
 * @param lanes of the events in that order
 */
export function eventsByLane(
  order: Int32Array,
  starts: Float64Array,
  ends: Float64Array,
  lanes: Int32Array,
  laneCount: number,
): LaneEvents[] {
  const counts = new Int32Array(laneCount);
  for (const lane of lanes) counts[lane] = intAt(counts, lane) + 1;
  const filled = new Int32Array(laneCount);
  const all = Array.from(counts, (count) => ({
    rows: new Int32Array(count),
    starts: new Float64Array(count),
    ends: new Float64Array(count),
  }));
  for (let place = 0; place < order.length; place++) {
    const lane = intAt(lanes, place);
    const own = all[lane];
    if (own === undefined) continue;
    const next = intAt(filled, lane);
    filled[lane] = next + 1;
    own.rows[next] = intAt(order, place);
    own.starts[next] = floatAt(starts, place);
    own.ends[next] = floatAt(ends, place);
  }
  return all.map(withEndsInOrder);
}

function withEndsInOrder(events: Pick<LaneEvents, 'rows' | 'starts' | 'ends'>): LaneEvents {
  let sorted: Float64Array | undefined;
  return {
    ...events,
    get endsInOrder() {
      return (sorted ??= events.ends.slice().sort());
    },
  };
}

/** Counts the events of a lane that overlap [start, end). */
export function countOverlapping(
  { starts, endsInOrder }: Pick<LaneEvents, 'starts' | 'endsInOrder'>,
  start: Instant,
  end: Instant,
): number {
  const begun = firstWhere(0, starts.length, (place) => floatAt(starts, place) >= end);
  return begun - firstWhere(0, endsInOrder.length, (place) => floatAt(endsInOrder, place) > start);
}

/** Keeps the events that overlap a window, and cuts them off at its edges. */
export function cutToWindow(
  events: LaneEvents,
  window: { readonly start: Instant; readonly end: Instant },
): LaneEvents {
  const places: number[] = [];
  for (let place = 0; place < events.rows.length; place++) {
    if (floatAt(events.starts, place) >= window.end) break;
    if (floatAt(events.ends, place) > window.start) places.push(place);
  }
  return withEndsInOrder({
    rows: Int32Array.from(places, (place) => intAt(events.rows, place)),
    starts: Float64Array.from(places, (place) => Math.max(window.start, floatAt(events.starts, place))),
    ends: Float64Array.from(places, (place) => Math.min(window.end, floatAt(events.ends, place))),
  });
}
