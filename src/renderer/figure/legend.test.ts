// The legend explains the ways of drawing dates that occur, and no others.
import { describe, expect, it } from 'vitest';
import { dateStylesIn } from './legend.ts';

const dot = (className = '') => ({ shape: 'dot' as const, className });
const bar = (className = '') => ({ shape: 'bar' as const, className });

const legend = (...marks: ReturnType<typeof dot | typeof bar>[]) =>
  dateStylesIn([{ marks, strip: [] }]).map(({ className }) => className);

describe('the legend of date styles', () => {
  it.each([
    ['is empty where all events have plain days', [dot(), dot()], []],
    ['explains an uncertain day', [dot(), dot('uncertain')], ['dot uncertain']],
    ['explains a month or a year as a span', [bar()], ['bar']],
    ['tells days from spans where there are both', [dot(), bar()], ['dot', 'bar']],
    ['explains an approximate year as both', [bar('approximate')], ['bar', 'bar approximate']],
    ['explains two styles of one date', [dot('uncertain approximate')], ['dot uncertain', 'dot approximate']],
    ['explains open ends', [bar('open-start'), bar('open-end')], ['bar', 'bar open-start', 'bar open-end']],
    ['does not call one of a set a span', [bar('one-of')], ['bar one-of']],
    ['does not call a set a span', [bar('all-of')], ['bar all-of']],
    ['says nothing of spans cut by the edges', [bar('uncertain cut-end')], ['bar', 'bar uncertain']],
    ['tells what is proposed from what is confirmed', [dot(), dot('proposed')], ['dot proposed']],
    [
      'shows a doubt on a bar where bars have it',
      [dot('uncertain'), bar('uncertain')],
      ['dot', 'bar', 'bar uncertain'],
    ],
  ])('%s', (_, marks, expected) => {
    expect(legend(...marks)).toEqual(expected);
  });

  it('names each style once', () => {
    expect(legend(dot('uncertain'), dot('uncertain'))).toEqual(['dot uncertain']);
  });

  it('explains what stands in the strips', () => {
    const lanes = [
      { marks: [], strip: [{ row: 3 }, { row: 4 }] },
      { marks: [], strip: [{ row: null }] },
    ];
    expect(dateStylesIn(lanes).map(({ className }) => className)).toEqual(['strip-dots', 'strip-columns']);
  });
});
