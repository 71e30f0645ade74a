// Keeps track of the open document and of those that wait, chosen in the window or from outside it.
import { existsSync } from 'node:fs';
import { basename, isAbsolute } from 'node:path';
import { dialog, shell, type BrowserWindow } from 'electron';
import type { PlacedDocument } from '../../shared/document/document.ts';
import type { OpenedDocument, Opening, Place, SentDocument, Start } from '../../shared/ipc.ts';
import { isolate } from '../../shared/isolate.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import { cannotBeOpened, openDocument, type ReadLarge } from './open.ts';
import { contentsFor } from '../safety/columns.ts';
import type { Helper } from '../jobs/jobs.ts';
import type { Handlers } from '../safety/ipc.ts';
import { log } from '../system/log.ts';
import { emptyHistory } from '../../shared/document/edit/history.ts';
import { importFile, MAY_BE_FOREIGN, type ImportedDocument } from './import.ts';
import { save } from './save.ts';
import { afterStep, UNTITLED, workingCopy, type WorkingCopy } from './working-copy.ts';
import type { RecentDocuments } from './recent-documents.ts';

/** What documents need from the rest of main. */
export interface DocumentsContext {
  /** Absolute path of the document named at launch, if any. */
  readonly named: string | undefined;
  /** Absolute path of the article that comes with the app. */
  readonly bundled: string;
  /** The main window, which owns the dialog. */
  readonly window: () => BrowserWindow;
  readonly recent: Pick<RecentDocuments, 'add' | 'remove'>;
  /** Tells the page the file name of a waiting document. */
  readonly announce: (fileName: string) => void;
  /** Reads large documents. */
  readonly helper: Helper;
  /** Tells the page how far the reading of a large document has come. */
  readonly progress: (opening: Opening) => void;
}

/** The documents, and the handlers of their channels. */
export interface Documents {
  /** Starts reading the first document, so that it is ready when the page asks. */
  readonly begin: () => void;
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
  readonly handlers: Pick<
    Handlers,
    | 'chooseDocument'
    | 'loadBundledDocument'
    | 'retryDocument'
    | 'showFailedDocument'
    | 'openWaitingDocument'
    | 'openDropped'
    | 'cancelOpening'
    | 'keepPlace'
    | 'newDocument'
    | 'takeStep'
    | 'saveDocument'
  >;
}

/** The part of documents that deals with starting pages. */
export type DocumentStart = Omit<Start, 'panel'>;

/** Where a document is read from. */
interface Origin {
  readonly path: string;
  readonly bundled: boolean;
}

/** Handlers of the channels that open documents. */
export function setupDocuments(context: DocumentsContext): Documents {
  const { named, bundled, window, recent, announce } = context;
  const article: Origin = { path: bundled, bundled: true };
  const origin: Origin = named === undefined ? article : { path: named, bundled: false };
  const waiting: string[] = [];
  let current: WorkingCopy | undefined;
  let failed: Origin | undefined;
  let place: Place | null = null;
  let message: string | null = null;
  let first: Promise<Result<OpenedDocument>> | undefined;

  /** Cancels the large document that is being read. */
  let opening = new AbortController();

  const readBesides: ReadLarge = async (path, size) => {
    opening = new AbortController();
    const { readLarge } = await import('./large.ts');
    return readLarge(path, size, { ...context, signal: opening.signal });
  };
  const read = ({ path, bundled: isBundled }: Origin): Promise<Result<OpenedDocument>> =>
    openDocument(path, isBundled, readBesides);
  const readFirst = (): Promise<Result<OpenedDocument>> => (first ??= read(origin));

  /** Opens documents one after the other, so that main and the page agree on the last one. */
  const opens = createQueue();
  /** Changes and saves the open document, and replaces it: not while a large one is still being read. */
  const inTurn = createQueue();

  /** Reads a document, prepares it for the page, and remembers it as the current one. */
  async function show(from: Origin, reading = read(from)): Promise<Result<SentDocument>> {
    const result = await reading;
    const mayBeForeign =
      !result.ok && MAY_BE_FOREIGN.has(result.failure.code) && !from.path.toLowerCase().endsWith('.dateline');
    const imported = mayBeForeign ? await importFrom(from) : null;
    return inTurn(() => Promise.resolve(imported === null ? replaceBy(from, result) : adopt(from, imported)));
  }

  function replaceBy(from: Origin, result: Result<OpenedDocument>): Result<SentDocument> {
    if (!result.ok) {
      failed = from;
      return gone(from, result);
    }
    const copy = workingCopy(result.value, from.path);
    const answer = sent(copy);
    if (!answer.ok) {
      failed = from;
      return gone(from, answer);
    }
    failed = undefined;
    current = copy;
    place = null;
    if (!from.bundled) recent.add(from.path);
    log('opened a document');
    return answer;
  }

  /** Makes a document of another program's file; `null` if it is none that Dateline reads. */
  function importFrom({ path }: Origin): Promise<Result<ImportedDocument> | null> {
    opening = new AbortController();
    return importFile(path, { ...context, signal: opening.signal });
  }

  /** Makes an imported document the current one. */
  function adopt(from: Origin, imported: Result<ImportedDocument>): Result<SentDocument> {
    const fileName = basename(from.path);
    if (!imported.ok) {
      failed = from;
      return gone(from, cannotBeOpened(fileName, imported.failure));
    }
    const { document, report } = imported.value;
    failed = undefined;
    place = null;
    current = {
      opened: { fileName: UNTITLED, untitled: true, bundled: false, document },
      path: null,
      history: emptyHistory(false),
    };
    log('imported a file');
    const answer = sent(current);
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

  async function start(): Promise<DocumentStart> {
    const copy = await inTurn(() => Promise.resolve(current));
    const document = copy === undefined ? await show(origin, readFirst()) : sent(copy);
    const answer = { document, place: document.ok ? place : null, message };
    message = null;
    // The page that got these notices has been replaced.
    for (const path of waiting) announce(basename(path));
    return answer;
  }

  async function chooseDocument(): Promise<Result<SentDocument> | null> {
    const { filePaths } = await dialog.showOpenDialog(window(), {
      title: 'Open',
      filters: [
        { name: 'Timelines and tables', extensions: READABLE },
        { name: 'Timeline documents', extensions: ['dateline'] },
        { name: 'All files', extensions: ['*'] },
      ],
      properties: ['openFile'],
    });
    const [path] = filePaths;
    return path === undefined ? null : opens(() => show({ path, bundled: false }));
  }

  function openNext(path: string): void {
    waiting.push(path);
    announce(basename(path));
  }

  return {
    begin: () => void readFirst(),
    current: () => current?.opened.document,
    openNext,
    resume: (sentence, keepPlace) => {
      message = sentence;
      if (!keepPlace) place = null;
    },
    start: () => opens(start),
    handlers: {
      chooseDocument,
      loadBundledDocument: () => opens(() => show(article)),
      retryDocument: () => opens(async () => (failed === undefined ? null : show(failed))),
      showFailedDocument: () => {
        if (failed === undefined) return NO_FAILED;
        if (!existsSync(failed.path))
          return failure('file-missing', `“${isolate(basename(failed.path))}” is no longer in its folder.`);
        shell.showItemInFolder(failed.path);
        return success(null);
      },
      openWaitingDocument: () =>
        opens(async () => {
          const path = waiting.shift();
          return path === undefined ? null : show({ path, bundled: false });
        }),
      openDropped: (path) => {
        // A file dragged out of a browser or a mail may have no path yet.
        if (!isAbsolute(path)) return NO_PLACE;
        openNext(path);
        return success(null);
      },
      cancelOpening: () => {
        opening.abort();
        return null;
      },
      keepPlace: (now) => {
        place = now;
        return null;
      },
      newDocument: () =>
        inTurn(async () => {
          const made = await import('../../shared/document/new-document.ts');
          failed = undefined;
          place = null;
          current = {
            opened: { fileName: UNTITLED, untitled: true, bundled: false, document: made.newDocument() },
            path: null,
            history: emptyHistory(true),
          };
          return sent(current);
        }),
      takeStep: (step) =>
        inTurn(async () => {
          if (current === undefined) return NOTHING_OPEN;
          const after = await afterStep(current, step);
          if (!after.ok) {
            log(`an edit was refused: ${after.failure.details.join(' ')}`);
            return after;
          }
          current = after.value;
          return success(null);
        }),
      saveDocument: (target) =>
        inTurn(async () => {
          if (current === undefined) return NOTHING_OPEN;
          const saved = await save(current, target, window());
          if (!saved?.ok) return saved;
          current = saved.value.copy;
          recent.add(saved.value.path);
          return success(saved.value.answer);
        }),
    },
  };
}

/** Does one piece of work after the other. */
function createQueue(): <Answer>(work: () => Promise<Answer>) => Promise<Answer> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const answer = last.then(work);
    last = answer.catch(() => undefined);
    return answer;
  };
}

/** The endings of the files that the dialog offers first. */
const READABLE = ['dateline', 'json', 'csv', 'tsv', 'xlsx', 'ics', 'mw', 'timeline', 'jsonl'];

const NOTHING_OPEN = failure('nothing-open', 'No document is open.');

const NO_FAILED = failure('nothing-failed', 'There is no file that could not be opened.');

const NO_PLACE = failure(
  'file-without-place',
  'This file is not on your computer yet. Save it first, then open it.',
);

function sent({ opened, history }: WorkingCopy): Result<SentDocument> {
  const contents = contentsFor('main', opened.document);
  return contents.ok
    ? success({ ...opened, document: contents.value, history })
    : cannotBeOpened(opened.fileName, contents.failure);
}
