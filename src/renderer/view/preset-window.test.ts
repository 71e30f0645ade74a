// Places a year, month, week or day.
import { describe, expect, test } from 'vitest';
import { DAY } from '../../shared/dates/calendar.ts';
import { middleOf, type TimeWindow } from '../../shared/dates/window.ts';
import { documentOf, eventOf } from '../../shared/document/samples.ts';
import { createTimelineModel } from './model.ts';
import { presetWindow } from './preset-window.ts';

const modelOf = (...dates: readonly string[]) =>
  createTimelineModel(documentOf(dates.map((date) => eventOf(date))));

const span = (from: string, to: string): TimeWindow => ({ start: Date.parse(from), end: Date.parse(to) });
const middles = (window: TimeWindow) => new Date(middleOf(window)).toISOString().slice(0, 10);

describe('without a selection', () => {
  test.each([
    ['the nearest in view', ['2021-03-01', '2021-09-01'], '2021-09-01'],
    ['one that fits rather than one that goes on all the time', ['1990/..', '2021-03-01'], '2021-03-01'],
    ['one out of view where none is in it', ['2019-03-01'], '2019-03-01'],
    ['the nearest by its end', ['2020-11-01/2020-12-20', '2020-06-01'], '2020-11-26'],
  ])('%s is in the middle', (_, dates, expected) => {
    const window = span('2021-01-01', '2021-12-01');
    expect(middles(presetWindow(modelOf(...dates), window, 'year', []))).toBe(expected);
  });

  test('the middle stays in an event that is longer than the view, and where there is no event', () => {
    const window = span('2021-01-01', '2021-12-01');
    for (const dates of [['1990/..'], ['1990/2050', '2019-03-01'], ['/'], []])
      expect(middleOf(presetWindow(modelOf(...dates), window, 'week', []))).toBe(middleOf(window));
  });
});

describe('with a selection', () => {
  const model = modelOf('2021-03-01', '2021-03-03', '2021-09-01', '1850/1900', '2022-01/..');
  const window = span('2021-05-01', '2021-07-01');

  test.each([
    ['one event', [2], '2021-09-01'],
    ['two that fit', [0, 1], '2021-03-02'],
    ['of two that do not fit the last', [2, 0], '2021-03-01'],
    ['the nearest end of one that is longer', [3], '1900-12-28'],
    ['the start of one that never ends', [4], '2022-01-04'],
  ])('%s is shown', (_, selected, expected) => {
    const shown = presetWindow(model, window, 'week', selected);
    expect(middles(shown)).toBe(expected);
    expect(shown.end - shown.start).toBe(7 * DAY);
  });
});
