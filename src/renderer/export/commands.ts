// Exports, copies and prints figures, from the export dialog and without it.
import { isolate } from '../../shared/isolate.ts';
import { effect, untracked } from '@preact/signals';
import { NO_EVENTS, type FigureOptions, type FigureRequest } from '../../shared/figure/figure.ts';
import { PIXELS } from '../../shared/figure/sizes.ts';
import type { SavedFigure } from '../../shared/ipc.ts';
import { success, type Failure, type Result } from '../../shared/result.ts';
import { api } from '../api.ts';
import { dismissNotice, fail, notice, succeeded, withProgress } from '../parts/notices.ts';
import { currentView, viewState } from '../view/view.ts';
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
import { houseChoicesOf } from './house-choices.ts';
import { forPaper } from './paper.ts';
import { PREVIEW_DELAY, schedulePreview, stopPreview } from './previewing.ts';
import { withFigureOnPaper } from './printed-figure.ts';
import { exportDialog, setDialog, updateExport, type ExportDialog, WORK } from './state.ts';
import { exportSurroundings } from './surroundings.ts';

/** Image pixels to a CSS pixel in a copied view. */
const COPY_SCALE = 2;

/** What was chosen for the figures of one document alone. */
type OwnChoices = Partial<Pick<Choices, 'words' | 'events' | 'distance'>>;

const ownChoices = viewState<OwnChoices>({});

/** Stops moving failures from the notice, which the dialog covers, into the dialog. */
let stopTaking: (() => void) | undefined;

/** Opens the export dialog with the last choices. */
export async function openExport(): Promise<void> {
  if (!hasFigure()) return;
  const [last, style] = await Promise.all([api.lastFigure(), api.houseStyle()]);
  const around = exportSurroundings();
  if (exportDialog.value !== null || around === null) return;
  const choices = lastChoices(last, around);
  setDialog({
    choices: FIRST_CHOICES,
    problem: null,
    wanted: null,
    shown: null,
    enlarged: false,
    drawing: true,
    work: null,
    failure: null,
  });
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
  if (exportDialog.value !== null) cancelFigure();
  stopPreview();
  stopTaking?.();
  setDialog(null);
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
  const open = exportDialog.value;
  if (open === null || around === null) return;
  const choices = change(open.choices, around);
  const request = requestOf(choices, around);
  const { words, events, distance } = choices;
  ownChoices.set({ words, events, distance });
  stopPreview();
  updateExport({
    choices,
    // A date that main refused stays marked until main accepts the next.
    problem: request.ok ? (choices.content === 'dates' ? dateProblem(open) : null) : request.failure,
    wanted: request.ok ? request.value : null,
    drawing: request.ok,
    failure: null,
  });
  if (request.ok) schedulePreview(request.value, delay);
}

/** Sets choices in the export dialog, see {@link chooseFigure}. */
export function choose(part: Partial<Choices>): void {
  chooseFigure((choices) => ({ ...choices, ...part }));
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
  const choices = exportDialog.value?.choices;
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
  if (around === null || exportDialog.value !== null) return;
  if (last === null) {
    await openExport();
    return;
  }
  const request = requestOf(lastChoices(last, around), around);
  if (!request.ok) {
    fail(request.failure);
    return;
  }
  await inNotice('export', api.exportFigure(request.value), saved);
}

/** Prints the figure of the last choices through the system's dialog. */
export async function printFigure(): Promise<void> {
  if (!hasFigure()) return;
  const last = await api.lastFigure();
  const around = exportSurroundings();
  if (around === null || exportDialog.value !== null) return;
  const choices = lastChoices(last, around);
  const request = requestOf({ ...choices, format: 'svg' }, around);
  if (!request.ok) {
    fail(request.failure);
    return;
  }
  await inNotice('print', print(forPaper(choices, request.value.options)), () => {
    succeeded(PRINTED);
  });
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

/** Does work behind a notice of its progress, then tells how it ended; nothing if the reader cancelled it. */
async function inNotice<T>(
  name: keyof typeof WORK,
  work: Promise<Result<T> | null>,
  done: (value: T) => void,
): Promise<void> {
  const result = await withProgress(() => WORK[name], cancelFigure, work);
  if (result?.ok === true) done(result.value);
  else if (result !== null) fail(result.failure);
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
  await inNotice(
    'copy',
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
    copied,
  );
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
  if (document.events.count === 0) fail(NO_EVENTS);
  return document.events.count > 0;
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
  const open = exportDialog.value;
  const around = exportSurroundings();
  if (open?.work !== null || around === null) return null;
  const request = requestOf(open.choices, around);
  if (!request.ok) return null;
  updateExport({ work, failure: null });
  const result = await action(request.value);
  updateExport({ work: null, failure: result?.ok === false ? result.failure : null });
  if (result === null && exportDialog.value?.drawing === true) {
    // Cancelling ended the preview, too.
    chooseFigure((choices) => choices, 0);
  }
  if (!result?.ok) return null;
  closeExport();
  return result.value;
}

function saved({ fileName, folderName, width, height, leftOut }: SavedFigure): void {
  // A page of a PDF has a size on paper, and no pixels.
  const [unit, size] = /\.pdf$/i.test(fileName)
    ? (['mm', PIXELS.mm] as const)
    : (['pixels', PIXELS.px] as const);
  const side = (length: number): number => Math.round(length / size);
  succeeded(
    `Saved ${isolate(fileName)} in ${isolate(folderName)} (${side(width)} × ${side(height)} ${unit}).${leftOut === null ? '' : ` ${leftOut}`}`,
    {
      label: 'Show in folder',
      run: () => void showExportedFigure(),
    },
  );
}

function copied({ width, height }: { readonly width: number; readonly height: number }): void {
  succeeded(`Copied image (${width} × ${height} pixels).`);
}
