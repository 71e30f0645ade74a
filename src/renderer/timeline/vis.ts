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
    /** Draws all there is. */
    _redraw(): void;
    /** Whether it has shown itself; until then each drawing measures the page's scroll bars. */
    initialDrawDone: boolean;
    /** Whether it has gone to the window of its options. */
    initialFitDone: boolean;
    readonly dom: { readonly root: HTMLElement; readonly loadingScreen: HTMLElement };
    readonly itemSet: {
      /** Draws all lanes again; true if one has changed its size. */
      redraw: () => boolean;
      initialDrawDone: boolean;
      readonly groups: Readonly<
        Record<number, { readonly dom: { readonly background: HTMLElement } } | undefined>
      >;
    };
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
 * Draws only when it is told to: vis-timeline would draw at every change and once more after it was made, and its lanes at
 * every item that comes or goes, and read sizes back for it.
 */
class ToldTimeline extends Timeline {
  // No field: the constructor of vis-timeline calls for a drawing before fields are set.
  declare isDrawing?: boolean;

  /** Draws at once, and again where a drawing has changed a size. */
  draw(redrawLanes: () => void): void {
    this.isDrawing = true;
    try {
      // The lanes first: vis-timeline would ask for its height before they have theirs, and draw all once more for it.
      redrawLanes();
      super._redraw();
    } finally {
      this.isDrawing = false;
    }
  }

  override _redraw(): void {
    if (this.isDrawing === true) super._redraw();
  }
}

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
  const timeline = new ToldTimeline(box, items, {
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
  const { itemSet } = timeline;
  const redrawLanes = itemSet.redraw.bind(itemSet);
  itemSet.redraw = () => timeline.isDrawing === true && redrawLanes();
  const draw = () => {
    timeline.draw(redrawLanes);
  };
  // It stands at its window and is to be seen: vis-timeline would go there after its first drawing, and draw until then with
  // the width of the page's scroll bars, which it measures each time.
  timeline.initialFitDone = true;
  timeline.initialDrawDone = true;
  itemSet.initialDrawDone = true;
  timeline.dom.root.style.visibility = 'visible';
  timeline.dom.loadingScreen.remove();
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
