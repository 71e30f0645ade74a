// The menu of a lane's name: what can be done with the lane.
import { Menu } from '../parts/menu.tsx';
import { showLane } from '../view/lanes.ts';
import type { View } from '../view/view.ts';
import { addNewLane, askToRemove, closeLaneMenu, keepOrder, laneMenu, openLane } from './commands.ts';

/** Empty unless it is open. */
export function LaneMenu({ view }: { readonly view: View }) {
  const place = laneMenu.value;
  const lane = place === null ? undefined : view.opened.document.lanes[place.lane];
  if (place === null || lane === undefined) return null;
  const items = [
    {
      label: 'Rename…',
      keys: 'F2',
      run: () => {
        openLane(place.lane);
      },
    },
    {
      label: 'Colour…',
      run: () => {
        openLane(place.lane, 'colour');
      },
    },
    {
      label: 'Merge into…',
      run: () => {
        askToRemove(place.lane, true);
      },
    },
    {
      label: 'Delete…',
      run: () => {
        askToRemove(place.lane, false);
      },
    },
    { label: 'Add lane', run: addNewLane },
    { label: 'Keep this order in the document', run: keepOrder },
    {
      label: 'Hide',
      keys: 'H',
      run: () => {
        showLane(place.lane, false);
      },
    },
  ];
  return (
    <Menu
      key={place.lane}
      name="lane-menu"
      label={lane.title}
      x={place.x}
      y={place.y}
      close={closeLaneMenu}
      items={items.filter(({ run }) => run !== keepOrder || view.isArranged)}
    />
  );
}
