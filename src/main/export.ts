// Exports figures: asks where to, draws, writes, and remembers what was written.
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { app, dialog, shell, type BrowserWindow } from 'electron';
import type { PlacedDocument } from '../shared/document/document.ts';
import type { FigureRequest, SavedFigure } from '../shared/ipc.ts';
import { failure, success, type Result } from '../shared/result.ts';
import { copyPicture } from './clipboard.ts';
import { checkPictureSize, encodePng, type Png } from './figure-png.ts';
import type { FigureDrawer } from './figure.ts';
import { fileNameFor } from './file-name.ts';
import type { Handlers } from './ipc.ts';
import type { SettingsFile } from './settings.ts';
import { writeFileWhole } from './write-file.ts';

/** What exporting needs of the rest of main. */
export interface ExportContext {
  /** The main window, which the dialog belongs to. */
  readonly window: () => BrowserWindow;
  /** The document that is shown. */
  readonly document: () => PlacedDocument | undefined;
  readonly drawFigure: FigureDrawer['drawFigure'];
  readonly settings: SettingsFile;
}

/** Answers the channels that take a figure out of the app. */
export function setupExport(
  context: ExportContext,
): Pick<Handlers, 'exportFigure' | 'copyFigure' | 'showExportedFigure'> {
  let exported: string | undefined;

  const nothingOpen = failure('nothing-open', 'There is no timeline open that a picture could be made of.');

  async function draw(request: FigureRequest, document: PlacedDocument): Promise<Result<Png>> {
    const size = checkPictureSize(request);
    return size.ok ? context.drawFigure({ request, document }, encodePng) : size;
  }

  async function exportFigure(request: FigureRequest): Promise<Result<SavedFigure> | null> {
    const document = context.document();
    if (document === undefined) return nothingOpen;
    // The picture is drawn while the reader thinks of a name, and is there when they have one.
    const drawing = draw(request, document);
    const chosen = await choosePath(document.title);
    if (chosen === undefined) return null;
    if (!chosen.ok) return chosen;
    const png = await drawing;
    if (!png.ok) return png;
    const path = chosen.value;
    const { bytes, width, height } = png.value;
    const written = await writeFileWhole(path, bytes);
    if (!written.ok) return written;

    exported = path;
    const folder = dirname(path);
    context.settings.change({ figureFolder: folder });
    return success({
      fileName: basename(path),
      folderName: basename(folder) || folder,
      width,
      height,
      size: bytes.length,
    });
  }

  /** Asks the reader; `undefined` where they cancel. */
  async function choosePath(title: string): Promise<Result<string> | undefined> {
    const { filePath } = await dialog.showSaveDialog(context.window(), {
      title: 'Export Picture',
      defaultPath: join(firstFolder(), `${fileNameFor(title)}.png`),
      filters: [{ name: 'PNG picture', extensions: ['png'] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (filePath === '') return undefined;
    if (/\.png$/i.test(filePath)) return success(filePath);
    const path = `${filePath}.png`;
    // The dialog asked about the name without its ending; this file is not one that the reader agreed to replace.
    if (!existsSync(path)) return success(path);
    return failure(
      'name-taken',
      `“${basename(path)}” is there already. To replace it, choose it by its full name.`,
    );
  }

  /** Where the dialog starts: the folder of the last export, or Pictures, or home, whichever is there. */
  function firstFolder(): string {
    const folders = [context.settings.current().figureFolder ?? '', app.getPath('pictures')];
    return folders.find((folder) => existsSync(folder)) ?? app.getPath('home');
  }

  async function copyFigure(request: FigureRequest): ReturnType<typeof copied> {
    const document = context.document();
    if (document === undefined) return nothingOpen;
    const png = await draw(request, document);
    return png.ok ? copied(png.value) : png;
  }

  function showExportedFigure(): Result<null> {
    if (exported === undefined) return failure('nothing-exported', 'No picture has been exported yet.');
    if (!existsSync(exported))
      return failure('figure-gone', `“${basename(exported)}” is no longer where it was saved.`);
    shell.showItemInFolder(exported);
    return success(null);
  }

  return { exportFigure, copyFigure, showExportedFigure };
}

async function copied({
  bytes,
  width,
  height,
}: Png): Promise<Result<{ readonly width: number; readonly height: number }>> {
  await copyPicture(bytes);
  return success({ width, height });
}
