// What lies beyond the window: how many events at either side, and the way to the nearest.
import { useComputed, type ReadonlySignal } from '@preact/signals';
import { ChevronLeft, ChevronRight } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { EARLIEST, LATEST } from '../../shared/dates/calendar.ts';
import type { TimeWindow } from '../../shared/dates/window.ts';
import { grouped } from '../../shared/in-words.ts';
import { goToEvent } from '../view/going.ts';
import type { TimelineModel } from '../view/model.ts';
import { useFocusHandedOn } from './focus-handed-on.ts';

interface EdgesProps {
  readonly model: ReadonlySignal<TimelineModel>;
  readonly window: ReadonlySignal<TimeWindow>;
}

/** Nothing where all events are in view, or none is. */
export function Edges({ model, window }: EdgesProps) {
  const isEmpty = useComputed(() => model.value.index.countIn(window.value) === 0);
  const earlier = useComputed(() => {
    const { index } = model.value;
    return index.count - index.countIn({ start: window.value.start, end: LATEST + 1 });
  });
  const later = useComputed(() => {
    const { index } = model.value;
    return index.count - index.countIn({ start: EARLIEST, end: window.value.end });
  });
  const hasEarlier = useComputed(() => earlier.value > 0);
  const hasLater = useComputed(() => later.value > 0);
  if (isEmpty.value) return null;
  return (
    <>
      {hasEarlier.value && (
        <Edge
          side="earlier"
          count={earlier}
          nearest={() => model.peek().index.lastEnded(window.peek().start)}
        />
      )}
      {hasLater.value && (
        <Edge
          side="later"
          count={later}
          nearest={() => model.peek().index.neighbours(window.peek().end).later}
        />
      )}
    </>
  );
}

interface EdgeProps {
  readonly side: 'earlier' | 'later';
  readonly count: ReadonlySignal<number>;
  /** Finds the row of the nearest event on this side. */
  readonly nearest: () => number | null;
}

function Edge({ side, count, nearest }: EdgeProps) {
  // A signal as text: while the view moves, this alone is written again.
  const words = useComputed(() => `${grouped(count.value)} ${side}`);
  const button = useRef<HTMLButtonElement>(null);
  useFocusHandedOn(button);
  return (
    <button
      ref={button}
      type="button"
      class={`edge edge-${side}`}
      title={`Go to the nearest ${side} event`}
      onClick={() => {
        const row = nearest();
        if (row !== null) goToEvent(row);
      }}
    >
      {side === 'earlier' && <ChevronLeft size={13} aria-hidden="true" />}
      {words}
      {side === 'later' && <ChevronRight size={13} aria-hidden="true" />}
    </button>
  );
}
