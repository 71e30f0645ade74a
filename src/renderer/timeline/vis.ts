// The only importer of vis-timeline: its window, its lanes as groups, and labelled marks as items of a type of our own.
//
// vis-timeline would measure every item and stack them again at each drawing. Our marks know their size and place, so
// its own drawing runs only where lanes or sizes change; in a frame of zooming or dragging items come and go through
// its data set, its range is set, and each mark is moved by its transform.
import { DataSet } from 'vis-data/esnext';
import { Timeline, timeline as components, type DataItem } from 'vis-timeline/esnext';
import { LATEST } from '../../shared/dates/calendar.ts';
import { laneClass } from '../parts/lane-class.ts';
import {
  BORDERS,
  type LanesView,
  type LanesViewOptions,
  type ShownItem,
  type ShownLane,
} from './lanes-view.ts';

/** An item as vis-timeline makes it from its data. */
interface Item {
  id: string;
  displayed: boolean;
  dirty: boolean;
  top: number;
  height: number;
  readonly data: { readonly id: string };
  readonly parent: { readonly dom: { readonly foreground: HTMLElement } } | null;
}

// What vis-timeline tells itself whenever it wants to be drawn, and the parts that it is made of; its types keep both
// to themselves.
declare module 'vis-timeline/esnext' {
  interface Timeline {
    readonly range: { start: number; end: number };
    readonly itemSet: {
      /** Draws all lanes again; true if one has changed its size. */
      redraw: () => boolean;
      readonly groups: Readonly<
        Record<number, { readonly dom: { readonly background: HTMLElement } } | undefined>
      >;
    };
    listeners(event: '_change'): ((properties?: { readonly queue?: boolean }) => void)[];
    on(event: '_change', callback: (properties?: { readonly queue?: boolean }) => void): void;
    off(event: '_change'): void;
  }
  const timeline: {
    readonly components: {
      readonly items: { readonly Item: new (data: object, conversion: object, options: object) => Item };
      readonly ItemSet: { readonly types: Record<string, unknown> };
    };
  };
}

/** Beyond any window that the app allows, so that vis-timeline's own limits never interfere. */
const NO_LIMIT = LATEST * 2;

const MARK_TYPE = 'mark';

/** The elements of the items that are shown, by their ids. An id names one event of one view. */
const elements = new Map<string, HTMLElement>();

/** An item that has its place already: nothing of it is measured, and it is shown as long as vis-timeline has it. */
class MarkItem extends components.components.items.Item {
  override top = 0;
  override height = 0;

  isVisible(): boolean {
    return true;
  }

  show(): boolean {
    const element = elements.get(this.data.id);
    if (this.displayed || element === undefined || this.parent === null) return false;
    this.parent.dom.foreground.append(element);
    this.displayed = true;
    return true;
  }

  hide(): boolean {
    if (!this.displayed) return false;
    elements.get(this.data.id)?.remove();
    this.displayed = false;
    return true;
  }

  /** vis-timeline asks some items for what is left to do; of these nothing is. */
  redraw(): (() => void)[] {
    this.dirty = false;
    this.show();
    return [];
  }
}

components.components.ItemSet.types[MARK_TYPE] = MarkItem;

/**
 * Creates a view in `container`, whose width it fills; its height follows the lanes.
 * The window stands before there are items: vis-timeline would otherwise lay every item out once for nothing.
 */
export function createVisView(container: HTMLElement, options: LanesViewOptions): LanesView {
  /** Different for each view, so that two views never share an item. */
  const prefix = `${(views += 1)}:`;
  const shown = new Map<string, ShownItem>();
  const items = new DataSet<DataItem>([]);
  const groupOf = (name: HTMLElement, lane: number, lanes: readonly ShownLane[]) => {
    const place = lanes.findIndex((other) => other.lane === lane);
    const height = lanes[place]?.height ?? 0;
    name.style.height = `${height}px`;
    return { id: lane, content: name, className: laneClass(lane), order: place, visible: place >= 0, height };
  };
  const groups = new DataSet(options.names.map((name, lane) => groupOf(name, lane, options.shown)));
  // vis-timeline is higher than its lanes for a moment while it lays them out, and would meet a scrollbar there.
  const fitHeight = (lanes: readonly ShownLane[]) => {
    container.style.height = `${lanes.reduce((sum, { height }) => sum + height, 0) + BORDERS}px`;
  };
  fitHeight(options.shown);
  // vis-timeline draws itself several times while it is made; where it is in no page yet, that costs nothing.
  const box = document.createElement('div');
  const timeline = new Timeline(box, items, {
    start: options.window.start,
    end: options.window.end,
    zoomMin: 1,
    zoomMax: NO_LIMIT,
    rtl: false,
    autoResize: false,
    moveable: false,
    zoomable: false,
    selectable: false,
    showCurrentTime: false,
    showMajorLabels: false,
    showMinorLabels: false,
    // vis-timeline steps through its axis at every drawing, hidden or not: no-axis.ts ends that after one step.
    timeAxis: { scale: 'millisecond', step: 1 },
    showTooltips: false,
    stack: false,
    orientation: { axis: 'top', item: 'top' },
    margin: { axis: 0, item: { horizontal: 0, vertical: 0 } },
    groupOrder: 'order',
  });
  // vis-timeline would draw at every change, and its lanes at every item that comes or goes, and read sizes back for it.
  // Here it draws when it is told to.
  const { itemSet } = timeline;
  const redrawLanes = itemSet.redraw.bind(itemSet);
  let isDrawing = false;
  itemSet.redraw = () => isDrawing && redrawLanes();
  const [drawAll] = timeline.listeners('_change');
  timeline.off('_change');
  // Where a drawing changes a size, vis-timeline asks for the next.
  timeline.on('_change', (properties) => {
    if (isDrawing && properties?.queue !== true) drawAll?.();
  });
  const draw = () => {
    isDrawing = true;
    try {
      // The lanes first: vis-timeline would ask for its height before they have theirs, and draw all once more for it.
      redrawLanes();
      drawAll?.();
    } finally {
      isDrawing = false;
    }
  };
  timeline.setGroups(groups);
  container.append(box);
  draw();

  return {
    show(window, next) {
      timeline.range.start = window.start;
      timeline.range.end = window.end;
      const wanted = new Set(next.map(({ id }) => id));
      const gone = [...shown.keys()].filter((id) => !wanted.has(id));
      const added = next.filter(({ id, lane, element }) => {
        const known = shown.get(id);
        return known?.element !== element || known.lane !== lane;
      });
      const replaced = added.filter(({ id }) => shown.has(id)).map(({ id }) => id);
      const removed = [...gone, ...replaced];
      if (removed.length > 0) items.remove(removed.map((id) => prefix + id));
      for (const id of removed) {
        shown.delete(id);
        elements.delete(prefix + id);
      }
      for (const item of added) {
        shown.set(item.id, item);
        elements.set(prefix + item.id, item.element);
      }
      if (added.length > 0)
        items.add(
          added.map(({ id, lane }) => ({
            id: prefix + id,
            group: lane,
            start: 0,
            type: MARK_TYPE,
            content: '',
          })),
        );
    },
    arrange(lanes) {
      const changed = options.names
        .map((name, lane) => groupOf(name, lane, lanes))
        .filter((group) => {
          const known = groups.get(group.id);
          return (
            known?.order !== group.order || known.visible !== group.visible || known.height !== group.height
          );
        });
      fitHeight(lanes);
      groups.update(changed);
      draw();
    },
    ground: (lane) => timeline.itemSet.groups[lane]?.dom.background,
    destroy() {
      timeline.destroy();
      for (const id of shown.keys()) elements.delete(prefix + id);
    },
  };
}

let views = 0;
