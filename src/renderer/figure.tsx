// The entry of the figure page: draws one figure after the other as main asks for them, and says when each stands still.
import { render } from 'preact';
import type { FigureDrawing, FigureOptions, FigureRequest } from '../shared/figure/figure.ts';
import { api } from './api.ts';
import { figureFontsReady } from './figure/figure-fonts.ts';
import { FigurePage } from './figure/figure-page.tsx';
import { describeFigure, toSvg } from './figure/svg.ts';

import './style/figure.css';
import type { Drawing } from './timeline/axis.tsx';
import { createTimelineModel, type TimelineModel } from './timeline/model.ts';

/** For as many frames the figure keeps its height before it counts as finished. */
const STILL_FRAMES = 3;

let model: TimelineModel | undefined;
for (;;) {
  const { request, document: shown } = await api.figureJob();
  if (shown !== null) model = createTimelineModel(shown);
  if (model === undefined) throw new Error('The first figure came without a document.');
  await api.figureDrawn(await draw(request, model));
}

/** Draws a figure from scratch, so that nothing of the one before is left in it. */
async function draw(request: FigureRequest, drawn: TimelineModel): Promise<FigureDrawing> {
  const { lanes, events, title } = drawn.document;
  await figureFontsReady(
    JSON.stringify(lanes) + events.map((event) => event.title + (event.label ?? '')).join(''),
  );
  document.title = title;
  keepTheme(request.options);
  render(null, document.body);
  let last: Drawing | undefined;
  render(
    <FigurePage
      options={request.options}
      model={drawn}
      onDrawn={(drawing) => {
        last = drawing;
      }}
    />,
    document.body,
  );
  const figure = document.querySelector<HTMLElement>('.figure');
  if (figure === null) throw new Error('There is no figure on the page.');
  const height = await stillHeight(figure, () => last !== undefined);
  // A figure that grew has whole pixels, as its picture will.
  const whole = height > request.options.height ? Math.ceil(height) : height;
  figure.style.minHeight = `${whole}px`;
  if (last === undefined || request.format !== 'svg') return { height: whole, svg: null };
  const ground = request.options.transparent ? null : getComputedStyle(document.body).backgroundColor;
  const svg = toSvg(figure, describeFigure(drawn.document, last.window, last.marks), ground);
  return { height: whole, svg };
}

/** The height that the figure keeps for a few frames once it is drawn; late faces are waited for. */
async function stillHeight(figure: HTMLElement, isDrawn: () => boolean): Promise<number> {
  await document.fonts.ready;
  let height = 0;
  for (let still = 0; still < STILL_FRAMES; still++) {
    await nextFrame();
    const now = figure.getBoundingClientRect().height;
    if (now !== height || !isDrawn()) still = 0;
    height = now;
  }
  return height;
}

/** Fixes the theme's colours on the page: Chromium prints every page in its light ones. */
function keepTheme({ theme, transparent }: FigureOptions): void {
  const root = document.documentElement;
  // Those of the figure before would otherwise be read again.
  root.removeAttribute('style');
  const tokens = [...root.computedStyleMap()].filter(([name]) => name.startsWith('--'));
  for (const [name, [value]] of tokens)
    if (value !== undefined) root.style.setProperty(name, value.toString());
  root.style.colorScheme = theme;
  root.classList.toggle('transparent', transparent);
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      resolve();
    });
  });
}
