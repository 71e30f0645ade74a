// What the window shows: one small set of signals. Only commands.ts changes them.
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { FigureRequest } from '../shared/figure/figure.ts';
import type { FigurePreview, OpenedDocument } from '../shared/ipc.ts';
import { DEFAULT_PANEL, type PanelLayout } from '../shared/panel.ts';
import type { Failure } from '../shared/result.ts';
import type { Choices } from './export/choices.ts';
import type { Found, Passage } from './find/finder.ts';
import { asInDocument, isAsInDocument, shownLanes, type LaneHistory } from './view/arrangement.ts';
import { FIRST_SORTING, type Sorting } from './list/sorting.ts';
import { createTimelineModel, type TimelineModel } from './view/model.ts';
import { createMovingWindow, type MovingWindow } from './view/motion.ts';
import type { TimeWindow } from '../shared/dates/window.ts';
import type { MarkView } from './timeline/marks.ts';

/** A document on the screen, with the window that moves over it. */
export interface View {
  /** Different for each opening, so that a view never inherits another's state. */
  readonly key: number;
  readonly opened: OpenedDocument;
  /** The lanes that are shown now, and their events. A component that reads it follows it. */
  readonly model: TimelineModel;
  /** The same as a signal, for what is not drawn by Preact. */
  readonly shown: ReadonlySignal<TimelineModel>;
  /** How the reader has arranged the lanes. It lasts as long as the document is open. */
  readonly lanes: Signal<LaneHistory>;
  readonly window: MovingWindow;
  /** The window that shows all events of the lanes that are shown. */
  readonly all: TimeWindow;
}

/** What is on the screen: nothing yet, a document, or why there is none. */
export type Screen =
  | { readonly kind: 'loading' }
  | { readonly kind: 'document'; readonly view: View }
  | { readonly kind: 'problem'; readonly failure: Failure };

/** A short message over the window. */
export interface Notice {
  readonly kind: 'progress' | 'success' | 'failure';
  readonly text: string;
  /** More lines, e.g. each problem of a document. */
  readonly details: readonly string[];
  /** Offered on a figure that has been written. */
  readonly showInFolder: boolean;
}

/** The export dialog while it is open. */
export interface ExportDialog {
  readonly choices: Choices;
  /** Why the choices give no figure, or `null`. */
  readonly problem: Failure | null;
  /** The preview drawn last, and the figure that it shows. */
  readonly shown: { readonly request: FigureRequest; readonly preview: FigurePreview } | null;
  /** True while the preview is behind the choices. */
  readonly drawing: boolean;
  /** What is under way. */
  readonly work: 'export' | 'copy' | null;
  /** Why the export or copy before came to nothing, or `null`. */
  readonly failure: Failure | null;
}

/** What is on the screen. */
export const screen = signal<Screen>({ kind: 'loading' });

/** Position of the selected event in the document, or `null`. */
export const selectedEvent = signal<number | null>(null);

/** Position of the event that the selected one is compared with, or `null`. It is never the selected one itself. */
export const otherEvent = signal<number | null>(null);

/** Positions of all events that are shown as selected: none, one, or the two that are compared. */
export const selection = computed<readonly number[]>(() =>
  [selectedEvent.value, otherEvent.value].filter((position) => position !== null),
);

/** The aggregate whose events are listed in the panel, or `null`. */
export const openAggregate = signal<MarkView | null>(null);

/** How the panel is laid out. */
export const panel = signal<PanelLayout>(DEFAULT_PANEL);

/** The id of the article that the panel shows; `null` stands for the first. */
export const shownArticle = signal<string | null>(null);

/** The address of the link that the pointer or the focus is on, or `null`. */
export const pointedAddress = signal<string | null>(null);

/** The message over the window, or `null`. */
export const notice = signal<Notice | null>(null);

/** The export dialog, or `null` while it is closed. */
export const exportDialog = signal<ExportDialog | null>(null);

/** A search while its field is open. */
export interface Search {
  /** As it was typed. */
  readonly query: string;
  /** What was found last, perhaps by the query before; `null` where there is nothing to look for. */
  readonly found: Found | null;
  /** Number of the passage that the reader went to last, from 0; `null` at an event or none. */
  readonly passage: number | null;
  /** Counts how often the field was to take the focus, which it does at every change. */
  readonly focus: number;
}

/** The search, or `null` where there is none. */
export const search = signal<Search | null>(null);

/** What is found; `null` where nothing is looked for. */
export const found = computed<Found | null>(() => search.value?.found ?? null);

/** The passage that the reader went to last, or `null`. */
export const foundPassage = computed<Passage | null>(() => {
  const number = search.value?.passage ?? null;
  return number === null ? null : (found.value?.passages[number] ?? null);
});

/** A dialog that is loaded when it is first opened. */
export type PageDialog = 'shortcuts' | 'about';

/** The one of these dialogs that is open, or `null`. */
export const pageDialog = signal<PageDialog | null>(null);

/** What the stage shows. The app starts on the timeline. */
export const stage = signal<'timeline' | 'list'>('timeline');

/** Which events the list holds: those of the time in view, or all; of the lanes that are shown. */
export type ListScope = 'view' | 'all';
export const listScope = signal<ListScope>('view');

/** What the list is sorted by. */
export const listSorting = signal<Sorting>(FIRST_SORTING);

/** What of the lanes' list is open: nothing, the list, or the list at one lane. */
export const lanesList = signal<'closed' | 'open' | number>('closed');

/** True while something is dragged over the window that could be dropped on it. */
export const dragging = signal(false);

/** File names of the documents that wait until a dialog is closed. */
export const waitingDocuments = signal<readonly string[]>([]);

/** What a screen reader is to say next. */
export const announcement = signal('');

/** Size of the timeline on the screen in CSS pixels; a figure of the view has the same. */
export const timelineSize = signal({ width: 0, height: 0 });

/** The document on the screen, or `null`. */
export const currentView = computed<View | null>(() =>
  screen.value.kind === 'document' ? screen.value.view : null,
);

let opened = 0;

/** Puts a document on the screen in a window of its own, which shows all events at first. */
export function createView(document: OpenedDocument, showAll: (model: TimelineModel) => TimeWindow): View {
  const whole = createTimelineModel(document.document);
  const lanes = signal(asInDocument(document.document.lanes.length));
  const shown = computed(() => {
    const { present } = lanes.value;
    return isAsInDocument(present) ? whole : whole.of(shownLanes(present));
  });
  const all = computed(() => showAll(shown.value));
  opened += 1;
  return {
    key: opened,
    opened: document,
    shown,
    lanes,
    window: createMovingWindow(all.peek()),
    get model() {
      return shown.value;
    },
    get all() {
      return all.value;
    },
  };
}
