// Exports figures: asks for a file, draws, writes, and remembers the options.
import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { app, dialog, shell, type BrowserWindow } from 'electron';
import type { PlacedDocument } from '../../shared/document/document.ts';
import {
  forAnyDocument,
  type FigureDrawing,
  type FigureFormat,
  type FigureOptions,
  type FigureRequest,
} from '../../shared/figure/figure.ts';
import type { SavedFigure } from '../../shared/ipc.ts';
import { grouped } from '../../shared/in-words.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import { copyPicture } from '../system/clipboard.ts';
import { ENCODERS } from './encoders.ts';
import type { FigureDrawer } from './drawer.ts';
import type { Encoder } from './drawn.ts';
import { choosePath } from '../system/choose-path.ts';
import { folderNameOf } from '../system/file-name.ts';
import type { Handlers } from '../safety/ipc.ts';
import type { SettingsFile } from '../system/settings.ts';
import { writeFileWhole } from '../system/write-file.ts';

/** The parts of main that exporting uses. */
export interface ExportContext {
  /** The main window, the parent of the dialog. */
  readonly window: () => BrowserWindow;
  /** The open document. */
  readonly document: () => PlacedDocument | undefined;
  readonly drawFigure: FigureDrawer['drawFigure'];
  /** Ends the preview under way. */
  readonly endPreview: () => void;
  readonly settings: SettingsFile;
}

/** Refuses an export before a document is open. */
export const NOTHING_OPEN = failure('nothing-open', 'There is no timeline to export. Open a document first.');

/** The names of the formats in the save dialog. */
const FORMAT_NAMES: Readonly<Record<FigureFormat, string>> = {
  png: 'PNG image',
  svg: 'SVG image',
  pdf: 'PDF document',
};

/** Exports and copies figures. */
export interface Exporting {
  /**
   * Cancels the preview and all exports and copies, which leave nothing behind.
   * @returns whether there were exports or copies.
   */
  readonly endAll: () => boolean;
  readonly handlers: Pick<
    Handlers,
    'exportFigure' | 'copyFigure' | 'drawForPaper' | 'cancelFigure' | 'lastFigure' | 'showExportedFigure'
  >;
}

/** Answers the channels for exporting and copying figures. */
export function setupExport(context: ExportContext): Exporting {
  const { drawFigure, settings } = context;
  let exported: string | undefined;
  const underWay = new Set<AbortController>();

  /** Does work that `cancelFigure` can end; `null` if it did. */
  async function cancellable<Value>(
    work: (signal: AbortSignal) => Promise<Result<Value> | null>,
  ): Promise<Result<Value> | null> {
    const controller = new AbortController();
    underWay.add(controller);
    try {
      const result = await work(controller.signal);
      return controller.signal.aborted && result?.ok === false ? null : result;
    } finally {
      underWay.delete(controller);
    }
  }

  async function exportFigure(
    request: FigureRequest,
    signal: AbortSignal,
  ): Promise<Result<SavedFigure> | null> {
    const document = context.document();
    if (document === undefined) return NOTHING_OPEN;
    const offered = {
      heading: 'Export Figure',
      folders: [settings.current().figureFolder ?? '', app.getPath('pictures')],
      title: request.options.words?.title ?? document.title,
      kind: FORMAT_NAMES[request.format],
      ending: request.format,
    };
    const chosen = await choosePath(offered, context.window());
    if (!chosen?.ok) return chosen;
    const drawn = await drawFigure({ request, document }, ENCODERS[request.format], signal);
    if (!drawn.ok) return drawn;
    if (signal.aborted) return null;
    const path = chosen.value;
    const { bytes, width, height, leftOut } = drawn.value;
    const written = await writeFileWhole(path, bytes, signal);
    if (!written.ok) return written;

    exported = path;
    const figure = { ...request, options: forAnyDocument(request.options) };
    settings.change({ figureFolder: dirname(path), figure });
    return success({
      fileName: basename(path),
      folderName: folderNameOf(path),
      width,
      height,
      size: bytes.length,
      leftOut,
    });
  }

  async function copyFigure(
    options: FigureOptions,
    signal: AbortSignal,
  ): Promise<Result<{ readonly width: number; readonly height: number }> | null> {
    const document = context.document();
    if (document === undefined) return NOTHING_OPEN;
    const png = await drawFigure({ request: { options, format: 'png' }, document }, ENCODERS.png, signal);
    if (!png.ok) return png;
    if (signal.aborted) return null;
    const { bytes, width, height } = png.value;
    await copyPicture(bytes);
    return success({ width, height });
  }

  async function drawForPaper(
    options: FigureOptions,
    signal: AbortSignal,
  ): Promise<Result<{ readonly pages: readonly string[] }> | null> {
    const document = context.document();
    if (document === undefined) return NOTHING_OPEN;
    const request: FigureRequest = { options, format: 'svg', paged: true };
    const drawingOf: Encoder<FigureDrawing> = ({ drawing }) => Promise.resolve(success(drawing));
    const drawn = await drawFigure({ request, document }, drawingOf, signal);
    if (!drawn.ok) return drawn;
    const { svg: pages, leftOut } = drawn.value;
    if (leftOut !== null && !(await acceptsSheets(pages.length, leftOut, context.window(), signal)))
      return null;
    return success({ pages });
  }

  function showExportedFigure(): Result<null> {
    if (exported === undefined) return failure('nothing-exported', 'No figure has been exported yet.');
    if (!existsSync(exported))
      return failure('figure-gone', `“${basename(exported)}” is no longer where it was saved.`);
    shell.showItemInFolder(exported);
    return success(null);
  }

  function endAll(): boolean {
    context.endPreview();
    for (const controller of underWay) controller.abort();
    return underWay.size > 0;
  }

  return {
    endAll,
    handlers: {
      exportFigure: (request) => cancellable((signal) => exportFigure(request, signal)),
      copyFigure: (options) => cancellable((signal) => copyFigure(options, signal)),
      drawForPaper: (options) => cancellable((signal) => drawForPaper(options, signal)),
      cancelFigure: () => {
        endAll();
        return null;
      },
      lastFigure: async () => {
        const { figure } = settings.current();
        if (figure === undefined) return null;
        // This import loads the validation library, which must not delay the window.
        const { rememberedFigure } = await import('../safety/arguments.ts');
        return rememberedFigure(figure) ?? null;
      },
      showExportedFigure,
    },
  };
}

/** Asks whether to print a figure whose first sheet does not hold everything. */
async function acceptsSheets(
  sheets: number,
  leftOut: string,
  window: BrowserWindow,
  signal: AbortSignal,
): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Print Figure',
    message:
      sheets > 1
        ? `This figure takes ${grouped(sheets)} sheets of paper.`
        : 'Not everything fits on the sheet.',
    detail: `${leftOut} Include fewer parts or choose a larger size to have it on one sheet.`,
    buttons: [sheets > 1 ? `Print ${grouped(sheets)} Sheets` : 'Print', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
    signal,
  });
  return response === 0;
}
