// What version 2 of the format adds: each field is read, each wrong value refused, each unknown field left out and
// named.
import { describe, expect, test } from 'vitest';
import { excerpt } from '../../excerpt.ts';
import { parseEventDate } from '../../dates/parse.ts';
import { bytesOf, documentIn, fileOf } from '../samples.ts';
import { unknownFieldsInWords } from '../unknown-fields-in-words.ts';
import { readDocument } from './read.ts';

const DATING = { kind: 'stated', confidence: 'high', explanation: 'The article gives the day.' };
const LANE = { id: 'lane', title: 'Lane' };
const EVENT = { id: 'e', title: 'Event', lane: LANE.id };

/** A file of one event. */
function oneEvent(event: object = {}, further: object = {}, lane: object = {}): object {
  return fileOf([{ ...EVENT, ...event }], { lanes: [{ ...LANE, ...lane }], ...further });
}

const ARTICLE = { id: 'a', title: 'A', publisher: 'P', text: 'The text' };

/** A file of one event and an article with these fields. */
function withArticle(fields: object, proposals: readonly object[] = [], further: object = {}): object {
  return oneEvent({}, { articles: [{ ...ARTICLE, ...fields }], proposals, ...further });
}

function faults(file: object): readonly string[] {
  const result = readDocument(bytesOf(file));
  return result.ok ? [] : result.failure.details;
}

describe('what it adds', () => {
  test('is read, each field as it stands', () => {
    const event = {
      ...EVENT,
      date: '2021-08-15',
      description: 'One paragraph.\nAnother.',
      tags: ['border', 'талкуу'],
      importance: 5,
      dating: { kind: 'imported', file: 'events.csv', row: 12, written: '15 Aug 21' },
    };
    const heading = { author: 'A. Reporter', modified: '2026-11-25T09:30:00+06:00' };
    const { events, lanes, author, modified, unknownFields } = documentIn(
      oneEvent(event, heading, { colour: '#1D6A8A' }),
    );
    expect([...events.all()]).toMatchObject([event]);
    expect(events.dated).toBe(1);
    expect(lanes).toEqual([{ ...LANE, colour: '#1D6A8A' }]);
    expect([author, modified]).toEqual([heading.author, heading.modified]);
    expect(unknownFields).toEqual([]);
  });

  test('an event may have neither date nor dating; all stand in the file’s order', () => {
    const events = [
      { ...EVENT, id: 'a' },
      { ...EVENT, id: 'b', date: '2021' },
      { ...EVENT, id: 'c', dating: { kind: 'imported', file: 'x.csv', row: 1, written: 'in spring' } },
    ];
    const document = documentIn(fileOf(events, { notes: [{ text: 'N', events: ['a', 'b'] }] }));
    expect(Array.from(document.events.all(), ({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(document.events.dated).toBe(1);
  });

  const EVENT_0 = 'events[0] “Event”';
  const COLOUR =
    'must be one of plum, blue, teal, orange, olive, violet, cyan, red, or a colour such as #1d6a8a';
  const TIME = 'must be a date and time with its time zone, such as 2026-11-25T09:30:00Z';
  test.each<[fault: string, file: object, ...lines: string[]]>([
    ['a blank description', oneEvent({ description: ' ' }), `${EVENT_0} › description: must not be blank.`],
    [
      'a description that is too long',
      oneEvent({ description: 'x'.repeat(20_001) }),
      `${EVENT_0} › description: has 20,001 characters but can have at most 20,000; shorten it.`,
    ],
    ['tags that are no list', oneEvent({ tags: 'a' }), `${EVENT_0} › tags: must be a list, not “a”.`],
    ['a blank tag', oneEvent({ tags: ['a', ''] }), `${EVENT_0} › tags[1]: must not be blank.`],
    [
      'a tag that is too long',
      oneEvent({ tags: ['x'.repeat(61)] }),
      `${EVENT_0} › tags[0]: has 61 characters but can have at most 60; shorten it.`,
    ],
    [
      'too many tags',
      oneEvent({ tags: Array(51).fill('a') }),
      `${EVENT_0} › tags: has 51 entries but can have at most 50.`,
    ],
    [
      'far too many tags',
      oneEvent({ tags: Array(2_000).fill('a') }),
      `${EVENT_0} › tags: has 2,000 entries but can have at most 50.`,
    ],
    ['no importance', oneEvent({ importance: 0 }), `${EVENT_0} › importance: must be 1 or more, not 0.`],
    [
      'too much importance',
      oneEvent({ importance: 6 }),
      `${EVENT_0} › importance: must be 5 or less, not 6.`,
    ],
    [
      'half an importance',
      oneEvent({ importance: 2.5 }),
      `${EVENT_0} › importance: must be a whole number, not 2.5.`,
    ],
    [
      'a kind of dating that there is not',
      oneEvent({ dating: { ...DATING, kind: 'guess' } }),
      `${EVENT_0} › dating › kind: must be “stated” or “derived” or “external” or “imported”, not “guess”.`,
    ],
    ['a dating of no kind', oneEvent({ dating: {} }), `${EVENT_0} › dating › kind: is missing.`],
    [
      'a dating that does not say from where',
      oneEvent({ dating: { kind: 'imported', row: 1 } }),
      `${EVENT_0} › dating › file: is missing.`,
    ],
    [
      'a row before the first',
      oneEvent({ dating: { kind: 'imported', file: 'f', row: 0 } }),
      `${EVENT_0} › dating › row: must be 1 or more, not 0.`,
    ],
    [
      'a reading without confidence',
      oneEvent({ dating: { kind: 'stated', explanation: 'E' } }),
      `${EVENT_0} › dating › confidence: is missing.`,
    ],
    ['a date that is none', oneEvent({ date: '' }), `${EVENT_0} › date: ${dateFault('')}.`],
    ['a date that is null', oneEvent({ date: null }), `${EVENT_0} › date: must be text, not null.`],
    [
      'a colour of another palette',
      oneEvent({}, {}, { colour: 'pink' }),
      `lanes[0] “Lane” › colour: ${COLOUR}, not “pink”.`,
    ],
    [
      'a short colour',
      oneEvent({}, {}, { colour: '#fff' }),
      `lanes[0] “Lane” › colour: ${COLOUR}, not “#fff”.`,
    ],
    ['a day for a time', oneEvent({}, { modified: '2026-11-25' }), `modified: ${TIME}, not “2026-11-25”.`],
    [
      'a time of no zone',
      oneEvent({}, { modified: '2026-11-25T09:30:00' }),
      `modified: ${TIME}, not “2026-11-25T09:30:00”.`,
    ],
    [
      'a passage beyond the text',
      withArticle({ passages: [{ at: 8, published: '2021' }] }),
      'articles[0] “A” › passages[0] › at: is 8, and the text ends at 8.',
    ],
    [
      'passages out of order, or without a date',
      withArticle({
        passages: [
          { at: 4, published: 'soon' },
          { at: 4, published: '2021' },
        ],
      }),
      `articles[0] “A” › passages[0] › published: ${dateFault('soon')}.`,
      'articles[0] “A” › passages[1] › at: is 4, and the passage before begins at 4; put them in order.',
    ],
    [
      'evidence with a date that is none',
      oneEvent(
        { evidence: [{ article: 'a', quote: 'The', start: 0, end: 3, date: 'soon' }] },
        { articles: [ARTICLE] },
      ),
      `${EVENT_0} › evidence[0] › date: ${dateFault('soon')}.`,
    ],
    [
      'a proposal of no article',
      oneEvent({}, { proposals: [{ article: 'b', start: 0, end: 4, drafted: 'T' }] }),
      'proposals[0] › article: there is no article with the id “b”.',
    ],
    [
      'a proposal beyond the text, with another decision and no date',
      withArticle({}, [{ article: 'a', start: 0, end: 9, drafted: 'T', decision: 'later', date: 'soon' }]),
      'proposals[0]: “end” is 9, and the text ends at 8.',
      `proposals[0] › date: ${dateFault('soon')}.`,
      'proposals[0] › decision: must be “accepted” or “rejected”, not “later”.',
    ],
    ['a blank author', oneEvent({}, { author: ' ' }), 'author: must not be blank.'],
  ])('is refused for %s', (_, file, ...lines) => {
    expect(faults(file).toSorted()).toEqual(lines.toSorted());
  });

  test('is a fault in version 1, field by field', () => {
    const first = oneEvent(
      { date: '2021', dating: DATING, description: 'D', tags: ['t'], importance: 5 },
      { version: 1, author: 'A', modified: '2026-11-25T09:30:00Z' },
      { colour: 'red' },
    );
    const drafted = withArticle({ passages: [] }, [], { version: 1 });
    const unknown = 'is not a field of the format; correct its name or remove it.';
    expect(faults(first)).toEqual([
      `author: ${unknown}`,
      `modified: ${unknown}`,
      `lanes[0] “Lane” › colour: ${unknown}`,
      `events[0] “Event” › description: ${unknown}`,
      `events[0] “Event” › tags: ${unknown}`,
      `events[0] “Event” › importance: ${unknown}`,
    ]);
    expect(faults(oneEvent({}, { version: 1 }))).toEqual([
      'events[0] “Event” › date: is missing.',
      'events[0] “Event” › dating: is missing.',
    ]);
    expect(faults(drafted)).toEqual([
      `proposals: ${unknown}`,
      `articles[0] “A” › passages: ${unknown}`,
      'events[0] “Event” › date: is missing.',
      'events[0] “Event” › dating: is missing.',
    ]);
    const imported = { kind: 'imported', file: 'f', row: 1 };
    expect(faults(oneEvent({ date: '2021', dating: imported }, { version: 1 }))[0]).toBe(
      'events[0] “Event” › dating › kind: must be “stated” or “derived” or “external”, not “imported”.',
    );
  });
});

describe('fields that nobody knows', () => {
  const EVENTS = [
    { ...EVENT, id: 'a', date: '2021', dating: { ...DATING, why: 1 } },
    { ...EVENT, id: 'b', mood: [[{}]], place: 'P' },
    {
      ...EVENT,
      id: 'c',
      mood: Array(2_000).fill(1),
      participants: [{ name: 'N' }, { name: 'M', mood: null }],
    },
  ];
  const document = fileOf(EVENTS, { lanes: [{ ...LANE, width: 2 }], licence: 'CC0', ['__proto__x']: 1 });

  test('are kept where they stood, left out of events, and named once each: where first, and how often', () => {
    const { events, unknownFields, lanes } = documentIn(document);
    const [dated, ...undated] = events.all();
    expect(dated?.dating).toEqual(DATING);
    expect(undated.map(({ id, place, participants }) => [id, place, participants])).toEqual([
      ['b', 'P', []],
      ['c', undefined, [{ name: 'N' }, { name: 'M' }]],
    ]);
    expect(lanes).toEqual([{ ...LANE, width: 2 }]);
    expect(JSON.stringify([dated, undated])).not.toContain('mood');
    expect(unknownFields).toEqual([
      { name: 'licence', first: 'the document', count: 1 },
      { name: '__proto__x', first: 'the document', count: 1 },
      { name: 'width', first: 'lanes[0] “Lane”', count: 1 },
      { name: 'why', first: 'events[0] “Event” › dating', count: 1 },
      { name: 'mood', first: 'events[1] “Event”', count: 3 },
    ]);
  });

  test('may be called like what every object has', () => {
    const text = JSON.stringify(oneEvent({ x: 1 })).replace('"x"', '"__proto__"');
    const result = readDocument(bytesOf(text));
    expect(result.ok && result.value.unknownFields.map(({ name }) => name)).toEqual(['__proto__']);
  });

  test('hide no fault: a wrong value in a known field still is one, with its line', () => {
    const text = JSON.stringify(oneEvent({ mood: 1, importance: 9, date: '2021-02-30' }), null, 2);
    const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
    const result = readDocument(bytesOf(text));
    expect(result.ok ? [] : result.failure.details).toEqual([
      `events[0] “Event” › importance (line ${lineOf('"importance"')}): must be 5 or less, not 9.`,
      `events[0] “Event” › date (line ${lineOf('"date"')}): ${dateFault('2021-02-30')}.`,
    ]);
  });

  test.each([
    [[], null],
    [
      [{ name: 'mood', first: 'events[3] “E”', count: 1 }],
      'Dateline does not know the field “mood” in events[3] “E”. It keeps what it holds, and does not show it.',
    ],
    [
      [{ name: 'mood', first: 'events[3]', count: 2 }],
      'Dateline does not know the field “mood” in events[3] and one more place. It keeps what it holds, and does not show it.',
    ],
    [
      [{ name: 'mood', first: 'events[3]', count: 1_005 }],
      'Dateline does not know the field “mood” in events[3] and 1,004 more places. It keeps what it holds, and does not show it.',
    ],
  ])('are told in a sentence: %j', (fields, message) => {
    expect(unknownFieldsInWords(fields)?.message ?? null).toBe(message);
  });

  test('are told line by line where there are several, and counted from ten on; hostile names are inert', () => {
    const fields = Array.from({ length: 12 }, (_, place) => ({
      name: place === 0 ? 'a\u202e<b>\n' : `f${place}`,
      first: 'the document',
      count: place + 1,
    }));
    const words = unknownFieldsInWords(fields);
    expect(words?.message).toBe(
      'Dateline does not know 12 fields of this document. It keeps what they hold, and does not show it.',
    );
    expect(words?.details).toHaveLength(11);
    expect(words?.details.slice(0, 2)).toEqual([
      `${excerpt('a\u202e<b>\n')} in the document`,
      '“f1” in the document and one more place',
    ]);
    expect(words?.details.at(-1)).toBe('… and 2 more');
  });
});

/** Tests of dates hold the words for a faulty date, so this takes them from the parser. */
function dateFault(edtf: string): string {
  const date = parseEventDate(edtf);
  return date.ok ? 'none' : date.failure.message;
}
