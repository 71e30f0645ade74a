// The entry of the figure page: draws one figure as main asks for it and says when it is painted.
import { signal } from '@preact/signals';
import { render } from 'preact';
import { api } from './api.ts';
import { fontsReady } from './fonts.ts';
import './style/figure.css';
import { createTimelineModel } from './timeline/model.ts';
import { Timeline } from './timeline/timeline.tsx';

const [job] = await Promise.all([api.figureJob(), fontsReady()]);
let told = false;

render(
  <Timeline
    model={createTimelineModel(job.document)}
    window={signal(job.request.window)}
    selected={signal(null)}
    onDrawn={() => {
      if (told) return;
      told = true;
      void tellWhenPainted();
    }}
  />,
  document.body,
);

/** Two frames: one for the axis to be laid out, one for all of it to be painted. Late faces are waited for. */
async function tellWhenPainted(): Promise<void> {
  await document.fonts.ready;
  await nextFrame();
  await nextFrame();
  await api.figureDrawn();
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      resolve();
    });
  });
}
