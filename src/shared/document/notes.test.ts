// Each note appears where it applies, and nowhere else.
import { expect, test } from 'vitest';
import type { Note } from './document.ts';
import { notesInArticle, notesOnEvent } from './notes.ts';

const note = (text: string, part: Partial<Note> = {}): Note => ({ text, events: [], sources: [], ...part });

const NOTES = [
  note('on the document'),
  note('late in a', { article: 'a', at: 900, events: ['e1', 'e2'] }),
  note('on a', { article: 'a', events: ['e1'] }),
  note('early in a', { article: 'a', at: 0 }),
  note('in b', { article: 'b', at: 5 }),
];

const texts = (notes: readonly Note[]) => notes.map(({ text }) => text);

test('an article has the notes on it and on the document above, and those with a place in the order of the text', () => {
  const { above, within } = notesInArticle(NOTES, 'a');
  expect(texts(above)).toEqual(['on the document', 'on a']);
  expect(texts(within)).toEqual(['early in a', 'late in a']);
});

test('an event has the notes that name it', () => {
  expect(texts(notesOnEvent(NOTES, 'e1'))).toEqual(['late in a', 'on a']);
  expect(notesOnEvent(NOTES, 'e3')).toEqual([]);
});
