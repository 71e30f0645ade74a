// A document arrives as it was sent.
import { describe, expect, it, vi } from 'vitest';
import type { EventDate } from '../dates/event-date.ts';
import { parseEventDate } from '../dates/parse.ts';
import type { PlacedDocument } from './document.ts';
import { packDocument, unpackDocument } from './packed.ts';

const certain = { uncertain: false, approximate: false };
const year = { start: 0, end: 31_536_000_000, precision: 'year', unspecified: false, ...certain } as const;

const DATES: readonly EventDate[] = [
  { edtf: '1970', form: 'single', date: year, start: 0, end: 31_536_000_000, ...certain },
  { edtf: '1970/..', form: 'interval', from: year, to: 'open', start: 0, end: Infinity, ...certain },
  {
    edtf: '../1970',
    form: 'interval',
    from: 'open',
    to: year,
    start: -Infinity,
    end: 31_536_000_000,
    ...certain,
  },
  {
    edtf: '/',
    form: 'interval',
    from: 'unknown',
    to: 'unknown',
    start: -Infinity,
    end: Infinity,
    ...certain,
  },
  {
    edtf: '[1970,1970..]',
    form: 'one-of',
    members: [year, { from: year, to: 'open' }],
    start: 0,
    end: Infinity,
    ...certain,
  },
];

const DOCUMENT: PlacedDocument = {
  format: 'dateline',
  version: 1,
  title: 'Чек ара \ud800 <b>"\u2028',
  articles: DATES.map((publishedWhen, index) => ({
    id: `a${index}`,
    title: 't',
    publisher: 'p',
    published: publishedWhen.edtf,
    text: 'text\n',
    hidden: [{ start: 0, end: 2 }],
    publishedWhen,
  })),
  lanes: [{ id: 'lane', title: 'Lane' }],
  events: DATES.map((when, index) => ({
    id: `e${index}`,
    title: 'Event',
    date: when.edtf,
    lane: 'lane',
    participants: [],
    evidence: [],
    dating: { kind: 'stated', confidence: 'high', explanation: 'said so' },
    sources: [],
    when,
  })),
  undated: [],
  notes: [],
  unknownFields: [],
};

describe('packDocument', () => {
  it('keeps everything, the bounds of open dates too', () => {
    const packed = packDocument(DOCUMENT);
    expect(packed.ok && unpackDocument(packed.value)).toEqual(DOCUMENT);
  });

  it('is not much longer than the file where dates are sets of many', () => {
    const edtf = `[${Array<string>(60).fill('185').join()}]`;
    const date = parseEventDate(edtf);
    const [event] = DOCUMENT.events;
    if (!date.ok || event === undefined) throw new Error('There is such a date and such an event.');
    const events = [{ ...event, date: edtf, when: date.value }];
    const packed = packDocument({ ...DOCUMENT, articles: [], events });
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
