// Which document is open: the one that the app was started with, or the one that the reader chose since.
import { dialog, type BrowserWindow } from 'electron';
import type { PlacedDocument } from '../shared/document/document.ts';
import { packDocument } from '../shared/document/packed.ts';
import type { OpenedDocument, SentDocument } from '../shared/ipc.ts';
import { success, type Result } from '../shared/result.ts';
import { cannotBeOpened, openDocument } from './document.ts';
import type { Handlers } from './ipc.ts';

/** The documents and what answers for them. */
export interface Documents {
  /** Begins to read the document that the app was started with, so that it is there when the page asks. */
  readonly begin: () => void;
  /** The document that is shown; `undefined` until one could be opened. */
  readonly current: () => PlacedDocument | undefined;
  readonly handlers: Pick<Handlers, 'loadDocument' | 'chooseDocument' | 'loadBundledDocument'>;
}

/**
 * @param named absolute path of the document on the command line, if one is named.
 * @param bundled absolute path of the article that comes with the app.
 * @param window the main window, which the dialog belongs to.
 */
export function setupDocuments(
  named: string | undefined,
  bundled: string,
  window: () => BrowserWindow,
): Documents {
  let current: PlacedDocument | undefined;
  let first: Promise<Result<OpenedDocument>> | undefined;

  const openFirst = (): Promise<Result<OpenedDocument>> =>
    (first ??= named === undefined ? openDocument(bundled, true) : openDocument(named, false));

  /** Sends a document that is about to be shown, and remembers it. */
  async function show(opening: Promise<Result<OpenedDocument>>): Promise<Result<SentDocument>> {
    const opened = await opening;
    if (!opened.ok) return opened;
    const packed = packDocument(opened.value.document);
    if (!packed.ok) return cannotBeOpened(opened.value.fileName, packed.failure);
    current = opened.value.document;
    return success({ ...opened.value, document: packed.value });
  }

  async function chooseDocument(): Promise<Result<SentDocument> | null> {
    const { filePaths } = await dialog.showOpenDialog(window(), {
      title: 'Open',
      filters: [
        { name: 'Timeline documents', extensions: ['dateline'] },
        { name: 'All files', extensions: ['*'] },
      ],
      properties: ['openFile'],
    });
    const [path] = filePaths;
    return path === undefined ? null : show(openDocument(path, false));
  }

  return {
    begin: () => void openFirst(),
    current: () => current,
    handlers: {
      loadDocument: () => show(openFirst()),
      chooseDocument,
      loadBundledDocument: () => show(openDocument(bundled, true)),
    },
  };
}
