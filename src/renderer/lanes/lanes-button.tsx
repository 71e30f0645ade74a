// The button above the lane labels, and the list of all lanes that it opens, which is loaded when it is wanted.
import { Rows3 } from 'lucide-preact';
import { closeLanesList, lanesList, openLanesList } from './commands.ts';
import type { View } from '../view/view.ts';
import { lazy } from '../parts/lazy.tsx';

const LanesList = lazy(async () => (await import('./lanes-list.tsx')).LanesList);

/** Says how many lanes are shown where not all are. */
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
        // The press that closes a popover comes before the click, which would open it again.
        onPointerDown={(event) => {
          if (isOpen) event.preventDefault();
        }}
        onClick={() => {
          if (isOpen) closeLanesList();
          else openLanesList();
        }}
      >
        <Rows3 size={15} aria-hidden="true" />
        {shown === total ? 'Lanes' : `${shown.toLocaleString('en')} of ${total.toLocaleString('en')} lanes`}
      </button>
      {isOpen && <LanesList view={view} />}
    </>
  );
}
