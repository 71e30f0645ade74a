// What an event takes over from words of an article.
import { expect, test } from 'vitest';
import { articleOf } from '../../shared/document/samples.ts';
import { dateIn } from './date-in-words.ts';
import { titleFrom } from './event-from-words.ts';

test('a title is the quote on one line, cut before a word', () => {
  expect(titleFrom('The bridge\n opened.')).toBe('The bridge opened');
  expect(titleFrom('.')).toBe('.');
  const long = titleFrom(`${'The old bridge over the river, '.repeat(5)}fell.`);
  expect(long).toBe('The old bridge over the river, The old bridge over the river, The old bridge over the…');
  expect(titleFrom('😀'.repeat(100))).toMatch(/^😀+…$/u);
});

const TEXT =
  'The bridge was begun in May 1887. Three years later it was opened. On Tuesday it was closed for a week.';

/** The date that some words of the text give. */
function dated(words: string, published?: string) {
  const start = TEXT.indexOf(words);
  return dateIn(articleOf(TEXT, { published }), { start, end: start + words.length });
}

test('a date in the words is proposed, with how it is known', () => {
  expect(dated('The bridge was begun in May 1887.')).toMatchObject({
    date: '1887-05',
    dating: { kind: 'stated', confidence: 'high' },
  });
  expect(dated('The bridge was begun')).toBeNull();
});

test('a date is read in its context: that of the publication, and that of the words before', () => {
  expect(dated('On Tuesday it was closed', '2022-10-06')).toMatchObject({
    date: '2022-10-04',
    dating: { kind: 'derived', confidence: 'medium' },
  });
  expect(dated('Three years later it was opened.')?.date).toContain('1890');
});
