// Plain vis-timeline with its defaults (stacking is on) and groups, as high as the window or higher. Its address names the file with its items.
import { DataSet } from 'vis-data/esnext';
import { Timeline, type DataGroup, type DataItem } from 'vis-timeline/esnext';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import type { PlainItems } from './items.ts';

const response = await fetch(location.search.slice(1));
// eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- the benchmark wrote the file from this very type
const { items, groups }: PlainItems = await response.json();

const container = document.createElement('main');
document.body.append(container);
const timeline = new Timeline(container, new DataSet<DataItem>(items), new DataSet<DataGroup>(groups), {
  // So that the hand is over the timeline where it has few events, too.
  minHeight: '100vh',
  onInitialDrawComplete: () => {
    container.classList.add('drawn');
  },
});
// Like Dateline, the page publishes the span of time that it drew, for the probe.
timeline.on('changed', () => {
  const { start, end } = timeline.getWindow();
  container.dataset['window'] = `${start.getTime()}/${end.getTime()}`;
});
