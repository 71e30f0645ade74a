// The one contract between the processes, from which main, preload and renderer derive their types.
import type { Command } from './commands.ts';
import type { PlacedDocument } from './document/document.ts';
import type { SentContents } from './document/crossing.ts';
import type { Difference } from './document/edit/between.ts';
import type { Change, Edit } from './document/edit/change.ts';
import type { ComparedWith } from './document/compared-with.ts';
import type { History, Step } from './document/edit/history.ts';
import type { ReadingProgress } from './document/file/progress.ts';
import type { TimeWindow } from './dates/window.ts';
import type { Fault } from './figure/fault.ts';
import type { FigureDrawing, FigureOptions, FigureRequest } from './figure/figure.ts';
import type { HouseStyle } from './figure/house-style.ts';
import type { FoundArticle } from './formats/article/found.ts';
import type { FileReport } from './formats/format.ts';
import type { ImportChoice, ImportPreview } from './formats/preview.ts';
import type { PanelLayout } from './panel.ts';
import type { Failure, Result } from './result.ts';
import type { Schema, Schemas } from './schemas.ts';

/** A document that has been read and validated, ready to show. */
export interface OpenedDocument {
  /** The file's name without its folder; the renderer never learns the path. Of a document without a file, “Untitled”. */
  readonly fileName: string;
  /** True while no file holds it. */
  readonly untitled: boolean;
  /** True for the article that comes with the app. */
  readonly bundled: boolean;
  readonly document: PlacedDocument;
}

/** What {@link OpenedDocument} says of a document that no file holds. */
export const NO_FILE = { fileName: 'Untitled', untitled: true, bundled: false } as const;

/** An {@link OpenedDocument} as it crosses the process border. */
export type SentDocument = Omit<OpenedDocument, 'document'> & {
  readonly document: SentContents;
  /** What was done to it, where it was opened before: by a page that this one replaces, or before a crash. */
  readonly history: History;
  /** Names it among the documents that main opened, so that a step is never made on another one. */
  readonly serial: number;
  /** Where it was made of another program's file: that file's name, and what became of its entries. */
  readonly imported?: FileReport | undefined;
  /** Where it was made for an article that was opened: what the form of a new article begins with. */
  readonly article?: OpenedArticle | undefined;
};

/** An article that was read from a file, for the form of a new article. */
export interface OpenedArticle extends FoundArticle {
  /** The file's name without its folder. */
  readonly fileName: string;
}

/** Asks the reader how a file is to be imported. */
export interface ImportAsking {
  /** Without its folder. */
  readonly fileName: string;
  readonly preview: ImportPreview;
  /** The answers that the preview was made with. */
  readonly assume: readonly string[];
  /** Whether the file is read as the last one with the same heads was. */
  readonly isRemembered: boolean;
  /** The title of the open document, where that can take what is imported; `null` where only a new one can. */
  readonly open: string | null;
  /** Where it goes unless the reader says otherwise. */
  readonly where: ImportTarget;
}

/** Where imported events go: into a new document, or into the open one. */
export type ImportTarget = 'new' | 'open';

/** What the reader answers to it. */
export interface ImportAnswer extends ImportChoice {
  readonly where: ImportTarget;
}

/** What goes into the open document. */
export interface ImportedEvents extends FileReport {
  readonly document: SentContents;
}

/** Where a document is saved: in its own file, in another that becomes its own, or in another that does not. */
export type SaveTarget = 'own' | 'other' | 'copy';

/** A saved document. */
export interface SavedDocument {
  /** The file's name without its folder. */
  readonly fileName: string;
  /** The folder's name, for the notice. */
  readonly folderName: string;
  /** The state of its history that the file holds; `null` for a copy. */
  readonly state: number | null;
  /** Whether the file was of version 1 of the format, and is now of version 2. */
  readonly isUpgraded: boolean;
  /** Why no earlier version was kept, as a sentence; `null` if one was. */
  readonly notKept: string | null;
}

/** How far the reading of a large document has come. */
export interface Opening extends ReadingProgress {
  /** The file's name without its folder. */
  readonly fileName: string;
  /** Bytes of the file, and how many of them are read. */
  readonly size: number;
  readonly read: number;
}

/** Changes that a run of the app left when it did not end as it should. */
export interface LeftChanges {
  /** Names them in later calls. */
  readonly id: string;
  /** The title of their document; `null` if it cannot be read. */
  readonly title: string | null;
  /** The name of their file without its folder; `null` if they have none. */
  readonly fileName: string | null;
  /** What became of that file: another program changed it, or it is gone. */
  readonly file: 'same' | 'changed' | 'missing' | 'none';
  /** How many they are. */
  readonly count: number;
  /** When the last was made, ISO 8601. */
  readonly last: string;
  /** Whether further changes cannot be read. */
  readonly isDamaged: boolean;
}

/** A kept state of the open document. */
export interface EarlierVersion {
  /** Names it in later calls. */
  readonly id: string;
  /** When it was made, milliseconds since 1970. */
  readonly at: number;
  readonly kind: VersionKind;
  /** How many events it has; `null` if nobody counted them. */
  readonly events: number | null;
  /** Bytes. */
  readonly size: number;
}

/** What differs between two documents. */
export interface Comparison {
  /** The first of them. */
  readonly differences: readonly Difference[];
  /** How many there are. */
  readonly count: number;
}

/** The open document's file is not as Dateline left it. */
export interface FileNotice {
  /** Without its folder. */
  readonly fileName: string;
  readonly is: 'changed' | 'missing';
}

/** What the menu says of the page. */
export interface MenuState {
  /** The names of what is undone and redone next, or `null`. */
  readonly undo: string | null;
  readonly redo: string | null;
}

/** A version of a document: Dateline saved it, or found it before it first did, or it was never saved. */
export type VersionKind = 'saved' | 'before' | 'unsaved';

/** A document with the changes that were left. */
export interface RecoveredDocument {
  readonly sent: SentDocument;
  /** How many changes it has. */
  readonly count: number;
  /** Whether further changes could not be read or made. */
  readonly isDamaged: boolean;
}

/** A job for the figure page. */
export interface SentJob {
  readonly request: FigureRequest;
  /** `null` for the document of the previous job. */
  readonly document: SentContents | null;
}

/** A written figure. */
export interface SavedFigure {
  /** The file's name without its folder. */
  readonly fileName: string;
  /** The folder's name, for the notice. */
  readonly folderName: string;
  /** Image pixels for PNG, CSS pixels otherwise. */
  readonly width: number;
  readonly height: number;
  /** Bytes. */
  readonly size: number;
  /** What had no room on the first page, in words, or `null`. */
  readonly leftOut: string | null;
}

/** A picture of the figure to look at, and its size. */
export interface FigurePreview {
  /** A PNG of the whole figure, at the scale of the preview. */
  readonly png: Uint8Array;
  /** The whole figure: CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What had no room on the first page, in words, or `null`. */
  readonly leftOut: string | null;
  /** Approximate size of the file in bytes. */
  readonly expectedSize: number;
  /** How many stretches of time are folded. */
  readonly folds: number;
}

/** Where the reader is in a document. */
export interface Place {
  readonly window: TimeWindow;
  /** The id of the selected event, or `null`. */
  readonly selected: string | null;
}

/** What the page needs when it starts. */
export interface Start {
  readonly document: Result<SentDocument>;
  /** The reader's place in the page that this one replaces, if any. */
  readonly place: Place | null;
  /** One sentence on what happened to that page, or `null`. */
  readonly message: string | null;
  /** The last layout of the panel, sent along so that the first picture waits for a single answer. */
  readonly panel: PanelLayout;
}

/** The contents of the About dialog. */
export interface About {
  readonly version: string;
  readonly electronVersion: string;
  /** True in a package built on the stand-in runtime. */
  readonly standIn: boolean;
  /** The licence's name, such as `MIT`. */
  readonly licence: string;
  /** The notices of the packages in the app, or why there are none here. */
  readonly notices: Result<string>;
}

/** A dropped or chosen file as the page sees it: a `File`, whose path only the bridge can read. */
export interface DroppedFile {
  readonly name: string;
}

/** The page of the main window, and the page that draws figures. */
export type PageName = 'main' | 'figure';

/** One call that a page may make to main. */
export interface Channel<Signature extends (...given: never[]) => unknown> {
  /** The only page that may call it. */
  readonly caller: PageName;
  /** Picks a schema for each argument from schemas.ts, which main loads with the first call. */
  readonly takes: (schemas: Schemas) => Takes<Parameters<Signature>>;
  /** Never set: it only carries the type. */
  readonly signature?: Signature;
}

/** The checks of a call's arguments, in order. */
type Takes<Given extends readonly unknown[]> = { readonly [At in keyof Given]: Schema<Given[At]> };

const nothing = (): [] => [];

/** Whether a channel takes no arguments, which is known without the schemas. */
export function takesNothing(name: keyof Contract): boolean {
  return CHANNELS[name].takes === nothing;
}

function channel<Signature extends (...given: never[]) => unknown>(
  caller: PageName,
  takes: Channel<Signature>['takes'],
): Channel<Signature> {
  return { caller, takes };
}

/** Every call that pages may make to main, once: its name, its signature, the page that may make it, its arguments. */
export const CHANNELS = {
  /** Returns the document named at launch or else the bundled article; after a crash of the page, the one it showed. */
  loadDocument: channel<() => Start>('main', nothing),
  /** Asks the reader for a file and opens it; `null` if they cancelled. Fails with `already-open`. */
  chooseDocument: channel<() => Result<SentDocument> | null>('main', nothing),
  /** Returns the article that comes with the app; `null` if the reader stays with unsaved changes. */
  loadBundledDocument: channel<() => Result<SentDocument> | null>('main', nothing),
  /** Makes an empty document without a file; `null` if the reader stays with unsaved changes. */
  newDocument: channel<() => Result<SentDocument> | null>('main', nothing),
  /**
   * Does to main's copy of the document what the page did to its own. Fails with `edit-refused` where that is no edit of
   * this document, which is a bug, and with `document-gone` where main has opened another one meanwhile; the page then loads
   * what main has.
   *
   * @param serial of the document, as it was sent.
   * @param step an edit without changes has those that were brought.
   */
  takeStep: channel<(serial: number, step: Step) => Result<null>>('main', ({ count, step }) => [count, step]),
  /** Brings some of the changes of a large edit, which the next step then makes. @param at how many came before. */
  bringChanges: channel<(at: number, changes: readonly Change[]) => null>('main', ({ count, changes }) => [
    count,
    changes,
  ]),
  /** Saves the document; `null` if the reader cancelled. A document without a file, or of the app itself, asks where. */
  saveDocument: channel<(target: SaveTarget) => Result<SavedDocument> | null>('main', ({ saveTarget }) => [
    saveTarget,
  ]),
  /** Returns the changes that earlier runs left and that are in no file, the last first. */
  leftChanges: channel<() => readonly LeftChanges[]>('main', nothing),
  /** Opens the document with the changes that were left; `null` if the reader stays with unsaved changes. */
  recoverChanges: channel<(id: string) => Result<RecoveredDocument> | null>('main', ({ text }) => [text]),
  /** Opens the file instead, and puts these changes among its earlier versions. Without a file, they are gone. */
  setAsideChanges: channel<(id: string) => Result<null>>('main', ({ text }) => [text]),
  /** Returns the kept states of the open document, the newest first; none of one without a file. */
  earlierVersions: channel<() => readonly EarlierVersion[]>('main', nothing),
  /** Opens one as a document without a file; `null` if the reader stays with unsaved changes. */
  openVersion: channel<(id: string) => Result<SentDocument> | null>('main', ({ text }) => [text]),
  /** Returns the edit that makes the open document what the version was. */
  restoreVersion: channel<(id: string) => Result<Edit>>('main', ({ text }) => [text]),
  /** Opens the file again that another program has changed; what was not saved is kept among the versions. */
  reloadFile: channel<() => Result<SentDocument>>('main', nothing),
  /** Stays with the document as it is: the next save replaces what another program wrote. */
  keepMine: channel<() => null>('main', nothing),
  /** Compares documents. */
  compareWith: channel<(other: ComparedWith) => Result<Comparison>>('main', ({ comparedWith }) => [
    comparedWith,
  ]),
  /** Keeps the names of what can be undone and redone in the menu. */
  keepMenu: channel<(state: MenuState) => null>('main', ({ menuState }) => [menuState]),
  /** Answers the notice `finishFields` with its number, once main has been told all that stood in open fields. */
  fieldsFinished: channel<(request: number) => null>('main', ({ count }) => [count]),
  /** Tries the last document that failed to open again; `null` if there is none. */
  retryDocument: channel<() => Result<SentDocument> | null>('main', nothing),
  /** Shows that file in the system's file manager. */
  showFailedDocument: channel<() => Result<null>>('main', nothing),
  /** Asks the reader where to save, and writes the figure; `null` if they cancelled at any point. */
  exportFigure: channel<(request: FigureRequest) => Result<SavedFigure> | null>(
    'main',
    ({ figureRequest }) => [figureRequest],
  ),
  /** Copies the figure to the clipboard as a picture; `null` if the reader cancelled. */
  copyFigure: channel<
    (options: FigureOptions) => Result<{ readonly width: number; readonly height: number }> | null
  >('main', ({ figureOptions }) => [figureOptions]),
  /**
   * Draws the figure with so many image pixels to a CSS pixel, or small where that is `null`. Answers `null` if the reader
   * cancelled or a later preview replaced it.
   */
  previewFigure: channel<(request: FigureRequest, scale: number | null) => Result<FigurePreview> | null>(
    'main',
    ({ figureRequest, previewScale }) => [figureRequest, previewScale],
  ),
  /** Draws the figure for the page to print, an SVG for each page of it; `null` if the reader cancelled. */
  drawForPaper: channel<(options: FigureOptions) => Result<{ readonly pages: readonly string[] }> | null>(
    'main',
    ({ figureOptions }) => [figureOptions],
  ),
  /** Prints the page through the system's dialog, in landscape or portrait; `null` if the reader cancelled. */
  printPage: channel<(landscape: boolean) => Result<null> | null>('main', ({ flag }) => [flag]),
  /** Cancels the current export, copy, print or preview, and leaves no partial file. */
  cancelFigure: channel<() => null>('main', nothing),
  /** Returns the choices of the last export, or `null` before the first. */
  lastFigure: channel<() => FigureRequest | null>('main', nothing),
  /** Returns the reader's house style, or `null` before there is one. */
  houseStyle: channel<() => HouseStyle | null>('main', nothing),
  /** Keeps the house style for the next launch. */
  rememberHouseStyle: channel<(style: HouseStyle) => null>('main', ({ houseStyle }) => [houseStyle]),
  /** Lists the fonts of the system by family, where it can be asked for them. */
  installedFonts: channel<() => readonly string[]>('main', nothing),
  /** Shows the last exported figure in the system's file manager. */
  showExportedFigure: channel<() => Result<null>>('main', nothing),
  /** Opens an http(s) address in the reader's browser. */
  openLink: channel<(address: string) => Result<null>>('main', ({ text }) => [text]),
  /** Lists the recent documents by the names that the menu gives them, the newest first. */
  recentDocuments: channel<() => readonly string[]>('main', nothing),
  /** Queues the recent document of this name, if there is one. */
  openRecent: channel<(label: string) => null>('main', ({ text }) => [text]),
  /** Opens the next document from outside the window; `null` if none waits. */
  openWaitingDocument: channel<() => Result<SentDocument> | null>('main', nothing),
  /** Queues a file that was dropped on the window. The bridge supplies the path, not the page. */
  openDropped: channel<(path: string) => Result<null>>('main', ({ text }) => [text]),
  /** Asks for a file, and imports it into the open document by the notice `imported`, or into a new one if the reader says so. */
  importFile: channel<() => Result<SentDocument> | null>('main', nothing),
  /** Imports pasted text in the same way; the reader is always asked. The choice says how it is read at first. */
  importText: channel<(text: string, first: ImportChoice | null) => Result<SentDocument> | null>(
    'main',
    ({ text, firstChoice }) => [text, firstChoice],
  ),
  /** Reads the file that the notice `askImport` is about in another way; `null` if none is asked about. */
  previewImport: channel<(choice: ImportChoice) => Result<ImportPreview> | null>(
    'main',
    ({ importChoice }) => [importChoice],
  ),
  /** Answers that notice; `null` cancels the import. */
  answerImport: channel<(answer: ImportAnswer | null) => null>('main', ({ importAnswer }) => [importAnswer]),
  /** Asks where, and writes a report as text; answers with a sentence, or `null` if the reader cancelled. */
  saveReport: channel<(title: string, text: string) => Result<string> | null>('main', ({ text }) => [
    text,
    text,
  ]),
  /** Reads an article from a file that the reader chose. The bridge supplies the path, not the page. */
  readArticle: channel<(path: string) => Result<OpenedArticle>>('main', ({ text }) => [text]),
  /** Cancels the reading of a file; the call that asked for it fails with `job-cancelled`. */
  cancelOpening: channel<() => null>('main', nothing),
  /** Remembers the reader's place, for a page that may have to replace this one. */
  keepPlace: channel<(place: Place) => null>('main', ({ place }) => [place]),
  /** Returns the contents of the About dialog. */
  about: channel<() => About>('main', nothing),
  /** Copies the versions of the app, Electron and the system to the clipboard, as one line. */
  copyVersion: channel<() => null>('main', nothing),
  /** Copies text to the clipboard; fails with `text-too-long` above 64 million characters. */
  copyText: channel<(text: string) => Result<null>>('main', ({ text }) => [text]),
  /** Saves the layout of the panel for the next launch. */
  rememberPanel: channel<(layout: PanelLayout) => null>('main', ({ panelLayout }) => [panelLayout]),
  /** Waits for the next figure to draw. */
  figureJob: channel<() => SentJob>('figure', nothing),
  /** Reports that the drawing is complete and painted. */
  figureDrawn: channel<(drawing: FigureDrawing) => null>('figure', ({ figureDrawing }) => [figureDrawing]),
  /** Reports an exception: the figure will not come. */
  figureFailed: channel<(fault: Fault) => null>('figure', ({ fault }) => [fault]),
};

type SignatureOf<Entry> = Entry extends Channel<infer Signature> ? Signature : never;

/** The signature of each call, with the answer as a promise. */
export type Contract = {
  readonly [Name in keyof typeof CHANNELS]: SignatureOf<(typeof CHANNELS)[Name]>;
};

/**
 * Not a call: a page posts `{ [COLUMNS]: ticket }` to its window with a port, the bridge passes both on to main under this
 * name, and main sends the columns of a large document through the port, a piece for each message that comes from it.
 */
export const COLUMNS = 'columns';

/** The names of all channels. */
export const CHANNEL_NAMES = Object.keys(CHANNELS).filter((name): name is keyof Contract => name in CHANNELS);

/** The notices that main sends to the main window: channel → payload. */
export interface Notices {
  /** The reader chose it in the menu. */
  command: Command;
  /** A document waits: its file name without the folder. */
  documentWaiting: string;
  /** A large document is being read, since half a second or longer. */
  opening: Opening;
  /** A file leaves something open: the page asks, and answers with `answerImport`. */
  askImport: ImportAsking;
  /** The reader opened an article, to be added to the open document. */
  articleOpened: OpenedArticle;
  /** A file was read, and goes into the open document by an edit that the page makes. */
  imported: ImportedEvents;
  /** The document may go: the page keeps what stands in open fields, and answers with this number. */
  finishFields: number;
  /** Another program has changed or removed the file. */
  fileChanged: FileNotice;
  /** The document was saved without the page's asking. */
  saved: SavedDocument;
  /** Something that main failed to do for the reader. */
  failure: Failure;
  /** Something that main did for the reader, in one sentence. */
  done: string;
}

/** The bridge on `window.api`: every call of the contract as a promise, and the notices. */
export type Api = {
  readonly [Method in Exclude<keyof Contract, 'openDropped' | 'readArticle'>]: (
    ...parameters: Parameters<Contract[Method]>
  ) => Promise<ReturnType<Contract[Method]>>;
} & {
  /** Opens a dropped file; the bridge looks up its path. */
  readonly openDropped: (file: DroppedFile) => Promise<Result<null>>;
  /** Reads a chosen file; the bridge looks up its path. */
  readonly readArticle: (file: DroppedFile) => Promise<Result<OpenedArticle>>;
  /** Registers a callback for one kind of notice; returns a function that removes it. */
  readonly on: <Notice extends keyof Notices>(
    notice: Notice,
    listener: (payload: Notices[Notice]) => void,
  ) => () => void;
};
