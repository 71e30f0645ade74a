// What of a figure has no room on its first page is said in words, with where it went.
import { describe, expect, it } from 'vitest';
import { leftOutInWords } from './left-out.ts';
import type { FigureNeeds, FigurePlan } from './plan.ts';

const list = (name: 'sources' | 'notes', count: number) => ({
  name,
  heading: 20,
  items: Array.from({ length: count }, () => 12),
  columns: 1,
  more: 12,
  beyond: 0,
});
const needs: FigureNeeds = {
  height: 600,
  margin: 20,
  gap: 13,
  header: 40,
  legend: 20,
  credit: 20,
  lists: [list('sources', 30), list('notes', 3)],
  axis: 49,
  lanes: 3,
  lowestLane: 18,
  easyLane: 60,
  hasPages: false,
};
const shown = (name: 'sources' | 'notes', left: number) => ({ name, columns: [], left, height: 100 });
const plan = (part: Partial<FigurePlan>): FigurePlan => ({
  timeline: 300,
  legend: true,
  credit: true,
  lists: [shown('sources', 0), shown('notes', 0)],
  pages: [],
  ...part,
});

describe('what has no room on the first page of a figure', () => {
  it('is nothing where that holds everything', () => {
    expect(leftOutInWords(needs, plan({}))).toBeNull();
    expect(leftOutInWords({ ...needs, hasPages: true }, plan({}))).toBeNull();
  });

  it('is left out where there are no further pages', () => {
    expect(leftOutInWords(needs, plan({ legend: false, lists: [shown('sources', 12)] }))).toBe(
      'Left out for want of room: the legend, 12 of 30 sources, all 3 notes.',
    );
  });

  it('says how many events lie beyond the time of a figure, and how to draw them', () => {
    expect(leftOutInWords(needs, plan({}), { count: 2, fold: false })).toBe(
      'Beyond the 20,000 years that a figure covers: 2 events. Fold long empty spans to draw them, too.',
    );
    expect(leftOutInWords(needs, plan({}), { count: 1, fold: true })).toBe(
      'Beyond the 20,000 years that a figure covers: 1 event.',
    );
  });

  it('goes on to further pages, without legend and credit', () => {
    const paged = { ...needs, hasPages: true };
    const next = [shown('sources', 0)];
    expect(
      leftOutInWords(paged, plan({ lists: [shown('sources', 12), shown('notes', 0)], pages: [next] })),
    ).toBe('On a further page: 12 of 30 sources.');
    expect(
      leftOutInWords(paged, plan({ credit: false, lists: [shown('sources', 12)], pages: [next, next] })),
    ).toBe('Left out for want of room: the credit. On 2 further pages: 12 of 30 sources, all 3 notes.');
  });
});
