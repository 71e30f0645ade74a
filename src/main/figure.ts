// Draws figures: on a page of its own, in a hidden window, at the size that is asked for.
import { BrowserWindow, type PrintToPDFOptions, type WebContents } from 'electron';
import { packDocument } from '../shared/document/packed.ts';
import type { FigureDrawing, FigureRequest } from '../shared/figure/figure.ts';
import type { FigureJob, SentJob } from '../shared/ipc.ts';
import { failure, type Result } from '../shared/result.ts';
import { resolveContent } from './figure-content.ts';
import { checkPictureSize, pageMetrics } from './figure-png.ts';
import { admit, type Handlers } from './ipc.ts';
import { log } from './log.ts';
import { figureWindowOptions, type MainWindowState } from './window-options.ts';

/** Milliseconds that a figure may take, from its window to its last byte. The largest PNG took a fifth of this. */
const PATIENCE = 300_000;

/** A figure that stands painted on its page, at its size and scale, for as long as the encoder that was given it takes. */
export interface DrawnFigure {
  readonly request: FigureRequest;
  readonly drawing: FigureDrawing;
  /** Sends a command of the Chrome DevTools Protocol to the page; rejects where it fails. */
  readonly send: (method: string, parameters: Readonly<Record<string, unknown>>) => Promise<unknown>;
  /** Prints the page. */
  readonly print: (options: PrintToPDFOptions) => Promise<Uint8Array>;
}

/** Turns a figure into a file's contents, or says why it cannot. */
export type Encoder<Encoded> = (figure: DrawnFigure) => Promise<Result<Encoded>>;

/** Draws figures one after the other, and answers the figure page. */
export interface FigureDrawer {
  /**
   * Draws a figure and has it encoded. Fails with the failures of {@link resolveContent} and {@link checkPictureSize}
   * before any work, with `figure-late` where that takes more than five minutes, with `figure-broken` where the page breaks,
   * with `figure-cancelled` once `signal` is aborted, which closes the window at once, and otherwise with what the
   * encoder fails with.
   */
  readonly drawFigure: <Encoded>(
    job: FigureJob,
    encode: Encoder<Encoded>,
    signal?: AbortSignal,
  ) => Promise<Result<Encoded>>;
  readonly handlers: Pick<Handlers, 'figureJob' | 'figureDrawn'>;
}

/** What a figure that nobody waits for any more fails with. */
export const CANCELLED = failure('figure-cancelled', 'The figure was cancelled.');

/** @param address the figure page's. */
export function setupFigures(
  address: string,
  options: Omit<MainWindowState, 'bounds' | 'dark'>,
): FigureDrawer {
  let last: Promise<unknown> = Promise.resolve();
  let current: { readonly job: SentJob; readonly drawn: (drawing: FigureDrawing) => void } | undefined;

  async function draw<Encoded>(
    { request, document }: { readonly request: FigureRequest; readonly document: SentJob['document'] },
    encode: Encoder<Encoded>,
    signal: AbortSignal | undefined,
  ): Promise<Result<Encoded>> {
    if (signal?.aborted === true) return CANCELLED;
    const dark = request.options.theme === 'dark';
    const window = new BrowserWindow(figureWindowOptions({ ...options, dark }));
    try {
      const { webContents: contents } = window;
      const send: DrawnFigure['send'] = (method, parameters) =>
        contents.debugger.sendCommand(method, parameters);
      const drawn = new Promise<FigureDrawing>((resolve) => {
        current = { job: { request, document }, drawn: resolve };
      });
      const work = async (): Promise<Result<Encoded>> => {
        await openPage(contents, address, request, send);
        const drawing = await drawn;
        await fitPage(request, drawing.height, send);
        return encode({ request, drawing, send, print: (given) => contents.printToPDF(given) });
      };
      const stopped = (reason: unknown): Result<never> =>
        signal?.aborted === true ? CANCELLED : broken(reason);
      return await Promise.race([work().catch(stopped), trouble(contents), aborted(signal)]);
    } finally {
      current = undefined;
      window.destroy();
    }
  }

  return {
    drawFigure: async ({ request, document }, encode, signal) => {
      const { options: asked, format } = request;
      const size = format === 'png' ? checkPictureSize(asked, asked.height) : undefined;
      if (size?.ok === false) return size;
      const content = await resolveContent(asked.content);
      if (!content.ok) return content;
      const packed = packDocument(document);
      if (!packed.ok) return packed;
      const job = {
        request: { options: { ...asked, content: content.value }, format },
        document: packed.value,
      };
      const result = last.then(() => draw(job, encode, signal));
      last = result.catch(() => undefined);
      return result;
    },
    handlers: {
      figureJob: () => {
        if (current === undefined) throw new Error('there is no figure to draw');
        return current.job;
      },
      figureDrawn: (drawing) => {
        current?.drawn(drawing);
        return null;
      },
    },
  };
}

/** Opens the figure page with the figure's size, scale and theme in place of the system's, and nothing that moves. */
async function openPage(
  contents: WebContents,
  address: string,
  request: FigureRequest,
  send: DrawnFigure['send'],
): Promise<void> {
  const { height, theme, transparent } = request.options;
  admit(contents, 'figure');
  contents.debugger.attach('1.3');
  // Before its first page, a window has no size that could be changed: Chromium 130 crashes over it.
  await contents.loadURL('about:blank');
  await setMetrics(request, height, send);
  await send('Emulation.setScrollbarsHidden', { hidden: true });
  await send('Emulation.setEmulatedMedia', {
    // A PDF looks like the picture, not like what a page makes of itself for paper.
    media: 'screen',
    features: [
      { name: 'prefers-color-scheme', value: theme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
  if (transparent) {
    await send('Emulation.setDefaultBackgroundColorOverride', { color: { r: 0, g: 0, b: 0, a: 0 } });
  }
  await contents.loadURL(address);
}

/** Makes the page as high as its drawing, which may have grown. */
async function fitPage(request: FigureRequest, height: number, send: DrawnFigure['send']): Promise<void> {
  // What is refused as a picture need not be laid out as one.
  if (height === request.options.height || !checkPictureSize(request.options, height).ok) return;
  await setMetrics(request, height, send);
}

async function setMetrics(
  { options }: FigureRequest,
  height: number,
  send: DrawnFigure['send'],
): Promise<void> {
  const page = pageMetrics(options, height);
  await send('Emulation.setDeviceMetricsOverride', {
    width: page.width,
    height: page.height,
    deviceScaleFactor: page.scale,
    mobile: false,
  });
}

/** Settles once nothing more can be expected of the page. */
function trouble(contents: WebContents): Promise<Result<never>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(
        failure('figure-late', 'The figure took longer than five minutes to draw. Choose a smaller size.'),
      );
    }, PATIENCE);
    contents.once('destroyed', () => {
      clearTimeout(timer);
    });
    contents.once('render-process-gone', (_event, { reason }) => {
      resolve(broken(reason));
    });
  });
}

/** Settles once the figure is no longer wanted. */
function aborted(signal: AbortSignal | undefined): Promise<Result<never>> {
  return new Promise((resolve) => {
    signal?.addEventListener('abort', () => {
      resolve(CANCELLED);
    });
  });
}

function broken(reason: unknown): Result<never> {
  log(`the figure page broke: ${String(reason)}`);
  return failure('figure-broken', 'The figure could not be drawn. Try again, or choose a smaller size.');
}
