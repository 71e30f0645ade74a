// The lines from events to their dates on the axis, and the bracket with the distance between two that are compared.
import { distanceInWords } from '../../shared/dates/distance.ts';
import { dateInShort } from '../../shared/dates/words.ts';
import type { PlacedDocument } from '../../shared/document/document.ts';
import { laneClass } from '../parts/lane-class.ts';
import { positionOf } from '../../shared/dates/window.ts';
import type { Badge, Drawing } from './drawing.ts';
import type { Frame } from './frame.ts';
import { textWidth } from './measure.ts';
import { spotsOf } from './pointing.ts';

/** What guides are drawn for. */
interface GuidesProps {
  readonly frame: Frame;
  /** Rows of events. */
  readonly rows: readonly number[];
}

/** The lines, behind the lanes. */
export function GuideLines({ frame, rows }: GuidesProps) {
  return (
    <div class="guides" aria-hidden="true">
      {spotsOf(frame, rows)
        .filter(({ x }) => x >= 0 && x <= frame.width)
        .map(({ row, lane, x, y }) => (
          <i
            key={row}
            class={`guide ${laneClass(lane)}`}
            style={{ transform: `translateX(${x}px)`, height: `${y}px` }}
          />
        ))}
    </div>
  );
}

const FONT = '600 11.5px "Inter Variable"';
/** On either side of a date, CSS pixels. */
const PADDING = 6;

/** What the dates and the bracket on the axis are drawn for. */
interface OnAxisProps {
  readonly drawing: Drawing;
  /** Rows of events. */
  readonly rows: readonly number[];
  readonly document: PlacedDocument;
}

/** Where the dates of some events stand on the axis. */
function dateBadges({
  drawing: { frame },
  rows,
  document,
}: OnAxisProps): (Badge & { readonly row: number; readonly lane: number })[] {
  let free = -Infinity;
  return spotsOf(frame, rows)
    .filter(({ x }) => x >= 0 && x <= frame.width)
    .toSorted((a, b) => a.x - b.x)
    .flatMap(({ row, lane, x }) => {
      const when = document.events.whenAt(row);
      if (when === undefined) return [];
      const text = dateInShort(when);
      const width = widthOf(text);
      const left = Math.max(0, Math.min(frame.width - width, x - width / 2));
      // Of two that would lie over each other the later gives way: its line shows where it is.
      if (left < free) return [];
      free = left + width + PADDING;
      return { row, lane, text, left, right: left + width };
    });
}

/** The dates, on the axis. */
export function GuideDates(props: OnAxisProps) {
  return (
    <div class="guide-dates" aria-hidden="true">
      {dateBadges(props).map(({ row, lane, text, left }) => (
        <span
          key={row}
          class={`guide-date ${laneClass(lane)}`}
          style={{ transform: `translateX(${left}px)` }}
        >
          {text}
        </span>
      ))}
    </div>
  );
}

/** Between a bracket's ends and its words, CSS pixels. */
const LEAST_ARM = 10;

/** The bracket between two events that are compared, CSS pixels from the left of the window. */
interface BracketSpot {
  readonly left: number;
  readonly right: number;
  /** How far apart the events are: within the bracket or, where it is too narrow, beside it; `null` without room. */
  readonly words: Badge | null;
}

/** Where the bracket between two events stands; `null` unless there are two, or where neither is in the window. */
function bracketSpot({ drawing, rows, document }: OnAxisProps): BracketSpot | null {
  const { frame, time } = drawing;
  const [one, other] = rows.map((row) => document.events.whenAt(row));
  if (one === undefined || other === undefined) return null;
  const [first = 0, last = 0] = [one.start, other.start]
    .map((start) => positionOf(frame.window, time.place(start), frame.width))
    .toSorted((a, b) => a - b);
  if (last < 0 || first > frame.width) return null;
  const [left, right] = [Math.max(0, first), Math.min(frame.width, last)];
  const text = distanceInWords(one, other);
  const width = widthOf(text);
  const at = (x: number): Badge => ({ text, left: x, right: x + width });
  if (right - left >= width + 2 * LEAST_ARM) return { left, right, words: at((left + right - width) / 2) };
  const dates = dateBadges({ drawing, rows, document });
  const after = Math.max(right, ...dates.map((date) => date.right)) + PADDING;
  const before = Math.min(left, ...dates.map((date) => date.left)) - PADDING - width;
  return {
    left,
    right,
    words: after + width <= frame.width ? at(after) : before >= 0 ? at(before) : null,
  };
}

/** The bracket between two events that are compared, at the foot of the axis. */
export function Bracket(props: OnAxisProps) {
  const spot = bracketSpot(props);
  if (spot === null) return null;
  const { left, right, words } = spot;
  return (
    <div class="guide-dates" aria-hidden="true">
      <i class="bracket" style={{ transform: `translateX(${left}px)`, width: `${right - left}px` }} />
      {words !== null && (
        <span class="bracket-words" style={{ transform: `translateX(${words.left}px)` }}>
          {words.text}
        </span>
      )}
    </div>
  );
}

/** The dates of some events on the axis, and the words of the bracket between them. */
export function badgesOn(props: OnAxisProps): readonly Badge[] {
  const words = bracketSpot(props)?.words ?? null;
  return [...dateBadges(props), ...(words === null ? [] : [words])];
}

function widthOf(text: string): number {
  return textWidth(text, FONT) + 2 * PADDING;
}
