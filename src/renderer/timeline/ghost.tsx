// The marks that a proposal would be, over those of the events: it is no part of the document, and no figure shows it.
import { positionOf, scaleOf } from '../../shared/dates/window.ts';
import type { EventDate } from '../../shared/dates/event-date.ts';
import { dateInShort } from '../../shared/dates/words.ts';
import { isPoint } from '../../shared/index/labels.ts';
import { laneClass } from '../parts/lane-class.ts';
import type { Frame } from './frame.ts';
import { laneTop } from './pointing.ts';
import { certaintyClasses } from './texts.ts';

/** A mark that may come to be. */
export interface Ghost {
  readonly title: string;
  /** Who gives it this date; `null` for the proposal itself. */
  readonly source: string | null;
  readonly when: EventDate;
  /** The row of the lane that it would stand in. */
  readonly lane: number;
}

/** From the bottom of its lane to its top, and to that of the next one above; CSS pixels. */
const RISE = 44;
/** How far beyond the window a bar is drawn, CSS pixels. */
const BEYOND = 40;
/** The room of its label, CSS pixels; timeline.css repeats it. */
const LABEL = 260;

/** They stand at the bottom of their lane, where the fewest marks are. The review beside them says the same in words. */
export function GhostMarks({ frame, ghosts }: { readonly frame: Frame; readonly ghosts: readonly Ghost[] }) {
  return (
    <div class="guides" aria-hidden="true">
      {ghosts.map((ghost, number) => (
        <GhostMark key={number} frame={frame} ghost={ghost} number={number} />
      ))}
    </div>
  );
}

function GhostMark({
  frame,
  ghost: { title, source, when, lane },
  number,
}: {
  readonly frame: Frame;
  readonly ghost: Ghost;
  readonly number: number;
}) {
  const own = frame.lanes.find((one) => one.lane === lane);
  const { window, width } = frame;
  // In a lane that is not there yet, it stands below all others.
  const isNew = lane < 0 || frame.lanes.length === 0;
  if ((own === undefined && !isNew) || when.start >= window.end || when.end <= window.start) return null;
  const at = (instant: number): number =>
    Math.max(-BEYOND, Math.min(width + BEYOND, positionOf(window, instant, width)));
  const isDot = isPoint(when.start, when.end, scaleOf(window, width));
  const [left, right] = [at(when.start), isDot ? at(when.start) : Math.max(at(when.end), at(when.start) + 4)];
  const bottom = laneTop(frame, lane) + (own?.height ?? 0);
  const top = frame.lanes.length === 0 ? RISE * number : Math.max(0, bottom - RISE * (number + 1));
  const label = Math.max(0, Math.min(left, width - LABEL)) - left;
  return (
    <div
      class={`vis-item ghost ${laneClass(Math.max(0, lane))} ${isDot ? 'dot' : 'bar'} ${certaintyClasses(when)}`}
      style={{ transform: `translate(${left}px, ${top}px)` }}
    >
      <i class="mark-shape" style={isDot ? {} : { width: `${right - left}px` }} />
      <span class="mark" style={{ left: `${label + (isDot && label === 0 ? 12 : 0)}px` }}>
        <span class="mark-title" dir="auto">
          {source ?? title}
        </span>
        <span class="mark-date">
          {source === null ? 'Proposed' : 'Says'}: {dateInShort(when)}
        </span>
      </span>
    </div>
  );
}
