// A document made ready for the timeline: its index and its extent, built once when it is opened.
import { extentOf } from '../../shared/dates/order.ts';
import type { TimeWindow } from '../../shared/dates/window.ts';
import type { PlacedDocument } from '../../shared/document/document.ts';
import { laneOf } from '../../shared/document/lane-of.ts';
import { createTimelineIndex, type TimelineIndex } from '../../shared/index/timeline-index.ts';

/** What the views draw from: a document, or some of its lanes. */
export interface TimelineModel {
  /** The whole document, whichever lanes are shown. */
  readonly document: PlacedDocument;
  /** Of the events in the lanes that are shown, with these lanes in their order. */
  readonly index: TimelineIndex;
  /** From the first to the last known instant of these events, or `null` where no event has one. */
  readonly extent: TimeWindow | null;
  /** The model of some lanes in an order: positions in the document, each at most once. */
  of(lanes: readonly number[]): TimelineModel;
}

/** Whether any event that is shown has a known instant. Where none has, the window stands nowhere in time. */
export function isDated({ extent }: TimelineModel): boolean {
  return extent !== null;
}

/** Builds the index of a document's events. */
export function createTimelineModel(document: PlacedDocument): TimelineModel {
  const events = document.events.map((event) => ({
    start: event.when.start,
    end: event.when.end,
    lane: laneOf(document, event),
  }));
  const extent = extentOf(document.events.map((event) => event.when));
  const modelOf = (index: TimelineIndex): TimelineModel => ({
    document,
    index,
    extent: index.lanes.length === document.lanes.length ? extent : extentOf(datesIn(document, index)),
    of: (wanted) => modelOf(index.of(wanted)),
  });
  return modelOf(createTimelineIndex(events, document.lanes.length));
}

function* datesIn({ events }: PlacedDocument, { order }: TimelineIndex) {
  for (const position of order) {
    const event = events[position];
    if (event !== undefined) yield event.when;
  }
}
