// The one contract between the processes: main, preload and renderer all derive their types from it.
import type { Command } from './commands.ts';
import type { PlacedDocument } from './document/document.ts';
import type { PackedDocument } from './document/packed.ts';
import type { TimeWindow } from './dates/window.ts';
import type { Fault } from './figure/fault.ts';
import type { FigureDrawing, FigureOptions, FigureRequest } from './figure/figure.ts';
import type { PanelLayout } from './panel.ts';
import type { Failure, Result } from './result.ts';
import type { Schema, Schemas } from './schemas.ts';

/** A document that has been read and validated, ready to show. */
export interface OpenedDocument {
  /** The file's name without its folder; the renderer never learns the path. */
  readonly fileName: string;
  /** True for the article that comes with the app. */
  readonly bundled: boolean;
  readonly document: PlacedDocument;
}

/** An {@link OpenedDocument} on its way to the page. */
export type SentDocument = Omit<OpenedDocument, 'document'> & { readonly document: PackedDocument };

/** What the figure page is to draw. */
export interface SentJob {
  readonly request: FigureRequest;
  /** `null` where it is the document of the job before. */
  readonly document: PackedDocument | null;
}

/** A figure that was written. */
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
}

/** A small picture of the figure to come, and what it will be. */
export interface FigurePreview {
  /** A PNG of the whole figure, no larger than the preview asks for. */
  readonly png: Uint8Array;
  /** The whole figure: CSS pixels, grown where its events need more room. */
  readonly width: number;
  readonly height: number;
  /** Bytes that the file will have, about. */
  readonly expectedSize: number;
}

/** Where the reader is in a document. */
export interface Place {
  readonly window: TimeWindow;
  /** The id of the selected event, or `null`. */
  readonly selected: string | null;
}

/** What the page shows when it starts. */
export interface Start {
  readonly opened: Result<SentDocument>;
  /** Where the reader was, if this page stands in for one that is gone. */
  readonly place: Place | null;
  /** One sentence on what became of that page, or `null`. */
  readonly message: string | null;
  /** How the panel was laid out last. It comes along, so that the first picture waits for one answer only. */
  readonly panel: PanelLayout;
}

/** What the About dialog says. */
export interface About {
  readonly version: string;
  readonly electronVersion: string;
  /** True in a package that is built on the stand-in runtime. */
  readonly standIn: boolean;
  /** The licence's name, such as `MIT`. */
  readonly licence: string;
  /** The notices of the packages that the app is made of, or why there are none here. */
  readonly notices: Result<string>;
}

/** A file that was dropped on the window, as the page has it: a `File`, whose path only the bridge can tell. */
export interface DroppedFile {
  readonly name: string;
}

/** The page of the main window, and the page that figures are drawn on. */
export type PageName = 'main' | 'figure';

/** One thing that a page may ask of main. */
export interface Channel<Signature extends (...given: never[]) => unknown> {
  /** The only page that may ask. */
  readonly caller: PageName;
  /** A schema for each argument, out of those in schemas.ts, which main loads with the first call. */
  readonly takes: (schemas: Schemas) => Takes<Parameters<Signature>>;
  /** Never there: it carries the type. */
  readonly signature?: Signature;
}

/** What checks the arguments of a call, in their order. */
type Takes<Given extends readonly unknown[]> = { readonly [At in keyof Given]: Schema<Given[At]> };

const nothing = (): [] => [];

function channel<Signature extends (...given: never[]) => unknown>(
  caller: PageName,
  takes: Channel<Signature>['takes'],
): Channel<Signature> {
  return { caller, takes };
}

/** Everything that the pages may ask of main, once: what it is called, its signature, who may call it, what it takes. */
export const CHANNELS = {
  /** The document that the app was started with, the bundled article where none was named, or what was shown before. */
  loadDocument: channel<() => Start>('main', nothing),
  /** Asks the reader for a file and opens it; `null` where they cancelled. */
  chooseDocument: channel<() => Result<SentDocument> | null>('main', nothing),
  /** The article that comes with the app. */
  loadBundledDocument: channel<() => Result<SentDocument>>('main', nothing),
  /** Opens the file again that could not be opened last; `null` where there is none. */
  retryDocument: channel<() => Result<SentDocument> | null>('main', nothing),
  /** Shows that file in the system's file manager. */
  showFailedDocument: channel<() => Result<null>>('main', nothing),
  /** Asks the reader where to, and writes the figure; `null` where they cancelled, in the dialog or since. */
  exportFigure: channel<(request: FigureRequest) => Result<SavedFigure> | null>(
    'main',
    ({ figureRequest }) => [figureRequest],
  ),
  /** Puts the figure on the clipboard as a picture; `null` where the reader cancelled. */
  copyFigure: channel<
    (options: FigureOptions) => Result<{ readonly width: number; readonly height: number }> | null
  >('main', ({ figureOptions }) => [figureOptions]),
  /** Draws the figure small; `null` where the reader cancelled, or a later preview took its place. */
  previewFigure: channel<(request: FigureRequest) => Result<FigurePreview> | null>(
    'main',
    ({ figureRequest }) => [figureRequest],
  ),
  /** Ends the export, copy or preview under way; nothing half-written stays. */
  cancelFigure: channel<() => null>('main', nothing),
  /** The choices of the last export, or `null` before the first. */
  lastFigure: channel<() => FigureRequest | null>('main', nothing),
  /** Shows the figure that was exported last in the system's file manager. */
  showExportedFigure: channel<() => Result<null>>('main', nothing),
  /** Opens an http(s) address in the reader's browser. */
  openLink: channel<(address: string) => Result<null>>('main', ({ text }) => [text]),
  /** Opens the next document that came from outside of the window; `null` where none waits. */
  openWaitingDocument: channel<() => Result<SentDocument> | null>('main', nothing),
  /** Puts a file that was dropped on the window among those that wait. The bridge names the path, not the page. */
  openDropped: channel<(path: string) => Result<null>>('main', ({ text }) => [text]),
  /** Remembers where the reader is, for a page that has to stand in for this one. */
  keepPlace: channel<(place: Place) => null>('main', ({ place }) => [place]),
  /** What the About dialog says. */
  about: channel<() => About>('main', nothing),
  /** Puts the versions of the app, of Electron and of the system on the clipboard, as one line. */
  copyVersion: channel<() => null>('main', nothing),
  /** Puts text on the clipboard; fails with `text-too-long` above 64 million characters. */
  copyText: channel<(text: string) => Result<null>>('main', ({ text }) => [text]),
  /** Keeps the layout of the panel for the next launch. */
  rememberPanel: channel<(layout: PanelLayout) => null>('main', ({ panelLayout }) => [panelLayout]),
  /** What it is to draw next, once there is something. */
  figureJob: channel<() => SentJob>('figure', nothing),
  /** Its drawing is complete and painted. */
  figureDrawn: channel<(drawing: FigureDrawing) => null>('figure', ({ figureDrawing }) => [figureDrawing]),
  /** It threw, and its figure will not come. */
  figureFailed: channel<(fault: Fault) => null>('figure', ({ fault }) => [fault]),
};

type SignatureOf<Entry> = Entry extends Channel<infer Signature> ? Signature : never;

/** The signature of each channel; an answer comes by promise. */
export type Contract = {
  readonly [Name in keyof typeof CHANNELS]: SignatureOf<(typeof CHANNELS)[Name]>;
};

/** The names of all channels. */
export const CHANNEL_NAMES = Object.keys(CHANNELS).filter((name): name is keyof Contract => name in CHANNELS);

/** What main tells the main window unasked: channel → payload. */
export interface Notices {
  /** The reader chose it in the menu. */
  command: Command;
  /** A document waits to be opened: the file's name without its folder. */
  documentWaiting: string;
  /** What main could not do for the reader. */
  failure: Failure;
}

/** The bridge as pages see it on `window.api`: every method of the contract as a promise, and the notices. */
export type Api = {
  readonly [Method in Exclude<keyof Contract, 'openDropped'>]: (
    ...parameters: Parameters<Contract[Method]>
  ) => Promise<ReturnType<Contract[Method]>>;
} & {
  /** Opens a file that was dropped; the bridge finds out where it stands. */
  readonly openDropped: (file: DroppedFile) => Promise<Result<null>>;
  /** Calls back for each notice of a kind; returns a function that stops it. */
  readonly on: <Notice extends keyof Notices>(
    notice: Notice,
    listener: (payload: Notices[Notice]) => void,
  ) => () => void;
};
