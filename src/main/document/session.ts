// Keeps track of the open document and of those that wait, chosen in the window or from outside it.
import { existsSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import { dialog, shell, type BrowserWindow } from 'electron';
import type { PlacedDocument } from '../../shared/document/document.ts';
import type { ImportChoice } from '../../shared/formats/preview.ts';
import type {
  Notices,
  OpenedArticle,
  OpenedDocument,
  Opening,
  Place,
  SentDocument,
  Start,
} from '../../shared/ipc.ts';
import { isolate } from '../../shared/isolate.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import type { ImportedDocument, ImportPlace } from './import.ts';
import { CLIPBOARD, FOREIGN_ENDINGS, setupImporting, type Imported, type Importing } from './importing.ts';
import type { ReadingContext } from './in-helper.ts';
import { cannotBeOpened, mayBeForeign, openDocument, type ReadLarge } from './open.ts';
import type { Helper } from '../jobs/work.ts';
import type { Handlers } from '../safety/ipc.ts';
import { log } from '../system/log.ts';
import { emptyHistory } from '../../shared/document/edit/history.ts';
import { isSameFile, stampOf, type FileStamp } from '../system/file-stamp.ts';
import { createQueue } from '../system/queue.ts';
import { createDesk, sent } from './desk.ts';
import { setupEditing, type Editing } from './editing.ts';
import { setupKeeping } from './keeping.ts';
import { setupChangedFile, type ChangedFile } from './changed-file.ts';
import { setupEarlier } from './earlier.ts';
import { setupRecovering, type Recovering } from './recovering.ts';
import { openVersions } from './versions.ts';
import { untitledCopy, workingCopy } from './working-copy.ts';
import type { RecentDocuments } from './recent-documents.ts';
import type { RememberedMappings } from './remembered-mappings.ts';

/** What documents need from the rest of main. */
export interface DocumentsContext {
  /** Absolute path of the document named at launch, if any. */
  readonly named: string | undefined;
  /** Absolute path of the article that comes with the app. */
  readonly bundled: string;
  /** The main window, which owns the dialog. */
  readonly window: () => BrowserWindow;
  readonly recent: Pick<RecentDocuments, 'add' | 'remove'>;
  /** Absolute folder of the app's data; `undefined` if nothing in it lasts. */
  readonly dataFolder: string | undefined;
  /** Called when what the menu offers for the document may be different. */
  readonly changed: () => void;
  /** Sends the page a notice. */
  readonly notify: <Channel extends keyof Notices>(channel: Channel, payload: Notices[Channel]) => void;
  /** Reads large documents, and files of other programs. */
  readonly helper: Helper;
  readonly mappings: RememberedMappings;
}

/** The documents, and the handlers of their channels. */
export interface Documents {
  /** The document on screen; `undefined` until one opens. */
  readonly current: () => PlacedDocument | undefined;
  /**
   * Queues a document; the page opens it when no dialog or unsaved work is in the way.
   *
   * @param path absolute.
   */
  readonly openNext: (path: string) => void;
  /**
   * Sets what the next page shows when it starts, next to the current document.
   *
   * @param message one sentence, or `null`.
   * @param keepPlace whether it starts at the reader's place.
   */
  readonly resume: (message: string | null, keepPlace: boolean) => void;
  /** What a starting page shows: the document named at launch, or the one before. */
  readonly start: () => Promise<DocumentStart>;
  /** Looks whether another program has changed the file of the open document. */
  readonly lookAtFile: () => void;
  /** What can be saved, for the menu. */
  readonly canSave: () => CanSave;
  /** Whether the window may close: there are no unsaved changes, or the reader has decided about them. */
  readonly mayClose: () => Promise<boolean>;
  readonly handlers: Editing['handlers'] &
    Recovering['handlers'] &
    ChangedFile['handlers'] &
    Importing['handlers'] &
    ReturnType<typeof setupEarlier> &
    Pick<
      Handlers,
      | 'chooseDocument'
      | 'loadBundledDocument'
      | 'retryDocument'
      | 'showFailedDocument'
      | 'openWaitingDocument'
      | 'openDropped'
      | 'readArticle'
      | 'importFile'
      | 'importText'
      | 'cancelOpening'
      | 'keepPlace'
      | 'newDocument'
    >;
}

/** What can be saved. */
export interface CanSave {
  readonly isOpen: boolean;
  /** Whether the document has a file of the reader's. */
  readonly hasFile: boolean;
  /** Whether it has changes that no file has. */
  readonly isChanged: boolean;
}

/** The part of documents that deals with starting pages. */
export type DocumentStart = Omit<Start, 'panel'>;

/** Where a document is read from. */
interface Origin {
  readonly path: string;
  readonly bundled: boolean;
}

/** What was read of a document's file. */
interface Read {
  readonly stamp: FileStamp | null;
  readonly result: Result<OpenedDocument>;
}

/** Handlers of the channels that open documents. */
export function setupDocuments(context: DocumentsContext): Documents {
  const { named, bundled, window, recent, dataFolder, notify } = context;
  const example: Origin = { path: bundled, bundled: true };
  const origin: Origin = named === undefined ? example : { path: named, bundled: false };
  const waiting: { readonly path: string; readonly isDropped: boolean }[] = [];
  const journals = dataFolder && join(dataFolder, 'journals');
  const versions = dataFolder === undefined ? undefined : openVersions(join(dataFolder, 'versions'));
  const keeping = setupKeeping(journals, (refusal) => {
    notify('failure', refusal);
  });
  const desk = createDesk(keeping, {
    opened: () => {
      failed = undefined;
      place = null;
    },
    changed: () => {
      // macOS alone shows it, as a dot in the button that closes the window.
      if (process.platform === 'darwin') window().setDocumentEdited(desk.unsaved() !== null);
      context.changed();
    },
  });
  const { inTurn } = desk;
  const { mayLeave, handlers } = setupEditing({
    desk,
    keeping,
    versions,
    window,
    recent,
    askToFinish: (request) => {
      notify('finishFields', request);
    },
    tellSaved: (saved) => {
      notify('saved', saved);
    },
  });
  let failed: Origin | undefined;
  let place: Place | null = null;
  let message: string | null = null;
  let first: Promise<Read> | undefined;
  /** How many files went into the document that was open. */
  let wentIn = 0;

  /** Cancels what the helper reads. */
  let opening = new AbortController();

  /** For the next file that the helper reads. */
  function inHelper(): ReadingContext {
    opening = new AbortController();
    const progress = (now: Opening): void => {
      notify('opening', now);
    };
    return { helper: context.helper, progress, signal: opening.signal };
  }

  const readBesides: ReadLarge = async (path, size) => {
    const reading = inHelper();
    const { readLarge } = await import('./large.ts');
    return readLarge(path, size, reading);
  };
  const read = async ({ path, bundled: isBundled }: Origin): Promise<Read> => {
    const [stamp, result] = await Promise.all([stampOf(path), openDocument(path, isBundled, readBesides)]);
    return { stamp, result };
  };
  const readFirst = (): Promise<Read> => (first ??= read(origin));

  /** Opens documents one after the other, so that main and the page agree on the last one. */
  const opens = createQueue();

  /** Does something that puts another document in the place of the open one, unless the reader wants to keep that. */
  async function instead<Answer>(work: () => Promise<Answer>): Promise<Answer | null> {
    return (await mayReplace()) ? inTurn(work) : null;
  }

  const mayReplace = async (): Promise<boolean> => desk.current() === undefined || mayLeave();

  /**
   * Opens a file of the reader's. One that is open and has changes stays as it is.
   *
   * @param isDropped whether it was dropped on the open document, which may be meant to take it.
   */
  async function open(path: string, isDropped = false): Promise<Result<SentDocument> | null> {
    const current = desk.current();
    if (current !== undefined && desk.unsaved() !== null && (await isSameFile(path, current.path)))
      return failure(
        'already-open',
        `“${isolate(basename(path))}” is open already, with changes that are not saved.`,
      );
    return show({ path, bundled: false }, undefined, isDropped);
  }

  /**
   * Reads a document, prepares it for the page, and remembers it as the current one. `null` if the reader keeps the one
   * before: it asks only once the new one is read, since the reader may go on editing meanwhile.
   */
  async function show(
    from: Origin,
    reading = read(from),
    isDropped = false,
  ): Promise<Result<SentDocument> | null> {
    const found = await reading;
    const { result } = found;
    const isForeign = !result.ok && mayBeForeign(result.failure, from.path);
    const foreign = isForeign ? await importFrom(from, { where: 'new', asks: isDropped }) : null;
    // Of a file of no format that Dateline reads, what reading it as a document said counts.
    const imported = foreign?.ok === false && foreign.failure.code === 'format-unknown' ? null : foreign;
    if (imported?.ok === true && imported.value.where === 'open') {
      wentIn += 1;
      return null;
    }
    const article = isForeign && imported === null ? await articleIn(from.path) : null;
    if (article !== null && (article.ok || article.failure.code !== 'article-unknown'))
      return takeArticle(from, article);
    if ((imported ?? result).ok && !(await mayReplace())) return null;
    return inTurn(() => (imported === null ? replaceBy(from, found) : adopt(from, imported)));
  }

  /** Asks for a file, and imports it into the open document, or into a new one if the reader says so. */
  async function importChosen(): Promise<Result<SentDocument> | null> {
    const path = await importing.choose();
    if (path === null) return null;
    return opens(async () => {
      const from: Origin = { path, bundled: false };
      const imported = await importFrom(from, { where: 'open', asks: false });
      if (imported.ok && (imported.value.where === 'open' || !(await mayReplace()))) return null;
      return inTurn(() => adopt(from, imported));
    });
  }

  /** Imports pasted text in the same way. @param choice how it is read at first; `null` to guess. */
  async function importText(text: string, choice: ImportChoice | null): Promise<Result<SentDocument> | null> {
    const imported = await importFrom({ text }, { where: 'open', asks: true, choice: choice ?? undefined });
    if (!imported.ok)
      return imported.failure.code === 'format-unknown'
        ? NOTHING_TO_IMPORT
        : cannotBeOpened(CLIPBOARD, imported.failure);
    if (imported.value.where === 'open' || !(await mayReplace())) return null;
    return inTurn(() => putImported(CLIPBOARD, imported.value));
  }

  async function replaceBy(from: Origin, { stamp, result }: Read): Promise<Result<SentDocument>> {
    const answer = result.ok ? await desk.put(workingCopy(result.value, from.path, stamp)) : result;
    if (!answer.ok) {
      failed = from;
      return gone(from, answer);
    }
    if (!from.bundled) recent.add(from.path);
    log('opened a document');
    return answer;
  }

  /** Makes a document of another program's file, or has the page put it into the open one. */
  async function importFrom(
    what: Imported,
    { where, asks, choice }: Omit<ImportPlace, 'open'>,
  ): Promise<Result<ImportedDocument>> {
    const reading = inHelper();
    const opened = desk.current()?.opened;
    // Nobody means to add to the example or to an empty document, unless they say so.
    const mayTake = where === 'open' || (opened?.bundled === false && opened.document.events.count > 0);
    const title = mayTake ? (opened?.document.title ?? null) : null;
    const target = {
      open: title,
      where: title === null ? 'new' : where,
      asks: asks && title !== null,
      choice,
    } as const;
    return importing.read(what, target, reading);
  }

  /** Reads the article in a file. */
  async function articleIn(path: string): Promise<Result<OpenedArticle>> {
    const { readArticleFile } = await import('./article.ts');
    return readArticleFile(path, inHelper());
  }

  /**
   * Hands an article to the page, whose form of a new article it fills: for the open document or, where that is only the
   * example, for a new one.
   */
  async function takeArticle(
    from: Origin,
    article: Result<OpenedArticle>,
  ): Promise<Result<SentDocument> | null> {
    if (!article.ok) {
      failed = from;
      return gone(from, cannotBeOpened(basename(from.path), article.failure));
    }
    log('read an article');
    const current = desk.current()?.opened;
    if (current !== undefined && !current.bundled) {
      notify('articleOpened', article.value);
      wentIn += 1;
      return null;
    }
    const answer = await inTurn(putNew);
    return answer.ok ? success({ ...answer.value, article: article.value }) : answer;
  }

  /** Makes an empty document the current one. */
  async function putNew(): Promise<Result<SentDocument>> {
    const { newDocument } = await import('../../shared/document/new-document.ts');
    return desk.put(untitledCopy(newDocument(), emptyHistory(true)));
  }

  /** Makes an imported document the current one. */
  async function adopt(from: Origin, imported: Result<ImportedDocument>): Promise<Result<SentDocument>> {
    const fileName = basename(from.path);
    if (!imported.ok) {
      failed = from;
      return gone(from, cannotBeOpened(fileName, imported.failure));
    }
    return putImported(fileName, imported.value);
  }

  async function putImported(
    fileName: string,
    { document, report }: ImportedDocument,
  ): Promise<Result<SentDocument>> {
    const answer = await desk.put(untitledCopy(document, emptyHistory(false)));
    log('imported a file');
    return answer.ok ? success({ ...answer.value, imported: { fileName, report } }) : answer;
  }

  /** Removes a document that no longer exists from the recent ones. */
  function gone({ path }: Origin, result: Extract<Result<never>, { ok: false }>): Result<never> {
    const { code, message: sentence, details } = result.failure;
    if (code === 'job-cancelled')
      return failure(code, `The opening of “${isolate(basename(path))}” was cancelled.`);
    log(`a document could not be opened: ${code}`);
    if (code !== 'file-missing' || !recent.remove(path)) return result;
    return failure(code, `${sentence} It was removed from the recent documents.`, details);
  }

  /** Shows the first document. Nothing is asked, for there is none before it. */
  async function replaceByFirst(): Promise<Result<SentDocument>> {
    return (await show(origin, readFirst())) ?? NOTHING_OPEN;
  }

  const importing = setupImporting({ mappings: context.mappings, window, notify });

  async function start(): Promise<DocumentStart> {
    const copy = await inTurn(() => Promise.resolve(desk.current()));
    const document = copy === undefined ? await replaceByFirst() : sent(copy, desk.serial());
    const answer = { document, place: document.ok ? place : null, message };
    message = null;
    // The page that got these notices has been replaced.
    for (const { path } of waiting) notify('documentWaiting', basename(path));
    return answer;
  }

  async function chooseDocument(): Promise<Result<SentDocument> | null> {
    const { filePaths } = await dialog.showOpenDialog(window(), {
      title: 'Open',
      filters: [
        { name: 'Timelines, tables and articles', extensions: READABLE },
        { name: 'Timeline documents', extensions: ['dateline'] },
        { name: 'All files', extensions: ['*'] },
      ],
      properties: ['openFile'],
    });
    const [path] = filePaths;
    return path === undefined ? null : opens(() => open(path));
  }

  function openNext(path: string, isDropped = false): void {
    waiting.push({ path, isDropped });
    notify('documentWaiting', basename(path));
  }

  async function openWaitingDocument(): Promise<Result<SentDocument> | null> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const before = wentIn;
      const answer = await open(next.path, next.isDropped);
      if (answer !== null) return answer;
      // The reader stays with the document that is open, unless that has taken the file.
      if (wentIn === before) waiting.length = 0;
    }
    return null;
  }

  const readAt = async (path: string): Promise<Result<OpenedDocument>> =>
    (await read({ path, bundled: false })).result;
  const recovering = setupRecovering({
    folder: journals,
    desk,
    keeping,
    versions,
    instead,
    openNext,
    read: readAt,
  });
  const changedFile = setupChangedFile({
    desk,
    versions,
    show: async (path) => replaceBy({ path, bundled: false }, await read({ path, bundled: false })),
    tell: (notice) => {
      notify('fileChanged', notice);
    },
  });

  return {
    lookAtFile: () => void changedFile.look(),
    canSave: () => {
      const copy = desk.current();
      return {
        isOpen: copy !== undefined,
        hasFile: (copy?.path ?? null) !== null,
        isChanged: desk.unsaved() !== null,
      };
    },
    current: () => desk.current()?.opened.document,
    openNext,
    resume: (sentence, keepPlace) => {
      message = sentence;
      if (!keepPlace) place = null;
    },
    start: () => {
      // The page that would have answered is gone.
      importing.cancel();
      return opens(start);
    },
    mayClose: async () => {
      if (!(await mayLeave())) return false;
      await inTurn(keeping.end);
      return true;
    },
    handlers: {
      ...handlers,
      ...recovering.handlers,
      ...changedFile.handlers,
      ...importing.handlers,
      ...setupEarlier({ desk, versions, read: readAt, instead, recovering }),
      chooseDocument,
      importFile: importChosen,
      importText: (text, choice) => opens(() => importText(text, choice)),
      loadBundledDocument: () => opens(() => show(example)),
      retryDocument: () => opens(async () => (failed === undefined ? null : show(failed))),
      showFailedDocument: () => {
        if (failed === undefined) return NO_FAILED;
        if (!existsSync(failed.path))
          return failure('file-missing', `“${isolate(basename(failed.path))}” is no longer in its folder.`);
        shell.showItemInFolder(failed.path);
        return success(null);
      },
      openWaitingDocument: () => opens(openWaitingDocument),
      openDropped: (path) => {
        // A file dragged out of a browser or a mail may have no path yet.
        if (!isAbsolute(path)) return NO_PLACE;
        openNext(path, true);
        return success(null);
      },
      readArticle: async (path) => {
        if (!isAbsolute(path)) return NO_PLACE;
        const article = await articleIn(path);
        return article.ok ? article : cannotBeOpened(basename(path), article.failure);
      },
      cancelOpening: () => {
        opening.abort();
        return null;
      },
      keepPlace: (now) => {
        place = now;
        return null;
      },
      newDocument: () => instead(putNew),
    },
  };
}

/** The endings of the files that the dialog offers first. */
const READABLE = ['dateline', ...FOREIGN_ENDINGS, 'txt', 'html', 'htm', 'docx', 'eml', 'mhtml', 'pdf'];

const NOTHING_OPEN = failure('nothing-open', 'No document is open.');

const NOTHING_TO_IMPORT = failure(
  'format-unknown',
  'The clipboard holds no table, and nothing else that Dateline can import. To paste an article, choose Edit › Add Article.',
);

const NO_FAILED = failure('nothing-failed', 'There is no file that could not be opened.');

const NO_PLACE = failure(
  'file-without-place',
  'This file is not on your computer yet. Save it first, then open it.',
);
