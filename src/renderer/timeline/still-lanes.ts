// Shows the lanes and marks of a figure: the elements that vis-timeline would make of them, and no more. It measures each lane
// several times for what may move or be pressed; in a figure nothing does.
import { laneClass } from '../parts/lane-class.ts';
import { BORDERS, EXTRA_WIDTH, type LanesView, type LanesViewOptions, type ShownLane } from './lanes-view.ts';

/** Creates a view whose lanes and window stay as they are. */
export function createStillLanes(container: HTMLElement, { names, shown }: LanesViewOptions): LanesView {
  const height = shown.reduce((sum, lane) => sum + lane.height, 0);
  const grounds = new Map<number, HTMLElement>();
  const fronts = new Map<number, HTMLElement>();
  const labels = shown.map((lane) => {
    grounds.set(lane.lane, partOf(lane, 'vis-group'));
    fronts.set(lane.lane, partOf(lane, 'vis-group'));
    const name = names[lane.lane];
    if (name !== undefined) name.style.height = `${lane.height}px`;
    return partOf(lane, 'vis-label', part('vis-inner', ...(name === undefined ? [] : [name])));
  });
  const lanes = part(
    'vis-panel vis-center',
    part(
      'vis-itemset',
      part('vis-background', ...grounds.values()),
      part('vis-foreground', ...fronts.values()),
    ),
  );
  const left = part('vis-panel vis-left', part('vis-labelset', ...labels));
  for (const panel of [lanes, left]) {
    panel.style.top = `${-BORDERS / 2}px`;
    panel.style.height = `${height + BORDERS}px`;
  }
  lanes.style.left = 'var(--lane-width)';
  lanes.style.width = `calc(100% - var(--lane-width) + ${EXTRA_WIDTH}px)`;
  const timeline = part('vis-timeline', lanes, left);
  timeline.style.height = `${height}px`;
  container.style.height = `${height + BORDERS}px`;
  container.append(timeline);
  return {
    show(_window, items) {
      const marks = new Map<number, HTMLElement[]>();
      for (const { lane, element } of items) marks.set(lane, [...(marks.get(lane) ?? []), element]);
      for (const [lane, front] of fronts) front.replaceChildren(...(marks.get(lane) ?? []));
    },
    arrange() {
      throw new Error('The lanes of a figure do not change.');
    },
    ground: (lane) => grounds.get(lane),
    destroy() {
      timeline.remove();
    },
  };
}

function part(className: string, ...children: readonly HTMLElement[]): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.append(...children);
  return element;
}

/** A part as high as its lane, in its lane's colours. */
function partOf(
  { lane, height }: ShownLane,
  className: string,
  ...children: readonly HTMLElement[]
): HTMLElement {
  const element = part(`${className} ${laneClass(lane)}`, ...children);
  element.style.height = `${height}px`;
  return element;
}
