// A figure of some events has these alone, in the lanes that have one, with the notes and articles that are about them.
import { describe, expect, it } from 'vitest';
import { articleOf, documentIn, fileOf } from '../../shared/document/samples.ts';
import type { FigureEvents } from '../../shared/figure/events.ts';
import { createEventPicker } from './events.ts';

const quoteIn = (article: string) => [{ article, start: 0, end: 5, quote: 'Water' }];

const document = documentIn(
  fileOf(
    [
      { id: 'dam', title: 'The dam is built', date: '2001', lane: 'north', importance: 5 },
      { id: 'flood', title: 'A flood', date: '2002', lane: 'south', evidence: quoteIn('second') },
      { id: 'talks', title: 'Talks on the dam', date: '2003', lane: 'south', importance: 2 },
      { id: 'plan', title: 'A plan for a second dam', lane: 'east' },
    ],
    {
      version: 2,
      lanes: ['north', 'south', 'east', 'west'].map((id) => ({ id, title: id })),
      articles: [articleOf('Water.', { id: 'first' }), articleOf('Water!', { id: 'second' })],
      notes: [
        { text: 'On all.' },
        { text: 'On the flood.', events: ['flood'] },
        { text: 'On dam and flood.', events: ['dam', 'flood'] },
      ],
    },
  ),
);

async function picked(events: FigureEvents, lanes?: readonly string[]) {
  const result = await createEventPicker()(document, { events, lanes });
  if (!result.ok) return result.failure;
  const { events: table, notes, articles } = result.value.document;
  return {
    events: Array.from(table.all(), ({ id }) => id),
    lanes: result.value.lanes,
    notes: notes.map(({ text }) => text),
    articles: articles.map(({ id }) => id),
  };
}

describe('picking events', () => {
  it('leaves a document as it is where all are wanted', async () => {
    const result = await createEventPicker()(document, { lanes: ['west'] });
    expect(result.ok && result.value.document).toBe(document);
    expect(result.ok && result.value.lanes).toEqual(['west']);
  });

  it('finds what the search finds, with and without a date', async () => {
    expect(await picked({ kind: 'found', query: 'DAM' })).toEqual({
      events: ['dam', 'talks', 'plan'],
      lanes: ['north', 'south', 'east'],
      notes: ['On all.', 'On dam and flood.'],
      articles: ['first', 'second'],
    });
    expect(await picked({ kind: 'found', query: '"second dam"' })).toMatchObject({ events: ['plan'] });
  });

  it('keeps the articles that the events were read from', async () => {
    expect(await picked({ kind: 'selected', ids: ['flood', 'gone'] })).toEqual({
      events: ['flood'],
      lanes: ['south'],
      notes: ['On all.', 'On the flood.', 'On dam and flood.'],
      articles: ['second'],
    });
  });

  it('counts an event that does not say how much it matters as 3', async () => {
    expect(await picked({ kind: 'importance', least: 3 })).toMatchObject({
      events: ['dam', 'flood', 'plan'],
    });
    expect(await picked({ kind: 'importance', least: 4 })).toMatchObject({ events: ['dam'] });
    expect(await picked({ kind: 'importance', least: 1 })).toMatchObject({
      events: ['dam', 'flood', 'talks', 'plan'],
    });
  });

  it('keeps the lanes’ order, and looks in these lanes alone', async () => {
    expect(await picked({ kind: 'found', query: 'dam' }, ['west', 'east', 'north'])).toMatchObject({
      events: ['dam', 'plan'],
      lanes: ['east', 'north'],
    });
  });

  it.each<[FigureEvents, string]>([
    [{ kind: 'found', query: 'whale' }, 'No event has “whale” in it'],
    [{ kind: 'found', query: '""' }, 'No event has'],
    [{ kind: 'selected', ids: ['gone'] }, 'The selected events are not in the timeline'],
  ])('refuses %j', async (events, message) => {
    expect(await picked(events)).toMatchObject({
      code: 'figure-events',
      message: expect.stringContaining(message) as unknown,
    });
  });

  it('refuses an importance that no event of these lanes has', async () => {
    expect(await picked({ kind: 'importance', least: 4 }, ['south'])).toMatchObject({
      code: 'figure-events',
    });
  });

  it('gives the same document for the same wish, so that it is not sent again', async () => {
    const pick = createEventPicker();
    const [first, again, other] = [
      await pick(document, { events: { kind: 'importance', least: 3 } }),
      await pick(document, { events: { kind: 'importance', least: 3 } }),
      await pick(document, { events: { kind: 'importance', least: 4 } }),
    ];
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });
});
