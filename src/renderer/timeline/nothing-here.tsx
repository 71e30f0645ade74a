// What stands over a view without events: where the nearest are, and the way to all.
import { useComputed, useSignal, type ReadonlySignal } from '@preact/signals';
import { ChevronLeft, ChevronRight } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { dateInShort, dateInWords } from '../../shared/dates/words.ts';
import { goToEvent } from '../view/going.ts';
import { showAll } from '../view/moving.ts';
import type { View } from '../view/view.ts';
import { useFocusHandedOn } from './focus-handed-on.ts';
import type { Ghost } from './ghost.tsx';

/** How long the view stays empty before that is said, milliseconds: who passes through a gap is not held up. */
const DELAY = 250;

/** Nothing while an event or the mark of a proposal is in view, or where there is none to go to. */
export function NothingHere({
  view,
  ghosts,
}: {
  readonly view: View;
  readonly ghosts: ReadonlySignal<readonly Ghost[]>;
}) {
  const near = useComputed(() => {
    const now = view.window.current.value;
    // A glide is judged by where it leads: what it passes on the way comes and goes.
    const target = view.window.target();
    const { index } = view.shown.value;
    if (index.count === 0 || index.countIn(target) > 0) return null;
    if (ghosts.value.some(({ when }) => when.start < target.end && when.end > target.start)) return null;
    return { isMoving: now !== target, ...index.neighbours(target.end) };
  });
  const isShown = useSignal(false);
  const isWaiting = near.value !== null && !near.value.isMoving && !isShown.value;
  const isOver = near.value === null && isShown.value;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => {
      isShown.value = true;
    }, DELAY);
    return () => {
      clearTimeout(timer);
    };
  }, [isWaiting]);
  useEffect(() => {
    if (isOver) isShown.value = false;
  }, [isOver]);

  return (
    <div class="nothing-place" aria-live="polite">
      {near.value !== null && isShown.value && (
        <Nothing view={view} earlier={near.value.earlier} later={near.value.later} />
      )}
    </div>
  );
}

interface Near {
  readonly view: View;
  /** Positions in the document. */
  readonly earlier: number | null;
  readonly later: number | null;
}

function Nothing({ view, earlier, later }: Near) {
  const element = useRef<HTMLDivElement>(null);
  useFocusHandedOn(element);
  return (
    <div ref={element} class="nothing" role="group" aria-label="No events here">
      <p>No events here</p>
      <div class="nothing-near">
        {earlier !== null && <NearEvent view={view} position={earlier} side="earlier" />}
        {later !== null && <NearEvent view={view} position={later} side="later" />}
      </div>
      <button type="button" class="button" title="Show all events (0)" onClick={showAll}>
        Show all
      </button>
    </div>
  );
}

function NearEvent({
  view,
  position,
  side,
}: {
  readonly view: View;
  readonly position: number;
  readonly side: 'earlier' | 'later';
}) {
  const event = view.opened.document.events.placedAt(position);
  if (event === undefined) return null;
  const isEarlier = side === 'earlier';
  return (
    <button
      type="button"
      class={`button near near-${side}`}
      title={`${event.title}, ${dateInWords(event.when)}`}
      onClick={() => {
        goToEvent(position);
      }}
    >
      {isEarlier && <ChevronLeft size={16} aria-hidden="true" />}
      <span>
        <span class="visually-hidden">{isEarlier ? 'Earlier:' : 'Later:'}</span>
        <span class="near-title" dir="auto">
          {event.label ?? event.title}
        </span>
        <span class="near-date">{dateInShort(event.when)}</span>
      </span>
      {!isEarlier && <ChevronRight size={16} aria-hidden="true" />}
    </button>
  );
}
