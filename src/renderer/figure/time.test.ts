// A figure covers what it is asked for; folded, its long empty stretches take the room of their words and no more.
import { describe, expect, it } from 'vitest';
import { UNFOLDED } from '../../shared/dates/folds.ts';
import { documentOf, eventOf } from '../../shared/document/samples.ts';
import { createTimelineModel } from '../view/model.ts';
import { figureTime } from './time.ts';

const WIDTH = 1200;
const FOLD = 60;

const modelOf = (...dates: readonly string[]) =>
  createTimelineModel(documentOf(dates.map((date) => eventOf(date))));
const model = modelOf('2021-08-15', '2021-09-16', '2022-09-14', '2022-10-03');
const time = (
  fold: boolean,
  content: Parameters<typeof figureTime>[0]['content'] = { kind: 'whole' },
  width = WIDTH,
) => figureTime({ content, fold }, model, width, () => FOLD);

describe('a figure of the whole', () => {
  it('has room at either end, and time as it is', () => {
    const { window, time: map, model: drawn } = time(false);
    const [start, end] = [Date.UTC(2021, 7, 15), Date.UTC(2022, 9, 4)];
    expect(map).toBe(UNFOLDED);
    expect(drawn).toBe(model);
    expect(window.start).toBeCloseTo(start - 0.04 * (end - start), -1);
    expect(window.end).toBeCloseTo(end + 0.04 * (end - start), -1);
  });

  it('folds an empty year to the room of its words', () => {
    const { window, time: map, model: drawn } = time(true);
    expect(map.folds).toHaveLength(1);
    const [fold] = map.folds;
    const scale = (window.end - window.start) / WIDTH;
    expect((fold?.drawn ?? 0) / scale).toBeCloseTo(FOLD, 6);
    const { starts } = drawn.index.inLane(0);
    expect(Array.from(starts)).toEqual(
      Array.from(model.document.events.placed(), ({ when }) => map.place(when.start)),
    );
    expect(drawn.document).toBe(model.document);
  });

  it('gives folds no more than a third of a narrow figure', () => {
    const { window, time: map } = time(true, { kind: 'whole' }, 90);
    const scale = (window.end - window.start) / 90;
    expect((map.folds[0]?.drawn ?? 0) / scale).toBeLessThan(90 / 3);
  });

  it('folds nothing that its words would make no shorter', () => {
    const spans = modelOf('2000/2005', '2006-06/2010', '2014/2020');
    const on = (width: number) =>
      figureTime({ content: { kind: 'whole' }, fold: true }, spans, width, () => FOLD).time;
    expect(on(WIDTH).folds).toHaveLength(1);
    expect(on(WIDTH / 4)).toBe(UNFOLDED);
  });

  it('is that of no event too', () => {
    const { window, time: map } = figureTime(
      { content: { kind: 'whole' }, fold: true },
      modelOf(),
      WIDTH,
      () => FOLD,
    );
    expect(map).toBe(UNFOLDED);
    expect(window).toEqual({ start: Date.UTC(1970, 0), end: Date.UTC(1971, 0) });
  });
});

describe('a figure of a window', () => {
  it('begins and ends where that does', () => {
    const window = { start: Date.UTC(2021, 0), end: Date.UTC(2023, 0) };
    expect(time(false, { kind: 'view', window }).window).toEqual(window);
    const folded = time(true, { kind: 'view', window });
    expect(folded.time.folds).toHaveLength(1);
    expect(folded.time.instantAt(folded.window.start)).toBe(window.start);
    expect(folded.time.instantAt(folded.window.end)).toBe(window.end);
  });

  it('folds what is long in it alone', () => {
    const window = { start: Date.UTC(2021, 7), end: Date.UTC(2021, 9) };
    expect(time(true, { kind: 'view', window }).time).toBe(UNFOLDED);
  });
});
