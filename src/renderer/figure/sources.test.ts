// Sources are numbered as a reader meets them.
import { describe, expect, it } from 'vitest';
import type { Note } from '../../shared/document/document.ts';
import type { PlacedEvent, Source } from '../../shared/document/event.ts';
import { eventOf } from '../../shared/document/samples.ts';
import { numberSources } from './sources.ts';

const source = (name: string, title = name): Source => ({ title, address: `https://example.org/${name}` });

const event = (date: string, ...sources: Source[]): PlacedEvent => eventOf(date, { sources });

const note = (...sources: Source[]): Note => ({ text: '', events: [], sources });

describe('the numbers of sources', () => {
  it('follow the events in time, whatever their order in the document', () => {
    const late = event('2022-10-03', source('late'));
    const early = event('2021-08-15', source('early'), source('second'));
    const { list, numbersOf } = numberSources([late, early], []);
    expect(list.map(({ title }) => title)).toEqual(['early', 'second', 'late']);
    expect([early, late].map(numbersOf)).toEqual([[1, 2], [3]]);
  });

  it('are one number for one address, under the title met first', () => {
    const first = event('2021-09-16', source('report', 'RFE/RL'));
    const next = event('2021-09-17', source('other'), source('report', 'Radio Liberty'));
    const { list, numbersOf } = numberSources([first, next], []);
    expect(list.map(({ title }) => title)).toEqual(['RFE/RL', 'other']);
    expect([first, next].map(numbersOf)).toEqual([[1], [1, 2]]);
  });

  it('are one number each for pages of the same domain under the same title', () => {
    const first = event('2021-09-16', source('a', 'RFE/RL'));
    const next = event('2021-09-17', source('b', 'RFE/RL'));
    const { list, numbersOf } = numberSources([first, next], []);
    expect(list.map(({ address }) => address)).toEqual(['https://example.org/a', 'https://example.org/b']);
    expect([first, next].map(numbersOf)).toEqual([[1], [2]]);
  });

  it('of notes come after those of all events', () => {
    const remark = note(source('remark'), source('early'));
    const { list, numbersOf } = numberSources([event('2021', source('early'))], [remark]);
    expect(list.map(({ title }) => title)).toEqual(['early', 'remark']);
    expect(numbersOf(remark)).toEqual([1, 2]);
  });

  it('keep the order of the document for events of the same day', () => {
    const { list } = numberSources([event('2021-08-15', source('a')), event('2021-08-15', source('b'))], []);
    expect(list.map(({ title }) => title)).toEqual(['a', 'b']);
  });

  it('are none for an event that is not shown, and for one without sources', () => {
    const { numbersOf } = numberSources([event('2021', source('shown'))], []);
    expect(numbersOf(event('2022', source('hidden')))).toEqual([]);
    expect(numbersOf(event('2022'))).toEqual([]);
  });
});
