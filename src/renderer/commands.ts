// Everything the reader can do, by name: toolbar, keyboard, menu and gestures all end here.
import { batch } from '@preact/signals';
import { EARLIEST, LATEST } from '../shared/dates/calendar.ts';
import { distanceInWords } from '../shared/dates/distance.ts';
import type { EventDate } from '../shared/dates/event-date.ts';
import { extentOf } from '../shared/dates/order.ts';
import {
  around,
  clampWindow,
  contains,
  fit,
  pan,
  preset,
  SHORTEST_WINDOW,
  zoom,
  type PresetName,
  type TimeWindow,
} from '../shared/dates/window.ts';
import type { PlacedEvent } from '../shared/document/document.ts';
import { laneOf, laneTitleOf } from '../shared/document/lane-of.ts';
import type { FigureRequest } from '../shared/figure/figure.ts';
import type { Command, OpenedDocument, SavedFigure } from '../shared/ipc.ts';
import type { PanelLayout } from '../shared/panel.ts';
import type { Failure, Result } from '../shared/result.ts';
import { api } from './api.ts';
import {
  choicesOf,
  fieldOf,
  FIRST_CHOICES,
  NO_LANES,
  NO_PARTS,
  requestOf,
  tooLarge,
  type Choices,
  type Surroundings,
} from './export/choices.ts';
import {
  arranged,
  documentOrder,
  isAsInDocument,
  movedTo,
  neighbour,
  redone,
  shownLanes,
  undone,
  withLane,
  type Arrangement,
  type LaneHistory,
} from './view/arrangement.ts';
import type { ListFormat } from './list/copied-list.ts';
import { sortingAfter, type Column } from './list/sorting.ts';
import {
  announcement,
  createView,
  currentView,
  exportDialog,
  lanesList,
  listScope,
  listSorting,
  notice,
  openAggregate,
  otherEvent,
  pageDialog,
  panel,
  pointedAddress,
  screen,
  search,
  selectedEvent,
  shownArticle,
  stage,
  timelineSize,
  waitingDocuments,
  type ExportDialog,
  type ListScope,
  type Notice,
  type PageDialog,
  type View,
} from './store.ts';
import { eventLabel } from '../shared/document/event-label.ts';
import type { MarkView } from './timeline/marks.ts';
import type { TimelineModel } from './view/model.ts';

/** Room at both ends when all events are shown, as a share of their span. */
const MARGIN = 0.08;
/** The same when two events are compared: cards hang from both ends. */
const COMPARED_MARGIN = 0.2;
/** One press of + or −. */
const ZOOM_STEP = 1.5;
/** One press of an arrow key, as a share of the window. */
export const PAN_STEP = 0.2;
/** Image pixels to a CSS pixel in a copied view. */
const COPY_SCALE = 2;
/** How long a query stands still before it is looked for, milliseconds: quick typing goes on within it. */
const FIND_DELAY = 120;
/** How long the choices stand still before they are drawn, milliseconds: typing goes on within it. */
const PREVIEW_DELAY = 150;

/** Shows what the app was started with, or what a page showed that is gone. */
export async function start(): Promise<void> {
  const { opened, place, message, panel: layout } = await api.loadDocument();
  panel.value = layout;
  show(opened);
  if (place !== null) {
    moveTo(place.window, false);
    const count = currentView.value?.opened.document.events.length ?? 0;
    selectEvent(place.selected !== null && place.selected < count ? place.selected : null);
  }
  if (message !== null) notice.value = failed(message);
}

/** Asks for a file and opens it. Where that fails, what is on the screen stays. */
export async function chooseDocument(): Promise<void> {
  const result = await api.chooseDocument();
  if (result !== null) show(result);
}

/** Opens the article that comes with the app. */
export async function openBundledDocument(): Promise<void> {
  show(await api.loadBundledDocument());
}

/** A document came from outside of the window. It opens at once, or when the export dialog has been closed. */
export function documentWaits(fileName: string): void {
  if (exportDialog.value === null) void openWaitingDocuments();
  else waitingDocuments.value = [...waitingDocuments.value, fileName];
}

/** Opens a file that was dropped on the window, by the same way. */
export async function openDropped(files: readonly File[]): Promise<void> {
  const [file] = files;
  const count = files.length.toLocaleString('en');
  if (file === undefined || files.length > 1) {
    fail({
      code: 'not-one-file',
      message:
        file === undefined
          ? 'What was dropped is not a file. Drop a timeline document, a file that ends in .dateline.'
          : `Dateline opens one document at a time, and these are ${count} files. Drop one of them.`,
      details: [],
    });
    return;
  }
  const result = await api.openDropped(file);
  if (!result.ok) fail(result.failure);
}

/** Opens one of the dialogs beside the export dialog. */
export function openDialog(dialog: PageDialog): void {
  pageDialog.value = dialog;
}

/** Closes it. */
export function closeDialog(): void {
  pageDialog.value = null;
}

/** Shows another span of time. */
export function moveTo(window: TimeWindow, glide: boolean): void {
  currentView.value?.window.moveTo(clampWindow(window), glide);
}

/** Moves by a share of the window's length; positive is later. */
export function panBy(share: number, glide = false): void {
  withView(({ window }) => {
    window.moveTo(pan(window.target(), share), glide);
  });
}

/** Scales the window's length around a position, 0 at the left edge to 1. */
export function zoomBy(factor: number, anchor: number, glide = true): void {
  withView(({ window }) => {
    window.moveTo(zoom(window.target(), factor, anchor), glide);
  });
}

/** A step nearer, around the middle. */
export function zoomIn(): void {
  zoomBy(1 / ZOOM_STEP, 0.5);
}

/** A step away, around the middle. */
export function zoomOut(): void {
  zoomBy(ZOOM_STEP, 0.5);
}

/** Shows all events with a margin. */
export function showAll(): void {
  withView(({ window, all }) => {
    window.moveTo(all, true);
  });
}

/** Shows a year, month, week or day around the middle. */
export function showPreset(name: PresetName): void {
  withView(({ window }) => {
    window.moveTo(preset(window.target(), name), true);
  });
}

/** Moves to the first or the last event; the window keeps its length. */
export function showEnd(which: 'first' | 'last'): void {
  withView(({ model, window }) => {
    const { order } = model.index;
    const position = order[which === 'first' ? 0 : order.length - 1];
    if (position !== undefined) reveal(model, window, position, true);
  });
}

/** Selects the next or previous event in time, or the first or last where none is selected, and shows it. */
export function step(direction: 'next' | 'previous'): void {
  withView(({ model, window }) => {
    const { index } = model;
    // Of two, the one that was reached last.
    const position = stepFrom(index, otherEvent.value ?? selectedEvent.value, direction);
    if (position === null) return;
    reveal(model, window, position, false);
    selectEvent(position);
  });
}

/** Selects an event by its position in the document, or none. */
export function selectEvent(position: number | null): void {
  batch(() => {
    openAggregate.value = null;
    otherEvent.value = null;
    selectedEvent.value = position;
    if (search.value !== null) search.value = { ...search.value, passage: null };
    const document = currentView.value?.opened.document;
    const event = position === null ? undefined : document?.events[position];
    if (document === undefined || event === undefined) return;
    announcement.value = eventLabel(event, laneTitleOf(document, event));
    shownArticle.value = articleFor(event);
  });
}

/** Selects an event, and moves the timeline to it where it is out of view. */
export function goToEvent(position: number): void {
  withView(({ model, window }) => {
    showLaneOf(position);
    const when = model.document.events[position]?.when;
    const { start, end } = window.target();
    // A bar that reaches into the view is in view, wherever it starts.
    if (when !== undefined && !(when.start < end && when.end > start)) reveal(model, window, position, true);
    selectEvent(position);
  });
}

/** Compares an event with the selected one, and shows both; without a selection it becomes the selected one. */
export function compareWith(position: number): void {
  const from = selectedEvent.value;
  if (from === null || from === position) {
    goToEvent(position);
    return;
  }
  withView(({ model, window }) => {
    const { events } = model.document;
    const [one, other] = [events[from], events[position]];
    if (one === undefined || other === undefined) return;
    showLaneOf(position);
    revealBoth(window, one.when, other.when);
    batch(() => {
      openAggregate.value = null;
      otherEvent.value = position;
      shownArticle.value = articleFor(other);
      announcement.value = `From ${one.title} to ${other.title}: ${distanceInWords(one.when, other.when)}`;
    });
  });
}

/** Compares the selected event with the next or previous in time; from two on, with the one after or before the second. */
export function compareOnwards(direction: 'next' | 'previous'): void {
  withView(({ model }) => {
    const position = stepFrom(model.index, otherEvent.value ?? selectedEvent.value, direction);
    if (position !== null) compareWith(position);
  });
}

/** A step back: from two events to the one that was selected first, from one to none, and then out of a search. */
export function stepBack(): void {
  if (selectedEvent.value === null && openAggregate.value === null) closeFind();
  selectEvent(otherEvent.value === null ? null : selectedEvent.value);
}

/** Selects the event of a mark or, with `compare`, compares it with the selected one; an aggregate is opened. */
export function chooseMark(mark: MarkView, compare: boolean): void {
  if (mark.event === null) openMark(mark);
  else if (compare) compareWith(mark.event);
  else selectEvent(mark.event);
}

/** Shows another article of the document. */
export function showArticle(id: string): void {
  shownArticle.value = id;
}

/** Folds the panel away, or shows it again. */
export function togglePanel(): void {
  withView(() => {
    layOutPanel({ folded: !panel.value.folded });
    rememberPanel();
  });
}

/** Lays the panel out anew, for as long as the window is open. */
export function layOutPanel(part: Partial<PanelLayout>): void {
  panel.value = { ...panel.value, ...part };
}

/** Keeps the layout of the panel for the next launch. */
export function rememberPanel(): void {
  void api.rememberPanel(panel.value);
}

/** Shows the address of a link where a browser would; `null` where none is pointed at. */
export function pointAt(address: string | null): void {
  pointedAddress.value = address;
}

/** Zooms in on a mark's span; an aggregate that no zoom takes apart is listed in the panel instead. */
export function openMark(mark: MarkView): void {
  withView(({ model, window }) => {
    if (mark.event === null && !mark.separable) {
      batch(() => {
        selectedEvent.value = null;
        otherEvent.value = null;
        openAggregate.value = mark;
        announcement.value = `${mark.title}, ${mark.date}, ${mark.more}`;
      });
      return;
    }
    const span = knownSpan(mark, model);
    if (span === null) return;
    const { start, end } = window.target();
    const nearer = fit(span, MARGIN, window.target());
    const length = Math.min(nearer.end - nearer.start, (end - start) / 2);
    window.moveTo(clampWindow(around((span.start + span.end) / 2, length)), true);
  });
}

/** Has the search field take the focus. */
export function openFind(): void {
  withView(() => {
    const { query = '', found = null, passage = null, focus = 0 } = search.value ?? {};
    search.value = { query, found, passage, focus: focus + 1 };
  });
}

/** Ends the search. */
export function closeFind(): void {
  clearTimeout(findTimer);
  search.value = null;
}

/**
 * Looks for a query once it stands still.
 * @param delay milliseconds until then
 */
export function find(query: string, delay = FIND_DELAY): void {
  withView((view) => {
    const { found = null, focus = 0 } = search.value ?? {};
    clearTimeout(findTimer);
    const isEmpty = query.trim() === '';
    search.value = { query, found: isEmpty ? null : found, passage: null, focus };
    if (!isEmpty) findTimer = setTimeout(() => void lookFor(query, view), delay);
  });
}

/** Looks for a name, such as a person’s or a place’s, in these very words. */
export async function findName(name: string): Promise<void> {
  const { queryFor } = await findTools();
  find(queryFor(name), 0);
}

/** Goes to the match after or before: the events in time, then the places in articles. */
export async function findOnwards(direction: 'next' | 'previous'): Promise<void> {
  const view = currentView.value;
  if (view === null) return;
  const tools = await findTools();
  // What has been typed and is not found yet is meant.
  const query = search.value?.query ?? '';
  if (query.trim() === '') {
    openFind();
    return;
  }
  clearTimeout(findTimer);
  await lookFor(query, view);
  const now = search.value;
  if (now?.found === null || now?.query !== query) return;
  const { found } = now;
  // Of two, the one that was reached last.
  const standing = { event: otherEvent.value ?? selectedEvent.value, passage: now.passage };
  const place = tools.nextPlace(found, view.model.index, standing, direction);
  if (place === null) return;
  const event = found.events[place];
  batch(() => {
    if (event === undefined) {
      const passage = place - found.events.length;
      search.value = { ...now, passage };
      shownArticle.value = found.passages[passage]?.article ?? null;
      if (panel.value.folded) layOutPanel({ folded: false });
    } else {
      goToEvent(event);
    }
    announcement.value = tools.matchInWords(found, place, view.model.document);
  });
}

/** Hides a lane of the timeline, or shows it again. What is selected in a hidden lane no longer is. */
export function showLane(lane: number, isShown: boolean): void {
  arrangeLanes(
    (arrangement) => withLane(arrangement, lane, isShown),
    `${laneTitle(lane)} is ${isShown ? 'shown' : 'hidden'}`,
  );
}

/** Moves a lane to where another stands. */
export function moveLane(lane: number, other: number): void {
  arrangeLanes((arrangement) => movedTo(arrangement, lane, other), `${laneTitle(lane)} has moved`);
}

/** Moves a lane past the next one that is shown above or below. */
export function moveLaneBy(lane: number, direction: 'up' | 'down'): void {
  withView(({ model }) => {
    const other = neighbour(model.index.lanes, lane, direction);
    if (other !== undefined) moveLane(lane, other);
  });
}

/** Shows all lanes in the order that they have. */
export function showAllLanes(): void {
  arrangeLanes((arrangement) => ({ ...arrangement, hidden: new Set() }), 'All lanes are shown');
}

/** Shows all lanes in the document's order. */
export function resetLanes(): void {
  arrangeLanes(({ order }) => documentOrder(order.length), 'The lanes are as in the document');
}

/** Takes back the last change of the lanes. */
export function undoLanes(): void {
  changeLanes(undone, 'The last change of the lanes is undone');
}

/** Makes the change of the lanes again that was taken back last. */
export function redoLanes(): void {
  changeLanes(redone, 'The change of the lanes is made again');
}

/** Opens the list of all lanes, at one of them if it is named. */
export function openLanesList(lane?: number): void {
  withView(() => {
    lanesList.value = lane ?? 'open';
  });
}

/** Closes it. */
export function closeLanesList(): void {
  lanesList.value = 'closed';
}

/** Shows the events as a list in the place of the timeline, or the timeline again. */
export function toggleList(): void {
  withView(() => {
    const isList = stage.value === 'list';
    stage.value = isList ? 'timeline' : 'list';
    announcement.value = isList ? 'The timeline is shown' : 'The list of events is shown';
  });
}

/** Lists the events of the time in view, or all. */
export function listEvents(scope: ListScope): void {
  listScope.value = scope;
}

/** Sorts the list by a column, and by one that it is sorted by the other way round. */
export function sortListBy(column: Column): void {
  listSorting.value = sortingAfter(listSorting.value, column);
}

/** Puts the rows of the list on the clipboard, in the order shown. */
export async function copyList(format: ListFormat): Promise<void> {
  const view = currentView.value;
  if (view === null) return;
  const [{ listedTable }, { tableAs }] = await Promise.all([
    import('./list/listed.ts'),
    import('./list/copied-list.ts'),
  ]);
  const table = listedTable(view);
  const result = await api.copyText(tableAs(format, table));
  if (!result.ok) {
    fail(result.failure);
    return;
  }
  const rows = table.length - 1;
  succeeded(`Copied ${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'} as ${FORMAT_NAMES[format]}.`);
}

const FORMAT_NAMES: Readonly<Record<ListFormat, string>> = {
  text: 'text',
  csv: 'CSV',
  markdown: 'Markdown',
};

/** Opens the export dialog with the last choices. */
export async function openExport(): Promise<void> {
  const last = await api.lastFigure();
  const around = surroundings();
  if (exportDialog.value !== null || around === null) return;
  closeDialog();
  exportDialog.value = {
    choices: FIRST_CHOICES,
    problem: null,
    shown: null,
    drawing: true,
    work: null,
    failure: null,
  };
  chooseFigure(() => (last === null ? FIRST_CHOICES : choicesOf(last, around)), 0);
}

/** Closes the export dialog, and ends what is under way in it. */
export function closeExport(): void {
  if (exportDialog.value !== null) cancelFigure();
  clearTimeout(previewTimer);
  exportDialog.value = null;
  if (waitingDocuments.value.length > 0) void openWaitingDocuments();
}

/**
 * Changes what is chosen in the export dialog, and draws the preview once it stands still.
 * @param delay milliseconds until then
 */
export function chooseFigure(
  change: (choices: Choices, surroundings: Surroundings) => Choices,
  delay = PREVIEW_DELAY,
): void {
  const around = surroundings();
  const dialog = exportDialog.value;
  if (dialog === null || around === null) return;
  const choices = change(dialog.choices, around);
  const request = requestOf(choices, around);
  clearTimeout(previewTimer);
  updateExport({
    choices,
    // A date that main could not read is named until main has read the next.
    problem: request.ok ? (choices.content === 'dates' ? dateProblem(dialog) : null) : request.failure,
    drawing: request.ok,
    failure: null,
  });
  if (request.ok) previewTimer = setTimeout(() => void drawPreview(request.value), delay);
}

/** Writes the figure that is chosen to a file of the reader's choice; the dialog closes once it is there. */
export async function exportChosen(): Promise<void> {
  const result = await workInDialog('export', (request) => api.exportFigure(request));
  if (result !== null) saved(result);
}

/** Puts the figure that is chosen on the clipboard as a picture; the dialog closes once it is there. */
export async function copyChosen(): Promise<void> {
  const result = await workInDialog('copy', ({ options }) => api.copyFigure(options));
  if (result !== null) copied(result);
}

/** Ends the export, copy or preview under way. */
export function cancelFigure(): void {
  void api.cancelFigure();
}

/** Writes a figure with the last choices to a file of the reader's choice; before the first, opens the dialog. */
export async function exportAgain(): Promise<void> {
  const last = await api.lastFigure();
  const around = surroundings();
  if (around === null || exportDialog.value !== null) return;
  if (last === null) {
    await openExport();
    return;
  }
  const request = requestOf(choicesOf(last, around), around);
  if (!request.ok) {
    fail(request.failure);
    return;
  }
  const result = await withProgress('Exporting the figure…', api.exportFigure(request.value));
  if (result === null) return;
  if (result.ok) saved(result.value);
  else fail(result.failure);
}

/** Puts the timeline as it is in view on the clipboard as a picture. */
export async function copyFigure(): Promise<void> {
  const around = surroundings();
  if (around === null) return;
  const { window, width, height, theme, lanes } = around;
  if (lanes?.length === 0) {
    fail(NO_LANES);
    return;
  }
  const result = await withProgress(
    'Copying the picture…',
    api.copyFigure({
      content: { kind: 'view', window },
      width,
      height,
      scale: COPY_SCALE,
      theme,
      transparent: false,
      parts: NO_PARTS,
      ...(lanes !== undefined && { lanes }),
    }),
  );
  if (result === null) return;
  if (result.ok) copied(result.value);
  else fail(result.failure);
}

/** Shows the picture written last in the system's file manager. */
export async function showExportedFigure(): Promise<void> {
  const result = await api.showExportedFigure();
  if (!result.ok) fail(result.failure);
}

/** Opens an address in the reader's browser. */
export async function openLink(address: string): Promise<void> {
  const result = await api.openLink(address);
  if (!result.ok) fail(result.failure);
}

/** Puts the versions of the app and of what it runs on on the clipboard. */
export async function copyVersion(): Promise<void> {
  await api.copyVersion();
}

/** Takes the message away. */
export function dismissNotice(): void {
  notice.value = null;
}

/** Whether a dialog has the keyboard to itself. */
export function dialogIsOpen(): boolean {
  return exportDialog.value !== null || pageDialog.value !== null;
}

/** Does what the menu asks for; while a dialog is open, the window behind it stands still. */
export function run(command: Command): void {
  if (dialogIsOpen()) return;
  const actions: Record<Command, () => void> = {
    'open-document': () => void chooseDocument(),
    'open-bundled-document': () => void openBundledDocument(),
    'export-figure': () => void openExport(),
    'export-figure-again': () => void exportAgain(),
    'copy-figure': () => void copyFigure(),
    'zoom-in': zoomIn,
    'zoom-out': zoomOut,
    'show-all': showAll,
    'show-year': () => {
      showPreset('year');
    },
    'show-month': () => {
      showPreset('month');
    },
    'show-week': () => {
      showPreset('week');
    },
    'show-day': () => {
      showPreset('day');
    },
    'next-event': () => {
      step('next');
    },
    'previous-event': () => {
      step('previous');
    },
    'show-shortcuts': () => {
      openDialog('shortcuts');
    },
    'show-about': () => {
      openDialog('about');
    },
    'toggle-panel': togglePanel,
    find: openFind,
    'find-next': () => void findOnwards('next'),
    'find-previous': () => void findOnwards('previous'),
    'toggle-list': toggleList,
    'show-lanes': () => {
      openLanesList();
    },
    'show-all-lanes': showAllLanes,
    'reset-lanes': resetLanes,
    'undo-lanes': undoLanes,
    'redo-lanes': redoLanes,
  };
  actions[command]();
}

function show(result: Result<OpenedDocument>): void {
  if (!result.ok) {
    // A document that stands on the screen is not lost because another cannot be opened.
    if (currentView.value === null) screen.value = { kind: 'problem', failure: result.failure };
    else fail(result.failure);
    return;
  }
  batch(() => {
    // A figure of the document before may still be under way.
    if (notice.value?.kind !== 'progress') notice.value = null;
    openAggregate.value = null;
    selectedEvent.value = null;
    otherEvent.value = null;
    shownArticle.value = null;
    lanesList.value = 'closed';
    pointedAddress.value = null;
    closeFind();
    screen.value = { kind: 'document', view: createView(result.value, everything) };
  });
  document.title = `${result.value.document.title} – Dateline`;
}

/** Opens what waits, in the order in which it came. What could not be opened is told at the end, so that it stays. */
async function openWaitingDocuments(): Promise<void> {
  waitingDocuments.value = [];
  // Nothing in these dialogs is lost.
  closeDialog();
  let last: Failure | null = null;
  for (;;) {
    const result = await api.openWaitingDocument();
    if (result === null) break;
    if (result.ok) show(result);
    else last = result.failure;
  }
  if (last !== null) show({ ok: false, failure: last });
}

function everything(model: TimelineModel): TimeWindow {
  return fit(model.extent, MARGIN, thisYear());
}

/** Where a document without a known date starts. */
function thisYear(): TimeWindow {
  const year = new Date().getUTCFullYear();
  return { start: Date.UTC(year, 0), end: Date.UTC(year + 1, 0) };
}

/** The span of a mark without its open ends, which reach to the ends of time. */
function knownSpan({ start, end }: MarkView, { extent }: TimelineModel): TimeWindow | null {
  if (extent === null) return null;
  const first = start <= EARLIEST ? extent.start : start;
  const last = end >= LATEST ? extent.end : end;
  return first < last ? { start: first, end: last } : around(first, SHORTEST_WINDOW);
}

function arrangeLanes(change: (arrangement: Arrangement) => Arrangement, what: string): void {
  changeLanes((history) => arranged(history, change(history.present)), what);
}

/** Changes the lanes, and says so where that changed anything. */
function changeLanes(change: (history: LaneHistory) => LaneHistory, what: string): void {
  withView(({ lanes, opened: { document } }) => {
    const before = lanes.value;
    const after = change(before);
    if (after.present === before.present) return;
    batch(() => {
      lanes.value = after;
      const shown = shownLanes(after.present);
      const isShown = (position: number | null) => {
        const event = position === null ? undefined : document.events[position];
        return event === undefined || shown.includes(laneOf(document, event));
      };
      if (!isShown(selectedEvent.value)) selectEvent(null);
      if (!isShown(otherEvent.value)) otherEvent.value = null;
      if (openAggregate.value !== null && !shown.includes(openAggregate.value.lane))
        openAggregate.value = null;
      const titles = shown.map((lane) => document.lanes[lane]?.title).join(', ');
      announcement.value = `${what}. ${shown.length === 0 ? 'No lane is shown.' : `Lanes: ${titles}.`}`;
    });
  });
}

/** Shows the lane of an event again that is hidden: whoever asks for the event wants to see it. */
function showLaneOf(position: number): void {
  withView(({ lanes, opened: { document } }) => {
    const event = document.events[position];
    if (event === undefined) return;
    const lane = laneOf(document, event);
    if (lanes.value.present.hidden.has(lane)) showLane(lane, true);
  });
}

function laneTitle(lane: number): string {
  return currentView.value?.opened.document.lanes[lane]?.title ?? '';
}

function reveal(model: TimelineModel, window: View['window'], position: number, always: boolean): void {
  const when = model.document.events[position]?.when;
  if (when === undefined) return;
  const instant = Number.isFinite(when.start) ? when.start : when.end;
  const target = window.target();
  if (!Number.isFinite(instant) || (!always && contains(target, instant))) return;
  window.moveTo(clampWindow(around(instant, target.end - target.start)), true);
}

/** The window stays where it shows both, and otherwise becomes as long as both need. */
function revealBoth(window: View['window'], a: EventDate, b: EventDate): void {
  const both = extentOf([a, b]);
  if (both === null) return;
  const target = window.target();
  if (target.start <= both.start && both.end <= target.end) return;
  window.moveTo(clampWindow(fit(both, COMPARED_MARGIN, target)), true);
}

/** The event next to one in time, or the first or last where there is none to start from. */
function stepFrom(
  index: TimelineModel['index'],
  from: number | null,
  direction: 'next' | 'previous',
): number | null {
  if (from === null) return index.order[direction === 'next' ? 0 : index.order.length - 1] ?? null;
  return direction === 'next' ? index.next(from) : index.previous(from);
}

/** The article to show with an event: the shown one where it speaks of it, or else the first that does. */
function articleFor({ evidence }: PlacedEvent): string | null {
  const shown = shownArticle.value ?? currentView.value?.opened.document.articles[0]?.id;
  if (evidence.length === 0 || evidence.some(({ article }) => article === shown)) return shown ?? null;
  return evidence[0]?.article ?? null;
}

/** What the choices of a figure refer to; `null` where no timeline is on the screen. */
function surroundings(): Surroundings | null {
  const view = currentView.value;
  const { width, height } = timelineSize.value;
  if (view === null || width === 0 || height === 0) return null;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  return {
    window: view.window.target(),
    width: Math.round(width),
    height: Math.round(height),
    theme: dark ? 'dark' : 'light',
    ...(!isAsInDocument(view.lanes.value.present) && { lanes: view.model.index.lanes }),
  };
}

let findTimer: ReturnType<typeof setTimeout> | undefined;
/** What a search needs is loaded by the first. */
function findTools() {
  return import('./find/tools.ts');
}

/** Looks for a query, unless that is done or the reader has typed on by then. */
async function lookFor(query: string, view: View): Promise<void> {
  const { finderFor, inSlices, foundInWords } = await findTools();
  const isWanted = () => search.value?.query === query && currentView.value === view;
  if (!isWanted() || search.value?.found?.query === query) return;
  const found = await inSlices(finderFor(view.model).find(query), isWanted);
  if (found === null || search.value === null || !isWanted()) return;
  search.value = { ...search.value, found, passage: null };
  announcement.value = foundInWords(found);
}

let previewTimer: ReturnType<typeof setTimeout> | undefined;

/** Draws the preview, unless the choices have moved on by the time it is there. */
async function drawPreview(request: FigureRequest): Promise<void> {
  const asked = exportDialog.value?.choices;
  const result = await api.previewFigure(request);
  if (result === null || asked === undefined || exportDialog.value?.choices !== asked) return;
  if (!result.ok) {
    updateExport({ problem: result.failure, drawing: false });
    return;
  }
  const preview = result.value;
  const { options, format } = request;
  // The events may have needed so much room that the picture is too large only now.
  const problem = format === 'png' ? tooLarge({ ...options, height: preview.height }) : null;
  updateExport({ shown: { request, preview }, problem, drawing: false });
}

function dateProblem({ problem }: ExportDialog): Failure | null {
  const field = problem === null ? null : fieldOf(problem);
  return field === 'from' || field === 'to' || field === 'dates' ? problem : null;
}

/** Does something with the figure that is chosen. `null` where the reader cancelled or it failed, which the dialog then says. */
async function workInDialog<T>(
  work: 'export' | 'copy',
  action: (request: FigureRequest) => Promise<Result<T> | null>,
): Promise<T | null> {
  const dialog = exportDialog.value;
  const around = surroundings();
  if (dialog?.work !== null || around === null) return null;
  const request = requestOf(dialog.choices, around);
  if (!request.ok) return null;
  updateExport({ work, failure: null });
  const result = await action(request.value);
  updateExport({ work: null, failure: result?.ok === false ? result.failure : null });
  if (result === null && exportDialog.value?.drawing === true) {
    // Where the reader cancelled, the preview ended too.
    chooseFigure((choices) => choices, 0);
  }
  if (!result?.ok) return null;
  closeExport();
  return result.value;
}

function updateExport(part: Partial<ExportDialog>): void {
  const dialog = exportDialog.value;
  if (dialog !== null) exportDialog.value = { ...dialog, ...part };
}

function saved({ fileName, folderName, width, height }: SavedFigure): void {
  succeeded(`Saved ${fileName} in ${folderName} (${width} × ${height} pixels).`, { showInFolder: true });
}

function copied({ width, height }: { readonly width: number; readonly height: number }): void {
  succeeded(`Copied the picture (${width} × ${height} pixels).`);
}

function succeeded(text: string, { showInFolder = false } = {}): void {
  notice.value = { kind: 'success', text, details: [], showInFolder };
}

/** Shows progress once something takes longer than a reader takes for instant. */
async function withProgress<T>(text: string, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => {
    notice.value = { kind: 'progress', text, details: [], showInFolder: false };
  }, 400);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    if (notice.value?.kind === 'progress') notice.value = null;
  }
}

/** Tells what could not be done, where the reader looks: an open export dialog covers the window. */
export function fail(failure: Failure): void {
  if (exportDialog.value !== null) {
    updateExport({ failure });
    return;
  }
  closeDialog();
  notice.value = failed(failure.message, failure.details);
}

function failed(text: string, details: readonly string[] = []): Notice {
  return { kind: 'failure', text, details, showInFolder: false };
}

function withView(action: (view: View) => void): void {
  const view = currentView.value;
  if (view !== null) action(view);
}
