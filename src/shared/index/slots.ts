// Finds events in an order that is quick to search for a window: by lane, then by class of duration, then in time.
import type { Instant } from '../dates/event-date.ts';
import type { RangeMaximum } from './range-maximum.ts';
import { firstWhere, floatAt, intAt } from './typed-arrays.ts';

/** One slot for each event. */
export interface Slots {
  /** Position of the event in the document. */
  readonly events: Int32Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Returns the latest end of the slots [from, to). */
  readonly latestEnd: RangeMaximum;
}

/** The slots [from, to), all of one lane and class and so in time order. */
export interface SlotRange {
  readonly from: number;
  readonly to: number;
}

/** The events of one class in a lane. */
export interface ClassRun extends SlotRange {
  readonly durationClass: number;
  /** Longest duration, milliseconds. */
  readonly longest: number;
}

/** Finds the first slot of a range that starts at `least` or later, or the range's end. */
export function firstStarting(slots: Slots, { from, to }: SlotRange, least: Instant): number {
  return firstWhere(from, to, (slot) => floatAt(slots.starts, slot) >= least);
}

/** Finds the last to end of the slots that start before an instant, the first of equals; `undefined` if none starts. */
export function lastEnding(slots: Slots, range: SlotRange, instant: Instant): number | undefined {
  const { from } = range;
  const to = firstStarting(slots, range, instant);
  if (from === to) return undefined;
  const latest = slots.latestEnd(from, to);
  return firstWhere(from, to, (slot) => slots.latestEnd(from, slot + 1) === latest);
}

/** Keeps the part of each range that starts before `end`, and drops ranges without overlap with [start, end). */
export function overlapping(
  slots: Slots,
  ranges: readonly SlotRange[],
  start: Instant,
  end: Instant,
): SlotRange[] {
  return ranges
    .map(({ from, to }) => ({ from, to: firstStarting(slots, { from, to }, end) }))
    .filter(({ from, to }) => slots.latestEnd(from, to) > start);
}

/** Finds the events of some slots that end after an instant. */
function eventsEndingAfter(slots: Slots, ranges: readonly SlotRange[], start: Instant): number[] {
  const events: number[] = [];
  for (const { from, to } of ranges) {
    for (let slot = from; slot < to; slot++) {
      if (floatAt(slots.ends, slot) > start) events.push(intAt(slots.events, slot));
    }
  }
  return events;
}

/** Finds the events of some classes that overlap [start, end), class by class, each in time order. */
export function eventsOverlapping(
  slots: Slots,
  runs: readonly ClassRun[],
  start: Instant,
  end: Instant,
): number[] {
  const ranges = runs.map((run) => ({ from: firstStarting(slots, run, start - run.longest), to: run.to }));
  return eventsEndingAfter(slots, overlapping(slots, ranges, start, end), start);
}
