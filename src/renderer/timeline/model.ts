// A document made ready for the timeline: its index and its extent, built once when it is opened.
import { extentOf } from '../../shared/dates/order.ts';
import type { TimeWindow } from '../../shared/dates/window.ts';
import type { PlacedDocument } from '../../shared/document/document.ts';
import { createTimelineIndex, type TimelineIndex } from '../../shared/index/timeline-index.ts';

/** What the views draw from. */
export interface TimelineModel {
  readonly document: PlacedDocument;
  readonly index: TimelineIndex;
  /** From the first to the last known instant, or `null` where no event has one. */
  readonly extent: TimeWindow | null;
}

/** Builds the index of a document's events. */
export function createTimelineModel(document: PlacedDocument): TimelineModel {
  const lanes = new Map(document.lanes.map((lane, position) => [lane.id, position]));
  const events = document.events.map(({ when, lane }) => ({
    start: when.start,
    end: when.end,
    lane: lanes.get(lane) ?? 0,
  }));
  return {
    document,
    index: createTimelineIndex(events, document.lanes.length),
    extent: extentOf(document.events.map((event) => event.when)),
  };
}
