// What a frame reads of the events grows with the pixels and not with the events.
import { expect, test } from 'vitest';
import { DAY } from '../../shared/dates/calendar.ts';
import { documentIn, fileOf } from '../../shared/document/samples.ts';
import type { LaneEvents } from '../../shared/index/in-lane.ts';
import { wholeOf } from '../view/fitting.ts';
import { createTimelineModel, type TimelineModel } from '../view/model.ts';
import { frameOf } from './frame.ts';
import { createLayout } from './layout.ts';

const WIDTH = 1_000;
const FIRST = Date.UTC(1900, 0, 1);
const SPAN = 40_000 * DAY;

/** So many events, days spread evenly over two lanes. */
function modelOf(count: number): TimelineModel {
  const lanes = ['a', 'b'].map((id) => ({ id, title: id }));
  const events = Array.from({ length: count }, (_, place) => ({
    id: `e${place}`,
    title: `Event ${place}`,
    date: new Date(FIRST + Math.floor((place / count) * (SPAN / DAY)) * DAY).toISOString().slice(0, 10),
    lane: place % 2 === 0 ? 'a' : 'b',
  }));
  return createTimelineModel(documentIn(fileOf(events, { lanes })));
}

let reads = 0;

/** The same numbers, of which each reading counts. */
function counted<Numbers extends Int32Array | Float64Array>(numbers: Numbers): Numbers {
  return new Proxy(numbers, {
    get(target, name) {
      if (typeof name === 'string' && /^\d+$/.test(name)) reads += 1;
      const value: unknown = Reflect.get(target, name, target);
      const bound: unknown = typeof value === 'function' ? value.bind(target) : value;
      return bound;
    },
  });
}

/** The same model, whose lanes count what is read of their events. */
function watched(model: TimelineModel): TimelineModel {
  const lanes = new Map<number, LaneEvents>();
  const inLane = (position: number): LaneEvents => {
    const lane = model.index.inLane(position);
    const known = lanes.get(position) ?? {
      ...lane,
      rows: counted(lane.rows),
      starts: counted(lane.starts),
      ends: counted(lane.ends),
      endsInOrder: counted(lane.endsInOrder),
    };
    lanes.set(position, known);
    return known;
  };
  return { ...model, index: { ...model.index, inLane } };
}

/** How many numbers the frames of a window that wanders over all events read, once the scales have been seen. */
function readsOf(unwatched: TimelineModel, parts: number): number {
  const model = watched(unwatched);
  const all = wholeOf(model);
  const layout = createLayout({
    model,
    plot: { width: WIDTH, height: 400 },
    all,
    measure: (text) => 7 * text.length,
  });
  const length = (all.end - all.start) / parts;
  const draw = (share: number) => {
    const start = all.start + share * (all.end - all.start - length);
    frameOf({ layout, window: { start, end: start + length }, width: WIDTH });
  };
  draw(0);
  reads = 0;
  for (let step = 1; step <= 10; step += 1) draw(step / 10.5);
  return reads / 10;
}

const models = new Map([10_000, 100_000].map((count) => [count, modelOf(count)]));

// In closer windows the smaller model has dots, which are fewer than columns.
test.each([1, 3, 8])('at a window of 1/%d of all', (parts) => {
  const [few = 0, many = 0] = Array.from(models.values(), (model) => readsOf(model, parts));
  expect(few).toBeGreaterThan(0);
  // Ten times as many events are a few steps more of each binary search: one for each column of two pixels or so.
  expect(many / few).toBeLessThan(1.5);
  expect(many).toBeLessThan(50 * WIDTH);
});
