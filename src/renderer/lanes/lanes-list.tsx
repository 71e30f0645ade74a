// The list of all lanes: shows, hides and reorders them, and resets that.
import { isolate } from '../../shared/isolate.ts';
import { ArrowDown, ArrowUp, Undo2 } from 'lucide-preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { closeLanesList, lanesList } from './commands.ts';
import { moveLane, resetLanes, showAllLanes, showLane } from '../view/lanes.ts';
import { undo, undoable } from '../view/undoing.ts';
import type { View } from '../view/view.ts';
import { laneRows } from '../../shared/document/lane-of.ts';
import { neighbour } from '../view/arrangement.ts';
import './lanes-list.css';
import { laneClass } from '../parts/lane-class.ts';

/** Covers part of the timeline until Escape or a press elsewhere closes it; the focus then returns. */
export function LanesList({ view }: { readonly view: View }) {
  const root = useRef<HTMLDivElement>(null);
  const { document: shown } = view.opened;
  const { lanes } = shown;
  const present = view.lanes.value;
  const order = laneRows(shown, present.order);

  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return;
    const before = document.activeElement;
    element.showPopover();
    const at = lanesList.peek();
    const first = element.querySelector<HTMLElement>('input');
    const named = typeof at === 'number' ? element.querySelector<HTMLElement>(`[data-lane="${at}"]`) : null;
    (named ?? first ?? element).focus();
    return () => {
      const isInside = element.contains(document.activeElement) || document.activeElement === document.body;
      if (isInside && before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, []);

  return (
    <div
      ref={root}
      popover="auto"
      class="lanes-list"
      role="dialog"
      aria-label="Lanes"
      tabIndex={-1}
      onToggle={(event) => {
        if (event.newState === 'closed') closeLanesList();
      }}
      onKeyDown={(event) => {
        // Escape closes the list and does nothing else.
        if (event.key === 'Escape') event.stopPropagation();
      }}
    >
      <ul>
        {order.map((lane) => {
          const title = lanes[lane]?.title ?? '';
          return (
            <li key={lane} class={laneClass(lane)}>
              <label>
                <input
                  type="checkbox"
                  data-lane={lane}
                  checked={!present.hidden.has(lanes[lane]?.id ?? '')}
                  onChange={({ currentTarget }) => {
                    showLane(lane, currentTarget.checked);
                  }}
                />
                <i class="swatch" aria-hidden="true" />
                <span dir="auto">{title}</span>
              </label>
              <MoveButton lane={lane} title={title} direction="up" order={order} />
              <MoveButton lane={lane} title={title} direction="down" order={order} />
            </li>
          );
        })}
      </ul>
      <footer>
        <button type="button" class="button" aria-disabled={present.hidden.size === 0} onClick={showAllLanes}>
          Show all
        </button>
        <button type="button" class="button" aria-disabled={!view.isArranged} onClick={resetLanes}>
          Reset
        </button>
        <button
          type="button"
          class="button"
          title="Undo"
          aria-label="Undo"
          aria-disabled={undoable.value === null}
          onClick={undo}
        >
          <Undo2 size={16} aria-hidden="true" />
        </button>
      </footer>
    </div>
  );
}

/** Stays enabled at the end, like the buttons below with nothing to do, so that the focus is not lost. */
function MoveButton({
  lane,
  title,
  direction,
  order,
}: {
  lane: number;
  title: string;
  direction: 'up' | 'down';
  order: readonly number[];
}) {
  const other = neighbour(order, lane, direction);
  const Icon = direction === 'up' ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={`Move ${isolate(title)} ${direction}`}
      aria-disabled={other === undefined}
      onClick={() => {
        if (other !== undefined) moveLane(lane, other);
      }}
    >
      <Icon size={15} aria-hidden="true" />
    </button>
  );
}
