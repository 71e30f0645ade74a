// The marks of one lane: its events singly where cells hold few, joined where they hold many.
import type { Instant } from '../dates/event-date.ts';
import type { TimeWindow } from '../dates/window.ts';
import { bandOf, cellOf, classOf, type Band, type Rule } from './grid.ts';
import { bandsOf, type Lane } from './lane.ts';
import {
  cellsOverlapping,
  countOf,
  eventsEndingAfter,
  overlapping,
  slotsInCell,
  type SlotRange,
  type Slots,
} from './slots.ts';
import { floatAt } from './typed-arrays.ts';

/** One event that has a place of its own. */
export interface EventMark {
  readonly kind: 'event';
  readonly id: string;
  /** Position of the lane. */
  readonly lane: number;
  /** Position in the document's events. */
  readonly event: number;
}

/** Events of one lane that stand too close together to be told apart. */
export interface AggregateMark {
  readonly kind: 'aggregate';
  /** Names the same events in every view of one document. */
  readonly id: string;
  /** Position of the lane. */
  readonly lane: number;
  /** How many events, those outside of the window included. */
  readonly count: number;
  /** Start of its earliest event; an open one counts from the first instant of time, -8.64e15. */
  readonly start: Instant;
  /** Latest end of its events, exclusive; an open one counts to the last instant, 8.64e15. */
  readonly end: Instant;
  /** False where even in the closest view one aggregate holds all of its events. */
  readonly separable: boolean;
}

/** What is drawn: one event, or an aggregate of many. */
export type Mark = EventMark | AggregateMark;

/** Where an aggregate's events are found again: the classes of a band in one cell of a lane. */
export interface Place {
  /** Position of the lane. */
  readonly lane: number;
  readonly band: Band;
  readonly cell: number;
}

/**
 * The marks of a lane that overlap a window, band by band.
 * @param position of the lane
 * @param rule by which the lane is drawn in this view
 * @param closest rule by which it is drawn in the closest view there is
 */
export function laneMarks(
  slots: Slots,
  lane: Lane,
  position: number,
  window: TimeWindow,
  rule: Rule,
  closest: Rule,
): Mark[] {
  const marks: Mark[] = [];
  for (const { band, runs } of bandsOf(lane, rule)) {
    const { first, last } = cellsOverlapping(slots, runs, band.level, window.start, window.end);
    for (let cell = first; cell <= last; cell++) {
      const ranges = slotsInCell(slots, runs, cell, band.level);
      const inView = overlapping(slots, ranges, window.start, window.end);
      if (inView.length === 0) continue;
      const count = countOf(ranges);
      if (count <= rule.capacity) {
        for (const event of eventsEndingAfter(slots, inView, window.start)) {
          marks.push({ kind: 'event', id: `event:${event}`, lane: position, event });
        }
        continue;
      }
      marks.push({
        kind: 'aggregate',
        id: aggregateId({ lane: position, band, cell }),
        lane: position,
        count,
        start: Math.min(...ranges.map(({ from }) => floatAt(slots.starts, from))),
        end: Math.max(...ranges.map(({ from, to }) => slots.latestEnd(from, to))),
        separable: !staysTogether(slots, lane, ranges, closest),
      });
    }
  }
  return marks;
}

/** Whether one aggregate holds all events of some ranges when the lane is drawn by a rule. */
function staysTogether(slots: Slots, lane: Lane, ranges: readonly SlotRange[], rule: Rule): boolean {
  const placeOf = (slot: number) => {
    const start = floatAt(slots.starts, slot);
    const { level } = bandOf(classOf(floatAt(slots.ends, slot) - start), rule);
    return { level, cell: cellOf(start, level) };
  };
  // A range is in time order and of one class: what its first and last share, all between them share.
  const [place, ...others] = ranges.flatMap(({ from, to }) => [placeOf(from), placeOf(to - 1)]);
  if (place === undefined) return false;
  const { level, cell } = place;
  if (others.some((other) => other.level !== level || other.cell !== cell)) return false;
  const runs = bandsOf(lane, rule).find(({ band }) => band.level === level)?.runs ?? [];
  return countOf(slotsInCell(slots, runs, cell, level)) > rule.capacity;
}

function aggregateId({ lane, band, cell }: Place): string {
  return `aggregate:${lane}:${band.from}:${band.to}:${band.level}:${cell}`;
}

/** What the id of a mark tells: the event, or where its events are. Any other text is a bug and throws. */
export function readMarkId(id: string): { kind: 'event'; event: number } | ({ kind: 'aggregate' } & Place) {
  const [kind, ...parts] = id.split(':');
  const [first, from, to, level, cell] = parts.map(Number);
  if (kind === 'event' && first !== undefined) return { kind, event: first };
  if (kind !== 'aggregate' || first === undefined || from === undefined || to === undefined)
    throw unknownId(id);
  if (level === undefined || cell === undefined) throw unknownId(id);
  return { kind, lane: first, band: { from, to, level }, cell };
}

function unknownId(id: string): Error {
  return new Error(`No mark has the id ${id}.`);
}
