// The timeline view: lanes and marks by vis-timeline, axis and grid in step with them, and the reader's gestures.
import { isolate } from '../../shared/isolate.ts';
import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { EARLIEST, LATEST } from '../../shared/dates/calendar.ts';
import type { TimeWindow } from '../../shared/dates/window.ts';
import { windowInWords } from '../../shared/dates/words.ts';
import { laneOf } from '../../shared/document/lane-of.ts';
import { Axis, Grid, NO_TICKS, ticksFor, type Drawing } from './axis.tsx';
import { listenToGestures, type GestureTarget } from './gestures.ts';
import { createMarkElements, MARK_ATTRIBUTE } from './mark-elements.ts';
import { drawShape } from './mark-shapes.ts';
import { markViews, widestCard, type FigureMarks, type FoundEvents, type MarkView } from './marks.ts';
import { textWidth } from './measure.ts';
import { isDated, type TimelineModel } from '../view/model.ts';
import { createLaneLabels, type LaneActions } from './lane-labels.tsx';
import { createVisView, EXTRA_WIDTH, type VisItem } from './vis.ts';
import { laneClass } from '../parts/lane-class.ts';

/** What the reader does to the timeline. */
export interface TimelineActions extends Omit<GestureTarget, 'scroll' | 'dragging'> {
  /** A mark was clicked, or Enter was pressed on it; with Shift, to be compared with the one selected before. */
  choose(mark: MarkView, compare: boolean): void;
  /** A mark was double-clicked. */
  open(mark: MarkView): void;
  readonly lanes: LaneActions;
}

/** A timeline that stands still in a figure: nothing is cut at its edges, and it grows rather than scrolls. */
export interface StillTimeline extends FigureMarks {
  /** What the lanes fill together where their marks leave room, CSS pixels. */
  readonly height: number;
  /** The height of a lane that decides how many events stand singly, CSS pixels. */
  readonly laneHeight: number;
}

/** What the timeline shows. */
export interface TimelineProps {
  /** Which lanes of the document are shown, and their events; it may change. */
  readonly model: ReadonlySignal<TimelineModel>;
  readonly window: ReadonlySignal<TimeWindow>;
  /** Positions of the selected events in the document; the last is kept in sight. */
  readonly selected: ReadonlySignal<readonly number[]>;
  /** What a search has found, or `null`; left out for figures, which no search changes. */
  readonly found?: ReadonlySignal<FoundEvents | null>;
  /** Left out for figures, which stand still. */
  readonly actions?: TimelineActions;
  /** For figures alone. */
  readonly still?: StillTimeline;
  /** Stands over the lanes. */
  readonly over?: ComponentChildren;
  /** Called after each drawing. */
  readonly onDrawn?: (drawing: Drawing) => void;
  /** Called with the size of the drawing's place when it changes, CSS pixels. */
  readonly onResize?: (size: { readonly width: number; readonly height: number }) => void;
}

/** What is left between a mark that is scrolled to and the edge, CSS pixels. */
const REVEAL_MARGIN = 8;
/** The least height of a lane: one card and its margins, CSS pixels. */
export const LOWEST_LANE = 66;

/** One document's timeline. A new document needs a new component: give it the model as its key. */
export function Timeline({
  model,
  window,
  selected,
  found,
  actions,
  still,
  over,
  onDrawn,
  onResize,
}: TimelineProps) {
  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const [drawing] = useState(() => signal<Drawing | null>(null));
  const { document: shown, index } = model.value;

  useLayoutEffect(() => {
    if (root.current === null || scroller.current === null || container.current === null) return;
    return drawTimeline({
      root: root.current,
      scroller: scroller.current,
      container: container.current,
      model,
      window,
      selected,
      found,
      actions,
      still,
      onResize,
      onDrawn(drawn) {
        drawing.value = drawn;
        onDrawn?.(drawn);
      },
    });
  }, []);

  return (
    <div
      ref={root}
      class="timeline"
      role="region"
      aria-label={`Timeline: ${isolate(shown.title)}`}
      aria-roledescription="timeline"
      tabIndex={actions === undefined ? -1 : 0}
    >
      <div class="timeline-head">{drawing.value && <Axis drawing={drawing.value} />}</div>
      <div ref={scroller} class="timeline-scroll">
        <div class="timeline-sheet">
          {drawing.value && <Grid drawing={drawing.value} />}
          <div ref={container} class="timeline-vis" />
          {shown.events.length > 0 && index.order.length === 0 && actions !== undefined && (
            <div class="timeline-empty">
              <p>{index.lanes.length === 0 ? 'All lanes are hidden.' : 'No events in the lanes shown.'}</p>
              <button
                type="button"
                class="button"
                onClick={() => {
                  actions.lanes.showAll();
                }}
              >
                Show all lanes
              </button>
            </div>
          )}
        </div>
      </div>
      {over}
    </div>
  );
}

interface DrawOptions extends Omit<
  TimelineProps,
  'onDrawn' | 'found' | 'actions' | 'still' | 'over' | 'onResize'
> {
  readonly root: HTMLElement;
  readonly scroller: HTMLElement;
  readonly container: HTMLElement;
  readonly found: TimelineProps['found'];
  readonly actions: TimelineActions | undefined;
  readonly still: StillTimeline | undefined;
  readonly onResize: TimelineProps['onResize'];
  readonly onDrawn: (drawing: Drawing) => void;
}

/** Keeps vis-timeline showing the window's marks; returns a function that ends it. */
function drawTimeline(options: DrawOptions): () => void {
  const { root, scroller, container, model, window, selected, found, actions, still } = options;
  const elements = createMarkElements(still !== undefined);
  let marks: readonly MarkView[] = [];
  let next: Drawing | null = null;

  const size = signal({ width: 0, height: 0 });
  /** The lanes fill the height together where their marks leave room. */
  const fitLanes = (): number => {
    const laneCount = Math.max(1, model.peek().index.lanes.length);
    // vis-timeline rounds lane heights up; whole pixels keep the last lane from overflowing.
    const laneHeight = Math.max(LOWEST_LANE, Math.floor((size.peek().height - 2) / laneCount));
    root.style.setProperty('--lane-height', `${laneHeight}px`);
    return still?.laneHeight ?? laneHeight;
  };
  const measureSize = () => {
    const laneWidth = Number.parseFloat(getComputedStyle(root).getPropertyValue('--lane-width'));
    const width = container.clientWidth - laneWidth + EXTRA_WIDTH;
    const height = still?.height ?? scroller.clientHeight;
    if (width === size.peek().width && height === size.peek().height) return;
    root.style.setProperty('--card-widest', `${widestCard(width)}px`);
    size.value = { width, height };
    fitLanes();
    options.onResize?.({ width: root.clientWidth, height: root.clientHeight });
  };
  measureSize();

  const { lanes } = model.peek().document;
  const labels = createLaneLabels(
    lanes.map(({ title }) => title),
    actions?.lanes,
  );
  let focused: Element | null = null;
  /** Lanes that move are taken out of the page for a moment, and what had the focus in one has lost it. */
  const keepFocus = () => {
    const before = focused;
    focused = null;
    if (!(before instanceof HTMLElement) || document.activeElement !== document.body) return;
    if (before.isConnected) before.focus({ preventScroll: true });
    else if (!labels.focusStop()) root.focus({ preventScroll: true });
  };
  const view = createVisView(container, {
    lanes: labels.elements,
    shown: model.peek().index.lanes,
    window: window.peek(),
    onDrawn() {
      if (next === null) return;
      keepFocus();
      for (const mark of marks) drawShape(mark, elements.get(mark), next);
      markSelection(selected.peek());
      if (still === undefined) orderForTab(marks.map((mark) => elements.get(mark)));
      describe(root, next.window, isDated(model.peek()));
      options.onDrawn(next);
    },
  });

  let revealed: number | null = null;
  let measured: unknown;
  let arranged = model.peek().index;
  labels.arrange(arranged.lanes);
  let laneHeight = 0;

  const markSelection = (positions: readonly number[]) => {
    if (still !== undefined) return;
    const shown = positions.map((position) => markOf(marks, position, model.peek()));
    const position = positions.at(-1) ?? null;
    const last = shown.at(-1);
    if (last === undefined) revealed = null;
    else if (position !== revealed && scrollToMark(scroller, elements.get(last))) revealed = position;
    for (const mark of marks) {
      const element = elements.get(mark);
      const isShown = shown.includes(mark);
      element.classList.toggle('selected', isShown);
      element.setAttribute('aria-pressed', String(isShown));
      element.closest('.vis-item')?.toggleAttribute('data-selected', isShown);
    }
  };

  const stopDrawing = effect(() => {
    const now = window.value;
    const { width } = size.value;
    const { document: shown, index } = model.value;
    if (width <= 0) return;
    const focusedMark = marks.find((mark) => elements.get(mark) === document.activeElement)?.id;
    if (size.value !== measured || index !== arranged) laneHeight = fitLanes();
    const plot = { width, laneHeight, found: found?.value, figure: still };
    marks = markViews(shown, index, now, plot, textWidth);
    const left = elements.keep(new Set(marks.map((mark) => mark.id)));
    // Focus on a mark that leaves the view would fall to the page, where no key moves through time by Tab again.
    if (left.some((element) => element === document.activeElement)) root.focus({ preventScroll: true });
    next = { window: now, width, marks, ticks: isDated(model.value) ? ticksFor(now, width) : NO_TICKS };
    if (size.value !== measured) view.remeasure();
    measured = size.value;
    if (index !== arranged) {
      focused = document.activeElement;
      labels.arrange(index.lanes);
      arranged = index;
    }
    view.show(
      now,
      marks.map((mark) => visItem(mark, elements.get(mark))),
      index.lanes,
    );
    // A mark whose words have changed has a new element.
    const kept = focusedMark === undefined ? undefined : marks.find(({ id }) => id === focusedMark);
    if (kept !== undefined && document.activeElement === document.body)
      elements.get(kept).focus({ preventScroll: true });
  });
  const stopSelecting = effect(() => {
    markSelection(selected.value);
  });

  const observer = new ResizeObserver(measureSize);
  observer.observe(scroller);
  observer.observe(container);

  const stopListening =
    actions === undefined ? undefined : listen(root, scroller, size, actions, () => marks);

  return () => {
    stopListening?.();
    observer.disconnect();
    stopSelecting();
    stopDrawing();
    view.destroy();
  };
}

/** Scrolls the lanes just as far as a mark needs to be seen whole; false while it is not drawn yet. */
function scrollToMark(scroller: HTMLElement, element: HTMLElement): boolean {
  if (!element.isConnected) return false;
  const view = scroller.getBoundingClientRect();
  const mark = element.getBoundingClientRect();
  if (mark.top < view.top) scroller.scrollTop -= view.top - mark.top + REVEAL_MARGIN;
  else if (mark.bottom > view.bottom) scroller.scrollTop += mark.bottom - view.bottom + REVEAL_MARGIN;
  return true;
}

/**
 * Puts the elements of each lane into the order of time, which Tab follows: lane by lane, and in each from the
 * earliest on. The element that has the focus stays where it is, because moving it would take the focus away.
 */
function orderForTab(elements: readonly HTMLElement[]): void {
  const following = new Map<Element, Element | null>();
  for (const element of elements.toReversed()) {
    const item = element.closest('.vis-item');
    const lane = item?.parentElement;
    if (item === null || lane === null || lane === undefined) continue;
    const next = following.get(lane) ?? null;
    if (item.nextElementSibling !== next && !item.contains(document.activeElement))
      lane.insertBefore(item, next);
    following.set(lane, item);
  }
}

/** Says what is in view: in words for screen readers where there are dates, in milliseconds for tests. */
function describe(root: HTMLElement, { start, end }: TimeWindow, dated: boolean): void {
  root.dataset['window'] = `${start}/${end}`;
  if (dated) root.setAttribute('aria-description', windowInWords({ start, end }));
  else root.removeAttribute('aria-description');
}

function listen(
  root: HTMLElement,
  scroller: HTMLElement,
  size: ReadonlySignal<{ readonly width: number }>,
  actions: TimelineActions,
  marks: () => readonly MarkView[],
): () => void {
  const plot = () => {
    const { width } = size.value;
    return { left: scroller.getBoundingClientRect().left + scroller.clientWidth - width, width };
  };
  const markAt = (event: Event) => {
    const element = event.target instanceof Element ? event.target.closest(`[${MARK_ATTRIBUTE}]`) : null;
    const id = element?.getAttribute(MARK_ATTRIBUTE);
    return id === null || id === undefined ? undefined : marks().find((mark) => mark.id === id);
  };
  const onClick = (event: MouseEvent) => {
    const mark = markAt(event);
    if (mark !== undefined) actions.choose(mark, event.shiftKey);
  };
  const onDoubleClick = (event: Event) => {
    const mark = markAt(event);
    if (mark !== undefined) actions.open(mark);
  };
  root.addEventListener('click', onClick);
  root.addEventListener('dblclick', onDoubleClick);
  const stopGestures = listenToGestures(root, plot, {
    pan: actions.pan,
    zoom: actions.zoom,
    scroll(pixels) {
      scroller.scrollTop += pixels;
    },
    dragging(active) {
      root.classList.toggle('dragging', active);
    },
  });
  return () => {
    stopGestures();
    root.removeEventListener('click', onClick);
    root.removeEventListener('dblclick', onDoubleClick);
  };
}

/** The mark that shows an event: its own, or the aggregate that holds it. */
function markOf(marks: readonly MarkView[], position: number, model: TimelineModel): MarkView | undefined {
  const own = marks.find((mark) => mark.event === position);
  const event = model.document.events[position];
  if (own !== undefined || event === undefined) return own;
  const lane = laneOf(model.document, event);
  return marks.find(
    (mark) =>
      mark.event === null &&
      mark.lane === lane &&
      mark.start <= Math.max(EARLIEST, event.when.start) &&
      Math.min(LATEST, event.when.end) <= mark.end,
  );
}

function visItem(mark: MarkView, element: HTMLElement): VisItem {
  return {
    id: mark.id,
    lane: mark.lane,
    shape: mark.shape,
    start: mark.shape === 'card' ? mark.at : mark.start,
    end: mark.end,
    anchor: mark.anchor,
    className: `${laneClass(mark.lane)} ${mark.className}`,
    element,
  };
}
