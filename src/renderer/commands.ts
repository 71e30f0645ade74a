// Everything the reader can do, by name: toolbar, keyboard, menu and gestures all end here.
import { batch } from '@preact/signals';
import {
  around,
  clampWindow,
  contains,
  fit,
  pan,
  preset,
  zoom,
  type PresetName,
  type TimeWindow,
} from '../shared/dates/window.ts';
import type { Command, FigureRequest, OpenedDocument } from '../shared/ipc.ts';
import type { Failure, Result } from '../shared/result.ts';
import { api } from './api.ts';
import {
  announcement,
  createView,
  currentView,
  notice,
  openAggregate,
  screen,
  selectedEvent,
  timelineSize,
  type View,
} from './store.ts';
import { eventLabel, type MarkView } from './timeline/marks.ts';
import type { TimelineModel } from './timeline/model.ts';

/** Room at both ends when all events are shown, as a share of their span. */
const MARGIN = 0.08;
/** One press of + or −. */
const ZOOM_STEP = 1.5;
/** One press of an arrow key, as a share of the window. */
export const PAN_STEP = 0.2;
/** Image pixels to a CSS pixel in an exported picture. */
const FIGURE_SCALE = 2;

/** Shows what the app was started with. */
export async function start(): Promise<void> {
  show(await api.loadDocument());
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
  withView(({ model, window }) => {
    window.moveTo(everything(model), true);
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
    const from = selectedEvent.value;
    const position =
      from === null
        ? (index.order[direction === 'next' ? 0 : index.order.length - 1] ?? null)
        : direction === 'next'
          ? index.next(from)
          : index.previous(from);
    if (position === null) return;
    reveal(model, window, position, false);
    selectEvent(position);
  });
}

/** Selects an event by its position in the document, or none. */
export function selectEvent(position: number | null): void {
  batch(() => {
    openAggregate.value = null;
    selectedEvent.value = position;
    const document = currentView.value?.opened.document;
    const event = position === null ? undefined : document?.events[position];
    if (document === undefined || event === undefined) return;
    announcement.value = eventLabel(event, document.lanes.find(({ id }) => id === event.lane)?.title ?? '');
  });
}

/** Selects the event of a mark, or opens an aggregate. */
export function chooseMark(mark: MarkView): void {
  if (mark.event === null) openMark(mark);
  else selectEvent(mark.event);
}

/** Zooms in on a mark's span; an aggregate that no zoom takes apart is listed in the panel instead. */
export function openMark(mark: MarkView): void {
  withView(({ window }) => {
    if (mark.event === null && !mark.separable) {
      batch(() => {
        selectedEvent.value = null;
        openAggregate.value = mark;
        announcement.value = `${mark.title}, ${mark.date}, ${mark.more}`;
      });
      return;
    }
    const { start, end } = window.target();
    const nearer = fit({ start: mark.start, end: mark.end }, MARGIN, window.target());
    const length = Math.min(nearer.end - nearer.start, (end - start) / 2);
    window.moveTo(clampWindow(around((mark.start + mark.end) / 2, length)), true);
  });
}

/** Writes the timeline as it is in view to a picture file of the reader's choice. */
export async function exportFigure(): Promise<void> {
  const request = figureRequest();
  if (request === null) return;
  const result = await withProgress('Drawing the picture…', api.exportFigure(request));
  if (result === null) return;
  if (!result.ok) {
    fail(result.failure);
    return;
  }
  const { fileName, folderName, width, height } = result.value;
  notice.value = {
    kind: 'success',
    text: `Saved ${fileName} in ${folderName} (${width} × ${height} pixels).`,
    details: [],
    showInFolder: true,
  };
}

/** Puts the timeline as it is in view on the clipboard as a picture. */
export async function copyFigure(): Promise<void> {
  const request = figureRequest();
  if (request === null) return;
  const result = await withProgress('Copying the picture…', api.copyFigure(request));
  if (result.ok) {
    const { width, height } = result.value;
    notice.value = {
      kind: 'success',
      text: `Copied the picture (${width} × ${height} pixels).`,
      details: [],
      showInFolder: false,
    };
  } else fail(result.failure);
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

/** Takes the message away. */
export function dismissNotice(): void {
  notice.value = null;
}

/** Does what the menu asks for. */
export function run(command: Command): void {
  const actions: Record<Command, () => void> = {
    'open-document': () => void chooseDocument(),
    'open-bundled-document': () => void openBundledDocument(),
    'export-figure': () => void exportFigure(),
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
    notice.value = null;
    openAggregate.value = null;
    selectedEvent.value = null;
    screen.value = { kind: 'document', view: createView(result.value, everything) };
  });
  document.title = `${result.value.document.title} – Dateline`;
}

function everything(model: TimelineModel): TimeWindow {
  return fit(model.extent, MARGIN, thisYear());
}

/** Where a document without a known date starts. */
function thisYear(): TimeWindow {
  const year = new Date().getUTCFullYear();
  return { start: Date.UTC(year, 0), end: Date.UTC(year + 1, 0) };
}

function reveal(model: TimelineModel, window: View['window'], position: number, always: boolean): void {
  const when = model.document.events[position]?.when;
  if (when === undefined) return;
  const instant = Number.isFinite(when.start) ? when.start : when.end;
  const target = window.target();
  if (!Number.isFinite(instant) || (!always && contains(target, instant))) return;
  window.moveTo(clampWindow(around(instant, target.end - target.start)), true);
}

function figureRequest(): FigureRequest | null {
  const view = currentView.value;
  const { width, height } = timelineSize.value;
  if (view === null || width === 0 || height === 0) return null;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  return {
    window: view.window.target(),
    width: Math.round(width),
    height: Math.round(height),
    scale: FIGURE_SCALE,
    theme: dark ? 'dark' : 'light',
  };
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

function fail(failure: Failure): void {
  notice.value = { kind: 'failure', text: failure.message, details: failure.details, showInFolder: false };
}

function withView(action: (view: View) => void): void {
  const view = currentView.value;
  if (view !== null) action(view);
}
