// The part of the probe that exports figures like a reader, and captures bare pictures of the same part of the window.
import { join } from 'node:path';
import { dialog, type WebContents } from 'electron';
import type { FigureRequest } from '../../src/shared/figure/figure.ts';
import type { FigureTimes } from './messages.ts';
import { exportFigure, placeOfTimeline } from './page.ts';

/** How often the view is exported, each time along with a bare picture; the first export opens the figure page. */
const VIEWS = 12;

/** How often the whole timeline is exported in each format. */
const WHOLES = 5;

const PARTS = { title: true, legend: true, sources: true, credit: true, note: true };
const NO_PARTS = { title: false, legend: false, sources: false, credit: false, note: false };
const PLAIN = { theme: 'light', transparent: false } as const;

/** The whole timeline with everything around it: 3840 × 2160 image pixels as a PNG. */
const WHOLE = {
  ...PLAIN,
  content: { kind: 'whole' },
  width: 1920,
  height: 1080,
  scale: 2,
  parts: PARTS,
} as const;

/** Runs a function of page.ts in the page; the benchmark checks its answer. */
export type InPage = <Given extends readonly unknown[]>(
  work: (...given: Given) => unknown,
  ...given: Given
) => Promise<unknown>;

/** @param folder for the figures; answers the save dialog. */
export async function exportFigures(
  contents: WebContents,
  inPage: InPage,
  folder: string,
): Promise<Record<keyof FigureTimes, unknown>> {
  const write = (request: FigureRequest): Promise<unknown> => {
    const filePath = join(folder, `figure.${request.format}`);
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    return inPage(exportFigure, request);
  };
  const place = await inPage(placeOfTimeline);
  if (!isPlace(place)) throw new Error('There is no timeline to take a picture of.');
  const { rectangle, span } = place;
  const pixel = (span.end - span.start) / rectangle.width;
  /** The view, some pixels further: nothing that was kept of the figure before serves another. */
  const viewAt = (pixels: number): FigureRequest => ({
    format: 'png',
    options: {
      ...PLAIN,
      content: {
        kind: 'view',
        window: { start: span.start + pixels * pixel, end: span.end + pixels * pixel },
      },
      width: rectangle.width,
      height: rectangle.height,
      scale: 1,
      parts: NO_PARTS,
    },
  });
  const first = await write(viewAt(0));
  const times: Record<'capture' | 'capturePng' | 'view' | 'png' | 'svg' | 'pdf', unknown[]> = {
    capture: [],
    capturePng: [],
    view: [],
    png: [],
    svg: [],
    pdf: [],
  };
  for (let round = 0; round < VIEWS; round += 1) {
    const start = performance.now();
    const image = await contents.capturePage(rectangle);
    times.capture.push(performance.now() - start);
    image.toPNG();
    times.capturePng.push(performance.now() - start);
    times.view.push(await write(viewAt(round + 1)));
  }
  for (const format of ['png', 'svg', 'pdf'] as const)
    for (let round = 0; round < WHOLES; round += 1)
      times[format].push(await write({ format, options: WHOLE }));
  return { first, ...times };
}

interface Place {
  readonly rectangle: { x: number; y: number; width: number; height: number };
  readonly span: { readonly start: number; readonly end: number };
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'rectangle' in value && 'span' in value;
}
