// The lines from events to the axis, with their dates there: of what is selected, has the focus or is pointed at.
import { dateInShort } from '../../shared/dates/words.ts';
import type { PlacedDocument } from '../../shared/document/document.ts';
import { laneClass } from '../parts/lane-class.ts';
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
