// Opens the hidden page for figures. It is kept for the next figures.
import { BrowserWindow, type PrintToPDFOptions } from 'electron';
import type { PlacedDocument } from '../../shared/document/document.ts';
import type { FigureDrawing, FigureRequest } from '../../shared/figure/figure.ts';
import type { Fault } from '../../shared/figure/fault.ts';
import type { SentJob } from '../../shared/ipc.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import { pageMetrics } from './size.ts';
import { contentsFor } from '../safety/columns.ts';
import { admit } from '../safety/ipc.ts';
import { figureWindowOptions, type MainWindowState } from '../window/window-options.ts';

/** The state that the page's window depends on. */
export type FigurePageOptions = Omit<MainWindowState, 'bounds' | 'dark' | 'icon'>;

/** Frames a second, the most that Electron draws. Nothing in a figure moves, but a fast page finishes sooner. */
const FRAME_RATE = 240;

/** A page that draws figures, one after the other. */
export interface FigurePage {
  /**
   * Sends a figure to the page at its size, scale and theme. Resolves once the drawing is complete and painted; rejects if
   * the page breaks. Fails with `document-too-large`, and with `figure-crowded` where the figure does not fit its size.
   */
  readonly draw: (request: FigureRequest, document: PlacedDocument) => Promise<Result<FigureDrawing>>;
  /** Sends a command of the Chrome DevTools Protocol to the page; rejects if it fails. */
  readonly send: (method: string, parameters?: Readonly<Record<string, unknown>>) => Promise<unknown>;
  /** Prints the page. */
  readonly print: (options: PrintToPDFOptions) => Promise<Uint8Array>;
  /** Rejects once the page has thrown or its process is gone; never resolves. */
  readonly broken: Promise<never>;
  /** Answers the page's request for a figure: at once, or when there is one. */
  readonly nextJob: () => Promise<SentJob>;
  /** Takes a finished drawing from the page. */
  readonly drawn: (drawing: FigureDrawing) => void;
  /** Takes an error from the page. */
  readonly failed: (fault: Fault) => void;
  /** Closes the window at once, even in the middle of its work. */
  readonly close: () => void;
}

/**
 * Opens the page.
 * @param address of the figure page
 */
export function openFigurePage(address: string, options: FigurePageOptions): FigurePage {
  const window = new BrowserWindow(figureWindowOptions({ ...options, dark: false }));
  const { webContents: contents } = window;
  const send: FigurePage['send'] = (method, parameters = {}) =>
    contents.debugger.sendCommand(method, parameters);
  const broken = newPromise<never>();
  contents.once('render-process-gone', (_event, { reason }) => {
    broken.reject(new Error(reason));
  });
  const opened = open();
  opened.catch(() => undefined);

  let job = newPromise<SentJob>();
  let drawing = newPromise<FigureDrawing>();
  let known: PlacedDocument | undefined;

  const said = new Map<string, string>();
  /** Sends a setting, unless the last figure had the same. */
  const set: FigurePage['send'] = async (method, parameters = {}) => {
    const text = JSON.stringify(parameters);
    if (said.get(method) === text) return;
    said.set(method, text);
    await send(method, parameters);
  };

  async function open(): Promise<void> {
    admit(contents, 'figure');
    contents.setFrameRate(FRAME_RATE);
    // Nobody looks at its frames: copying each of them to main took 3 ms. Pictures are taken of it all the same.
    contents.stopPainting();
    contents.debugger.attach('1.3');
    await contents.loadURL(address);
    await send('Emulation.setScrollbarsHidden', { hidden: true });
  }

  return {
    send,
    broken: broken.promise,
    print: (given) => contents.printToPDF(given),
    async draw(request, document) {
      const sent = document === known ? success(null) : contentsFor('figure', withoutTexts(document));
      if (!sent.ok) return sent;
      await opened;
      const { theme, transparent } = request.options;
      await Promise.all([
        setMetrics(request, set),
        set('Emulation.setEmulatedMedia', {
          // A PDF looks like the screen; print styles would change it.
          media: 'screen',
          features: [
            { name: 'prefers-color-scheme', value: theme },
            { name: 'prefers-reduced-motion', value: 'reduce' },
          ],
        }),
        set(
          'Emulation.setDefaultBackgroundColorOverride',
          transparent ? { color: { r: 0, g: 0, b: 0, a: 0 } } : {},
        ),
      ]);
      known = document;
      job.resolve({ request, document: sent.value });
      const drawn = await drawing.promise;
      drawing = newPromise();
      return drawn.refused === null ? success(drawn) : failure('figure-crowded', drawn.refused);
    },
    async nextJob() {
      const next = await job.promise;
      job = newPromise();
      return next;
    },
    drawn: (given) => {
      drawing.resolve(given);
    },
    failed: ({ name, message, stack }) => {
      broken.reject(Object.assign(new Error(message), { name, stack }));
    },
    close: () => {
      window.destroy();
    },
  };
}

/** A document without what no figure shows: the texts of its articles, and what became of their proposals. */
function withoutTexts(document: PlacedDocument): PlacedDocument {
  const articles = document.articles.map((article) => ({ ...article, text: '', hidden: [], passages: [] }));
  return { ...document, articles, proposals: [] };
}

async function setMetrics({ options }: FigureRequest, set: FigurePage['send']): Promise<void> {
  const page = pageMetrics(options);
  await set('Emulation.setDeviceMetricsOverride', {
    width: page.width,
    height: page.height,
    deviceScaleFactor: page.scale,
    mobile: false,
  });
}

/** A promise with the functions that settle it. */
interface OpenPromise<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (reason: Error) => void;
}

function newPromise<Value>(): OpenPromise<Value> {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (reason: Error) => void = () => undefined;
  const promise = new Promise<Value>((...settle) => {
    [resolve, reject] = settle;
  });
  return { promise, resolve, reject };
}
