// A document survives the trip across the process border.
import { describe, expect, it, vi } from 'vitest';
import { dateOf } from '../dates/date-samples.ts';
import { crossed } from './crossed.ts';
import { toCross } from './crossing.ts';
import type { PlacedDocument } from './document.ts';
import {
  articleOf,
  documentIn,
  documentOf,
  eventOf,
  fileOf,
  undatedOf,
  withListedEvents,
} from './samples.ts';

/** A date of each form: a year, both open ends, unknown ends, a set. */
const DATES = ['1970', '1970/..', '../1970', '/', '[1970,1970..]'];

const DOCUMENT = documentOf(
  DATES.map((date) => eventOf(date)),
  {
    title: 'Чек ара \ud800 <b>"\u2028',
    articles: DATES.map((published) => ({
      ...articleOf('text\n', { id: published, published, hidden: [{ start: 0, end: 2 }] }),
      publishedWhen: dateOf(published),
    })),
    undated: [undatedOf('later')],
  },
);

/** What arrives of a document, with its events as a list. */
function arrived(document: PlacedDocument) {
  const sent = toCross(document);
  return sent.ok ? withListedEvents(crossed(sent.value)) : sent;
}

describe('toCross', () => {
  it('keeps everything, the bounds of open dates too', () => {
    expect(arrived(DOCUMENT)).toEqual(withListedEvents(DOCUMENT));
  });

  it('sends nothing of the file but the events', () => {
    const text = JSON.stringify(fileOf([], { articles: [articleOf('x'.repeat(10_000))] })).replace(
      '[]',
      '[ {} ]',
    );
    const document = documentIn(text.replace('{}', '{"id":"a","title":"A","lane":"lane"}'));
    const sent = toCross(document);
    if (!sent.ok) expect.fail(sent.failure.message);
    expect(new TextDecoder('utf-8').decode(sent.value.columns.text)).toBe(
      '{"id":"a","title":"A","lane":"lane"}',
    );
  });

  it('says that a document is too large for a string', () => {
    vi.spyOn(JSON, 'stringify').mockImplementationOnce(() => {
      throw new RangeError('Invalid string length');
    });
    expect(toCross(DOCUMENT)).toMatchObject({ ok: false, failure: { code: 'document-too-large' } });
  });
});
