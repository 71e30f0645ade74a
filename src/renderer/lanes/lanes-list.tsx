// The list of all lanes: shows, hides and reorders them, resets that, and leads to the forms that change them.
import { isolate } from '../../shared/isolate.ts';
import { ArrowDown, ArrowUp, Pencil, Plus, Undo2 } from 'lucide-preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { addNewLane, closeLanesList, keepOrder, lanesList, openLane } from './commands.ts';
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
  const isInOrder = order.every((lane, place) => lane === place);

  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return;
    const before = document.activeElement;
    element.showPopover();
    const at = lanesList.peek();
    const first = element.querySelector<HTMLElement>('input');
    const named =
      typeof at === 'number' ? element.querySelector<HTMLElement>(`input[data-lane="${at}"]`) : null;
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
        const at = event.target instanceof HTMLElement ? event.target.dataset['lane'] : undefined;
        if (event.key !== 'F2' || at === undefined) return;
        event.preventDefault();
        openLane(Number(at));
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
              <button
                type="button"
                class="icon-button"
                data-lane={lane}
                aria-label={`Edit ${isolate(title)}`}
                title="Rename, colour, merge or delete (F2)"
                onClick={() => {
                  openLane(lane);
                }}
              >
                <Pencil size={14} aria-hidden="true" />
              </button>
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
          aria-disabled={isInOrder}
          title="Give the lanes of the document this order"
          onClick={keepOrder}
        >
          Keep order
        </button>
        <button type="button" class="button" onClick={addNewLane}>
          <Plus size={15} aria-hidden="true" /> Add lane
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
