// A document survives the trip across the process border.
import { describe, expect, it, vi } from 'vitest';
import { dateOf } from '../dates/date-samples.ts';
import { packDocument, unpackDocument } from './packed.ts';
import { articleOf, documentOf, eventOf, undatedOf } from './samples.ts';

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

describe('packDocument', () => {
  it('keeps everything, the bounds of open dates too', () => {
    const packed = packDocument(DOCUMENT);
    expect(packed.ok && unpackDocument(packed.value)).toEqual(DOCUMENT);
  });

  it('is not much longer than the file where dates are sets of many', () => {
    const edtf = `[${Array<string>(60).fill('185').join()}]`;
    const events = [eventOf(edtf, { id: 'set', title: 'Set' })];
    const packed = packDocument(documentOf(events));
    expect(packed.ok && packed.value.length).toBeLessThan(1_000);
    expect(packed.ok && unpackDocument(packed.value).events).toEqual(events);
  });

  it('says that a document is too large for a string', () => {
    vi.spyOn(JSON, 'stringify').mockImplementationOnce(() => {
      throw new RangeError('Invalid string length');
    });
    expect(packDocument(DOCUMENT)).toMatchObject({ ok: false, failure: { code: 'document-too-large' } });
  });
});
