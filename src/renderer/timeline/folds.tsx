// Marks where time is folded: a break of the axis with what it leaves out, and a break through the lanes.
import type { FoldedTime } from '../../shared/dates/folds.ts';
import { lengthInWords } from '../../shared/dates/length-words.ts';
import { around, positionOf, type TimeWindow } from '../../shared/dates/window.ts';
import type { Badge, Drawing } from './drawing.ts';
import { textWidth } from './measure.ts';

const FONT = '600 11px "Inter Variable"';
/** Between the words of a fold and the time beside it, CSS pixels. */
const ROOM = 8;
/** The narrowest fold, CSS pixels: a dot at its edge stays clear of the break in its middle. */
const NARROWEST = 44;
/** Of the break, CSS pixels; the same as in timeline.css. */
const BREAK = 8;
/** Between a break and a label, CSS pixels. */
const BESIDE = 4;

/** The width that a fold takes in a drawing, CSS pixels. */
export function foldWidth(words: string): number {
  return Math.max(NARROWEST, Math.ceil(textWidth(words, FONT)) + 2 * ROOM);
}

/**
 * What the breaks of folds take of drawn time, with the room that labels leave beside them.
 * @param scale milliseconds to a CSS pixel
 */
export function foldBreaks({ folds, place }: FoldedTime, scale: number): TimeWindow[] {
  return folds.map(({ start, end }) => around((place(start) + place(end)) / 2, (BREAK + 2 * BESIDE) * scale));
}

/** Where the breaks of folds begin that a window is drawn with on some width, CSS pixels from the left. */
export function breaksIn({ folds, place }: FoldedTime, window: TimeWindow, width: number): number[] {
  return folds.map(({ start, end }) => {
    const [left, right] = [positionOf(window, place(start), width), positionOf(window, place(end), width)];
    // Whole pixels, which every renderer draws alike.
    return Math.round((left + right - BREAK) / 2);
  });
}

/** Where a fold stands in a drawing, CSS pixels from the left. */
export interface FoldSpot {
  readonly left: number;
  readonly right: number;
  /** What it leaves out, and where these words begin; `null` where they have no room. */
  readonly words: Badge | null;
}

/** Where the folds of a drawing stand. */
export function foldSpots({ time, frame: { window, width } }: Drawing): FoldSpot[] {
  return time.folds.map((fold) => {
    const [left, right] = [fold.start, fold.end].map((at) => positionOf(window, time.place(at), width));
    return spotOf(left ?? 0, right ?? 0, lengthInWords(fold));
  });
}

function spotOf(left: number, right: number, text: string): FoldSpot {
  const middle = (left + right) / 2;
  const wide = textWidth(text, FONT);
  const words = { text, left: middle - wide / 2, right: middle + wide / 2 };
  return { left, right, words: wide <= right - left ? words : null };
}

/** The breaks of the axis, each with its words: in the upper row where something else stands in the lower. */
export function FoldWords({
  drawing,
  taken,
}: {
  readonly drawing: Drawing;
  readonly taken: readonly Badge[];
}) {
  const spots = foldSpots(drawing);
  if (spots.length === 0) return null;
  const isTaken = (words: Badge) => taken.some(({ left, right }) => left < words.right && right > words.left);
  return (
    <div class="fold-marks" aria-hidden="true">
      {breaksOn(drawing).map((from) => (
        <i key={from} class="fold-break" style={{ transform: `translateX(${from}px)` }} />
      ))}
      {spots.map(
        ({ words }) =>
          words !== null && (
            <span
              key={words.left}
              class={isTaken(words) ? 'fold-words fold-words-above' : 'fold-words'}
              style={{ transform: `translateX(${words.left}px)` }}
            >
              {words.text}
            </span>
          ),
      )}
    </div>
  );
}

/** The breaks through the lanes, behind their events. */
export function FoldBands({ drawing }: { readonly drawing: Drawing }) {
  const breaks = breaksOn(drawing);
  if (breaks.length === 0) return null;
  return (
    <div class="fold-bands" aria-hidden="true">
      {breaks.map((from) => (
        <i key={from} class="fold-band" style={{ transform: `translateX(${from}px)` }} />
      ))}
    </div>
  );
}

function breaksOn({ time, frame: { window, width } }: Drawing): number[] {
  return breaksIn(time, window, width);
}
