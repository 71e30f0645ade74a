// The choice of events says how many each way leaves, and offers nothing that makes no sense now.
import { describe, expect, it, test } from 'vitest';
import {
  eventLines,
  eventsOf,
  importanceLines,
  possibleEvents,
  type EventSurroundings,
} from './event-choices.ts';

const around: EventSurroundings = {
  important: [1200, 1200, 1100, 40, 0],
  found: { query: 'border talks', count: 12 },
  selected: ['a', 'b'],
};

const lines = (given: Partial<EventSurroundings>) =>
  eventLines({ ...around, ...given }).map(({ label, isPossible }) => `${label}${isPossible ? '' : ' -'}`);

test('each way says how many events it leaves', () => {
  expect(lines({})).toEqual(['All (1,200)', '12 found', '2 selected', 'By importance']);
  expect(importanceLines(around)).toEqual([
    { value: 2, label: 'From 2 (1,200)', isPossible: false },
    { value: 3, label: 'From 3 (1,100)', isPossible: true },
    { value: 4, label: 'From 4 (40)', isPossible: true },
    { value: 5, label: 'From 5 (0)', isPossible: false },
  ]);
});

test('what makes no sense now cannot be chosen and says why', () => {
  expect(lines({ found: null, selected: [], important: [5, 5, 5, 0, 0] })).toEqual([
    'All (5)',
    'Found (no search) -',
    'Selected (none) -',
    'By importance (all have the same) -',
  ]);
  expect(lines({ found: { query: 'zzz', count: 0 } })[1]).toBe('0 found -');
  expect(lines({ found: { query: 'z'.repeat(1_001), count: 1 } })[1]).toBe('Found (too long a search) -');
});

describe('a choice that makes no sense any more', () => {
  it.each([
    ['found', { found: null }],
    ['selected', { selected: [] }],
    ['importance', { important: [5, 5, 5, 0, 0] }],
  ] as const)('%s becomes all', (events, given) => {
    const choice = { events, importance: 4 };
    expect(possibleEvents(choice, around).events).toBe(events);
    expect(possibleEvents(choice, { ...around, ...given })).toEqual({ events: 'all', importance: 4 });
    expect(eventsOf(choice, { ...around, ...given })).toBeUndefined();
  });

  it.each([
    [5, 4],
    [4, 4],
    [3, 3],
    [1, 3],
  ])('an importance from %d becomes one from %d', (importance, nearest) => {
    expect(possibleEvents({ events: 'importance', importance }, around).importance).toBe(nearest);
  });
});

test('each way is one that main understands', () => {
  expect(eventsOf({ events: 'all', importance: 4 }, around)).toBeUndefined();
  expect(eventsOf({ events: 'found', importance: 4 }, around)).toEqual({
    kind: 'found',
    query: 'border talks',
  });
  expect(eventsOf({ events: 'selected', importance: 4 }, around)).toEqual({
    kind: 'selected',
    ids: ['a', 'b'],
  });
  expect(eventsOf({ events: 'importance', importance: 4 }, around)).toEqual({ kind: 'importance', least: 4 });
});
