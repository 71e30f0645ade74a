// The words of quotes outlive their article, however many they are.
import { expect, test } from 'vitest';
import { checkingEdit } from '../file/check-edit.ts';
import { atOnce } from '../../slices.ts';
import { documentBytes } from '../file/write.ts';
import { LIMITS } from '../limits.ts';
import { documentIn, fileOf } from '../samples.ts';
import { applyEdit } from './apply.ts';
import { changeArticle, removeArticle, type ArticleEdit } from './articles.ts';
import { invert } from './change.ts';

const SHORT = 'Nobody was hurt.';
const LONG = 'x'.repeat(LIMITS.passage);
const TEXT = `${SHORT}\n${LONG}\n`;

const quoteOf = (quote: string) => {
  const start = TEXT.indexOf(quote);
  return { article: 'x', quote, start, end: start + quote.length };
};

const FILE = fileOf(
  [
    { id: 'a', title: 'A', lane: 'lane', evidence: [quoteOf(LONG), quoteOf(SHORT)] },
    {
      id: 'b',
      title: 'B',
      lane: 'lane',
      description: 'd'.repeat(LIMITS.passage - 5),
      evidence: [quoteOf(SHORT)],
    },
  ],
  {
    articles: [{ id: 'x', title: 'The bridge', publisher: 'P', text: TEXT }],
    notes: [{ text: 'Read twice.', article: 'x', at: 3 }],
  },
);

test.each<[string, (document: ReturnType<typeof documentIn>) => ArticleEdit | null]>([
  ['its text is replaced', (document) => changeArticle(document, 0, { text: 'Another.' })],
  ['it is deleted', (document) => removeArticle(document, 0)],
])('where a description is full, a note keeps the words of a quote: %s', (_, command) => {
  const document = documentIn(FILE);
  const before = documentBytes(document);
  const made = command(document);
  if (made === null) throw new Error('Nothing changed.');
  expect(made.lost.map(({ event, quote, keptIn }) => [event.id, quote, keptIn])).toEqual([
    ['a', LONG, 'note'],
    ['a', SHORT, 'description'],
    ['b', SHORT, 'note'],
  ]);
  expect(atOnce(checkingEdit(document, made.edit))).toEqual({ ok: true, value: null });
  const after = applyEdit(document, made.edit).document;
  const written = documentIn(new TextDecoder('utf-8').decode(documentBytes(after)));
  expect(written.events.at(0)?.description).toBe(`“${SHORT}” (The bridge)`);
  expect(written.events.at(1)?.description).toHaveLength(LIMITS.passage - 5);
  expect(written.notes.map(({ text, events }) => [text, events])).toEqual([
    ['Read twice.', []],
    [LONG, ['a']],
    [`“${SHORT}” (The bridge)`, ['b']],
  ]);
  const back = applyEdit(after, invert(made.edit)).document;
  expect(documentBytes(back)).toEqual(before);
});
