// The legend explains the ways of drawing dates that occur, and no others.
import { describe, expect, it } from 'vitest';
import type { MarkView } from '../timeline/marks.ts';
import { dateStylesIn } from './legend.ts';

const DAY = 86_400_000;

function mark(className: string, days: number): MarkView {
  return {
    id: className,
    lane: 0,
    shape: days > 30 ? 'bar' : 'card',
    start: 0,
    end: days * DAY,
    anchor: 'left',
    className,
    title: '',
    date: '',
    sources: [],
    more: '',
    event: className === 'aggregate' ? null : 0,
    count: 1,
    separable: true,
  };
}

const legend = (...marks: MarkView[]) => dateStylesIn(marks).map(({ className }) => className);

describe('the legend of date styles', () => {
  it.each([
    ['is empty where all events have plain days', [mark('', 1), mark('', 1)], []],
    ['explains an uncertain day', [mark('', 1), mark('uncertain', 1)], ['uncertain']],
    ['explains a month or a year as a span', [mark('', 31)], ['span']],
    ['explains an approximate year as both', [mark('approximate', 365)], ['span', 'approximate']],
    ['explains two styles of one date', [mark('uncertain approximate', 1)], ['uncertain', 'approximate']],
    [
      'explains open ends',
      [mark('open-start', 400), mark('open-end', 400)],
      ['span', 'open-start', 'open-end'],
    ],
    ['does not call a set a span', [mark('one-of', 50)], ['one-of']],
    ['does not call several events a span', [mark('aggregate', 50)], ['aggregate']],
    ['says nothing of spans cut by the edges', [mark('uncertain cut-end', 1)], ['uncertain']],
  ])('%s', (_, marks, expected) => {
    expect(legend(...marks)).toEqual(expected);
  });

  it('names each style once', () => {
    expect(legend(mark('uncertain', 1), mark('uncertain', 1))).toEqual(['uncertain']);
  });
});
