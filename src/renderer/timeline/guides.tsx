// The lines from events to their dates on the axis, and the bracket with the distance between two that are compared.
import { distanceInWords } from '../../shared/dates/distance.ts';
import { dateInShort } from '../../shared/dates/words.ts';
import type { PlacedDocument } from '../../shared/document/document.ts';
import { laneClass } from '../parts/lane-class.ts';
import { positionOf } from '../../shared/dates/window.ts';
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

/** The dates, on the axis. */
export function GuideDates({ frame, rows, document }: GuidesProps & { readonly document: PlacedDocument }) {
  let free = -Infinity;
  return (
    <div class="guide-dates" aria-hidden="true">
      {spotsOf(frame, rows)
        .filter(({ x }) => x >= 0 && x <= frame.width)
        .toSorted((a, b) => a.x - b.x)
        .map(({ row, lane, x }) => {
          const when = document.events[row]?.when;
          if (when === undefined) return null;
          const date = dateInShort(when);
          const width = textWidth(date, FONT) + 2 * PADDING;
          const left = Math.max(0, Math.min(frame.width - width, x - width / 2));
          // Of two that would lie over each other the later gives way: its line shows where it is.
          if (left < free) return null;
          free = left + width + PADDING;
          return (
            <span
              key={row}
              class={`guide-date ${laneClass(lane)}`}
              style={{ transform: `translateX(${left}px)` }}
            >
              {date}
            </span>
          );
        })}
    </div>
  );
}

/** Between a bracket's ends and its words, CSS pixels. */
const LEAST_ARM = 10;

/** The bracket between two events that are compared, at the foot of the axis; nothing unless there are two. */
export function Bracket({ frame, rows, document }: GuidesProps & { readonly document: PlacedDocument }) {
  const [one, other] = rows.map((row) => document.events[row]?.when);
  if (one === undefined || other === undefined) return null;
  const [left = 0, right = 0] = [one.start, other.start]
    .map((start) => Math.min(frame.width, Math.max(0, positionOf(frame.window, start, frame.width))))
    .toSorted((a, b) => a - b);
  const words = distanceInWords(one, other);
  const width = textWidth(words, FONT) + 2 * PADDING;
  return (
    <div class="guide-dates" aria-hidden="true">
      <i class="bracket" style={{ transform: `translateX(${left}px)`, width: `${right - left}px` }} />
      {right - left >= width + 2 * LEAST_ARM && (
        <span class="bracket-words" style={{ transform: `translateX(${(left + right - width) / 2}px)` }}>
          {words}
        </span>
      )}
    </div>
  );
}
