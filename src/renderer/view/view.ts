// The document on the screen, the window that moves over it, and the state that lives and dies with it.
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { TimeWindow } from '../../shared/dates/window.ts';
import { laneIds, laneRows } from '../../shared/document/lane-of.ts';
import type { OpenedDocument } from '../../shared/ipc.ts';
import type { Failure } from '../../shared/result.ts';
import { documentOrder, fittedTo, isAsInDocument, shownLanes, type Arrangement } from './arrangement.ts';
import { wholeOf } from './fitting.ts';
import { createTimelineModel, type TimelineModel } from './model.ts';
import { createMovingWindow, type MovingWindow } from './motion.ts';

/** A document on the screen, with the window that moves over it. */
export interface View {
  /** Different for each opening, so that a view never inherits another's state. */
  readonly key: number;
  /** The document as it is now. A component that reads this updates with it. */
  readonly opened: OpenedDocument;
  /** Replaces parts of {@link opened}: the document after an edit, its file after it was saved. */
  readonly change: (parts: Partial<OpenedDocument>) => void;
  /** The shown lanes and their events. A component that reads this updates with it. */
  readonly model: TimelineModel;
  /** The same as a signal, for code outside Preact. */
  readonly shown: ReadonlySignal<TimelineModel>;
  /** The reader's arrangement of the lanes. It lasts as long as the document is open. */
  readonly lanes: ReadonlySignal<Arrangement>;
  /** Whether the reader has hidden or moved any lane. */
  readonly isArranged: boolean;
  /** Changes the arrangement of the lanes. */
  readonly arrange: (arrangement: Arrangement) => void;
  readonly window: MovingWindow;
  /** The window that shows all events of the shown lanes. */
  readonly all: TimeWindow;
}

/** The contents of the screen: nothing yet, a document, or why there is none. */
export type Screen =
  | { readonly kind: 'loading' }
  | { readonly kind: 'document'; readonly view: View }
  | { readonly kind: 'problem'; readonly failure: Failure };

const onScreen = signal<Screen>({ kind: 'loading' });

/** The contents of the screen. */
export const screen: ReadonlySignal<Screen> = onScreen;

/** The document on the screen, or `null`. */
export const currentView = computed<View | null>(() =>
  onScreen.value.kind === 'document' ? onScreen.value.view : null,
);

/** Calls `action` with the document on the screen; does nothing without one. */
export function withView(action: (view: View) => void): void {
  const view = currentView.peek();
  if (view !== null) action(view);
}

/** Puts a document on the screen, at first with all its events in view. */
export function showDocument(opened: OpenedDocument): void {
  onScreen.value = { kind: 'document', view: createView(opened) };
}

/** Shows why there is no document. */
export function showProblem(failure: Failure): void {
  onScreen.value = { kind: 'problem', failure };
}

/** State of which each view has its own. */
export interface ViewState<Value> {
  /** The value in the view on the screen. */
  readonly current: ReadonlySignal<Value>;
  /** Changes the value in the view on the screen; does nothing without a view. */
  readonly set: (value: Value) => void;
}

/**
 * Creates state that starts with each document and ends with it, so that opening one resets nothing by hand.
 *
 * @param initial value in each view.
 */
export function viewState<Value>(initial: Value): ViewState<Value> {
  const states = new WeakMap<View, Signal<Value>>();
  const stateOf = (view: View): Signal<Value> => {
    const known = states.get(view);
    if (known !== undefined) return known;
    const state = signal(initial);
    states.set(view, state);
    return state;
  };
  return {
    current: computed(() => (currentView.value === null ? initial : stateOf(currentView.value).value)),
    set: (value) => {
      withView((view) => {
        stateOf(view).value = value;
      });
    },
  };
}

/** The contents of the stage. */
export type Stage = 'timeline' | 'list';

const onStage = signal<Stage>('timeline');

/** The contents of the stage, at first the timeline. */
export const stage: ReadonlySignal<Stage> = onStage;

/** Shows the timeline or the list. */
export function showStage(wanted: Stage): void {
  onStage.value = wanted;
}

/** CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const sizeOfTimeline = signal<Size>({ width: 0, height: 0 });

/** Size of the timeline on the screen, and so of a figure of the view. */
export const timelineSize: ReadonlySignal<Size> = sizeOfTimeline;

/** Records the timeline's size. */
export function noteTimelineSize(size: Size): void {
  sizeOfTimeline.value = size;
}

let views = 0;

function createView(first: OpenedDocument): View {
  const opened = signal(first);
  const document = computed(() => opened.value.document);
  let last: TimelineModel | undefined;
  const whole = computed(() => (last = createTimelineModel(document.value, undefined, last)));
  const inDocument = computed(() => document.value.lanes);
  const ids = computed(() => laneIds({ lanes: inDocument.value }));
  const wanted = signal<Arrangement | null>(null);
  const lanes = computed(() =>
    wanted.value === null ? documentOrder(ids.value) : fittedTo(wanted.value, ids.value),
  );
  const isArranged = computed(() => !isAsInDocument(lanes.value, ids.value));
  const shown = computed(() =>
    isArranged.value ? whole.value.of(laneRows(document.value, shownLanes(lanes.value))) : whole.value,
  );
  const all = computed(() => wholeOf(shown.value));
  views += 1;
  return {
    key: views,
    get opened() {
      return opened.value;
    },
    change: (parts) => {
      opened.value = { ...opened.peek(), ...parts };
    },
    shown,
    lanes,
    arrange: (arrangement) => {
      wanted.value = arrangement;
    },
    window: createMovingWindow(all.peek()),
    get isArranged() {
      return isArranged.value;
    },
    get model() {
      return shown.value;
    },
    get all() {
      return all.value;
    },
  };
}
