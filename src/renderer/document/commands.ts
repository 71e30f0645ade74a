// Opens documents: the first one, those that the reader chooses or drops, and those that wait.
import { isolate } from '../../shared/isolate.ts';
import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { FileReport } from '../../shared/formats/format.ts';
import { unknownFieldsInWords } from '../../shared/document/unknown-fields-in-words.ts';
import { grouped } from '../../shared/in-words.ts';
import { colourLanes } from '../parts/lane-colours.ts';
import type { OpenedArticle, Opening } from '../../shared/ipc.ts';
import type { Failure, Result } from '../../shared/result.ts';
import { api, type ArrivedDocument } from '../api.ts';
import { adoptHistory, isChanged } from './edit.ts';
import { openDialog } from '../parts/dialogs.ts';
import { dismissPastNotice, endProgress, fail, remark, showProgress } from '../parts/notices.ts';
import { moveTo } from '../view/moving.ts';
import { layOutPanel } from '../view/panel.ts';
import { selectEvent } from '../view/selection.ts';
import { currentView, showDocument, showProblem } from '../view/view.ts';
import { openingInWords } from './opening-in-words.ts';

const waiting = signal<readonly string[]>([]);

/** File names of the waiting documents. */
export const waitingDocuments: ReadonlySignal<readonly string[]> = waiting;

const arrived = signal<OpenedArticle | null>(null);

/** The article that was opened last, until the form of a new article has taken it. */
export const arrivedArticle: ReadonlySignal<OpenedArticle | null> = arrived;

/** Hands an article on that was opened, or `null` once it is taken. */
export function articleArrives(article: OpenedArticle | null): void {
  arrived.value = article;
}

/** How many documents are being opened. */
let underWay = 0;

const lastImport = signal<FileReport | null>(null);

/** What became of the file of another program that the document on the screen was just made of; `null` for other documents. */
export const imported: ReadonlySignal<FileReport | null> = lastImport;

const isBeingRead = signal(false);

/** Whether the page shows how far the reading of a large document has come. */
export const showsOpening: ReadonlySignal<boolean> = isBeingRead;

/** Opens a document, during which the page may hear of its {@link Opening}. */
export async function opens<Answer>(work: Promise<Answer>): Promise<Answer> {
  underWay += 1;
  try {
    return await work;
  } finally {
    underWay -= 1;
    if (isBeingRead.peek()) endProgress();
    isBeingRead.value = false;
  }
}

/** Shows how far the reading of a large document has come, and lets the reader cancel it. */
export function documentIsRead(opening: Opening): void {
  // The last notice may come after the answer.
  if (underWay === 0) return;
  isBeingRead.value = true;
  showProgress(openingInWords(opening), () => void api.cancelOpening());
}

/** Shows the document that the app started with or, in a page that replaces another, the one there. */
export async function start(): Promise<void> {
  const { document: result, place, message, panel } = await opens(api.loadDocument());
  layOutPanel(panel);
  show(result);
  if (place !== null) {
    moveTo(place.window, false);
    const current = currentView.value?.opened.document;
    selectEvent(
      current === undefined || place.selected === null ? null : current.events.rowOf(place.selected),
    );
  }
  if (message !== null) fail({ code: 'restarted', message, details: [] });
}

/** Shows what main has of the document, whatever this page has. */
export async function reload(): Promise<void> {
  const { document: result } = await opens(api.loadDocument());
  show(result);
}

/** Asks for a file and opens it. If that fails, the current document stays. */
export async function chooseDocument(): Promise<void> {
  const result = await opens(api.chooseDocument());
  if (result !== null) show(result);
}

/** Makes an empty document. */
export async function newDocument(): Promise<void> {
  const result = await api.newDocument();
  if (result !== null) show(result);
}

/** Opens the article that comes with the app. */
export async function openBundledDocument(): Promise<void> {
  const result = await opens(api.loadBundledDocument());
  if (result !== null) show(result);
}

/** Tries the last file that failed to open again. */
export async function retryDocument(): Promise<void> {
  const result = await opens(api.retryDocument());
  if (result !== null) show(result);
}

/** Shows that file in the system's file manager. */
export async function showFailedDocument(): Promise<void> {
  const result = await api.showFailedDocument();
  if (!result.ok) fail(result.failure);
}

/** Opens a file that was dropped on the window. */
export async function openDropped(files: readonly File[]): Promise<void> {
  const [file] = files;
  const count = grouped(files.length);
  if (file === undefined || files.length > 1) {
    fail({
      code: 'not-one-file',
      message:
        file === undefined
          ? 'What was dropped is not a file. Drop a timeline document, a file that ends in .dateline, or an article.'
          : `Dateline opens one document at a time. Drop one file, not ${count}.`,
      details: [],
    });
    return;
  }
  const result = await api.openDropped(file);
  if (!result.ok) fail(result.failure);
}

/** Queues a document from outside the window. */
export function documentWaits(fileName: string): void {
  waiting.value = [...waiting.value, fileName];
}

/** Opens queued documents in order; reports a failure last, so that a later success does not hide it. */
export async function openWaitingDocuments(): Promise<void> {
  waiting.value = [];
  let last: Failure | null = null;
  for (;;) {
    const result = await opens(api.openWaitingDocument());
    if (result === null) break;
    if (result.ok) show(result);
    else last = result.failure;
  }
  if (last !== null) show({ ok: false, failure: last });
}

/** Opens the page on the document format. */
const SHOW_FORMAT = {
  label: 'Document format',
  run: () => {
    openDialog('format');
  },
};

/** Whether a file failed to open because it is no timeline document at all. */
export function isOtherKind({ code }: Failure): boolean {
  return code === 'document-other' || code === 'document-format';
}

/** Keeps the window's title: the document's, with a mark while it has changes that its file has not. */
export function keepTitle(): void {
  const title = computed(() => {
    const shown = currentView.value?.opened.document.title;
    return shown === undefined ? null : `${isChanged.value ? '• ' : ''}${isolate(shown)} – Dateline`;
  });
  effect(() => {
    if (title.value !== null) document.title = title.value;
  });
}

/** Shows a document that came from main, or says why there is none. */
export function show(result: Result<ArrivedDocument>): void {
  if (!result.ok) {
    // A failure to open another document leaves the current one on the screen.
    if (currentView.value === null) showProblem(result.failure);
    else if (result.failure.code === 'already-open') remark(result.failure);
    else if (result.failure.code !== 'job-cancelled')
      fail(result.failure, ...(isOtherKind(result.failure) ? [SHOW_FORMAT] : []));
    return;
  }
  batch(() => {
    dismissPastNotice();
    colourLanes(result.value.document.lanes);
    showDocument(result.value);
    adoptHistory(result.value);
    const unknown = unknownFieldsInWords(result.value.document.unknownFields);
    if (unknown !== null) remark(unknown);
    lastImport.value = result.value.imported ?? null;
    if (result.value.article !== undefined) articleArrives(result.value.article);
  });
}
