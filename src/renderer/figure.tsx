// The entry of the figure page: draws one figure as main asks for it and says when it stands still.
import { render } from 'preact';
import type { FigureOptions } from '../shared/figure/figure.ts';
import { api } from './api.ts';
import { FigurePage } from './figure/figure-page.tsx';
import { describeFigure, toSvg } from './figure/svg.ts';
import { fontsReady } from './fonts.ts';
import './style/figure.css';
import type { Drawing } from './timeline/axis.tsx';
import { createTimelineModel } from './timeline/model.ts';

/** For as many frames the figure keeps its height before it counts as finished. */
const STILL_FRAMES = 3;

const job = await api.figureJob();
const { request, document: shown } = job;
await fontsReady(
  JSON.stringify(shown.lanes) + shown.events.map(({ title, label }) => title + (label ?? '')).join(''),
);
document.title = shown.title;
keepTheme(request.options);
let last: Drawing | null = null;

render(
  <FigurePage
    job={job}
    model={createTimelineModel(shown)}
    onDrawn={(drawing) => {
      if (last === null) void tellWhenStill();
      last = drawing;
    }}
  />,
  document.body,
);

/** Tells main once the drawing has kept its height for a few frames; late faces are waited for. */
async function tellWhenStill(): Promise<void> {
  await document.fonts.ready;
  const figure = document.querySelector<HTMLElement>('.figure');
  if (figure === null) throw new Error('There is no figure on the page.');
  let height = 0;
  for (let still = 0; still < STILL_FRAMES; still++) {
    await nextFrame();
    const now = figure.getBoundingClientRect().height;
    if (now !== height) still = 0;
    height = now;
  }
  // A figure that grew has whole pixels, as its picture will.
  const whole = height > request.options.height ? Math.ceil(height) : height;
  figure.style.minHeight = `${whole}px`;
  await api.figureDrawn({ height: whole, svg: request.format === 'svg' ? svgOf(figure) : null });
}

function svgOf(figure: HTMLElement): string {
  if (last === null) throw new Error('The figure has not been drawn.');
  const ground = request.options.transparent ? null : getComputedStyle(document.body).backgroundColor;
  return toSvg(figure, describeFigure(shown, last.window, last.marks), ground);
}

/** Fixes the theme's colours on the page: Chromium prints every page in its light ones. */
function keepTheme({ theme, transparent }: FigureOptions): void {
  const root = document.documentElement;
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
