// Exports and copies figures, with the state of the export dialog.
import { isolate } from '../../shared/isolate.ts';
import { effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import { IMPORTANCE, importanceOf } from '../../shared/figure/events.ts';
import { NO_EVENTS, type FigureOptions, type FigureRequest } from '../../shared/figure/figure.ts';
import type { FigurePreview, SavedFigure } from '../../shared/ipc.ts';
import { success, type Failure, type Result } from '../../shared/result.ts';
import { api } from '../api.ts';
import { found } from '../find/commands.ts';
import type { EventSurroundings } from './event-choices.ts';
import { dismissNotice, fail, notice, succeeded, withProgress } from '../parts/notices.ts';
import { shownLanes } from '../view/arrangement.ts';
import type { TimelineModel } from '../view/model.ts';
import { selection } from '../view/selection.ts';
import { currentView, timelineSize, viewState, type View } from '../view/view.ts';
import {
  choicesOf,
  fieldOf,
  FIRST_CHOICES,
  NO_LANES,
  NO_PARTS,
  requestOf,
  withEvents,
  type Choices,
  type Surroundings,
} from './choices.ts';
import { sharpScale } from './enlarging.ts';
import { houseChoicesOf } from './house-choices.ts';
import { forPaper } from './paper.ts';
import { withFigureOnPaper } from './printed-figure.ts';

/** Image pixels to a CSS pixel in a copied view. */
const COPY_SCALE = 2;
/** Milliseconds without a change before the preview is drawn, so that typing goes on undisturbed. */
const PREVIEW_DELAY = 150;

/** A preview, and what it was asked to show. */
export interface ShownPreview {
  readonly request: FigureRequest;
  /** Image pixels to a CSS pixel of the figure if it was drawn for 100 %, else `null`. */
  readonly scale: number | null;
  readonly preview: FigurePreview;
}

/** The export dialog while it is open. */
export interface ExportDialog {
  readonly choices: Choices;
  /** Why the choices give no figure, or `null`. */
  readonly problem: Failure | null;
  /** The figure that the choices describe; `null` if they give none. */
  readonly wanted: FigureRequest | null;
  /** The last preview. */
  readonly shown: ShownPreview | null;
  /** Whether the preview shows the figure at 100 %, a part at a time, rather than all of it. */
  readonly enlarged: boolean;
  /** True while the preview lags behind the choices. */
  readonly drawing: boolean;
  /** The work in progress, or `null`. */
  readonly work: 'export' | 'copy' | 'print' | null;
  /** Why the last export or copy failed, or `null`. */
  readonly failure: Failure | null;
}

const dialog = signal<ExportDialog | null>(null);

/** What was chosen for the figures of one document alone. */
type OwnChoices = Partial<Pick<Choices, 'words' | 'events' | 'distance'>>;

const ownChoices = viewState<OwnChoices>({});

/** The export dialog, or `null` while it is closed. */
export const exportDialog: ReadonlySignal<ExportDialog | null> = dialog;

/** Stops moving failures from the notice, which the dialog covers, into the dialog. */
let stopTaking: (() => void) | undefined;

/** Opens the export dialog with the last choices. */
export async function openExport(): Promise<void> {
  if (!hasFigure()) return;
  const [last, style] = await Promise.all([api.lastFigure(), api.houseStyle()]);
  const around = exportSurroundings();
  if (dialog.value !== null || around === null) return;
  const choices = lastChoices(last, around);
  dialog.value = {
    choices: FIRST_CHOICES,
    problem: null,
    wanted: null,
    shown: null,
    enlarged: false,
    drawing: true,
    work: null,
    failure: null,
  };
  stopTaking = effect(takeFailure);
  // The house style outlives a figure without it.
  chooseFigure(() => (style === null ? choices : { ...choices, house: houseChoicesOf(style) }), 0);
}

/** The choices of the last figure, with what was chosen for this document. */
function lastChoices(last: FigureRequest | null, around: Surroundings): Choices {
  const choices = {
    ...(last === null ? FIRST_CHOICES : choicesOf(last, around)),
    ...ownChoices.current.value,
  };
  // What is found or selected may have changed.
  return withEvents(choices, choices.events, around);
}

/** Closes the export dialog, and cancels its work. */
export function closeExport(): void {
  if (dialog.value !== null) cancelFigure();
  clearTimeout(previewTimer);
  stopTaking?.();
  dialog.value = null;
}

/**
 * Changes choices in the export dialog, and draws the preview once they rest.
 *
 * @param delay milliseconds until then
 */
export function chooseFigure(
  change: (choices: Choices, surroundings: Surroundings) => Choices,
  delay = PREVIEW_DELAY,
): void {
  const around = exportSurroundings();
  const open = dialog.value;
  if (open === null || around === null) return;
  const choices = change(open.choices, around);
  const request = requestOf(choices, around);
  const { words, events, distance } = choices;
  ownChoices.set({ words, events, distance });
  clearTimeout(previewTimer);
  updateExport({
    choices,
    // A date that main refused stays marked until main accepts the next.
    problem: request.ok ? (choices.content === 'dates' ? dateProblem(open) : null) : request.failure,
    wanted: request.ok ? request.value : null,
    drawing: request.ok,
    failure: null,
  });
  if (request.ok) previewTimer = setTimeout(() => void drawPreview(request.value), delay);
}

/** Sets choices in the export dialog, see {@link chooseFigure}. */
export function choose(part: Partial<Choices>): void {
  chooseFigure((choices) => ({ ...choices, ...part }));
}

/** Shows the preview at 100 %, or all of it again. */
export function enlargePreview(enlarged: boolean): void {
  const open = dialog.value;
  if (open === null || open.enlarged === enlarged) return;
  updateExport({ enlarged });
  // The picture for 100 % serves for all of the figure as well.
  if (!enlarged || open.wanted === null) return;
  clearTimeout(previewTimer);
  updateExport({ drawing: true });
  void drawPreview(open.wanted);
}

/** Writes the chosen figure to a file that the reader picks; the dialog closes once it is written. */
export async function exportChosen(): Promise<void> {
  const result = await workInDialog('export', (request) => api.exportFigure(request));
  if (result !== null) saved(result);
}

/** Copies the chosen figure to the clipboard as an image; the dialog closes once it is copied. */
export async function copyChosen(): Promise<void> {
  const result = await workInDialog('copy', ({ options }) => api.copyFigure(options));
  if (result !== null) copied(result);
}

/** Prints the chosen figure through the system's dialog; ours closes once it is printed. */
export async function printChosen(): Promise<void> {
  const choices = dialog.value?.choices;
  if (choices === undefined) return;
  const result = await workInDialog('print', ({ options }) => print(forPaper(choices, options)));
  if (result !== null) succeeded(PRINTED);
}

/** Cancels the current export, copy, print or preview. */
export function cancelFigure(): void {
  void api.cancelFigure();
}

/** Writes a figure with the last choices to a file that the reader picks; before the first export, opens the dialog. */
export async function exportAgain(): Promise<void> {
  if (!hasFigure()) return;
  const last = await api.lastFigure();
  const around = exportSurroundings();
  if (around === null || dialog.value !== null) return;
  if (last === null) {
    await openExport();
    return;
  }
  const request = requestOf(lastChoices(last, around), around);
  if (!request.ok) {
    fail(request.failure);
    return;
  }
  const result = await withProgress('Exporting figure…', cancelFigure, api.exportFigure(request.value));
  if (result === null) return;
  if (result.ok) saved(result.value);
  else fail(result.failure);
}

/** Prints the figure of the last choices through the system's dialog. */
export async function printFigure(): Promise<void> {
  if (!hasFigure()) return;
  const last = await api.lastFigure();
  const around = exportSurroundings();
  if (around === null || dialog.value !== null) return;
  const choices = lastChoices(last, around);
  const request = requestOf({ ...choices, format: 'svg' }, around);
  if (!request.ok) {
    fail(request.failure);
    return;
  }
  const result = await withProgress(
    'Printing figure…',
    cancelFigure,
    print(forPaper(choices, request.value.options)),
  );
  if (result === null) return;
  if (result.ok) succeeded(PRINTED);
  else fail(result.failure);
}

const PRINTED = 'Sent the figure to the printer.';

/** Draws a figure and prints it, and returns it as it was printed; `null` if the reader cancelled either. */
async function print(options: FigureOptions): Promise<Result<FigureOptions> | null> {
  const drawn = await api.drawForPaper(options);
  if (!drawn?.ok) return drawn;
  const printed = await withFigureOnPaper(drawn.value.pages, () =>
    api.printPage(options.width > options.height),
  );
  return printed?.ok === true ? success(options) : printed;
}

/** Copies the view to the clipboard as an image. */
export async function copyFigure(): Promise<void> {
  if (!hasFigure()) return;
  const around = exportSurroundings();
  if (around === null) return;
  const { window, width, height, theme, lanes, compared } = around;
  if (lanes?.length === 0) {
    fail(NO_LANES);
    return;
  }
  const result = await withProgress(
    'Copying image…',
    cancelFigure,
    api.copyFigure({
      content: { kind: 'view', window },
      width,
      height,
      scale: COPY_SCALE,
      theme,
      transparent: false,
      parts: NO_PARTS,
      ...(lanes !== undefined && { lanes }),
      ...(compared !== null && { compared }),
    }),
  );
  if (result === null) return;
  if (result.ok) copied(result.value);
  else fail(result.failure);
}

/** Shows the last exported figure in the system's file manager. */
async function showExportedFigure(): Promise<void> {
  const result = await api.showExportedFigure();
  if (!result.ok) fail(result.failure);
}

/** Whether there are events for a figure; otherwise says that there are none. */
function hasFigure(): boolean {
  const document = currentView.value?.opened.document;
  if (document === undefined) return false;
  if (document.events.length === 0) fail(NO_EVENTS);
  return document.events.length > 0;
}

/** The values that a figure's choices refer to; `null` if no timeline is on the screen. */
export function exportSurroundings(): Surroundings | null {
  const view = currentView.value;
  const { width, height } = timelineSize.value;
  if (view === null || width === 0 || height === 0) return null;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  return {
    window: view.window.target(),
    width: Math.round(width),
    height: Math.round(height),
    theme: dark ? 'dark' : 'light',
    events: eventsAround(view),
    compared: comparedIn(view),
    ...(view.isArranged && { lanes: shownLanes(view.lanes.value.present) }),
  };
}

/** What the choice of events can refer to. */
function eventsAround({ model, opened: { document } }: View): EventSurroundings {
  return {
    important: importantIn(model),
    found: found.value === null ? null : { query: found.value.query, count: found.value.events.length },
    selected: selection.value.flatMap((row) => document.events.at(row)?.id ?? []),
  };
}

/** The ids of the two events that are compared, or `null`. */
function comparedIn({ opened: { document } }: View): readonly [string, string] | null {
  const [one, other] = selection.value.map((row) => document.events.placedAt(row)?.id);
  return one === undefined || other === undefined ? null : [one, other];
}

const important = new WeakMap<TimelineModel, readonly number[]>();

/** Counts the events of a model that matter at least so much, from 1 to 5, once. */
function importantIn(model: TimelineModel): readonly number[] {
  const known = important.get(model);
  if (known !== undefined) return known;
  const { least, most } = IMPORTANCE;
  const counts = Array.from({ length: most - least + 1 }, () => 0);
  for (const row of model.order) {
    const degree = importanceOf({ importance: model.document.events.importanceOf(row) });
    for (let place = 0; place <= degree - least; place++) counts[place] = (counts[place] ?? 0) + 1;
  }
  important.set(model, counts);
  return counts;
}

/** Moves a failure from the notice, which the open dialog covers, into the dialog. */
function takeFailure(): void {
  const { kind, text, details } = notice.value ?? {};
  if (kind !== 'failure' || text === undefined || details === undefined) return;
  untracked(() => {
    updateExport({ failure: { code: 'notice', message: text, details } });
    dismissNotice();
  });
}

let previewTimer: ReturnType<typeof setTimeout> | undefined;

/** Draws the preview, unless the choices have changed by the time it is ready. */
async function drawPreview(request: FigureRequest): Promise<void> {
  const open = dialog.value;
  if (open === null) return;
  // The height that the events needed is only known of a figure that was drawn before.
  const drawn = open.shown?.request === request ? open.shown.preview : request.options;
  const scale = open.enlarged ? sharpScale(drawn, devicePixelRatio) : null;
  const result = await api.previewFigure(request, scale);
  if (result === null || dialog.value?.wanted !== request) return;
  if (!result.ok) {
    updateExport({ problem: result.failure, drawing: false });
    return;
  }
  const preview = result.value;
  // Only a style that could be drawn is kept.
  if (request.options.style !== undefined) void api.rememberHouseStyle(request.options.style);
  updateExport({ shown: { request, scale, preview }, problem: null, drawing: false });
}

function dateProblem({ problem }: ExportDialog): Failure | null {
  const field = problem === null ? null : fieldOf(problem);
  return field === 'from' || field === 'to' || field === 'dates' ? problem : null;
}

/**
 * Runs an action on the chosen figure. Returns `null` if the reader cancelled or it failed; the dialog shows the
 * failure.
 */
async function workInDialog<T>(
  work: 'export' | 'copy' | 'print',
  action: (request: FigureRequest) => Promise<Result<T> | null>,
): Promise<T | null> {
  const open = dialog.value;
  const around = exportSurroundings();
  if (open?.work !== null || around === null) return null;
  const request = requestOf(open.choices, around);
  if (!request.ok) return null;
  updateExport({ work, failure: null });
  const result = await action(request.value);
  updateExport({ work: null, failure: result?.ok === false ? result.failure : null });
  if (result === null && dialog.value?.drawing === true) {
    // Cancelling ended the preview, too.
    chooseFigure((choices) => choices, 0);
  }
  if (!result?.ok) return null;
  closeExport();
  return result.value;
}

function updateExport(part: Partial<ExportDialog>): void {
  if (dialog.value !== null) dialog.value = { ...dialog.value, ...part };
}

function saved({ fileName, folderName, width, height, leftOut }: SavedFigure): void {
  succeeded(
    `Saved ${isolate(fileName)} in ${isolate(folderName)} (${width} × ${height} pixels).${leftOut === null ? '' : ` ${leftOut}`}`,
    {
      label: 'Show in folder',
      run: () => void showExportedFigure(),
    },
  );
}

function copied({ width, height }: { readonly width: number; readonly height: number }): void {
  succeeded(`Copied image (${width} × ${height} pixels).`);
}
