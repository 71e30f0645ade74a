// Finds the events and passages that contain all words of a query, and says where each is.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import twoArticlesFile from '../../../e2e/fixtures/two-articles.dateline?raw';
import bundledFile from '../../../resources/article.dateline?raw';
import type { TimelineEvent } from '../../shared/document/event.ts';
import { articleOf, documentIn, fileOf } from '../../shared/document/samples.ts';
import { createTimelineModel } from '../view/model.ts';
import { chosenBy } from '../../shared/figure/chosen-events.ts';
import { fieldsWith } from '../../shared/find/event-texts.ts';
import { fold, holds } from '../../shared/find/fold.ts';
import { finderFor, MOST_RANGES, type Found } from './finder.ts';
import { countInWords, countOf, nextPlace, placeOf } from './matches.ts';
import { foundInWords, matchInWords } from './words.ts';

const modelOf = (file: string | object) => createTimelineModel(documentIn(file));

const bundled = modelOf(bundledFile);
const twoArticles = modelOf(twoArticlesFile);

/** A model of these events, some of whose fields may be left out. */
const modelOfEvents = (events: readonly Partial<TimelineEvent>[]) =>
  modelOf(fileOf(events.map((event, row) => ({ id: `e${row}`, title: 'Event', lane: 'lane', ...event }))));

/** A model of articles with these texts, and no event. */
const modelOfArticles = (...texts: readonly string[]) =>
  modelOf(fileOf([], { articles: texts.map((text, place) => articleOf(text, { id: `a${place}` })) }));

function search(model: typeof bundled, query: string): Found {
  const work = finderFor(model).find(query);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** The matches in the document's words: titles of events, then the matched text of passages. */
function inWords(model: typeof bundled, query: string) {
  const { events, passages } = search(model, query);
  const { document } = model;
  return {
    events: Array.from(
      events,
      (event) => document.events.at(event)?.label ?? document.events.at(event)?.title,
    ),
    passages: passages.map(({ article, ranges }) => {
      const text = document.articles.find(({ id }) => id === article)?.text ?? '';
      return ranges.map(({ start, end }) => text.slice(start, end)).join(' … ');
    }),
  };
}

describe('in the bundled article', () => {
  test('events are found by title, place, people and quotes, in time order', () => {
    expect(inWords(bundled, 'kulubaev').events).toEqual(['Zas–Kulubaev meeting']);
    expect(inWords(bundled, 'new york').events).toEqual(['Foreign ministers, New York']);
    expect(inWords(bundled, 'ASHRAF').events).toEqual(['Fall of Kabul']);
    expect(inWords(bundled, 'includes china').events).toEqual(['SCO summit']);
    expect(inWords(bundled, 'csto summit').events[0]).toBe('CSTO summit, Dushanbe');
  });

  test('what an event quotes that is found is no passage of its own; what stands beside it is', () => {
    expect(inWords(bundled, 'china')).toEqual({ events: ['SCO summit'], passages: [] });
    expect(inWords(bundled, 'humanitarian')).toEqual({ events: [], passages: ['humanitarian'] });
    expect(inWords(bundled, 'Moscow')).toEqual({ events: [], passages: ['Moscow', 'Moscow'] });
    expect(inWords(bundled, 'kulubaev').passages).toEqual(['Kulubaev', 'Kulubaev', 'Kulubaev']);
  });

  test('all of several words have to be there, in one paragraph of an article', () => {
    expect(inWords(bundled, 'taliban disaster').passages).toEqual(['disaster … Taliban']);
    expect(inWords(bundled, 'taliban geopolitical').passages).toEqual([]);
    expect(inWords(bundled, '"foreign minister jeenbek"').events).toEqual(['Zas–Kulubaev meeting']);
    expect(inWords(bundled, '"jeenbek foreign minister"').events).toEqual([]);
  });

  test('page leftovers, which are not shown, are not found', () => {
    expect(inWords(bundled, 'scroll to top')).toEqual({ events: [], passages: [] });
  });

  test('the parts of an event in which something stands are known', () => {
    const event = [...bundled.document.events.all()].find(({ id }) => id === 'fall-of-kabul');
    expect(event && fieldsWith(event, ['kabul'])).toEqual(['title', 'place', 'quotes']);
    expect(event && fieldsWith(event, ['ashraf', 'president'])).toEqual(['people']);
  });

  test('nothing is found by nothing', () => {
    for (const query of ['', '  ', '"', '\u0301']) {
      const found = search(bundled, query);
      expect(countOf(found)).toBe(0);
      expect(found.terms).toEqual([]);
    }
  });
});

test('Cyrillic, accents and several articles', () => {
  expect(inWords(twoArticles, 'омуралиев')).toEqual({ events: ['The new bridge is built'], passages: [] });
  expect(inWords(twoArticles, 'O Ceallaigh').events).toEqual(['The new bridge is opened']);
  expect(inWords(twoArticles, 'ete').events).toEqual(['The first crack']);
});

test('for any words, an event is found where all of them stand in it', () => {
  const words = ['summit', 'ОШ', 'Исфара', 'Кеңеш', 'opens', 'flood', 'São Tomé', 'in the', '-', '😮'];
  const text = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
    .map((some) => some.join(' '));
  const event = fc.record(
    {
      title: text,
      place: text,
      date: fc.constantFrom('1999', '2001-02', '2001-02-03'),
      participants: fc.array(fc.record({ name: text }), { maxLength: 2 }),
    },
    { requiredKeys: ['title', 'date'] },
  );
  const query = fc.array(fc.oneof(text, fc.constantFrom('кенеш', 'sao', 'x', 'FLOOD')), { maxLength: 2 });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 8 }), query, (events, asked) => {
      const model = modelOfEvents(events);
      const found = search(model, asked.join(' '));
      const expected = Array.from(model.index.order).filter((position) => {
        const { title = '', place = '', participants = [] } = events[position] ?? {};
        const texts = [title, place, ...participants.map(({ name }) => name)].map(fold);
        const { terms } = found;
        return terms.length > 0 && terms.every((term) => texts.some((each) => holds(each, term)));
      });
      expect(Array.from(found.events)).toEqual(expected);
      // A figure of the events found has just these.
      const isChosen = chosenBy({ kind: 'found', query: asked.join(' ') }, model.document.events);
      const rows = [...events.keys()];
      expect(rows.filter(isChosen)).toEqual(rows.filter(found.holds));
      expect(rows.filter(found.holds)).toEqual(expected.toSorted((a, b) => a - b));
    }),
  );
});

test('a search that is given up does not spoil the next', () => {
  const finder = finderFor(modelOfArticles('a\nb\na', 'a'));
  const given = finder.find('a');
  given.next();
  given.next();
  const work = finder.find('a');
  let step = work.next();
  while (step.done !== true) step = work.next();
  expect(step.value.passages.map(({ article, ranges }) => [article, ...ranges])).toEqual([
    ['a0', { start: 0, end: 1 }],
    ['a0', { start: 4, end: 5 }],
    ['a1', { start: 0, end: 1 }],
  ]);
});

test('of a text full of matches only so many are told, and that there are more is said', () => {
  const found = search(modelOfArticles('a b '.repeat(MOST_RANGES + 5)), 'a');
  expect(found.isCut).toBe(true);
  expect(countInWords(found, 2)).toMatch(/^3 of 5,00\d\+$/);
  expect(found.rangesIn('a0').length).toBeGreaterThanOrEqual(MOST_RANGES);
});

describe('next and previous', () => {
  const found = search(bundled, 'csto');
  const { events, passages } = found;
  const count = countOf(found);
  const [first = -1, second = -1] = events;
  const go = (event: number | null, passage: number | null, direction: 'next' | 'previous') =>
    nextPlace(found, bundled, { event, passage }, direction);

  test('go through the events in time, then the passages, then from the start', () => {
    expect(passages.length).toBeGreaterThan(0);
    expect(go(null, null, 'next')).toBe(0);
    expect(go(first, null, 'next')).toBe(1);
    expect(go(second, null, 'previous')).toBe(0);
    expect(go(events.at(-1) ?? -1, null, 'next')).toBe(events.length);
    expect(go(first, 0, 'next')).toBe(events.length + 1);
    expect(go(first, 0, 'previous')).toBe(events.length - 1);
    expect(go(null, passages.length - 1, 'next')).toBe(0);
    expect(go(first, null, 'previous')).toBe(count - 1);
    expect(go(null, null, 'previous')).toBe(count - 1);
  });

  test('go on from an event that is none', () => {
    const kabul = bundled.document.events.rowOf('fall-of-kabul') ?? -1;
    expect(found.holds(kabul)).toBe(false);
    expect(go(kabul, null, 'next')).toBe(0);
    expect(go(kabul, null, 'previous')).toBe(count - 1);
    expect(placeOf(found, { event: kabul, passage: null })).toBeNull();
  });

  test('go nowhere where there is none', () => {
    expect(nextPlace(search(bundled, 'zzz'), bundled, { event: 0, passage: null }, 'next')).toBeNull();
  });

  test('are told in words', () => {
    expect(countInWords(found, null)).toBe(`${count} matches`);
    expect(countInWords(found, 1)).toBe(`2 of ${count}`);
    expect(countInWords(search(bundled, 'humanitarian'), null)).toBe('1 match');
    expect(countInWords(search(bundled, 'zzz'), null)).toBe('No matches');
    expect(foundInWords(found)).toBe(`Found ${events.length} events and ${passages.length} passages`);
    expect(foundInWords(search(bundled, 'china'))).toBe('Found 1 event');
    expect(foundInWords(search(bundled, 'zzz'))).toBe('No matches for zzz');
    expect(matchInWords(search(bundled, 'ashraf'), 0, bundled.document)).toBe(
      '1 of 1: Fall of Kabul, 15 August 2021, Afghanistan. Found in people',
    );
    expect(matchInWords(search(bundled, 'geopolitical'), 0, bundled.document)).toBe(
      '1 of 1: in the text, and Moscow’s responses to American geopolitical hegemony.',
    );
  });
});

test('descriptions and tags are searched, and events without a date are found behind the others', () => {
  const model = modelOfEvents([
    { title: 'Waits', tags: ['water'] },
    { date: '2002', description: 'First.\nOf water and dams.' },
    { date: '2001', tags: ['Water', 'dam'] },
  ]);
  const found = search(model, 'water');
  expect([...found.events]).toEqual([2, 1, 0]);
  expect([0, 1, 2].map(found.holds)).toEqual([true, true, true]);
  expect(matchInWords(found, 2, model.document)).toBe('3 of 3: Waits, No date, Lane. Found in tags');
  expect(matchInWords(found, 1, model.document)).toContain('Found in description');
  expect(nextPlace(found, model, { event: 1, passage: null }, 'next')).toBe(2);
  expect(nextPlace(search(model, 'waits'), model, { event: 1, passage: null }, 'next')).toBe(0);
});
