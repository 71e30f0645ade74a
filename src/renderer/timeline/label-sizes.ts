// How wide the labels of a document are and how much their events matter, kept from one edit to the next. Pure.
import type { Instant } from '../../shared/dates/event-date.ts';
import { USUAL_IMPORTANCE, type PlacedEvent } from '../../shared/document/event.ts';
import type { EventTable, RowBefore } from '../../shared/document/table.ts';
import {
  labelWidth,
  LEVELS,
  saidWidth,
  titleWidth,
  widestLabel,
  widestQuote,
  type Level,
  type Measure,
} from './texts.ts';
import { createTitleReader } from './titles.ts';

/** What labels are measured for. */
export interface LabelSizesOptions {
  readonly events: EventTable;
  /** Of the window, CSS pixels. */
  readonly width: number;
  readonly measure: Measure;
  /** The numbers of a row's sources, which stand behind its title. */
  readonly sources?: ((row: number) => readonly number[]) | undefined;
  /** Whether a search has found an event, by its row. */
  readonly isFound?: ((row: number) => boolean) | undefined;
  /** The room beside an event, CSS pixels, where its label may fill it; left out where the event may come to stand elsewhere. */
  readonly roomBeside?: RoomBeside | undefined;
  /** The same labels with other room: what is not cut off there, and has room here, is as wide and not measured again. */
  readonly usual?: LabelSizes | undefined;
}

/** The room that an event has for its label: on the side where there is more, or within its bar; CSS pixels. */
export type RoomBeside = (start: Instant, end: Instant) => number;

/** The sizes of the labels of a document, by row. */
export interface LabelSizes {
  /** The width of a label, CSS pixels; throws `RangeError` for a row without a date. */
  readonly widthOf: (row: number, level: Level) => number;
  /** No label is wider, CSS pixels. */
  readonly widest: (level: Level) => number;
  /** The label of an event is not wider, CSS pixels. */
  readonly widestOf: (start: Instant, end: Instant, level: Level) => number;
  /** The width of what is said of an event, on one line; CSS pixels. Measured once for each event that the table keeps. */
  readonly saidWidthOf: (event: PlacedEvent) => number;
  /** How much an event matters, 0 for the most: what is found, and then by importance. */
  readonly tierOf: (row: number) => number;
  /** Goes on with the table after changes, and with what is found now: what has changed is measured again. */
  readonly follow: (
    events: EventTable,
    changed: readonly RowBefore[],
    isFound: LabelSizesOptions['isFound'],
  ) => void;
}

/** Prepares to measure. Each label is measured when somebody asks for its width. */
export function createLabelSizes(options: LabelSizesOptions): LabelSizes {
  const { width: plotWidth, measure, sources, roomBeside, usual } = options;
  let { events, isFound } = options;
  let widths = widthsFor(events.rowCount);
  const readTitle = createTitleReader();
  const saidWidths = new WeakMap<PlacedEvent, number>();
  const widestOf = (start: Instant, end: Instant, level: Level): number =>
    widestLabel(plotWidth, level, roomBeside?.(start, end));
  const widestIn = (row: number, level: Level): number =>
    widestOf(events.columns.starts[row] ?? NaN, events.columns.ends[row] ?? NaN, level);
  return {
    widest: (level) => widestLabel(plotWidth, level, roomBeside === undefined ? undefined : plotWidth),
    widestOf,
    widthOf(row, level) {
      const known = widths[level];
      const width = known[row];
      if (width) return width;
      const whole = usual?.widthOf(row, level) ?? Infinity;
      if (whole < (usual?.widest(level) ?? 0) && whole <= widestIn(row, level)) return (known[row] = whole);
      if (level === 'title')
        return (known[row] = titleWidth(
          readTitle(events, row),
          sources?.(row) ?? [],
          widestIn(row, level),
          measure,
        ));
      const event = events.placedAt(row);
      if (event === undefined) throw new RangeError(`No event with a date in row ${row}.`);
      return (known[row] = labelWidth(
        event,
        level,
        sources?.(row) ?? [],
        widestIn(row, level),
        widestQuote(plotWidth, widestIn(row, 'full')),
        measure,
      ));
    },
    saidWidthOf(event) {
      const width = saidWidths.get(event) ?? saidWidth(event, measure);
      saidWidths.set(event, width);
      return width;
    },
    tierOf: (row) =>
      isFound?.(row) === true ? 0 : MOST_IMPORTANT + 1 - (events.importanceOf(row) ?? USUAL_IMPORTANCE),
    follow(now, changed, foundNow) {
      events = now;
      isFound = foundNow;
      if (widths.title.length < now.rowCount) {
        const more = widthsFor(now.rowCount + (now.rowCount >> 3));
        for (const level of LEVELS) more[level].set(widths[level]);
        widths = more;
      }
      for (const { row } of changed) for (const level of LEVELS) widths[level][row] = 0;
    },
  };
}

const MOST_IMPORTANT = 5;

/** The widths of labels by level and row, CSS pixels; 0 where one has not been measured yet. */
type Widths = Readonly<Record<Level, Float32Array>>;

function widthsFor(rowCount: number): Widths {
  const none = () => new Float32Array(rowCount);
  return { ample: none(), full: none(), dated: none(), line: none(), title: none() };
}
