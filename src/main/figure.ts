// Draws figures: on a page of its own, in a hidden window, at the size that is asked for.
import { BrowserWindow, type WebContents } from 'electron';
import { packDocument } from '../shared/document/packed.ts';
import type { FigureJob, FigureRequest, SentJob } from '../shared/ipc.ts';
import { failure, type Result } from '../shared/result.ts';
import { admit, type Handlers } from './ipc.ts';
import { log } from './log.ts';
import { figureWindowOptions, type MainWindowState } from './window-options.ts';

/** Milliseconds that a figure may take, from its window to its last byte. The largest takes a third of this. */
const PATIENCE = 60_000;

/** A figure that stands painted on its page, at its size and scale, for as long as the encoder that was given it takes. */
export interface DrawnFigure {
  readonly request: FigureRequest;
  /** Sends a command of the Chrome DevTools Protocol to the page; rejects where it fails. */
  readonly send: (method: string, parameters: Readonly<Record<string, unknown>>) => Promise<unknown>;
}

/** Turns a figure into a file's contents, or says why it cannot. */
export type Encoder<Encoded> = (figure: DrawnFigure) => Promise<Result<Encoded>>;

/** Draws figures one after the other, and answers the figure page. */
export interface FigureDrawer {
  /**
   * Draws a figure and has it encoded. Fails with `figure-late` where that takes more than a minute, with
   * `figure-broken` where the page breaks, and otherwise with what the encoder fails with.
   */
  readonly drawFigure: <Encoded>(job: FigureJob, encode: Encoder<Encoded>) => Promise<Result<Encoded>>;
  readonly handlers: Pick<Handlers, 'figureJob' | 'figureDrawn'>;
}

/** @param address the figure page's. */
export function setupFigures(
  address: string,
  options: Omit<MainWindowState, 'bounds' | 'dark'>,
): FigureDrawer {
  let last: Promise<unknown> = Promise.resolve();
  let drawing: { readonly job: SentJob; readonly drawn: () => void } | undefined;

  async function draw<Encoded>(job: FigureJob, encode: Encoder<Encoded>): Promise<Result<Encoded>> {
    const { request } = job;
    const document = packDocument(job.document);
    if (!document.ok) return document;
    const window = new BrowserWindow(figureWindowOptions({ ...options, dark: request.theme === 'dark' }));
    try {
      const { webContents: contents } = window;
      const send: DrawnFigure['send'] = (method, parameters) =>
        contents.debugger.sendCommand(method, parameters);
      const drawn = new Promise<void>((resolve) => {
        drawing = { job: { request, document: document.value }, drawn: resolve };
      });
      const work = async (): Promise<Result<Encoded>> => {
        await openPage(contents, address, request, send);
        await drawn;
        return encode({ request, send });
      };
      return await Promise.race([work().catch(broken), trouble(contents)]);
    } finally {
      drawing = undefined;
      window.destroy();
    }
  }

  return {
    drawFigure: (job, encode) => {
      const result = last.then(() => draw(job, encode));
      last = result.catch(() => undefined);
      return result;
    },
    handlers: {
      figureJob: () => {
        if (drawing === undefined) throw new Error('there is no figure to draw');
        return drawing.job;
      },
      figureDrawn: () => {
        drawing?.drawn();
        return null;
      },
    },
  };
}

/** Opens the figure page with the figure's size, scale and theme in place of the system's, and nothing that moves. */
async function openPage(
  contents: WebContents,
  address: string,
  { width, height, scale, theme }: FigureRequest,
  send: DrawnFigure['send'],
): Promise<void> {
  admit(contents, 'figure');
  contents.debugger.attach('1.3');
  // Before its first page, a window has no size that could be changed: Chromium 130 crashes over it.
  await contents.loadURL('about:blank');
  await send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: scale,
    mobile: false,
  });
  await send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: theme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
  await contents.loadURL(address);
}

/** Settles once nothing more can be expected of the page. */
function trouble(contents: WebContents): Promise<Result<never>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(
        failure('figure-late', 'The picture took longer than a minute to draw. Choose a smaller size.'),
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

function broken(reason: unknown): Result<never> {
  log(`the figure page broke: ${String(reason)}`);
  return failure('figure-broken', 'The picture could not be drawn. Try again, or choose a smaller size.');
}
