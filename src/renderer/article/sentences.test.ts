// Sentences of an article, one after the other.
import { expect, test } from 'vitest';
import { articleOf } from '../../shared/document/samples.ts';
import { sentenceBefore, sentenceFrom } from './sentences.ts';

const TEXT = 'A bridge\n\nIt opened in 1890. Was it “safe”?  Nobody knew.\nIt fell.';

/** The sentences of a text on a walk that starts at one of its ends. */
function walk(direction: 'on' | 'back', hidden: readonly { start: number; end: number }[] = []): string[] {
  const article = articleOf(TEXT, { hidden });
  const sentences: string[] = [];
  let place = direction === 'on' ? 0 : TEXT.length;
  for (;;) {
    const found = direction === 'on' ? sentenceFrom(article, place) : sentenceBefore(article, place);
    if (found === null) return sentences;
    sentences.push(TEXT.slice(found.start, found.end));
    place = direction === 'on' ? found.end : found.start;
  }
}

const SENTENCES = ['A bridge', 'It opened in 1890.', 'Was it “safe”?', 'Nobody knew.', 'It fell.'];

test('a walk through an article reaches each sentence once, in both directions', () => {
  expect(walk('on')).toEqual(SENTENCES);
  expect(walk('back')).toEqual(SENTENCES.toReversed());
});

test('hidden parts are passed over', () => {
  expect(walk('on', [{ start: 0, end: 10 }])).toEqual(SENTENCES.slice(1));
});

test('a place within a sentence belongs to it', () => {
  expect(sentenceFrom(articleOf(TEXT), 12)).toEqual({ start: 10, end: 28 });
});
