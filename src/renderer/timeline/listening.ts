// The reader's hands on the timeline: pointer, wheel and keys, and what each asks for.
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { DateHandle } from '../../shared/dates/changing.ts';
import type { Instant } from '../../shared/dates/event-date.ts';
import { instantAt, type TimeWindow } from '../../shared/dates/window.ts';
import { listenToAxisDrag, type Band } from './axis-drag.ts';
import type { DraggedEvent } from './dragged-event.tsx';
import { listenToEventDrag, type EventDrag, type Grabbed } from './event-drag.ts';
import type { EventMenuPlace } from './event-menu.tsx';
import type { Frame } from './frame.ts';
import { listenToGestures, type GestureTarget } from './gestures.ts';
import type { LaneActions } from './lane-labels.tsx';
import { MARK_ATTRIBUTE } from './mark-elements.ts';
import { boxAt, laneAt, type Pointed } from './pointing.ts';

/** What the reader does to the timeline. */
export interface TimelineActions extends Omit<GestureTarget, 'scroll' | 'dragging'> {
  /** An event, by its row, was clicked, or Enter was pressed on it; with Shift, to be compared with the one selected before. */
  choose(row: number, compare: boolean): void;
  /** An event, by its row, was double-clicked. */
  open(row: number): void;
  /** A column of a strip was clicked, which stands for the events of a lane in a span of time. */
  openColumn(lane: number, span: TimeWindow): void;
  /** The menu of an event was asked for at a place in the page. */
  menu(place: EventMenuPlace): void;
  /** An empty place of a lane was double-clicked, or held for long. */
  addAt(lane: number, instant: Instant): void;
  /** What an event that is being dragged would become. */
  preview(drag: EventMove): Pick<DraggedEvent, 'when' | 'lane'>;
  /** An event was dragged and let go. */
  drop(drag: EventMove): void;
  /** A span of time was chosen on the axis. */
  showSpan(span: TimeWindow): void;
  readonly lanes: LaneActions;
}

/** The attribute that names the row of an event in the tray. */
export const TRAY_ATTRIBUTE = 'data-tray-row';

/** An event that is dragged: by how much time, and over which lane. */
export interface EventMove extends Grabbed {
  /** Milliseconds; positive is later. */
  readonly delta: number;
  /** The lane under the pointer, by its position in the document; `null` where the pointer is over none. */
  readonly lane: number | null;
  /** The instant under the pointer. */
  readonly instant: Instant;
  /** Whether the date may take a finer step than the axis shows. */
  readonly isFine: boolean;
}

/** Where the pointer is, CSS pixels in the timeline, and what is there. */
export interface Pointer {
  readonly pointed: Pointed;
  readonly x: number;
  readonly y: number;
  /** Of the timeline. */
  readonly width: number;
  readonly height: number;
}

/** Where the window's span is drawn, CSS pixels; `left` in the page. */
export interface PlotSize {
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** What is listened to, and what it changes. */
export interface ListenOptions {
  readonly root: HTMLElement;
  readonly scroller: HTMLElement;
  readonly window: ReadonlySignal<TimeWindow>;
  readonly actions: TimelineActions;
  readonly size: ReadonlySignal<PlotSize>;
  /** The frame that was drawn last. */
  readonly frame: () => Frame | null;
  readonly pointer: Signal<Pointer | null>;
  /** Row of the event whose mark has the focus. */
  readonly focused: Signal<number | null>;
  /** The part of the axis that is being chosen. */
  readonly band: Signal<Band | null>;
  /** Rows of the selected events. */
  readonly selected: ReadonlySignal<readonly number[]>;
  /** The event that is being dragged. */
  readonly dragged: Signal<DraggedEvent | null>;
}

/** How near to the end of a bar the pointer takes hold of that end, CSS pixels, and the shortest bar that has such ends. */
const END_REACH = 6;
const SHORTEST_WITH_ENDS = 24;
/** How long a finger rests on an empty place to add an event there, milliseconds. */
const LONG_PRESS = 550;

/** Listens on a timeline; returns a function that stops it. */
export function listen(options: ListenOptions): () => void {
  const { root, scroller, pointer, focused, band, actions, size, frame } = options;
  const plot = () => size.peek();
  const rowOf = (target: EventTarget | null): number | null => {
    const element = target instanceof Element ? target.closest(`[${MARK_ATTRIBUTE}]`) : null;
    const id = element?.getAttribute(MARK_ATTRIBUTE);
    const marks = frame()?.lanes.flatMap((lane) => lane.marks);
    return marks?.find((mark) => mark.id === id)?.text.row ?? null;
  };
  const pointedAt = (event: MouseEvent): Pointed | null => {
    const row = rowOf(event.target);
    if (row !== null) return { kind: 'mark', row };
    const now = frame();
    const isOnLanes = event.target instanceof Element && event.target.closest('.vis-center, .grid') !== null;
    if (now === null || !isOnLanes) return null;
    const { top } = scroller.getBoundingClientRect();
    return boxAt(now, event.clientX - plot().left, event.clientY - top + scroller.scrollTop);
  };
  const onClick = (event: MouseEvent) => {
    const pointed = pointedAt(event);
    if (pointed === null) return;
    if (pointed.kind === 'mark') actions.choose(pointed.row, event.shiftKey);
    else if (pointed.box.row !== null) actions.choose(pointed.box.row, event.shiftKey);
    else actions.openColumn(pointed.lane, pointed.box.span);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const row = rowOf(event.target);
    if (row !== null) {
      actions.open(row);
      return;
    }
    const place = emptyPlaceAt(event);
    if (place === null) return;
    event.stopPropagation();
    actions.addAt(place.lane, place.instant);
  };
  /** Where a pointer is on a lane, if nothing stands there. */
  const emptyPlaceAt = (event: MouseEvent): { lane: number; instant: Instant } | null => {
    const isOnLanes = event.target instanceof Element && event.target.closest('.vis-center, .grid') !== null;
    const lane = laneUnderPointer(event.clientY);
    if (!isOnLanes || lane === null || pointedAt(event) !== null) return null;
    const { left, width } = plot();
    return { lane, instant: instantAt(options.window.peek(), event.clientX - left, width) };
  };
  const laneUnderPointer = (clientY: number): number | null => {
    const now = frame();
    return now === null
      ? null
      : laneAt(now, clientY - scroller.getBoundingClientRect().top + scroller.scrollTop);
  };
  const handleOf = (row: number, event: PointerEvent): DateHandle => {
    const mark = frame()
      ?.lanes.flatMap(({ marks }) => marks)
      .find(({ text }) => text.row === row);
    if (mark?.shape !== 'bar' || mark.right - mark.left < SHORTEST_WITH_ENDS) return 'whole';
    const x = event.clientX - plot().left;
    if (Math.abs(x - mark.left) <= END_REACH) return 'first';
    return Math.abs(x - mark.right) <= END_REACH ? 'last' : 'whole';
  };
  /** A dot or a bar can be dragged at once; a label, which lies where readers drag the view, once it is selected. */
  const grab = (event: PointerEvent): Grabbed | null => {
    const waiting = event.target instanceof Element ? event.target.closest(`[${TRAY_ATTRIBUTE}]`) : null;
    if (waiting !== null) return { row: Number(waiting.getAttribute(TRAY_ATTRIBUTE)), handle: 'whole' };
    const pointed = pointedAt(event);
    const row = pointed?.kind === 'mark' ? pointed.row : (pointed?.box.row ?? null);
    if (pointed === null || row === null) return null;
    if (pointed.kind === 'box') return { row, handle: 'whole' };
    const isOnShape = event.target instanceof Element && event.target.closest('.mark-shape') !== null;
    if (isOnShape) return { row, handle: handleOf(row, event) };
    return options.selected.peek().includes(row) ? { row, handle: 'whole' } : null;
  };
  const moveOf = ({ row, handle, moved, x, y, isFine }: EventDrag): EventMove => {
    const now = options.window.peek();
    const { left, width } = plot();
    const { top, bottom } = scroller.getBoundingClientRect();
    const isOver = x >= left && x <= left + width && y >= top && y <= bottom;
    return {
      row,
      handle,
      isFine,
      delta: (moved / width) * (now.end - now.start),
      lane: isOver ? laneUnderPointer(y) : null,
      instant: instantAt(now, x - left, width),
    };
  };
  const point = (to: Pointer | null) => {
    root.toggleAttribute('data-over-box', to?.pointed.kind === 'box');
    if (to !== null || pointer.peek() !== null) pointer.value = to;
  };
  const onMove = (event: PointerEvent) => {
    const pointed = event.buttons === 0 && event.pointerType !== 'touch' ? pointedAt(event) : null;
    // A drag reads no sizes: that would lay out the page once more in each of its frames.
    if (pointed === null) {
      point(null);
      return;
    }
    const { left, top, width, height } = root.getBoundingClientRect();
    point({ pointed, x: event.clientX - left, y: event.clientY - top, width, height });
  };
  const onLeave = () => {
    point(null);
  };
  // What has moved away by a key, or by another size of the window, is no longer pointed at.
  const forget = () => {
    if (pointer.peek() !== null) point(null);
  };
  const stopForgetting = [options.window.subscribe(forget), size.subscribe(forget)];
  const onFocus = (event: FocusEvent) => {
    focused.value = rowOf(event.target);
  };
  const onBlur = () => {
    focused.value = null;
  };
  const onMenu = (event: MouseEvent) => {
    const pointed = pointedAt(event);
    const under = pointed?.kind === 'box' ? pointed.box.row : pointed?.row;
    // The pointer means what is under it; a key means what has the focus.
    const row = under ?? (event.button === 2 ? null : rowOf(document.activeElement));
    if (row === null) return;
    event.preventDefault();
    point(null);
    // From the keyboard the menu opens at the mark.
    const mark = event.button === 2 ? null : document.activeElement?.getBoundingClientRect();
    actions.menu({ row, x: mark?.left ?? event.clientX, y: mark?.bottom ?? event.clientY });
  };
  const head = root.querySelector<HTMLElement>('.timeline-head');
  const stopAxisDrag =
    head === null
      ? undefined
      : listenToAxisDrag(head, {
          plot,
          show(chosen) {
            band.value = chosen;
          },
          choose({ from, to }) {
            const { width } = plot();
            const now = options.window.peek();
            actions.showSpan({ start: instantAt(now, from, width), end: instantAt(now, to, width) });
          },
        });
  const stopEventDrag = listenToEventDrag(root, {
    grab,
    show(drag) {
      root.classList.toggle('dragging-event', drag !== null);
      point(null);
      if (drag === null) {
        options.dragged.value = null;
        return;
      }
      const { left, top } = root.getBoundingClientRect();
      options.dragged.value = { x: drag.x - left, y: drag.y - top, ...actions.preview(moveOf(drag)) };
    },
    drop(drag) {
      actions.drop(moveOf(drag));
    },
  });
  let longPress: ReturnType<typeof setTimeout> | undefined;
  const onTouch = (event: PointerEvent) => {
    clearTimeout(longPress);
    const place = event.pointerType === 'touch' ? emptyPlaceAt(event) : null;
    if (place === null) return;
    longPress = setTimeout(() => {
      if (!root.classList.contains('dragging')) actions.addAt(place.lane, place.instant);
    }, LONG_PRESS);
  };
  const onTouchEnd = () => {
    clearTimeout(longPress);
  };
  root.addEventListener('pointerdown', onTouch);
  root.addEventListener('pointerup', onTouchEnd);
  root.addEventListener('pointercancel', onTouchEnd);
  root.addEventListener('contextmenu', onMenu);
  root.addEventListener('click', onClick);
  root.addEventListener('dblclick', onDoubleClick);
  root.addEventListener('pointermove', onMove);
  root.addEventListener('pointerdown', onLeave);
  root.addEventListener('pointerleave', onLeave);
  root.addEventListener('wheel', onLeave, { passive: true });
  root.addEventListener('focusin', onFocus);
  root.addEventListener('focusout', onBlur);
  const stopGestures = listenToGestures(root, plot, {
    pan: actions.pan,
    zoom: actions.zoom,
    scroll(pixels) {
      const high = frame()?.lanes.reduce((sum, { height }) => sum + height, 0) ?? 0;
      if (pixels !== 0 && high > size.peek().height) scroller.scrollTop += pixels;
    },
    dragging(active) {
      root.classList.toggle('dragging', active);
    },
  });
  return () => {
    for (const stop of stopForgetting) stop();
    stopGestures();
    stopAxisDrag?.();
    stopEventDrag();
    clearTimeout(longPress);
    root.removeEventListener('pointerdown', onTouch);
    root.removeEventListener('pointerup', onTouchEnd);
    root.removeEventListener('pointercancel', onTouchEnd);
    root.removeEventListener('contextmenu', onMenu);
    root.removeEventListener('click', onClick);
    root.removeEventListener('dblclick', onDoubleClick);
    root.removeEventListener('pointermove', onMove);
    root.removeEventListener('pointerdown', onLeave);
    root.removeEventListener('pointerleave', onLeave);
    root.removeEventListener('wheel', onLeave);
    root.removeEventListener('focusin', onFocus);
    root.removeEventListener('focusout', onBlur);
  };
}
