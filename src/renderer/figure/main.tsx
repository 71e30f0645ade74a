// The entry of the figure page: draws the figures that main sends, and reports each once it stands still.
import { render } from 'preact';
import type { FigureDrawing, FigureRequest } from '../../shared/figure/figure.ts';
import { houseLanes } from '../../shared/figure/house-style.ts';
import { rememberLast } from '../../shared/figure/last-answer.ts';
import type { PlacedDocument } from '../../shared/document/document.ts';
import { laneRows } from '../../shared/document/lane-of.ts';
import { api } from '../api.ts';
import { missingFont, setHouseFonts } from './house-fonts.ts';
import { reportFaults } from './faults.ts';
import { figureFontsReady } from './figure-fonts.ts';
import { FigurePage } from './figure-page.tsx';
import { plannedFigure } from './planned.tsx';
import { describeFigure, toSvg } from './svg.ts';

import './figure.css';
import type { Drawing } from '../timeline/drawing.ts';
import { colourLanes } from '../parts/lane-colours.ts';
import { createTimelineModel, type TimelineModel } from '../view/model.ts';

// The loop below never ends, so what it needs stands before it.
/** A report of a figure that was not drawn. */
const NOTHING: FigureDrawing = { refused: null, pages: 0, leftOut: null, svg: [], folds: 0 };

/** What is exported was as a rule seen before, in the preview or the time before. */
const planLast = rememberLast<ReturnType<typeof plannedFigure>>();

reportFaults();
let model: TimelineModel | undefined;
let documentLetters = '';
for (;;) {
  const { request, document: shown } = await api.figureJob();
  if (shown !== null) {
    model = createTimelineModel(shown);
    documentLetters = lettersOf(shown);
  }
  if (model === undefined) throw new Error('The first figure came without a document.');
  const { lanes, style = {} } = request.options;
  colourLanes(houseLanes(model.document.lanes, style));
  await api.figureDrawn(
    await draw(
      request,
      lanes === undefined ? model : model.of(laneRows(model.document, lanes)),
      documentLetters,
    ),
  );
}

/** Each letter that figures of a document may hold, once. */
function lettersOf({ title, subtitle = '', lanes, articles, notes, events }: PlacedDocument): string {
  const texts = Array.from(
    events.all(),
    ({ title: own, label = '', place = '', evidence: [said], sources }) =>
      own + label + place + (said?.quote ?? '') + sources.map((source) => source.title).join(''),
  );
  return [...new Set(JSON.stringify([lanes, articles, notes]) + subtitle + title + texts.join(''))].join('');
}

/**
 * Draws a figure from scratch, so that nothing of the last one stays in it.
 * @param letters of the document
 */
async function draw(request: FigureRequest, drawn: TimelineModel, letters: string): Promise<FigureDrawing> {
  await figureFontsReady(letters + JSON.stringify(request.options.words ?? {}));
  const fonts = request.options.style?.fonts ?? {};
  const missing = await missingFont(fonts);
  if (missing !== undefined) return { ...NOTHING, missingFont: missing };
  const title = request.options.words?.title ?? drawn.document.title;
  document.title = title;
  keepLook(request);
  render(null, document.body);
  let last: Drawing | undefined;
  let drawings = 0;
  const planned = planLast(drawn, JSON.stringify(request), () => plannedFigure(request, drawn));
  if (typeof planned === 'string') return { ...NOTHING, refused: planned };
  render(
    <FigurePage
      options={request.options}
      model={drawn}
      planned={planned}
      onDrawn={(drawing) => {
        last = drawing;
        drawings += 1;
      }}
    />,
    document.body,
  );
  const figure = document.querySelector<HTMLElement>('.figure');
  if (figure === null) throw new Error('There is no figure on the page.');
  await rest(request, () => drawings);
  const { leftOut, plan } = planned;
  const pages = 1 + plan.pages.length;
  const folds = planned.drawn.time.folds.length;
  if (last === undefined || request.format !== 'svg')
    return { refused: null, pages, leftOut, svg: [], folds };
  const ground = request.options.transparent ? null : getComputedStyle(document.body).backgroundColor;
  const description = describeFigure(drawn, last, title);
  const svg = [figure, ...document.querySelectorAll<HTMLElement>('.figure-further')].map((page, before) =>
    toSvg(
      page,
      before === 0 ? description : { title, description: `Page ${before + 1} of ${pages}.` },
      ground,
      request.options,
    ),
  );
  return { refused: null, pages, leftOut, svg, folds };
}

/**
 * Resolves after late faces, and a whole frame without a drawing. For a picture Chromium draws a frame of its own, in which
 * every observer of sizes has run.
 */
async function rest({ format }: FigureRequest, drawings: () => number): Promise<void> {
  await document.fonts.ready;
  if (format === 'png') return;
  for (let before = -1; before <= 0 || before !== drawings();) {
    before = drawings();
    await nextFrame();
  }
}

/** Sets the theme and the fonts. For a PDF it also fixes the colours on the page, because Chromium prints every page in light ones. */
function keepLook({ options: { theme, transparent, style }, format }: FigureRequest): void {
  const root = document.documentElement;
  // Otherwise the colours of the last figure would be read again.
  root.removeAttribute('style');
  root.classList.toggle('transparent', transparent);
  root.style.colorScheme = theme;
  setHouseFonts(style?.fonts ?? {});
  if (format !== 'pdf') return;
  const tokens = [...root.computedStyleMap()].filter(([name]) => name.startsWith('--'));
  for (const [name, [value]] of tokens)
    if (value !== undefined) root.style.setProperty(name, value.toString());
}

/** Resolves behind the next frame, after every observer of sizes has run. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  });
}
