// The time axis above the lanes and the grid behind them, drawn for exactly the window that the marks stand in.
import { axisTicks, type AxisTick, type AxisTicks } from '../../shared/dates/axis.ts';
import type { FoldedTime } from '../../shared/dates/folds.ts';
import { positionOf, type TimeWindow } from '../../shared/dates/window.ts';
import type { Badge, Drawing } from './drawing.ts';
import { foldSpots } from './folds.tsx';
import { textWidth } from './measure.ts';

/** The ticks of a drawing, as near to each other as their labels in the axis's own face allow. */
export function ticksFor(window: TimeWindow, width: number, time: FoldedTime): AxisTicks {
  return axisTicks(window, width, (label) => textWidth(label, MINOR_FONT), time);
}

/** What the axis bears where no event has a date: any would be one that nobody wrote. */
export const NO_TICKS: AxisTicks = { major: [], minor: [] };

const MAJOR_FONT = '600 12.5px "Inter Variable"';
const MINOR_FONT = '400 12px "Inter Variable"';
/** Between a tick and its label, and after the label before the next; CSS pixels. */
const LABEL_START = 4;
const LABEL_GAP = 8;

/** A piece of the axis, CSS pixels from the left of the window. */
type Room = Pick<Badge, 'left' | 'right'>;

/** Both levels of labels. */
export function Axis({
  drawing,
  taken,
}: {
  readonly drawing: Drawing;
  /** What stands in the lower row already; no label runs into it. */
  readonly taken: readonly Room[];
}) {
  const { ticks } = drawing;
  return (
    <div class="axis" aria-hidden="true">
      {labels(ticks.major, drawing, MAJOR_FONT, []).map(({ tick, label, x }) => (
        <span key={tick.at} class="axis-label axis-major" style={{ transform: `translateX(${x}px)` }}>
          {label}
        </span>
      ))}
      {labels(ticks.minor, drawing, MINOR_FONT, [...foldSpots(drawing), ...taken]).map(
        ({ tick, label, x }) => (
          <span key={tick.at} class="axis-label axis-minor" style={{ transform: `translateX(${x}px)` }}>
            {label}
          </span>
        ),
      )}
    </div>
  );
}

/** The vertical lines, stronger where a major unit begins. */
export function Grid({ drawing }: { readonly drawing: Drawing }) {
  const { ticks } = drawing;
  const { window, width } = drawing.frame;
  const majors = new Set(ticks.major.flatMap((tick) => (tick.isCut === true ? [] : tick.at)));
  const line = (tick: AxisTick, kind: string) => {
    const x = positionOf(window, tick.at, width);
    return x < 0 || x > width || tick.isCut === true ? null : (
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

/**
 * The labels that fit whole, short where only that fits; the unit that began before the window is named at its left edge.
 * @param taken what no label may run into
 */
function labels(
  ticks: readonly AxisTick[],
  { frame: { window, width } }: Drawing,
  font: string,
  taken: readonly Room[],
) {
  const placed = ticks.map((tick) => ({
    tick,
    x: Math.max(0, positionOf(window, tick.at, width)) + LABEL_START,
  }));
  return placed.flatMap(({ tick, x }, position) => {
    const next = placed[position + 1];
    const fits = (label: string): boolean => {
      const end = x + textWidth(label, font);
      const runsInto = taken.some(({ left, right }) => x < right && end > left);
      return end <= width && !runsInto && (next === undefined || end + LABEL_GAP <= next.x);
    };
    if (fits(tick.label)) return { tick, label: tick.label, x };
    return tick.short !== undefined && fits(tick.short) ? { tick, label: tick.short, x } : [];
  });
}
