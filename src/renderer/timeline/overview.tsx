// The overview strip: the whole span of the document and the part of it in view, which can be dragged.
import { useComputed, useSignal, type ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { axisTicks } from '../../shared/dates/axis.ts';
import { DAY } from '../../shared/dates/calendar.ts';
import {
  around,
  clampWindow,
  fit,
  instantAt,
  LONGEST_WINDOW,
  positionOf,
  SHORTEST_WINDOW,
  type TimeWindow,
} from '../../shared/dates/window.ts';
import { windowInWords } from '../../shared/dates/words.ts';
import type { ColumnRun } from '../../shared/index/timeline-index.ts';
import { atOnce } from '../../shared/slices.ts';
import { textWidth } from './measure.ts';
import { isDated, type TimelineModel } from '../view/model.ts';
import { createIdleWork } from '../parts/idle-work.ts';
import { laneClass } from '../parts/lane-class.ts';
import { foundColumns, type FoundColumns } from './found-columns.ts';

/** The events that a search has found. */
export interface FoundPositions {
  /** Whether an event is among them, by its row. */
  readonly holds: (row: number) => boolean;
}

/** What the overview shows and what it may move. */
export interface OverviewProps {
  readonly model: TimelineModel;
  readonly window: ReadonlySignal<TimeWindow>;
  /** What a search has found, or `null`. */
  readonly found: FoundPositions | null;
  /** Moves the view; `glide` asks for motion. */
  readonly moveTo: (window: TimeWindow, glide: boolean) => void;
  /** Moves by a share of the window's length. */
  readonly pan: (share: number) => void;
}

/** Room at both ends of the strip, as a share of the document's span. */
const MARGIN = 0.03;
/** The frame stays wide enough to be taken hold of; CSS pixels. */
const NARROWEST_FRAME = 14;
/** How near the pointer must come to an edge to take hold of it; CSS pixels. */
const EDGE = 7;
/** Up to so many events, those found are counted in the frame that shows them. */
const MOST_AT_ONCE = 1_000;
const LABEL_FONT = '400 11px "Inter Variable"';
/** Room between a label and the ends of the strip, CSS pixels. */
const LABEL_INSET = 8;
/** Room after each label, for the year that may follow it, CSS pixels. */
const LABEL_GAP = 80;

type Hold = 'frame' | 'start' | 'end';

/** CSS pixels from the left of the strip. */
interface Edges {
  readonly left: number;
  readonly right: number;
}

/** The strip below the timeline. */
export function Overview({ model, window, found, moveTo, pan }: OverviewProps) {
  const strip = useRef<HTMLDivElement>(null);
  const width = useSignal(0);
  const span = fit(model.extent, MARGIN, window.peek());
  const frame = useComputed(() => frameOf(span, window.value, width.value));

  useLayoutEffect(() => {
    const element = strip.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      width.value = element.clientWidth;
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);

  const onPointerDown = (event: PointerEvent) => {
    const element = strip.current;
    if (element === null || event.button !== 0) return;
    // Measured anew: a press may come before the observer has told the width.
    const { left, width: across } = element.getBoundingClientRect();
    const at = (clientX: number) => instantAt(span, clientX - left, across);
    const x = event.clientX - left;
    const held = holdAt(x, frame.value);
    let grabbed = window.value;
    if (held === null) {
      grabbed = clampWindow(around(at(event.clientX), grabbed.end - grabbed.start));
      moveTo(grabbed, true);
    }
    const began = at(event.clientX);
    element.setPointerCapture(event.pointerId);
    const onMove = (move: PointerEvent) => {
      moveTo(dragged(grabbed, held ?? 'frame', at(move.clientX) - began), false);
    };
    const onEnd = () => {
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerup', onEnd);
      element.removeEventListener('pointercancel', onEnd);
    };
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerup', onEnd);
    element.addEventListener('pointercancel', onEnd);
  };

  const onPointerMove = (event: PointerEvent) => {
    const element = strip.current;
    if (element === null || event.buttons !== 0) return;
    const held = holdAt(event.clientX - element.getBoundingClientRect().left, frame.value);
    element.dataset['hold'] = held ?? '';
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 1 : 0.25;
    if (event.key === 'ArrowLeft' || event.key === 'ArrowDown') pan(-step);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowUp') pan(step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={strip}
      class="overview"
      role="group"
      aria-label="Overview"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
    >
      <Densities model={model} span={span} width={width.value} found={found} />
      {isDated(model) && <OverviewLabels span={span} width={width.value} />}
      <OverviewFrame
        frame={frame}
        span={span}
        window={window}
        hasDates={isDated(model)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

interface OverviewFrameProps {
  /** Its edges in the strip, CSS pixels. */
  readonly frame: ReadonlySignal<Edges>;
  readonly span: TimeWindow;
  readonly window: ReadonlySignal<TimeWindow>;
  readonly hasDates: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The part in view. It alone is drawn again as the view moves. */
function OverviewFrame({ frame, span, window, hasDates, onKeyDown }: OverviewFrameProps) {
  const { left, right } = frame.value;
  const { start, end } = window.value;
  const outside = end <= span.start ? '←' : start >= span.end ? '→' : null;
  const middle = (start + end) / 2;
  return (
    <div
      class={outside === null ? 'overview-frame' : 'overview-frame outside'}
      role="slider"
      tabIndex={0}
      aria-label="Time in view"
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(
        Math.min(1, Math.max(0, (middle - span.start) / (span.end - span.start))) * 100,
      )}
      aria-valuetext={hasDates ? windowInWords(window.value) : 'No dates'}
      style={{ transform: `translateX(${left}px)`, width: `${right - left}px` }}
      onKeyDown={onKeyDown}
    >
      {outside}
    </div>
  );
}

/** The place of the events in the strip, CSS pixels from its top. */
const EVENTS = { top: 6, height: 32 } as const;
/** Width of a column, and of the narrowest tick; CSS pixels. */
const COLUMN = 2;
const NARROWEST_TICK = 4;
/** The height of ticks that are not found, as a share of their row, and the least of those that are; CSS pixels. */
const MISSED_SHARE = 0.4;
const LOWEST_FOUND = 8;

interface DensitiesProps {
  readonly model: TimelineModel;
  readonly span: TimeWindow;
  /** Of the strip, CSS pixels. */
  readonly width: number;
  readonly found: FoundPositions | null;
}

/**
 * Where the events lie: a row and one path for each lane, with a tick wherever a column holds an event. In a search the
 * ticks of what is found are high and lie in front, and the others stand back.
 */
function Densities({ model, span, width, found }: DensitiesProps) {
  const columns = Math.max(1, Math.floor(width / COLUMN));
  const hits = useFoundColumns(model, found, span, columns);
  if (width <= 0) return null;
  const { lanes } = model.index;
  const densities = model.index.density(span, columns);
  const row = EVENTS.height / Math.max(1, lanes.length);
  const height = Math.max(2, row - 1);
  const ticks = (runs: readonly ColumnRun[], top: number, high: number) =>
    runs
      .map(([from, to]) => {
        const wide = Math.max(NARROWEST_TICK, (to - from) * COLUMN);
        return `M${from * COLUMN} ${top}h${wide}v${high}h${-wide}z`;
      })
      .join('');
  const low = Math.min(height, Math.max(1, height * MISSED_SHARE));
  const high = Math.max(height, LOWEST_FOUND);
  return (
    <svg class="overview-events" width={width} height="100%" aria-hidden="true">
      {densities.map((runs, place) => {
        const lane = lanes[place] ?? 0;
        const top = EVENTS.top + place * row;
        return hits === null ? (
          <path key={lane} class={laneClass(lane)} d={ticks(runs, top, height)} />
        ) : (
          <path key={lane} class="missed" d={ticks(runs, top + (height - low) / 2, low)} />
        );
      })}
      {hits !== null &&
        lanes.map((lane, place) => (
          <path
            key={`found-${lane}`}
            class={`found ${laneClass(lane)}`}
            d={ticks(hits.get(lane) ?? [], EVENTS.top + place * row + (height - high) / 2, high)}
          />
        ))}
    </svg>
  );
}

/**
 * Which columns hold what is found, by lane; `null` where there is no search. Where events are many they are counted while
 * the window is idle, and the columns before stay until then.
 */
function useFoundColumns(
  { index }: TimelineModel,
  found: FoundPositions | null,
  { start, end }: TimeWindow,
  columns: number,
): FoundColumns | null {
  const counted = useSignal<FoundColumns | null>(null);
  useLayoutEffect(() => {
    const work = createIdleWork();
    function* count(): Generator<undefined, void> {
      counted.value =
        found === null ? null : yield* foundColumns(index, found.holds, { start, end }, columns);
    }
    if (found === null || index.count <= MOST_AT_ONCE) atOnce(count());
    else work.begin(count());
    return work.end;
  }, [index, found, start, end, columns]);
  return found === null ? null : counted.value;
}

function OverviewLabels({ span, width }: { span: TimeWindow; width: number }) {
  if (width <= 0) return null;
  const { minor, major } = axisTicks(span, width, (label) => textWidth(label, LABEL_FONT) + LABEL_GAP);
  let free: number = LABEL_INSET;
  return (
    <>
      {minor.map((tick) => {
        const unit = major.findLast(({ at }) => at <= tick.at);
        // A year says all; a month or a day needs the unit that it belongs to, which alone is enough at its start.
        const alone = unit === undefined || tick.end - tick.at >= 365 * DAY;
        const label = alone ? tick.label : unit.at === tick.at ? unit.label : `${tick.label} ${unit.label}`;
        const x = positionOf(span, tick.at, width);
        const labelWidth = textWidth(label, LABEL_FONT);
        if (x < free || x + labelWidth > width - LABEL_INSET) return null;
        free = x + labelWidth + 24;
        return (
          <span
            key={tick.at}
            class="overview-label"
            aria-hidden="true"
            style={{ transform: `translateX(${x}px)` }}
          >
            {label}
          </span>
        );
      })}
    </>
  );
}

/** The frame's edges in the strip; of a view outside the document's span an arrow at the nearer end says where it is. */
function frameOf(span: TimeWindow, window: TimeWindow, width: number): Edges {
  const last = Math.max(0, width - NARROWEST_FRAME);
  const left = Math.min(last, Math.max(0, positionOf(span, window.start, width)));
  const right = Math.min(width, Math.max(left + NARROWEST_FRAME, positionOf(span, window.end, width)));
  return { left, right };
}

function holdAt(x: number, { left, right }: Edges): Hold | null {
  const narrow = right - left < 4 * EDGE;
  if (!narrow && Math.abs(x - left) <= EDGE) return 'start';
  if (!narrow && Math.abs(x - right) <= EDGE) return 'end';
  if (narrow && x >= left - EDGE && x < left) return 'start';
  if (narrow && x <= right + EDGE && x > right) return 'end';
  return x >= left && x <= right ? 'frame' : null;
}

/** The window after a drag by some milliseconds; an edge stops where the window would be too short or too long. */
function dragged({ start, end }: TimeWindow, hold: Hold, by: number): TimeWindow {
  const lengthWith = (length: number) => Math.min(LONGEST_WINDOW, Math.max(SHORTEST_WINDOW, length));
  if (hold === 'start') return clampWindow({ start: end - lengthWith(end - start - by), end });
  if (hold === 'end') return clampWindow({ start, end: start + lengthWith(end - start + by) });
  return clampWindow({ start: start + by, end: end + by });
}
