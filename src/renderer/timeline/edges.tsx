// What lies beyond the window: how many events at either side, and the way to the nearest.
import { useComputed, type ReadonlySignal } from '@preact/signals';
import { ChevronLeft, ChevronRight } from 'lucide-preact';
import { EARLIEST, LATEST } from '../../shared/dates/calendar.ts';
import type { TimeWindow } from '../../shared/dates/window.ts';
import { goToEvent } from '../view/going.ts';
import type { TimelineModel } from '../view/model.ts';

interface EdgesProps {
  readonly model: ReadonlySignal<TimelineModel>;
  readonly window: ReadonlySignal<TimeWindow>;
}

/** Nothing where all events are in view, or none is. */
export function Edges({ model, window }: EdgesProps) {
  const counts = useComputed(() => {
    const { start, end } = window.value;
    const of = model.value.index;
    const inView = of.countIn({ start, end });
    const fromStart = of.countIn({ start, end: LATEST + 1 });
    const untilEnd = of.countIn({ start: EARLIEST, end });
    return inView === 0 ? '0/0' : `${of.order.length - fromStart}/${of.order.length - untilEnd}`;
  });
  const [earlier = 0, later = 0] = counts.value.split('/').map(Number);
  const goTo = (side: 'earlier' | 'later') => () => {
    const { start, end } = window.peek();
    const of = model.peek();
    const place = side === 'earlier' ? lastEndingBefore(of, start) : firstStartingFrom(of, end);
    if (place !== null) goToEvent(place);
  };
  return (
    <>
      {earlier > 0 && (
        <button
          type="button"
          class="edge edge-earlier"
          title="Go to the nearest earlier event"
          onClick={goTo('earlier')}
        >
          <ChevronLeft size={13} aria-hidden="true" />
          {earlier.toLocaleString('en')} earlier
        </button>
      )}
      {later > 0 && (
        <button
          type="button"
          class="edge edge-later"
          title="Go to the nearest later event"
          onClick={goTo('later')}
        >
          {later.toLocaleString('en')} later
          <ChevronRight size={13} aria-hidden="true" />
        </button>
      )}
    </>
  );
}

/** The row of the event that ended last before an instant. */
function lastEndingBefore({ index, document }: TimelineModel, instant: number): number | null {
  let best: number | null = null;
  let latest = -Infinity;
  for (const row of index.order) {
    const when = document.events[row]?.when;
    if (when === undefined || when.start >= instant) break;
    if (when.end <= instant && when.end > latest) [best, latest] = [row, when.end];
  }
  return best;
}

/** The row of the first event that starts at an instant or later. */
function firstStartingFrom({ index }: TimelineModel, instant: number): number | null {
  return index.neighbours(instant).later;
}
