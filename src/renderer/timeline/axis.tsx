// The time axis above the lanes and the grid behind them, drawn for exactly the window that the marks stand in.
import { axisTicks, type AxisTick, type AxisTicks } from '../../shared/dates/axis.ts';
import { positionOf, type TimeWindow } from '../../shared/dates/window.ts';
import type { MarkView } from './marks.ts';
import { textWidth } from './measure.ts';
import { laneClass } from '../parts/lane-class.ts';

/** One finished drawing: what the axis has to agree with. */
export interface Drawing {
  readonly window: TimeWindow;
  /** CSS pixels. */
  readonly width: number;
  readonly marks: readonly MarkView[];
  readonly ticks: AxisTicks;
}

/** The ticks of a drawing, as near to each other as their labels in the axis's own face allow. */
export function ticksFor(window: TimeWindow, width: number): AxisTicks {
  return axisTicks(window, width, (label) => textWidth(label, MINOR_FONT));
}

/** What the axis bears where no event has a date: any would be one that nobody wrote. */
export const NO_TICKS: AxisTicks = { major: [], minor: [] };

const MAJOR_FONT = '600 12.5px "Inter Variable"';
const MINOR_FONT = '400 12px "Inter Variable"';
/** Between a tick and its label, and after the label before the next; CSS pixels. */
const LABEL_START = 4;
const LABEL_GAP = 8;
/** A span is drawn no shorter than this, so that it is not taken for a point; CSS pixels. */
const SHORTEST_SPAN = 10;
/** Below this width, in CSS pixels, a dash or two would look whole: an uncertain span is hollow. */
const FEW_DASHES = 36;

/** Both levels of labels, with a dot at each day that a card hangs from, and a line over each longer span. */
export function Axis({ drawing }: { readonly drawing: Drawing }) {
  const { window, width, marks, ticks } = drawing;
  return (
    <div class="axis" aria-hidden="true">
      {labels(ticks.major, drawing, MAJOR_FONT).map(({ tick, x }) => (
        <span key={tick.at} class="axis-label axis-major" style={{ transform: `translateX(${x}px)` }}>
          {tick.label}
        </span>
      ))}
      {labels(ticks.minor, drawing, MINOR_FONT).map(({ tick, x }) => (
        <span key={tick.at} class="axis-label axis-minor" style={{ transform: `translateX(${x}px)` }}>
          {tick.label}
        </span>
      ))}
      {marks.map((mark) => (
        <AxisMark key={mark.id} mark={mark} window={window} width={width} />
      ))}
    </div>
  );
}

/** The vertical lines, stronger where a major unit begins. */
export function Grid({ drawing }: { readonly drawing: Drawing }) {
  const { window, width, ticks } = drawing;
  const majors = new Set(ticks.major.map((tick) => tick.at));
  const line = (tick: AxisTick, kind: string) => {
    const x = positionOf(window, tick.at, width);
    return x < 0 || x > width ? null : (
      <i key={`${kind}${tick.at}`} class={kind} style={{ transform: `translateX(${x}px)` }} />
    );
  };
  return (
    <div class="grid" aria-hidden="true">
      {ticks.minor.map((tick) => (majors.has(tick.at) ? null : line(tick, 'grid-minor')))}
      {ticks.major.map((tick) => line(tick, 'grid-major'))}
    </div>
  );
}

function AxisMark({ mark, window, width }: { mark: MarkView; window: TimeWindow; width: number }) {
  if (mark.shape === 'bar') return null;
  const start = positionOf(window, mark.start, width);
  const classes = `axis-mark ${laneClass(mark.lane)} ${mark.className}`;
  if (!hasClass(mark, 'span')) {
    if (start < 0 || start > width) return null;
    return <i class={`${classes} axis-dot`} style={{ transform: `translateX(${start}px)` }} />;
  }
  const end = positionOf(window, mark.end, width);
  if (end <= 0 || start >= width) return null;
  const missing = Math.max(0, SHORTEST_SPAN - (end - start)) / 2;
  const [left, right] = [Math.max(0, start - missing), Math.min(width, end + missing)];
  const short = right - left < FEW_DASHES ? 'short' : '';
  return (
    <i
      class={`${classes} axis-span span-line ${short}`}
      style={{ transform: `translateX(${left}px)`, width: `${right - left}px` }}
    />
  );
}

function hasClass(mark: MarkView, name: string): boolean {
  return mark.className.split(' ').includes(name);
}

/** The labels that fit whole; the unit that began before the window is named at its left edge. */
function labels(ticks: readonly AxisTick[], { window, width }: Drawing, font: string) {
  const placed = ticks.map((tick) => ({
    tick,
    x: Math.max(0, positionOf(window, tick.at, width)) + LABEL_START,
  }));
  return placed.filter(({ tick, x }, position) => {
    const end = x + textWidth(tick.label, font);
    const next = placed[position + 1];
    return end <= width && (next === undefined || end + LABEL_GAP <= next.x);
  });
}
