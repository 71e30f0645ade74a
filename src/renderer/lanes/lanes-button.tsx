// The button above the lane labels; loads and opens the list of all lanes.
import { Rows3 } from 'lucide-preact';
import { grouped } from '../../shared/in-words.ts';
import { closeLanesList, lanesList, openLanesList } from './commands.ts';
import type { View } from '../view/view.ts';
import { lazy } from '../parts/lazy.tsx';

const LanesList = lazy(async () => (await import('./lanes-list.tsx')).LanesList);

/** Says how many lanes are shown, unless all are. */
export function LanesButton({ view }: { readonly view: View }) {
  const { length: total } = view.opened.document.lanes;
  const { length: shown } = view.model.index.lanes;
  const isOpen = lanesList.value !== 'closed';
  if (total === 0) return null;
  return (
    <>
      <button
        type="button"
        class="lanes-button"
        title="Show, hide or reorder lanes"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        // Pressing closes the popover before the click, which would otherwise open it again.
        onPointerDown={(event) => {
          if (isOpen) event.preventDefault();
        }}
        onClick={() => {
          if (isOpen) closeLanesList();
          else openLanesList();
        }}
      >
        <Rows3 size={15} aria-hidden="true" />
        {shown === total ? 'Lanes' : `${grouped(shown)} of ${grouped(total)} lanes`}
      </button>
      {isOpen && <LanesList view={view} />}
    </>
  );
}
