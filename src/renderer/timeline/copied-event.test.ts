// A copied event says what, when and where, and with its citation who says so.
import { expect, test } from 'vitest';
import { eventOf } from '../../shared/document/samples.ts';
import { eventAsText, eventWithCitation } from './copied-event.ts';

const ARTICLE = { id: 'a', title: 'The bridge', publisher: 'The Gazette', address: 'https://example.org/1' };

test('an event is copied on one line', () => {
  expect(eventAsText(eventOf('2021-08-15', { title: 'Fall of Kabul', place: 'Kabul' }))).toBe(
    'Fall of Kabul, 15 August 2021, Kabul',
  );
  expect(eventAsText(eventOf('1855?', { title: 'Toll raised' }))).toBe('Toll raised, 1855, uncertain');
});

test('its citation is its words with their article, and its sources', () => {
  const event = eventOf('2021-08-15', {
    title: 'Fall of Kabul',
    evidence: [
      { article: 'a', quote: 'It fell.', start: 0, end: 8 },
      { article: 'gone', quote: 'Elsewhere.', start: 0, end: 10 },
    ],
    sources: [{ title: 'TASS', address: 'https://example.com/2' }],
  });
  expect(eventWithCitation(event, [ARTICLE]).split('\n').slice(1)).toEqual([
    '“It fell.” — The bridge, The Gazette, https://example.org/1',
    'TASS, https://example.com/2',
  ]);
});
