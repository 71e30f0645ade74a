// The texts and quotes of all events: as parsing finds them, whatever was edited, and however the document was made.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdit } from '../../shared/document/edit/apply.ts';
import { commands } from '../../shared/document/edit/edit-samples.ts';
import { articleOf, documentIn, fileOf } from '../../shared/document/samples.ts';
import type { EventTable } from '../../shared/document/table.ts';
import { textsOf } from '../../shared/find/event-texts.ts';
import { fold, holds } from '../../shared/find/fold.ts';
import { eventIndexOf, type EventIndex } from './event-index.ts';

/** The result of work. */
function resultOf<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

const TERMS = ['bridge', 'a "quote" 3', 'x', '5', 'two', 'o'];

/** Which terms and quotes each event has. */
const contentsOf = (index: EventIndex, events: EventTable) => {
  const bitsOf = resultOf(index.lookFor(TERMS));
  return rowsOf(events).map((row) => {
    const quotes: unknown[] = [];
    index.quotesOf(row, (article, start, end) => quotes.push({ article, start, end }));
    return { terms: TERMS.filter((_, place) => (bitsOf(row) & (1 << place)) !== 0), quotes };
  });
};

const rowsOf = (events: EventTable) =>
  Array.from({ length: events.rowCount }, (_, row) => row).filter((row) => events.isEvent(row));

const parsed = (events: EventTable) =>
  rowsOf(events).map((row) => {
    const event = events.at(row);
    if (event === undefined) throw new Error('There is no event.');
    const texts = Object.values(textsOf(event)).flat().map(fold);
    return {
      terms: TERMS.filter((term) => texts.some((text) => holds(text, term))),
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

test('an event that only parsing can tell of is found, before and after others', () => {
  const text = JSON.stringify(FILE).replace('"title":"Bridge"', '"title":"Bridge","t\\u0069tle":"Two"');
  const { events } = documentIn(text);
  const index = eventIndexOf(events);
  Array.from(index.read());
  expect(contentsOf(index, events)).toEqual(parsed(events));
  expect(contentsOf(index, events)[0]?.terms).toContain('two');
});

test('many texts are found, each in the events that have it', () => {
  const titles = Array.from({ length: 150_000 }, (_, place) => `Title ${place % 75_000}.`);
  const { events } = documentIn(
    fileOf(titles.map((title, place) => ({ id: `e${place}`, title, lane: 'lane' }))),
  );
  const index = eventIndexOf(events);
  Array.from(index.read());
  const bitsOf = resultOf(index.lookFor(['title 7.', 'title 74999.']));
  const rowsWith = (bits: number) => [...titles.keys()].filter((row) => bitsOf(row) === bits);
  expect(rowsWith(1)).toEqual([7, 75_007]);
  expect(rowsWith(2)).toEqual([74_999, 149_999]);
});
