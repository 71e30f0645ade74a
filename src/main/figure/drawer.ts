// Draws figures one after the other on a hidden page. Stops a figure that takes too long or is cancelled.
import type { PlacedDocument } from '../../shared/document/document.ts';
import { NO_DATES, NO_EVENTS, type FigureRequest } from '../../shared/figure/figure.ts';
import { failure, type Result } from '../../shared/result.ts';
import { checkLanes, resolveContent } from './content.ts';
import type { Encoder } from './drawn.ts';
import { createEventPicker } from './events.ts';
import { openFigurePage, type FigurePage, type FigurePageOptions } from './page.ts';
import { checkPictureSize } from './size.ts';
import { fontMissing } from './style.ts';
import { createEventCutter } from './window-events.ts';
import type { Handlers } from '../safety/ipc.ts';
import { errorForLog } from '../system/log-file.ts';
import { log } from '../system/log.ts';
import { createQueue } from '../system/queue.ts';

/** The most milliseconds for a figure, from its page to its last byte. The largest PNG took a fifth of this. */
const PATIENCE = 300_000;

/** Milliseconds that the page waits for another figure before the drawer closes it. */
const IDLE = 60_000;

/** A figure to draw, and its document. */
export interface FigureOrder {
  readonly request: FigureRequest;
  readonly document: PlacedDocument;
}

/** Draws figures one after the other, and answers the figure page. */
export interface FigureDrawer {
  /**
   * Draws and encodes a figure. Fails before any work with the failures of {@link checkLanes}, {@link checkPictureSize},
   * {@link resolveContent} and of picking events, and with {@link NO_DATES}; later with `style-titles-font` or
   * `style-text-font` for a font that the system does not have, with `figure-late` after five minutes, with
   * `figure-crowded` if it does not fit its size, with `figure-broken` if the page throws or its process ends, with
   * `figure-cancelled` once `signal` is aborted, with `document-too-large`, and with the failures of the encoder.
   * `figure-late`, `figure-broken` and `figure-cancelled` close the page at once.
   */
  readonly drawFigure: <Encoded>(
    order: FigureOrder,
    encode: Encoder<Encoded>,
    signal?: AbortSignal,
  ) => Promise<Result<Encoded>>;
  readonly handlers: Pick<Handlers, 'figureJob' | 'figureDrawn' | 'figureFailed'>;
}

/** The failure of a cancelled figure. */
export const CANCELLED = failure('figure-cancelled', 'The figure was cancelled.');

/**
 * Sets up the drawing of figures.
 * @param address of the figure page
 */
export function setupFigures(address: string, options: FigurePageOptions): FigureDrawer {
  const inTurn = createQueue();
  let page: FigurePage | undefined;
  let idle: NodeJS.Timeout | undefined;
  const pickEvents = createEventPicker();
  const cutEvents = createEventCutter();

  const close = (): void => {
    page?.close();
    page = undefined;
  };

  function openPage(): FigurePage {
    const opened = openFigurePage(address, options);
    // The next figure must not use a page that broke after the last.
    opened.broken.catch(() => {
      if (page === opened) close();
    });
    return opened;
  }

  async function draw<Encoded>(
    { request, document }: FigureOrder,
    encode: Encoder<Encoded>,
    signal: AbortSignal | undefined,
  ): Promise<Result<Encoded>> {
    if (signal?.aborted === true) return CANCELLED;
    clearTimeout(idle);
    const open = (page ??= openPage());
    const work = async (): Promise<Result<Encoded>> => {
      const drawing = await open.draw(request, document);
      if (!drawing.ok) return drawing;
      const { missingFont } = drawing.value;
      if (missingFont !== undefined) return fontMissing(request.options.style, missingFont);
      return encode({ ...open, request, drawing: drawing.value });
    };
    const stopped = (reason: unknown): Result<never> =>
      signal?.aborted === true ? CANCELLED : broken(reason);
    const patience = wait(PATIENCE);
    let settled = false;
    try {
      const result = await Promise.race([
        Promise.race([work(), open.broken]).catch(stopped),
        patience.over.then(() => LATE),
        aborted(signal),
      ]);
      settled = result.ok || !UNFINISHED.has(result.failure.code);
      return result;
    } finally {
      patience.end();
      // A page that was stopped in the middle of its work is in an unknown state.
      if (settled) idle = setTimeout(close, IDLE).unref();
      else close();
    }
  }

  return {
    drawFigure: async ({ request, document }, encode, signal) => {
      if (document.events.count === 0) return { ok: false, failure: NO_EVENTS };
      const { options: asked, format } = request;
      const lanes = checkLanes(asked.lanes, document);
      if (!lanes.ok) return lanes;
      const size = format === 'png' ? checkPictureSize(asked) : undefined;
      if (size?.ok === false) return size;
      const content = await resolveContent(asked.content);
      if (!content.ok) return content;
      const picked = await pickEvents(document, asked);
      if (!picked.ok) return picked;
      if (picked.value.document.events.dated === 0 && !asked.parts.note)
        return { ok: false, failure: NO_DATES };
      const resolved = { ...asked, content: content.value, lanes: picked.value.lanes };
      const cut = await cutEvents(picked.value.document, resolved);
      const order = { request: { ...request, options: resolved }, document: cut };
      return inTurn(() => draw(order, encode, signal));
    },
    handlers: {
      figureJob: () => {
        if (page === undefined) throw new Error('there is no figure to draw');
        return page.nextJob();
      },
      figureDrawn: (drawing) => {
        page?.drawn(drawing);
        return null;
      },
      figureFailed: (fault) => {
        page?.failed(fault);
        return null;
      },
    },
  };
}

const LATE = failure(
  'figure-late',
  'The figure took longer than five minutes to draw. Choose a smaller size.',
);

/** The failures that leave the page in the middle of its work. */
const UNFINISHED: ReadonlySet<string> = new Set(['figure-late', 'figure-broken', 'figure-cancelled']);

/** Starts a timer that can be ended early. */
function wait(milliseconds: number): { readonly over: Promise<void>; readonly end: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return {
    over,
    end: () => {
      clearTimeout(timer);
    },
  };
}

/** Settles once the figure is cancelled. */
function aborted(signal: AbortSignal | undefined): Promise<Result<never>> {
  return new Promise((resolve) => {
    signal?.addEventListener('abort', () => {
      resolve(CANCELLED);
    });
  });
}

function broken(reason: unknown): Result<never> {
  log(`the figure page broke: ${typeof reason === 'string' ? reason : errorForLog(reason)}`, String(reason));
  return failure('figure-broken', 'The figure could not be drawn. Try again, or choose a smaller size.');
}
