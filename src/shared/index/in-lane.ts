// The events of one lane in time order, and what the index and the drawing ask of them.
import { EARLIEST, LATEST } from '../dates/calendar.ts';
import type { Instant } from '../dates/event-date.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import { createMostAtOnce, mostAtOnceAfter, type MostAtOnce } from './most-at-once.ts';
import { createRangeMaximum, type RangeMaximum } from './range-maximum.ts';
import { keyed, sortByKey } from './sort.ts';
import {
  ascending,
  firstWhere,
  floatAt,
  intAt,
  pickFloats,
  pickInts,
  spliced,
  type Splice,
} from './typed-arrays.ts';

/**
 * The events of a lane, which never change: a lane that an edit touches gets others. So whatever is kept for a lane can be
 * kept by this. Positions in the arrays are places in time order, from 0: by earliest start, then latest end, then row.
 */
export interface LaneEvents {
  /** The row of each event in the document. */
  readonly rows: Int32Array;
  /** Ascending; an open start is the first instant of time. */
  readonly starts: Float64Array;
  /** Exclusive, at least a millisecond behind the start; an open end is the last instant of time. */
  readonly ends: Float64Array;
  /** The ends, ascending; sorted on first use. */
  readonly endsInOrder: Float64Array;
  /** Finds the latest end of some places; prepared on first use. */
  readonly latestEnd: RangeMaximum;
  /** The time that the events cover; joined on first use. */
  readonly coverage: Coverage;
  /** Counts the most events that overlap any span of a length; prepared on first use. */
  readonly mostAtOnce: MostAtOnce;
}

/** One event as a lane holds it. */
export interface EventInTime {
  readonly row: number;
  readonly start: Instant;
  readonly end: Instant;
}

/** An event as a lane holds it: open ends reach the bounds of time, and it lasts at least a millisecond. */
export function eventInTime(row: number, start: Instant, end: Instant): EventInTime {
  const from = Math.max(start, EARLIEST);
  return { row, start: from, end: Math.max(Math.min(end, LATEST), from + 1) };
}

/** Compares events for time order: by earliest start, then latest end, then row. */
export function compareInTime(a: EventInTime, b: EventInTime): number {
  return a.start - b.start || b.end - a.end || a.row - b.row;
}

/**
 * Sorts the events of a lane.
 * @param rows ascending
 * @param startOf the start of a row, which need not lie within the bounds of time
 */
export function sortedLane(
  rows: Int32Array,
  startOf: (row: number) => Instant,
  endOf: (row: number) => Instant,
): LaneEvents {
  const count = rows.length;
  const starts = new Float64Array(count);
  const backwards = keyed(count);
  for (let place = 0; place < count; place++) {
    const row = intAt(rows, place);
    const { start, end } = eventInTime(row, startOf(row), endOf(row));
    starts[place] = start;
    backwards.keys[count - 1 - place] = end;
    backwards.items[count - 1 - place] = place;
  }
  // Events that end together stand in reverse order of their rows, because the reversal below restores it.
  const [byEnd, spare] = sortByKey(backwards, keyed(count));
  const endsInOrder = byEnd.keys.slice();
  const ends = new Float64Array(count);
  for (let place = 0; place < count; place++) ends[intAt(byEnd.items, place)] = floatAt(endsInOrder, place);
  const latestFirst = byEnd.items.reverse();
  const [byStart] = sortByKey({ keys: pickFloats(starts, latestFirst), items: latestFirst }, spare);
  return laneOf(pickInts(rows, byStart.items), byStart.keys, pickFloats(ends, byStart.items), endsInOrder);
}

function laneOf(
  rows: Int32Array,
  starts: Float64Array,
  ends: Float64Array,
  sorted?: Float64Array,
  counted?: Map<number, number>,
): LaneEvents {
  let latestEnd: RangeMaximum | undefined;
  let coverage: Coverage | undefined;
  let mostAtOnce: MostAtOnce | undefined;
  return {
    rows,
    starts,
    ends,
    get endsInOrder() {
      return (sorted ??= ends.slice().sort());
    },
    get latestEnd() {
      return (latestEnd ??= createRangeMaximum(ends));
    },
    get coverage() {
      return (coverage ??= coverageOf(starts, ends));
    },
    get mostAtOnce() {
      return (mostAtOnce ??= createMostAtOnce(this, counted));
    },
  };
}

/** The events of a lane without events. */
export const EMPTY_LANE: LaneEvents = laneOf(new Int32Array(), new Float64Array(), new Float64Array());

/**
 * A lane after events have left it and others have come, at the cost of a few searches for each and a copy of the arrays.
 * @param gone each must be in the lane; otherwise throws `RangeError`
 * @param come none of them may be in the lane
 */
export function laneAfter(
  events: LaneEvents,
  gone: readonly EventInTime[],
  come: readonly EventInTime[],
): LaneEvents {
  const arrived = [...come].sort(compareInTime);
  const places: Splice = {
    removed: ascending(gone.map((event) => placeOf(events, event))),
    added: arrived.map((event) => firstPlace(events, event)),
  };
  const { endsInOrder } = events;
  const endings: Splice = {
    removed: endPlaces(endsInOrder, gone),
    added: ascending(
      arrived.map(({ end }) =>
        firstWhere(0, endsInOrder.length, (place) => floatAt(endsInOrder, place) >= end),
      ),
    ),
  };
  const rows = spliced(
    events.rows,
    places,
    arrived.map(({ row }) => row),
  );
  const starts = spliced(
    events.starts,
    places,
    arrived.map(({ start }) => start),
  );
  const ends = spliced(
    events.ends,
    places,
    arrived.map(({ end }) => end),
  );
  const sorted = spliced(endsInOrder, endings, ascending(arrived.map(({ end }) => end)));
  const counted = mostAtOnceAfter(events.mostAtOnce.known, events, { starts, endsInOrder: sorted }, [
    ...gone,
    ...come,
  ]);
  return laneOf(rows, starts, ends, sorted, counted);
}

/** The places of some ends among all, ascending, a place of its own for each. */
function endPlaces(endsInOrder: Float64Array, gone: readonly EventInTime[]): number[] {
  let last = -1;
  return gone
    .map(({ end }) => end)
    .sort((a, b) => a - b)
    .map((end) => {
      const first = firstWhere(0, endsInOrder.length, (place) => floatAt(endsInOrder, place) >= end);
      last = Math.max(first, last + 1);
      return last;
    });
}

/** The first place whose event comes no earlier in time order than another event; the number of events if none does. */
export function firstPlace({ rows, starts, ends }: LaneEvents, { row, start, end }: EventInTime): number {
  return firstWhere(0, rows.length, (place) => {
    const own = floatAt(starts, place);
    if (own !== start) return own > start;
    const ownEnd = floatAt(ends, place);
    return ownEnd === end ? intAt(rows, place) >= row : ownEnd < end;
  });
}

/** The place of an event in its lane. */
function placeOf(events: LaneEvents, event: EventInTime): number {
  const place = firstPlace(events, event);
  if (events.rows[place] !== event.row) throw new RangeError(`Row ${event.row} is not in this lane.`);
  return place;
}

/** Finds the first place whose event starts at an instant or later; the number of events if none does. */
export function firstStarting({ starts }: Pick<LaneEvents, 'starts'>, instant: Instant): number {
  return firstWhere(0, starts.length, (place) => floatAt(starts, place) >= instant);
}

/** Counts the events of a lane that overlap [start, end). */
export function countOverlapping(
  { starts, endsInOrder }: Pick<LaneEvents, 'starts' | 'endsInOrder'>,
  start: Instant,
  end: Instant,
): number {
  const begun = firstStarting({ starts }, end);
  return begun - firstWhere(0, endsInOrder.length, (place) => floatAt(endsInOrder, place) > start);
}

/** So many places are looked at one by one. */
const FEW = 64;

/** Finds the places of the events that overlap [start, end), ascending. */
export function placesOverlapping(events: LaneEvents, start: Instant, end: Instant): number[] {
  const { ends } = events;
  const found: number[] = [];
  const visit = (from: number, to: number): void => {
    if (from === to || events.latestEnd(from, to) <= start) return;
    if (to - from <= FEW) {
      for (let place = from; place < to; place++) if (floatAt(ends, place) > start) found.push(place);
      return;
    }
    const middle = (from + to) >>> 1;
    visit(from, middle);
    visit(middle, to);
  };
  visit(0, firstStarting(events, end));
  return found;
}

/**
 * Finds the place of the last to end of the events that start before an instant, the first of equals; `null` if none does.
 * @param longest leaves out events that last longer, milliseconds
 */
export function lastEnding(events: LaneEvents, instant: Instant, longest: number): number | null {
  const { starts, ends } = events;
  const begun = firstStarting(events, instant);
  if (longest >= LATEST - EARLIEST) {
    if (begun === 0) return null;
    const latest = events.latestEnd(0, begun);
    return firstWhere(0, begun, (place) => events.latestEnd(0, place + 1) === latest);
  }
  let best: number | null = null;
  let latest = -Infinity;
  // What started so early that it was over by then cannot end later.
  for (let place = begun - 1; place >= 0 && floatAt(starts, place) + longest >= latest; place--) {
    const end = floatAt(ends, place);
    if (end < latest || end - floatAt(starts, place) > longest) continue;
    best = place;
    latest = end;
  }
  return best;
}

/** Finds the place of the first event that starts at an instant or later and lasts no longer than so many milliseconds. */
export function firstOf(events: LaneEvents, instant: Instant, longest: number): number | null {
  const { starts, ends } = events;
  for (let place = firstStarting(events, instant); place < starts.length; place++)
    if (floatAt(ends, place) - floatAt(starts, place) <= longest) return place;
  return null;
}

/** Finds the place of the last to end of the events that are over at an instant, the first of equals, or `null`. */
export function lastEnded({ ends, endsInOrder }: LaneEvents, instant: Instant): number | null {
  const over = firstWhere(0, endsInOrder.length, (place) => floatAt(endsInOrder, place) > instant);
  return over === 0 ? null : ends.indexOf(floatAt(endsInOrder, over - 1));
}

/** Keeps the events that overlap a window, and cuts them off at its edges. */
export function cutToWindow(
  events: LaneEvents,
  window: { readonly start: Instant; readonly end: Instant },
): LaneEvents {
  const places = placesOverlapping(events, window.start, window.end);
  return laneOf(
    Int32Array.from(places, (place) => intAt(events.rows, place)),
    Float64Array.from(places, (place) => Math.max(window.start, floatAt(events.starts, place))),
    Float64Array.from(places, (place) => Math.min(window.end, floatAt(events.ends, place))),
  );
}
