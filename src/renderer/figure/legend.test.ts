// The legend explains the ways of drawing dates that occur, and no others.
import { describe, expect, it } from 'vitest';
import type { MarkView } from '../timeline/marks.ts';
import { dateStylesIn } from './legend.ts';

function mark(className: string): MarkView {
  return {
    id: className,
    lane: 0,
    shape: 'card',
    start: 0,
    end: 1,
    anchor: 'left',
    at: 0,
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
    ['is empty where all events have plain days', [mark(''), mark('')], []],
    ['explains an uncertain day', [mark(''), mark('uncertain')], ['uncertain']],
    ['explains a month or a year as a span', [mark('span')], ['span']],
    ['tells days from spans where there are both', [mark(''), mark('span')], ['day', 'span']],
    ['explains an approximate year as both', [mark('span approximate')], ['span', 'approximate']],
    ['explains two styles of one date', [mark('uncertain approximate')], ['uncertain', 'approximate']],
    [
      'explains open ends',
      [mark('span open-start'), mark('span open-end')],
      ['span', 'open-start', 'open-end'],
    ],
    ['does not call one of a set a span', [mark('span one-of')], ['one-of']],
    ['does not call a set a span', [mark('span all-of')], ['all-of']],
    ['does not call several events a span', [mark('aggregate')], ['aggregate']],
    ['says nothing of spans cut by the edges', [mark('span uncertain cut-end')], ['span', 'uncertain']],
  ])('%s', (_, marks, expected) => {
    expect(legend(...marks)).toEqual(expected);
  });

  it('names each style once', () => {
    expect(legend(mark('uncertain'), mark('uncertain'))).toEqual(['uncertain']);
  });
});
