// The reader's hands on the timeline: pointer, wheel and keys, and what each asks for.
import type { ReadonlySignal, Signal } from '@preact/signals';
import { instantAt, type TimeWindow } from '../../shared/dates/window.ts';
import { listenToAxisDrag, type Band } from './axis-drag.ts';
import type { EventMenuPlace } from './event-menu.tsx';
import type { Frame } from './frame.ts';
import { listenToGestures, type GestureTarget } from './gestures.ts';
import type { LaneActions } from './lane-labels.tsx';
import { MARK_ATTRIBUTE } from './mark-elements.ts';
import { boxAt, type Pointed } from './pointing.ts';

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
  /** A span of time was chosen on the axis. */
  showSpan(span: TimeWindow): void;
  readonly lanes: LaneActions;
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
}

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
    if (row !== null) actions.open(row);
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
  const onFocus = (event: FocusEvent) => {
    focused.value = rowOf(event.target);
  };
  const onBlur = () => {
    focused.value = null;
  };
  const onMenu = (event: MouseEvent) => {
    const row = rowOf(event.target) ?? rowOf(document.activeElement);
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
    stopGestures();
    stopAxisDrag?.();
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
