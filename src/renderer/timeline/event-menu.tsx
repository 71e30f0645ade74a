// The menu of a mark: what can be done with its event.
import type { PlacedEvent } from '../../shared/document/event.ts';
import { Menu } from '../parts/menu.tsx';

/** What can be done with an event. */
export type EventAction =
  'edit' | 'duplicate' | 'delete' | 'copy' | 'cite' | 'compare' | 'zoom' | 'hide-lane' | 'open-source';

/** Where a menu stands, and of which event. */
export interface EventMenuPlace {
  /** Row of the event. */
  readonly row: number;
  /** CSS pixels in the page. */
  readonly x: number;
  readonly y: number;
}

interface EventMenuProps extends EventMenuPlace {
  readonly event: PlacedEvent;
  readonly run: (action: EventAction) => void;
  readonly close: () => void;
}

const ITEMS: readonly { readonly action: EventAction; readonly label: string }[] = [
  { action: 'edit', label: 'Edit event' },
  { action: 'duplicate', label: 'Duplicate event' },
  { action: 'delete', label: 'Delete event' },
  { action: 'copy', label: 'Copy event' },
  { action: 'cite', label: 'Copy with citation' },
  { action: 'compare', label: 'Compare from here' },
  { action: 'zoom', label: 'Zoom to event' },
  { action: 'hide-lane', label: 'Hide its lane' },
  { action: 'open-source', label: 'Open source' },
];

/** Offers them at a place of the page. */
export function EventMenu({ event, x, y, run, close }: EventMenuProps) {
  return (
    <Menu
      name="event-menu"
      label={event.title}
      x={x}
      y={y}
      close={close}
      items={ITEMS.filter(({ action }) => action !== 'open-source' || event.sources.length > 0).map(
        ({ action, label }) => ({
          label,
          run: () => {
            run(action);
          },
        }),
      )}
    />
  );
}
