// The only importer of vis-timeline: lays marks out in lanes and draws them, and knows nothing else of the app.
import { DataSet } from 'vis-data/esnext';
import { Timeline, type DataItem } from 'vis-timeline/esnext';
import { LATEST } from '../../shared/dates/calendar.ts';
import type { Instant } from '../../shared/dates/event-date.ts';
import type { TimeWindow } from '../../shared/dates/window.ts';
import { laneClass } from '../parts/lane-class.ts';

/** One thing to draw. Items with equal fields are not drawn again. */
export interface VisItem {
  readonly id: string;
  /** Position of the lane, from 0. */
  readonly lane: number;
  /** A card hangs from its date; a bar lies over its span. */
  readonly shape: 'card' | 'bar';
  /** Where a card hangs, or a bar begins. */
  readonly start: Instant;
  /** Needed for bars. */
  readonly end: Instant;
  /** The side of a card that its date stands at: `left` means the card reaches to the right. */
  readonly anchor: 'left' | 'right';
  /** CSS classes, separated by blanks. */
  readonly className: string;
  /** What is shown inside. A stable element keeps focus; a new one replaces the old. */
  readonly element: HTMLElement;
}

/** A vis-timeline that shows what it is given. */
export interface VisView {
  /**
   * Draws exactly these items in a span of time, at once and once. Only the difference to the ones shown reaches
   * vis-timeline.
   * @param lanes positions of the lanes that are shown, from the top down; the same list changes nothing
   */
  show(window: TimeWindow, items: readonly VisItem[], lanes: readonly number[]): void;
  /** Has everything measured again by the next {@link show}: the container, the lanes' height or the cards' width changed. */
  remeasure(): void;
  destroy(): void;
}

// What vis-timeline tells itself whenever it wants to be drawn; its types keep that to themselves.
declare module 'vis-timeline/esnext' {
  interface Timeline {
    listeners(event: '_change'): ((properties?: { readonly queue?: boolean }) => void)[];
    on(event: '_change', callback: (properties?: { readonly queue?: boolean }) => void): void;
    off(event: '_change'): void;
  }
}

/** What a {@link VisView} starts with. */
export interface VisOptions {
  /** The labels of all lanes, by position. */
  readonly lanes: readonly HTMLElement[];
  /** Positions of the lanes that are shown at first, from the top down. */
  readonly shown: readonly number[];
  readonly window: TimeWindow;
  /** Called after each drawing, within the same frame. */
  readonly onDrawn: () => void;
}

/** The last moments of time, where nothing stands but what never ends. */
const ELSEWHERE: TimeWindow = { start: LATEST - 2, end: LATEST - 1 };

/** Beyond any window that the app allows, so that vis-timeline's own limits never interfere. */
const NO_LIMIT = LATEST * 2;

/**
 * vis-timeline reserves one pixel for the border of the empty panel on the right and then gives it to the
 * centre: its scale is one pixel wider than the space beside the lane labels.
 */
export const EXTRA_WIDTH = 1;

/**
 * Creates a view in `container`, whose width it fills; its height follows the lanes.
 * The window stands before there are items: vis-timeline would otherwise lay every item out once for nothing.
 */
export function createVisView(container: HTMLElement, options: VisOptions): VisView {
  const shown = new Map<string, VisItem>();
  const items = new DataSet<DataItem>([]);
  let shownLanes = options.shown;
  const groups = new DataSet(
    options.lanes.map((element, position) => ({
      id: position,
      content: element,
      className: laneClass(position),
      order: shownLanes.indexOf(position),
      visible: shownLanes.includes(position),
    })),
  );
  const timeline = new Timeline(container, items, {
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
    // vis-timeline steps through its axis at every drawing, hidden or not: one step covers all that a Date holds.
    timeAxis: { scale: 'year', step: 250_000 },
    showTooltips: false,
    stack: true,
    orientation: { axis: 'top', item: 'top' },
    margin: { axis: 14, item: { horizontal: 8, vertical: 16 } },
    groupOrder: 'order',
    template: (data: { id: string }) => shown.get(data.id)?.element ?? document.createElement('span'),
  });
  timeline.on('changed', options.onDrawn);
  // vis-timeline would draw at every change, and then once more with the next frame. Here one drawing follows all changes.
  const [draw] = timeline.listeners('_change');
  timeline.off('_change');
  let isChanging = false;
  timeline.on('_change', (properties) => {
    if (!isChanging && properties?.queue !== true) draw?.();
  });
  /** Makes changes that {@link draw} is to follow. */
  const withoutDrawing = (change: () => void) => {
    isChanging = true;
    try {
      change();
    } finally {
      isChanging = false;
    }
  };
  withoutDrawing(() => {
    timeline.setGroups(groups);
  });
  const goTo = ({ start, end }: TimeWindow) => {
    timeline.setWindow(start, end, { animation: false });
  };

  const arrange = (lanes: readonly number[]) => {
    shownLanes = lanes;
    const places = new Map(lanes.map((lane, place) => [lane, place]));
    const changed = groups
      .get()
      .map((group) => {
        const place = places.get(group.id);
        return { ...group, order: place ?? group.order, visible: place !== undefined };
      })
      .filter(({ id, order, visible }) => {
        const known = groups.get(id);
        return known?.order !== order || known.visible !== visible;
      });
    groups.update(changed);
  };

  const exchange = (next: readonly VisItem[]) => {
    const wanted = new Map(next.map((item) => [item.id, item]));
    const gone = [...shown.keys()].filter((id) => !wanted.has(id));
    const changed = next.filter((item) => !isSame(item, shown.get(item.id)));
    if (gone.length === 0 && changed.length === 0) return;
    // What has the focus is changed in place, because taking it out would take the focus away.
    const replaced = changed.filter(
      ({ id, element }) => shown.has(id) && !element.contains(document.activeElement),
    );
    for (const id of gone) shown.delete(id);
    for (const item of changed) shown.set(item.id, item);
    // vis-timeline measures items that are added into view one by one, each at the price of a whole layout, but
    // those that come into view with the next drawing all at once: so they are added out of sight.
    goTo(ELSEWHERE);
    items.remove([...gone, ...replaced.map(({ id }) => id)]);
    items.update(changed.map(toVisData));
  };

  return {
    show(window, next, lanes) {
      const isArranged = lanes === shownLanes;
      withoutDrawing(() => {
        if (!isArranged) arrange(lanes);
        exchange(next);
        goTo(window);
      });
      // Other lanes have another height.
      if (!isArranged) timeline.redraw();
      draw?.();
    },
    remeasure() {
      timeline.redraw();
    },
    destroy() {
      timeline.destroy();
    },
  };
}

function toVisData(item: VisItem): DataItem {
  const common = {
    id: item.id,
    group: item.lane,
    start: item.start,
    className: item.className,
    content: '',
  };
  // The types of vis-timeline do not know `align`, which its items do.
  const card = { ...common, type: 'box' as const, align: item.anchor };
  const bar = { ...common, type: 'range' as const, align: 'auto', end: item.end };
  return item.shape === 'card' ? card : bar;
}

function isSame(a: VisItem, b: VisItem | undefined): boolean {
  return (
    a.lane === b?.lane &&
    a.shape === b.shape &&
    a.start === b.start &&
    a.end === b.end &&
    a.anchor === b.anchor &&
    a.className === b.className &&
    a.element === b.element
  );
}
