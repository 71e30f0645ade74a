// The quotes of all events by article and passage, and after any edits the same as read anew.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdit } from '../../shared/document/edit/apply.ts';
import { invert } from '../../shared/document/edit/change.ts';
import { commands } from '../../shared/document/edit/edit-samples.ts';
import { articleOf, documentIn, documentOf, eventOf, fileOf } from '../../shared/document/samples.ts';
import { readyEvent, type EventTable } from '../../shared/document/table.ts';
import { createQuoteIndex, quoteIndexOf, type QuoteIndex } from './quotes.ts';

const ARTICLES = ['a', 'b', 'c', 'article'];

/** All quotes, in one order. */
const quotesIn = (index: QuoteIndex, articles: readonly string[] = ARTICLES) =>
  articles.map((article) => index.of(article).toSorted((a, b) => a.start - b.start || a.end - b.end));

function readAnew(events: EventTable): QuoteIndex {
  const index = createQuoteIndex(events);
  Array.from(index.read());
  return index;
}

const evidence = (article: string, start: number) => ({ article, quote: 'x', start, end: start + 1 });

test('quotes are told apart by article and passage, and events that quote one stand together', () => {
  const { events } = documentOf([
    eventOf('2021', { evidence: [evidence('a', 1), evidence('b', 2), evidence('a', 1)] }),
    eventOf('2022', { evidence: [evidence('a', 1), evidence('a', 3)] }),
  ]);
  expect(quotesIn(readAnew(events))).toEqual([
    [
      { start: 1, end: 2, events: [0, 1] },
      { start: 3, end: 4, events: [1] },
    ],
    [{ start: 2, end: 3, events: [0] }],
    [],
    [],
  ]);
});

test('there are none until all events are read, a slice at a time', () => {
  const { events } = documentOf(
    Array.from({ length: 600 }, () => eventOf('2021', { evidence: [evidence('a', 1)] })),
  );
  const index = createQuoteIndex(events);
  const reading = index.read();
  expect([reading.next().done, index.of('a')]).toEqual([false, []]);
  expect([reading.next().done, index.isWhole()]).toEqual([false, false]);
  expect([reading.next().done, index.isWhole()]).toEqual([true, true]);
  expect(index.of('a')).toHaveLength(1);
});

test('an edit that leaves the quotes of an event alone leaves the list of its article as it is', () => {
  const { events } = documentOf([
    eventOf('2021', { id: 'e', evidence: [evidence('a', 1), evidence('b', 4)] }),
  ]);
  const index = readAnew(events);
  const before = index.of('a');
  const json = (...quoted: readonly object[]) =>
    JSON.stringify({ id: 'e', title: 'Other', date: '1990', lane: 'lane', evidence: quoted });
  const change = (table: EventTable, text: string) => {
    const { table: changed } = table.changed([{ id: 'e', event: readyEvent(text) }], () => 0);
    index.follow(changed);
    return changed;
  };
  const moved = change(events, json(evidence('b', 4), evidence('a', 1)));
  expect(index.of('a')).toBe(before);
  change(moved, json(evidence('a', 1)));
  expect(index.of('a')).toEqual([{ start: 1, end: 2, events: [0] }]);
  expect(index.of('b')).toEqual([]);
});

const FILE = fileOf(
  Array.from({ length: 12 }, (_, place) => ({
    id: `e${place}`,
    title: 'E',
    lane: 'lane',
    evidence: place % 3 === 0 ? [] : [{ article: 'article', quote: 'Two.', start: 5, end: 9 }],
  })),
  { articles: [articleOf('One. Two. Three.', { id: 'article' })] },
);

test('after any edits and undone ones, made at any time, it is what reading anew gives', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(commands, fc.boolean(), fc.boolean()), { maxLength: 12 }), (steps) => {
      let document = documentIn(FILE);
      const index = quoteIndexOf(document.events);
      for (const [command, isUndone, isRead] of steps) {
        if (isRead) Array.from(index.read());
        const edit = command(document);
        if (edit === null) continue;
        document = applyEdit(document, edit).document;
        expect(quoteIndexOf(document.events)).toBe(index);
        if (isUndone) document = applyEdit(document, invert(edit)).document;
        quoteIndexOf(document.events);
      }
      Array.from(index.read());
      const ids = [...ARTICLES, ...document.articles.map(({ id }) => id)];
      expect(quotesIn(index, ids)).toEqual(quotesIn(readAnew(document.events), ids));
    }),
    { numRuns: 300 },
  );
});
