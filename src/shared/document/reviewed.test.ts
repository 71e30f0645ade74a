// What readers made of proposals is found again, and dates that hang on others follow them.
import { describe, expect, test } from 'vitest';
import type { KeptProposal } from './document.ts';
import { eventOf } from './samples.ts';
import { drafterFor } from '../drafting/languages.ts';
import { hangingOn, keptOf, reviewed, statedIn, type Reviewed } from './reviewed.ts';

const TEXT =
  'The CSTO met on 16 September 2021. The SCO held its summit the next day. ' +
  'Two days later, the ministers left Dushanbe.';
const { proposals } = drafterFor('en').draft(TEXT, { published: '2022-10-04' });

const items = (kept: readonly KeptProposal[], date?: string): readonly Reviewed[] =>
  reviewed('a', proposals, kept, (id) =>
    id === 'csto' && date !== undefined ? eventOf(date, { id }) : undefined,
  );

const [first, second] = items([]);
if (first === undefined || second === undefined) throw new Error('nothing was drafted');
const kept = (item: Reviewed, fields: Partial<KeptProposal>): KeptProposal => keptOf('a', item, fields);
const dates = (all: readonly Reviewed[]): unknown => all.map(({ date, dateFrom }) => [date, dateFrom]);

describe('a date', () => {
  test('is the drafted one at first', () => {
    expect(dates(items([]))).toEqual([
      ['2021-09-16', 'draft'],
      ['2021-09-17', 'draft'],
      ['2021-09-19', 'draft'],
    ]);
  });

  test('that the reader gave moves what hangs on it, near and far', () => {
    expect(dates(items([kept(first, { date: '2021-10-16' })]))).toEqual([
      ['2021-10-16', 'reader'],
      ['2021-10-17', 'link'],
      ['2021-10-19', 'link'],
    ]);
  });

  test('that was taken away takes away what hangs on it, but for what the reader gave', () => {
    const given = kept(second, { date: '2021-09-18' });
    expect(dates(items([kept(first, { date: null }), given]))).toEqual([
      [null, 'reader'],
      ['2021-09-18', 'reader'],
      ['2021-09-20', 'link'],
    ]);
  });

  test('of an event moves what hangs on it', () => {
    const accepted = kept(first, { decision: 'accepted', event: 'csto' });
    expect(dates(items([accepted], '2021-10-16'))).toEqual([
      ['2021-10-16', 'event'],
      ['2021-10-17', 'link'],
      ['2021-10-19', 'link'],
    ]);
  });
});

test('events that hang on a date are named with the dates that they would have', () => {
  const accepted = { ...second, decision: 'accepted', event: eventOf('2021-09-17') } as const;
  expect([...hangingOn([first, accepted, ...items([]).slice(2)], 0, '2021-10-16')]).toEqual([
    [1, '2021-10-17'],
  ]);
  expect([...hangingOn([first, accepted], 0, '2021-09-16')]).toEqual([]);
});

test('an accepted one whose event is gone is open again', () => {
  const accepted = kept(first, { decision: 'accepted', event: 'csto' });
  expect(items([accepted])[0]?.decision).toBeNull();
  expect(items([accepted], '2021')[0]?.decision).toBe('accepted');
});

test('place and people are the drafted ones, those that the reader gave, or those of the event', () => {
  const [drafted] = items([]);
  expect([drafted?.place, drafted?.people]).toEqual([null, []]);
  const [given] = items([kept(first, { place: 'Dushanbe', people: ['Zas'] })]);
  expect([given?.place, given?.people]).toEqual(['Dushanbe', ['Zas']]);
  const accepted = kept(first, { decision: 'accepted', event: 'csto', place: 'Dushanbe' });
  expect(items([accepted], '2021')[0]?.place).toBeNull();
});

test('what other rules drafted is found by its place', () => {
  const before = { ...kept(first, { decision: 'rejected' }), drafted: 'CSTO meeting' } as const;
  const [again] = items([before]);
  expect(again?.decision).toBe('rejected');
  expect(again && kept(again, { decision: undefined }).drafted).toBe('CSTO meeting');
});

test('stated outright are those with a date of their own, as long as they are open', () => {
  expect(statedIn(items([]))).toEqual([0]);
  expect(statedIn(items([kept(first, { decision: 'rejected' })]))).toEqual([]);
});
