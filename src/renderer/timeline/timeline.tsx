// The timeline view: lanes and marks, axis and grid in step with them, and the reader's gestures.
import { isolate } from '../../shared/isolate.ts';
import { computed, effect, signal, untracked, type ReadonlySignal, type Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { unfolded, UNFOLDED } from '../../shared/dates/folds.ts';
import { scaleOf, type TimeWindow } from '../../shared/dates/window.ts';
import { windowInWords } from '../../shared/dates/words.ts';
import { eventsInWords } from '../../shared/document/event-label.ts';
import { countOverlapping } from '../../shared/index/in-lane.ts';
import { Axis, Grid, NO_TICKS, ticksFor } from './axis.tsx';
import type { Drawing } from './drawing.ts';
import type { Band } from './axis-drag.ts';
import { DraggedLabel, type DraggedEvent } from './dragged-event.tsx';
import { Edges } from './edges.tsx';
import { breaksIn, FoldBands, FoldWords } from './folds.tsx';
import { GhostMarks, type Ghost } from './ghost.tsx';
import { frameOf, fullestColumn, workAheadOf, type Frame, type Mark } from './frame.ts';
import { Bracket, badgesOn, GuideDates, GuideLines } from './guides.tsx';
import { HoverCard } from './hover-card.tsx';
import { listen, type PlotSize, type Pointer, type TimelineActions } from './listening.ts';
import type { LaneSpace } from './lane-layout.ts';
import { createLayout, isTooLow, ROOMY, type Layout, type StillLayout } from './layout.ts';
import { createMarkElements, MARK_ATTRIBUTE } from './mark-elements.ts';
import { labelMeasure, liveMeasure } from './measure.ts';
import { createCanvasStrips, createStillStrips } from './strips.ts';
import { createIdleWork } from '../parts/idle-work.ts';
import { wholeOf } from '../view/fitting.ts';
import { isDated, type TimelineModel } from '../view/model.ts';
import { createLaneLabels } from './lane-labels.tsx';
import { BORDERS, EXTRA_WIDTH, type CreateLanesView, type ShownLane } from './lanes-view.ts';

/** A timeline that stands still in a figure: nothing is cut at its edges. */
export interface StillTimeline extends Required<StillLayout> {
  /** Of the drawing beside the names of lanes, and what the lanes fill together with their borders; CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What they leave around their rows. */
  readonly space: LaneSpace;
  /** The layout of just this and its frame, or `null` to make both. */
  readonly picture: { readonly layout: Layout; readonly frame: Frame } | null;
}

/** The part of a search that the timeline needs. */
export interface FoundEvents {
  /** Whether an event is found, by its row. */
  readonly holds: (row: number) => boolean;
}

/** What the timeline shows. */
export interface TimelineProps {
  /** Which lanes of the document are shown, and their events; it may change. */
  readonly model: ReadonlySignal<TimelineModel>;
  readonly window: ReadonlySignal<TimeWindow>;
  /** What shows the lanes and their marks; the same at every drawing. */
  readonly createLanes: CreateLanesView;
  /** Positions of the selected events in the document; the last is kept in sight. */
  readonly selected: ReadonlySignal<readonly number[]>;
  /** What a search has found, or `null`; left out for figures, which no search changes. */
  readonly found?: ReadonlySignal<FoundEvents | null>;
  /** The marks that a proposal would be; left out for figures, which show none. */
  readonly ghosts?: ReadonlySignal<readonly Ghost[]>;
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

/** Of no more events, the labels for a search are chosen in the frame that shows its matches. */
const MOST_AT_ONCE = 1_000;

/** Of more events, no frame waits until those of its scale are laid out: for a moment those of a coarser one stand in. */
const MOST_IN_A_FRAME = 50_000;

/** How long a view stands still before it is described, milliseconds. */
const REST = 200;

/** One document's timeline. A new document needs a new component: give it the model as its key. */
export function Timeline({
  model,
  window,
  createLanes,
  selected,
  found,
  ghosts,
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
  const [pointer] = useState(() => signal<Pointer | null>(null));
  const [focused] = useState(() => signal<number | null>(null));
  const [band] = useState(() => signal<Band | null>(null));
  const [dragged] = useState(() => signal<DraggedEvent | null>(null));
  const { document: shown, index } = model.value;
  const parts = { drawing, pointer, focused, selected, model };

  useLayoutEffect(() => {
    if (root.current === null || scroller.current === null || container.current === null) return;
    return drawTimeline({
      root: root.current,
      scroller: scroller.current,
      container: container.current,
      model,
      window,
      createLanes,
      selected,
      found,
      ghosts,
      actions,
      still,
      onResize,
      pointer,
      focused,
      band,
      dragged,
      onDrawn(finished) {
        drawing.value = finished;
        onDrawn?.(finished);
      },
    });
  }, []);

  return (
    <div
      ref={root}
      class={actions === undefined ? 'timeline still' : 'timeline'}
      role="region"
      aria-label={`Timeline: ${isolate(shown.title)}`}
      aria-roledescription="timeline"
      tabIndex={actions === undefined ? -1 : 0}
    >
      <div class="timeline-head">
        <OnAxis {...parts} />
      </div>
      <div ref={scroller} class="timeline-scroll">
        <div class="timeline-sheet">
          <BehindLanes {...parts} />
          <div ref={container} class="timeline-vis" />
          {ghosts !== undefined && <OverLanes drawing={drawing} ghosts={ghosts} />}
          {shown.events.dated > 0 && index.count === 0 && actions !== undefined && (
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
      {band.value && (
        <div class="axis-band-place" aria-hidden="true">
          <i
            class="axis-band"
            style={{
              transform: `translateX(${band.value.from}px)`,
              width: `${band.value.to - band.value.from}px`,
            }}
          />
        </div>
      )}
      {actions !== undefined && <Edges model={model} window={window} />}
      {dragged.value && <DraggedLabel {...dragged.value} />}
      {pointer.value && <HoverCard document={shown} {...pointer.value} />}
      {over}
      {actions !== undefined && <div class="drag-cover" aria-hidden="true" />}
    </div>
  );
}

/** What is drawn with the marks; only these parts are drawn again in a frame. */
interface DrawnParts {
  readonly drawing: ReadonlySignal<Drawing | null>;
  readonly pointer: ReadonlySignal<Pointer | null>;
  readonly focused: ReadonlySignal<number | null>;
  readonly selected: ReadonlySignal<readonly number[]>;
  readonly model: ReadonlySignal<TimelineModel>;
}

function OnAxis({ drawing: { value: drawing }, model, ...pointing }: DrawnParts) {
  if (drawing === null) return null;
  const { document } = model.value;
  const rows = pointing.selected.value;
  // Labels of the axis give way to what is selected, not to what is pointed at: they would come and go with the pointer.
  const taken = badgesOn({ drawing, rows, document });
  return (
    <>
      <Axis drawing={drawing} taken={taken} />
      <FoldWords drawing={drawing} taken={taken} />
      <Bracket drawing={drawing} rows={rows} document={document} />
      <GuideDates drawing={drawing} rows={guidedBy(pointing)} document={document} />
    </>
  );
}

function BehindLanes({ drawing: { value: drawing }, ...pointing }: DrawnParts) {
  if (drawing === null) return null;
  return (
    <>
      <Grid drawing={drawing} />
      <FoldBands drawing={drawing} />
      <GuideLines frame={drawing.frame} rows={guidedBy(pointing)} />
    </>
  );
}

function OverLanes({
  drawing,
  ghosts,
}: Pick<DrawnParts, 'drawing'> & Pick<Required<TimelineProps>, 'ghosts'>) {
  // In this order, it is drawn with each frame only while there are any.
  if (ghosts.value.length === 0 || drawing.value === null) return null;
  return <GhostMarks frame={drawing.value.frame} ghosts={ghosts.value} />;
}

/** The rows of the events that lines lead to. */
function guidedBy({
  pointer,
  focused,
  selected,
}: Pick<DrawnParts, 'pointer' | 'focused' | 'selected'>): number[] {
  const pointed = pointer.value?.pointed;
  const pointedRow = pointed?.kind === 'mark' ? pointed.row : (pointed?.box.row ?? null);
  return [...new Set([...selected.value, pointedRow, focused.value])].filter((row) => row !== null);
}

interface DrawOptions extends Omit<
  TimelineProps,
  'onDrawn' | 'found' | 'ghosts' | 'actions' | 'still' | 'over' | 'onResize'
> {
  readonly root: HTMLElement;
  readonly scroller: HTMLElement;
  readonly container: HTMLElement;
  readonly found: TimelineProps['found'];
  readonly ghosts: TimelineProps['ghosts'];
  readonly actions: TimelineActions | undefined;
  readonly still: StillTimeline | undefined;
  readonly onResize: TimelineProps['onResize'];
  readonly onDrawn: (drawing: Drawing) => void;
  readonly pointer: Signal<Pointer | null>;
  readonly focused: Signal<number | null>;
  /** The part of the axis that is being chosen. */
  readonly band: Signal<Band | null>;
  /** The event that is being dragged. */
  readonly dragged: Signal<DraggedEvent | null>;
}

/** Keeps the lanes showing the window's marks; returns a function that ends it. */
function drawTimeline(options: DrawOptions): () => void {
  const { root, scroller, container, model, window, selected, found, actions, still } = options;
  const time = still?.time ?? UNFOLDED;
  const elements = createMarkElements(still?.sources);
  let marks: readonly Mark[] = [];
  let frame: Frame | null = null;

  const size = signal<PlotSize>(
    still === undefined
      ? { left: 0, width: 0, height: 0 }
      : { left: 0, width: still.width, height: still.height - BORDERS },
  );
  const laneCount = computed(() => model.value.index.lanes.length);
  const measureSize = () => {
    const height = scroller.clientHeight - BORDERS;
    // Its bar has room from the start, so that the labels end before it.
    scroller.classList.toggle('scrolls', isTooLow(height, laneCount.peek(), ROOMY));
    const laneWidth = Number.parseFloat(getComputedStyle(root).getPropertyValue('--lane-width'));
    const width = container.clientWidth - laneWidth + EXTRA_WIDTH;
    // Gestures need it in each frame, where reading it would lay out the page once more.
    const left = scroller.getBoundingClientRect().left + container.clientWidth - width;
    const before = size.peek();
    if (width === before.width && height === before.height && left === before.left) return;
    size.value = { left, width, height };
    options.onResize?.({ width: root.clientWidth, height: root.clientHeight });
  };
  const stopMeasuring = effect(() => {
    if (still === undefined && laneCount.value >= 0) untracked(measureSize);
  });

  let laidOutLast: Layout | undefined;
  const layOut = (wanted: FoundEvents | null, earlier: Layout | undefined): Layout => {
    const { width, height } = size.value;
    const count = model.value.document.events.dated;
    return createLayout(
      {
        model: model.value,
        plot: { width: Math.max(1, width), height },
        all: still === undefined ? wholeOf(model.value) : window.value,
        // A figure is drawn once its letters are there.
        measure: still === undefined ? liveMeasure(count) : labelMeasure(count),
        isFound: wanted?.holds,
        still,
        space: still?.space,
      },
      earlier,
    );
  };
  /** Of a large document, the matches that it is laid out for: their labels are chosen while the window is idle. */
  const laidOutFor = signal<FoundEvents | null>(found?.peek() ?? null);
  let made: { readonly layout: Layout; readonly model: TimelineModel; readonly size: PlotSize } | null = null;
  const layout = computed(() => {
    if (still !== undefined && still.picture !== null) return still.picture.layout;
    const isLarge = model.value.document.events.dated > MOST_AT_ONCE;
    const wanted = isLarge ? laidOutFor.value : (found?.value ?? null);
    const isMade = made?.model === model.value && made.size === size.value;
    laidOutLast = isMade && made !== null ? made.layout : layOut(wanted, laidOutLast);
    made = null;
    return laidOutLast;
  });
  const lanesOf = ({ heights }: Layout): ShownLane[] =>
    model.peek().index.lanes.map((lane, place) => ({ lane, height: heights[place] ?? 0 }));

  const { lanes } = model.peek().document;
  const names = createLaneLabels(
    lanes.map(({ title }) => title),
    actions?.lanes,
  );
  names.arrange(model.peek().index.lanes);
  let arranged = lanesOf(layout.peek());
  const view = options.createLanes(container, {
    names: names.elements,
    shown: arranged,
    window: window.peek(),
  });
  const strips = still === undefined ? createCanvasStrips(view.ground) : createStillStrips(view.ground);

  /** Lanes that move are taken out of the page for a moment, and what had the focus in one has lost it. */
  const keepingFocus = (change: () => void) => {
    const before = document.activeElement;
    change();
    if (!(before instanceof HTMLElement) || document.activeElement !== document.body) return;
    if (before.isConnected) before.focus({ preventScroll: true });
    else if (!names.focusStop()) root.focus({ preventScroll: true });
  };
  let arrangedWidth = size.peek().width;
  const arrange = (next: ShownLane[], width: number) => {
    const isSame =
      next.length === arranged.length && next.every((lane, place) => isSameLane(lane, arranged[place]));
    if (isSame && width === arrangedWidth) return;
    arrangedWidth = width;
    keepingFocus(() => {
      names.arrange(next.map(({ lane }) => lane));
      view.arrange(next);
    });
    arranged = next;
  };

  let revealed: number | null = null;
  const markSelection = (rows: readonly number[]) => {
    if (still !== undefined) return;
    const last = elements.get(`event:${rows.at(-1) ?? -1}`);
    if (last === undefined) revealed = null;
    else if (rows.at(-1) !== revealed && scrollToMark(scroller, last.button)) revealed = rows.at(-1) ?? null;
    for (const { id, text } of marks) {
      const element = elements.get(id);
      const isSelected = rows.includes(text.row);
      if (element === undefined || element.button.ariaPressed === String(isSelected)) continue;
      element.button.classList.toggle('selected', isSelected);
      element.button.ariaPressed = String(isSelected);
      element.root.toggleAttribute('data-selected', isSelected);
    }
  };

  const described = new Map<number, string>();
  /** Says of each lane how many of its events are in view, how many of those have a label, and where they crowd. */
  const describeLanes = ({ lanes: drawn, window: { start, end } }: Frame) => {
    for (const { lane, marks: labelled, columns } of drawn) {
      const count = countOverlapping(model.peek().index.inLane(lane), start, end);
      const fullest = columns === null ? null : fullestColumn(columns);
      const words = [
        `${eventsInWords(count)} in view`,
        ...(labelled.length < count ? [`, ${labelled.length} with a label`] : []),
        ...(fullest === null || fullest.count < 2
          ? []
          : [`; most at once: ${eventsInWords(fullest.count)}, ${windowInWords(fullest.span)}`]),
      ].join('');
      if (described.get(lane) === words) continue;
      described.set(lane, words);
      names.describe(lane, words);
    }
  };

  /** Says for screen readers what is in view. */
  const describe = () => {
    if (frame === null || still !== undefined) return;
    describeLanes(frame);
    if (isDated(model.peek())) root.setAttribute('aria-description', windowInWords(frame.window));
    else root.removeAttribute('aria-description');
  };
  let resting: ReturnType<typeof setTimeout> | undefined;
  /** Nobody hears the words of a view that moves on, and they would take their part of each frame. */
  const describeAtRest = () => {
    const shown = frame;
    resting ??= setTimeout(() => {
      resting = undefined;
      if (frame === shown) describe();
      else describeAtRest();
    }, REST);
  };

  const aheadOfZoom = createIdleWork();
  /** What is laid out ahead; where it is asked for again, it goes on. */
  let underWay: { readonly layout: Layout; readonly step: number; then?: (() => void) | undefined } | null =
    null;
  /** The step of a layout that was laid out ahead last. */
  const laidAhead = new WeakMap<Layout, number>();
  /** Does some work as long as it is for the layout that is drawn. */
  function* whileDrawn(laidOut: Layout, work: Generator<undefined, void>): Generator<undefined, void> {
    while (layout.peek() === laidOut && work.next().done !== true) yield;
  }
  /** Lays out, piece by piece while the window is idle, a step as if this window were drawn on some other width. */
  const layAhead = ({ window: shown, level }: Frame, width: number, then?: () => void) => {
    const laidOut = layout.peek();
    const step = laidOut.stepAt(scaleOf(shown, width));
    if (underWay?.layout === laidOut && underWay.step === step) {
      // What was begun for the next step of a zoom may be needed by now.
      underWay.then ??= then;
      return;
    }
    if (laidAhead.get(laidOut) === step && then === undefined) return;
    const own = (underWay = { layout: laidOut, step, then });
    function* work(): Generator<undefined, void> {
      yield* whileDrawn(laidOut, workAheadOf({ layout: laidOut, window: shown, width }, level));
      underWay = null;
      laidAhead.set(laidOut, step);
      own.then?.();
    }
    aheadOfZoom.begin(work());
  };
  /** Lays out the step that the frame needs, where another stood in for it, and else the one that a zoom comes to next. */
  const goOn = (from: Frame | null, to: Frame, isStandIn: boolean) => {
    if (isStandIn) {
      layAhead(to, to.width, draw);
      return;
    }
    const change = from === null ? 1 : scaleOf(to.window, to.width) / scaleOf(from.window, from.width);
    if (change !== 1) layAhead(to, to.width * (change < 1 ? Math.SQRT2 : Math.SQRT1_2));
  };

  const forFound = createIdleWork();
  /** Lays out what is in view for the matches of a search. */
  function* layOutFor(wanted: FoundEvents | null): Generator<undefined, void> {
    const before = layout.peek();
    const next = { layout: layOut(wanted, before), model: model.peek(), size: size.peek() };
    yield;
    for (let drawn: Frame | null = null; frame !== null && frame !== drawn;) {
      drawn = frame;
      const { window: shown, width, level } = drawn;
      yield* workAheadOf({ layout: next.layout, window: shown, width }, level);
      yield;
    }
    made = next;
    laidOutFor.value = wanted;
  }
  const stopFinding = effect(() => {
    const wanted = found?.value ?? null;
    if (
      size.value.width > 0 &&
      model.value.document.events.dated > MOST_AT_ONCE &&
      wanted !== laidOutFor.value
    )
      forFound.begin(layOutFor(wanted));
    else forFound.end();
  });

  const draw = (): void => {
    // Of a document with other lanes, another timeline takes the place of this one in the same frame.
    if (model.value.document.lanes !== lanes) return;
    const now = window.value;
    const { width } = size.value;
    if (width <= 0) return;
    const laidOut = layout.value;
    arrange(lanesOf(laidOut), width);
    const last = frame;
    const scale = scaleOf(now, width);
    const isHuge = still === undefined && model.value.document.events.dated > MOST_IN_A_FRAME;
    const standIn = isHuge && last !== null ? laidOut.ready(scale) : null;
    frame =
      still?.picture?.frame ??
      frameOf({
        layout: laidOut,
        standIn,
        window: now,
        width,
        selected: selected.value,
        isFound: found?.value?.holds,
        isStill: still !== undefined,
        breaks: breaksIn(time, now, width),
      });
    const before = marks;
    marks = frame.lanes.flatMap((lane) => lane.marks);
    const isSame = before.length === marks.length && before.every(({ id }, place) => id === marks[place]?.id);
    if (!isSame) keepFocusOn(root, marks);
    if (root.dataset['level'] !== frame.level) {
      root.dataset['level'] = frame.level;
      root.style.setProperty('--title-lines', String(frame.titleLines));
      root.classList.toggle('wrapped', frame.titleLines > 1);
    }
    elements.show(marks);
    view.show(
      now,
      marks.flatMap(({ id, text }) => {
        const element = elements.get(id)?.root;
        return element === undefined ? [] : [{ id, lane: text.lane, element }];
      }),
    );
    strips.draw(frame.lanes, width);
    markSelection(selected.value);
    if (still === undefined && !isSame) orderForTab(marks.flatMap(({ id }) => elements.get(id)?.root ?? []));
    const { start, end } = unfolded(now, time);
    // For tests.
    root.dataset['window'] = `${start}/${end}`;
    // A figure is described as a whole.
    if (still === undefined && described.size === 0) describe();
    else if (still === undefined) describeAtRest();
    const isStandIn = standIn !== null && standIn.step !== laidOut.stepAt(scale);
    // For tests.
    root.toggleAttribute('data-stand-in', isStandIn);
    if (still === undefined) goOn(last, frame, isStandIn);
    // The mark of a proposal has its time, too.
    const hasTime = isDated(model.value) || (options.ghosts?.value.length ?? 0) > 0;
    options.onDrawn({ frame, ticks: hasTime ? ticksFor(now, width, time) : NO_TICKS, time });
  };
  const stopDrawing = effect(draw);

  const observer = new ResizeObserver(measureSize);
  if (still === undefined) {
    observer.observe(scroller);
    observer.observe(container);
  }
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const onTheme = () => {
    strips.recolour();
    if (frame !== null) strips.draw(frame.lanes, frame.width);
  };
  dark.addEventListener('change', onTheme);

  const stopListening =
    actions === undefined ? undefined : listen({ ...options, actions, size, frame: () => frame });

  return () => {
    stopListening?.();
    clearTimeout(resting);
    dark.removeEventListener('change', onTheme);
    observer.disconnect();
    aheadOfZoom.end();
    forFound.end();
    stopFinding();
    stopDrawing();
    stopMeasuring();
    view.destroy();
  };
}

function isSameLane(one: ShownLane, other: ShownLane | undefined): boolean {
  return one.lane === other?.lane && one.height === other.height;
}

/** Focus on a mark that leaves the view would fall to the page, where no key moves through time by Tab again. */
function keepFocusOn(root: HTMLElement, marks: readonly Mark[]): void {
  const id = document.activeElement?.closest(`[${MARK_ATTRIBUTE}]`)?.getAttribute(MARK_ATTRIBUTE);
  if (id === null || id === undefined || marks.some((mark) => mark.id === id)) return;
  root.focus({ preventScroll: true });
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
 * earliest on. Only those out of order are moved, since a moved element is laid out anew. The one that has the focus
 * stays where it is, because moving it would take the focus away.
 */
function orderForTab(elements: readonly HTMLElement[]): void {
  const ordered = new Set<Element>(elements);
  /** In each lane, the first element that none of those before has stood at. */
  const upcoming = new Map<Element, Element | null>();
  const itemFrom = (element: Element | null): Element | null => {
    let item = element;
    while (item !== null && !ordered.has(item)) item = item.nextElementSibling;
    return item;
  };
  for (const item of elements) {
    const lane = item.parentElement;
    if (lane === null) continue;
    const next = upcoming.get(lane);
    const at = next === undefined ? itemFrom(lane.firstElementChild) : next;
    if (item === at) upcoming.set(lane, itemFrom(item.nextElementSibling));
    else if (!item.contains(document.activeElement)) {
      lane.insertBefore(item, at);
      upcoming.set(lane, at);
    }
  }
}
