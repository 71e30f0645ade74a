// The entry of the figure page: draws the figures that main sends, and reports each once it stands still.
import { render } from 'preact';
import type { FigureDrawing, FigureRequest } from '../../shared/figure/figure.ts';
import { pageSize, textFactor } from '../../shared/figure/text-size.ts';
import { allEvents } from '../../shared/document/document.ts';
import { laneRows } from '../../shared/document/lane-of.ts';
import { api } from '../api.ts';
import { reportFaults } from './faults.ts';
import { figureFontsReady } from './figure-fonts.ts';
import { FigurePage } from './figure-page.tsx';
import { describeFigure, toSvg } from './svg.ts';

import './figure.css';
import type { Drawing } from '../timeline/axis.tsx';
import { colourLanes } from '../parts/lane-colours.ts';
import { createTimelineModel, type TimelineModel } from '../view/model.ts';

reportFaults();
let model: TimelineModel | undefined;
for (;;) {
  const { request, document: shown } = await api.figureJob();
  if (shown !== null) {
    model = createTimelineModel(shown);
    colourLanes(shown.lanes);
  }
  if (model === undefined) throw new Error('The first figure came without a document.');
  const { lanes } = request.options;
  await api.figureDrawn(
    await draw(request, lanes === undefined ? model : model.of(laneRows(model.document, lanes))),
  );
}

/** Draws a figure from scratch, so that nothing of the last one stays in it. */
async function draw(request: FigureRequest, drawn: TimelineModel): Promise<FigureDrawing> {
  const { lanes } = drawn.document;
  const events = allEvents(drawn.document);
  await figureFontsReady(
    JSON.stringify(lanes) +
      events
        .map(
          ({ title, label = '', place = '', evidence: [said] }) =>
            title + label + place + (said?.quote ?? ''),
        )
        .join(''),
  );
  const title = request.options.words?.title ?? drawn.document.title;
  document.title = title;
  keepTheme(request);
  render(null, document.body);
  let last: Drawing | undefined;
  let drawings = 0;
  render(
    <FigurePage
      options={request.options}
      model={drawn}
      onDrawn={(drawing) => {
        last = drawing;
        drawings += 1;
      }}
    />,
    document.body,
  );
  const figure = document.querySelector<HTMLElement>('.figure');
  if (figure === null) throw new Error('There is no figure on the page.');
  const height = await heightAtRest(figure, () => drawings);
  const page = pageSize(request.options);
  const factor = textFactor(request.options);
  // A figure that grew has whole pixels, like its picture.
  const whole = height > page.height + 1 ? Math.ceil(height) : page.height;
  figure.style.minHeight = `${whole}px`;
  if (last === undefined || request.format !== 'svg') return { height: whole * factor, svg: null };
  const ground = request.options.transparent ? null : getComputedStyle(document.body).backgroundColor;
  const size = { width: request.options.width, height: whole * factor };
  const svg = toSvg(figure, describeFigure(drawn, last.frame, title), ground, size, factor);
  return { height: whole * factor, svg };
}

/** Waits for late faces and for a whole frame without a drawing or a change, and measures the figure. */
async function heightAtRest(figure: HTMLElement, drawings: () => number): Promise<number> {
  await document.fonts.ready;
  const look = () => ({ drawn: drawings(), height: figure.getBoundingClientRect().height });
  for (let before = look(); ;) {
    await nextFrame();
    const now = look();
    if (now.drawn > 0 && now.drawn === before.drawn && now.height === before.height) return now.height;
    before = now;
  }
}

/** Sets the theme. For a PDF it also fixes the colours on the page, because Chromium prints every page in light ones. */
function keepTheme({ options: { theme, transparent }, format }: FigureRequest): void {
  const root = document.documentElement;
  // Otherwise the colours of the last figure would be read again.
  root.removeAttribute('style');
  root.classList.toggle('transparent', transparent);
  root.style.colorScheme = theme;
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
