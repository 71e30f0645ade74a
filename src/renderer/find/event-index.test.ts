// The texts and quotes of all events: as parsing finds them, whatever was edited, and however the document was made.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdit } from '../../shared/document/edit/apply.ts';
import { commands } from '../../shared/document/edit/edit-samples.ts';
import { articleOf, documentIn, fileOf } from '../../shared/document/samples.ts';
import type { EventTable } from '../../shared/document/table.ts';
import { textsOf } from '../../shared/find/event-texts.ts';
import { fold } from '../../shared/find/fold.ts';
import { eventIndexOf, type EventIndex } from './event-index.ts';

/** The folded texts and the quotes of each row. */
const contentsOf = (index: EventIndex, { rowCount }: EventTable) =>
  Array.from({ length: rowCount }, (_, row) => {
    const texts = index.texts.filter((_text, number) => {
      const bits = new Int32Array(index.texts.length);
      bits[number] = 1;
      return index.bitsOf(row, bits) === 1;
    });
    const quotes: unknown[] = [];
    index.quotesOf(row, (article, start, end) => quotes.push({ article, start, end }));
    return { texts: texts.map(({ text }) => text).sort(), quotes };
  });

const parsed = (events: EventTable) =>
  Array.from({ length: events.rowCount }, (_, row) => {
    const event = events.at(row);
    if (event === undefined) return { texts: [], quotes: [] };
    const texts = new Set(
      Object.values(textsOf(event))
        .flat()
        .map((text) => fold(text).text),
    );
    return {
      texts: [...texts].sort(),
      quotes: event.evidence.map(({ article, start, end }) => ({ article, start, end })),
    };
  });

const FILE = fileOf(
  Array.from({ length: 9 }, (_, place) => ({
    id: `e${place}`,
    title: place % 2 === 0 ? 'Bridge' : `A "quote" ${place}`,
    lane: 'lane',
    tags: ['x', String(place)],
    evidence: place % 3 === 0 ? [] : [{ article: 'article', quote: 'Two.', start: 5, end: 9 }],
  })),
  { articles: [articleOf('One. Two. Three.', { id: 'article' })] },
);

test('after any edits, made at any time, it is what parsing finds', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(commands, fc.boolean()), { maxLength: 10 }), (steps) => {
      let document = documentIn(FILE);
      const index = eventIndexOf(document.events);
      for (const [command, isRead] of steps) {
        if (isRead) Array.from(index.read());
        const edit = command(document);
        if (edit !== null) document = applyEdit(document, edit).document;
        expect(eventIndexOf(document.events)).toBe(index);
      }
      Array.from(index.read());
      expect(contentsOf(index, document.events)).toEqual(parsed(document.events));
    }),
    { numRuns: 200 },
  );
});

test('many texts are kept once each', () => {
  const titles = Array.from({ length: 3_000 }, (_, place) => `Title ${place % 1_500}`);
  const { events } = documentIn(
    fileOf(titles.map((title, place) => ({ id: `e${place}`, title, lane: 'lane' }))),
  );
  const index = eventIndexOf(events);
  Array.from(index.read());
  expect(index.texts).toHaveLength(1_500);
  const bits = Int32Array.from(index.texts, ({ text }) => (text === 'title 7' ? 1 : 0));
  expect([...titles.keys()].filter((row) => index.bitsOf(row, bits) === 1)).toEqual([7, 1_507]);
});
