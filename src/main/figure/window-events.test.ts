// The job of a figure of a window carries the events that it draws, and what its notes and its bracket need.
import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../shared/document/gather.ts';
import { documentIn, fileOf } from '../../shared/document/samples.ts';
import { A_REQUEST } from './samples.ts';
import { createEventCutter } from './window-events.ts';

const document = documentIn(
  fileOf(
    [
      { id: 'before', title: 'Before', date: '1999', lane: 'north' },
      { id: 'dam', title: 'The dam is built', date: '2001', lane: 'north' },
      { id: 'through', title: 'Goes on', date: '1990/..', lane: 'south' },
      { id: 'flood', title: 'A flood', date: '2002-05-01', lane: 'south' },
      { id: 'after', title: 'After', date: '2003-01-01', lane: 'north' },
      { id: 'plan', title: 'A plan', lane: 'north' },
    ],
    { version: 2, lanes: ['north', 'south', 'east'].map((id) => ({ id, title: id })) },
  ),
);

const years = (from: number, to: number) =>
  ({ kind: 'view', window: { start: Date.UTC(from, 0), end: Date.UTC(to, 0) } }) as const;
const bare = { ...A_REQUEST.options.parts, note: false };

async function drawn(options: Partial<Parameters<ReturnType<typeof createEventCutter>>[1]>) {
  const cut = await createEventCutter()(document, { content: years(2001, 2003), parts: bare, ...options });
  return Array.from(cut.events.all(), ({ id }) => id);
}

describe('the events that a figure of a window needs', () => {
  it('are those in the window, up to its ends', async () => {
    expect(await drawn({})).toEqual(['dam', 'through', 'flood']);
    expect(await drawn({ content: years(2000, 2004) })).toEqual(['dam', 'through', 'flood', 'after']);
  });

  it('are those in the lanes shown', async () => {
    expect(await drawn({ lanes: ['east', 'south'] })).toEqual(['through', 'flood']);
  });

  it('are also those without a date, where its notes name them', async () => {
    expect(await drawn({ parts: { ...bare, note: true } })).toEqual(['dam', 'through', 'flood', 'plan']);
  });

  it('are also those compared, wherever they are', async () => {
    expect(await drawn({ compared: ['before', 'flood'] })).toEqual(['before', 'dam', 'through', 'flood']);
  });

  it('are one that gives an axis to an empty window', async () => {
    expect(await drawn({ lanes: ['east'] })).toEqual(['before']);
  });

  it('leave the lanes as they are', async () => {
    const cut = await createEventCutter()(document, { content: years(2001, 2003), parts: bare });
    expect(cut.lanes).toBe(document.lanes);
  });

  it('are the document itself for the whole, and where all are in the window', async () => {
    const cut = createEventCutter();
    expect(await cut(document, { content: { kind: 'whole' }, parts: bare })).toBe(document);
    const all = { content: years(1990, 2010), parts: { ...bare, note: true } };
    expect(await cut(document, all)).toBe(document);
  });

  it('are the same document for the same window, so that it is not sent again', async () => {
    const cut = createEventCutter();
    const wanted = { content: years(2001, 2003), parts: bare };
    expect(await cut(document, wanted)).toBe(await cut(document, { ...wanted }));
  });

  it('weigh no more than what is drawn', async () => {
    const many = documentIn(
      fileOf(
        Array.from({ length: 5_000 }, (_, day) => ({
          id: `${day}`,
          title: `Day ${day}`,
          lane: 'days',
          date: new Date(day * 86_400_000).toISOString().slice(0, 10),
        })),
        { version: 2, lanes: [{ id: 'days', title: 'Days' }] },
      ),
    );
    const window = { start: 0, end: 10 * 86_400_000 };
    const cut = await createEventCutter()(many, { content: { kind: 'view', window }, parts: bare });
    expect(sizesOf(cut.events.columns).length).toBe(10);
    expect(sizesOf(cut.events.columns).bytes).toBeLessThan(sizesOf(many.events.columns).bytes / 400);
  });
});
