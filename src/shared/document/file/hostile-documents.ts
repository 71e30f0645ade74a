// Documents of any size, built to take long, for tests that set a limit. Not all of them are faulty.
import { LIMITS } from '../limits.ts';

/** Builds the text of a document of about this many characters. */
export type MakeDocument = (size: number) => string;

const DATING = { kind: 'stated', confidence: 'high', explanation: 'E' };
const LANES = [{ id: 'l', title: 'L' }];

interface Parts {
  readonly articles?: readonly unknown[];
  readonly lanes?: readonly unknown[];
  readonly events?: readonly unknown[];
  readonly notes?: readonly unknown[];
}

function document(parts: Parts, further: object = {}): string {
  return JSON.stringify({
    format: 'dateline',
    version: 1,
    title: 'T',
    articles: [],
    lanes: LANES,
    events: [],
    notes: [],
    proposals: [],
    ...parts,
    ...further,
  });
}

/** The same in version 2. */
function document2(parts: Parts, further: object = {}): string {
  return document(parts, { version: 2, ...further });
}

function article(text: string, further: object = {}) {
  return { id: 'a', title: 'A', publisher: 'P', text, ...further };
}

function event(number: number, further: object = {}) {
  return { id: `e${number}`, title: 'E', date: '2021', lane: 'l', dating: DATING, ...further };
}

/** As many entries as fill this many characters. */
function filled<Entry>(size: number, make: (position: number) => Entry, most = Infinity): Entry[] {
  const count = Math.floor(size / (JSON.stringify(make(0)).length + 1));
  return Array.from({ length: Math.max(1, Math.min(count, most)) }, (_, position) => make(position));
}

function prose(size: number, words = 'The two sides met at the border and “agreed” to meet again. '): string {
  return words.repeat(Math.ceil(size / words.length)).slice(0, Math.min(size, LIMITS.text));
}

/** A hundred events with wrong quotes, over an article that fills the document. */
function wrongQuotes(size: number, articleText: string, quote: string): string {
  const start = Math.floor(articleText.length / 2);
  const evidence = [{ article: 'a', quote, start, end: start + quote.length }];
  const events = filled(size, (number) => event(number, { evidence }), 100);
  return document({ articles: [article(articleText)], events });
}

/** Each kind by its name. */
export const HOSTILE_DOCUMENTS: Readonly<Record<string, MakeDocument>> = {
  'a hundred wrong quotes': (size) => wrongQuotes(size, prose(size), 'It rained, and nobody met.'),
  'a hundred quotes with other quotation marks': (size) =>
    wrongQuotes(size, prose(size), 'border and "agreed" to'),
  'wrong quotes that nearly stand everywhere': (size) =>
    wrongQuotes(size / 2, 'a'.repeat(size / 2), 'a'.repeat(LIMITS.passage / 4 - 1) + 'b'),
  'wrong quotes with the fault in the middle': (size) =>
    wrongQuotes(
      size / 2,
      'a'.repeat(size / 2),
      `${'a'.repeat(LIMITS.passage / 8)}b${'a'.repeat(LIMITS.passage / 8)}`,
    ),
  'wrong quotes that are nothing but quotation marks': (size) =>
    wrongQuotes(size / 2, '“'.repeat(size / 2), '"'.repeat(LIMITS.passage / 4)),
  'quotes that overlap': (size) => {
    const whole = prose(LIMITS.passage);
    const quote = whole.slice(0, LIMITS.passage / 2);
    const events = filled(size, (number) => {
      const start = number % 100;
      const found = whole.slice(start, start + quote.length);
      return event(number, { evidence: [{ article: 'a', quote: found, start, end: start + found.length }] });
    });
    return document({ articles: [article(whole)], events });
  },
  'events with a thousand quotes each': (size) => {
    const entry = { article: 'a', quote: 'The', start: 0, end: 3 };
    const evidence = filled(size, () => entry, LIMITS.entries);
    return document({
      articles: [article('The end.')],
      events: filled(size, (number) => event(number, { evidence })),
    });
  },
  'events with a thousand quotes of no article': (size) => {
    const entry = { article: 'b', quote: 'The', start: 9, end: 3 };
    const evidence = filled(size, () => entry, LIMITS.entries);
    return document({ events: filled(size, (number) => event(number, { evidence })) });
  },
  'lists that are too long': (size) =>
    document({
      events: [event(0, { evidence: filled(size / 2, () => 7), sources: filled(size / 2, () => 7) })],
    }),
  'events without any field': (size) => document({ events: filled(size, () => ({})) }),
  'events that are none': (size) => document({ events: filled(size, () => 7) }),
  'an event in a thousand without a date': (size) =>
    document({ events: filled(size, (number) => event(number, number % 1000 === 0 ? { date: '' } : {})) }),
  'too many lanes': (size) =>
    document({ lanes: filled(size, (number) => ({ id: `l${number}`, title: 'L' })) }),
  'lanes that are none': (size) => document({ lanes: filled(size, () => 7) }),
  articles: (size) => document({ articles: filled(size, (number) => article('Text', { id: `a${number}` })) }),
  'articles of one id': (size) => document({ articles: filled(size, () => article('Text')) }),
  'articles with a thousand hidden ranges each': (size) => {
    const hidden = filled(size, (position) => ({ start: position, end: position + 1 }), LIMITS.entries);
    return document({
      articles: filled(size, (number) => article('T'.repeat(1000), { id: `a${number}`, hidden })),
    });
  },
  'events of one id': (size) => document({ events: filled(size, () => event(0)) }),
  'events of the longest id': (size) =>
    document({ events: filled(size, (number) => event(0, { id: String(number).padStart(LIMITS.id, 'x') })) }),
  'notes on a thousand events each': (size) => {
    const events = filled(size, () => 'e0', LIMITS.entries);
    return document({ events: [event(0)], notes: filled(size, () => ({ text: 'N', events })) });
  },
  'notes on a thousand events that are not there': (size) => {
    const events = filled(size, () => 'x', LIMITS.entries);
    return document({ notes: filled(size, () => ({ text: 'N', events })) });
  },
  'notes in one place': (size) =>
    document({
      articles: [article('Text')],
      notes: filled(size, () => ({ text: 'N', article: 'a', at: 2 })),
    }),
  'fields that nobody knows': (size) => document({}, Object.fromEntries(unknownFields(size))),
  'an event with fields that nobody knows': (size) =>
    document({ events: [event(0, Object.fromEntries(unknownFields(size)))] }),
  'events with a field that nobody knows': (size) =>
    document({ events: filled(size, (number) => event(number, { colour: 'red' })) }),
  'version 2: fields that nobody knows': (size) => document2({}, Object.fromEntries(unknownFields(size))),
  'version 2: an event with fields that nobody knows': (size) =>
    document2({ events: [event(0, Object.fromEntries(unknownFields(size)))] }),
  'version 2: events with a field that nobody knows': (size) =>
    document2({ events: filled(size, (number) => event(number, { mood: 'red' })) }),
  'version 2: events that each have another field that nobody knows': (size) =>
    document2({ events: filled(size, (number) => event(number, { [`mood${number}`]: 'red' })) }),
  'version 2: a thousand quotes with a field that nobody knows in each event': (size) => {
    const evidence = filled(
      size,
      () => ({ article: 'a', quote: 'The', start: 0, end: 3, x: 1 }),
      LIMITS.entries,
    );
    return document2({
      articles: [article('The end.')],
      events: filled(size, (number) => event(number, { evidence })),
    });
  },
  'version 2: an unknown field of everything': (size) =>
    document2({ events: [event(0, { x: filled(size, () => ({ y: [1] })) })] }),
  'version 2: an unknown field that lies deep': (size) =>
    document2({
      events: filled(size, (number) => event(number, { x: listInLists(90) })),
    }),
  'version 2: events without a date': (size) =>
    document2({
      events: filled(size, (number) => ({ id: `e${number}`, title: 'E', lane: 'l' })),
    }),
  'version 2: events with fifty tags each': (size) => {
    const tags = filled(size, (number) => `tag ${number}`, LIMITS.tags);
    return document2({ events: filled(size, (number) => event(number, { tags })) });
  },
  'version 2: tags that are too many': (size) =>
    document2({ events: [event(0, { tags: filled(size, () => 7) })] }),
  'version 2: long descriptions': (size) => {
    const description = 'a\n'.repeat(LIMITS.passage / 2);
    return document2({ events: filled(size, (number) => event(number, { description })) });
  },
  'version 2: blank descriptions': (size) => {
    const description = ' '.repeat(LIMITS.passage);
    return document2({ events: filled(size, (number) => event(number, { description })) });
  },
  'version 2: datings of no kind': (size) =>
    document2({ events: filled(size, (number) => event(number, { dating: { kind: 'x' } })) }),
  'version 2: a colour of everything': (size) =>
    document2({ lanes: [{ id: 'l', title: 'L', colour: `#${'0'.repeat(size)}` }] }),
  'version 2: a time of everything': (size) =>
    document2({}, { modified: `2026-11-25T04:35:00.${'0'.repeat(size)}` }),
  'fields by numbers': (size) =>
    document({}, Object.fromEntries(filled(size, (number) => [String(number * 1_000_003), 1]))),
  'one field again and again': (size) =>
    `{${filled(size, () => '"title": "T"').join()},"format":"dateline","version":1}`,
  'a title of everything': (size) => document({}, { title: prose(size) }),
  'a date of everything': (size) => document({ events: [event(0, { date: '['.repeat(size) })] }),
  'an id of everything': (size) => document({ events: [event(0, { id: ' '.repeat(size) })] }),
  'an address of everything': (size) =>
    document({
      events: [event(0, { sources: [{ title: 'S', address: `http://${'a.'.repeat(size / 2)}` }] })],
    }),
  'long addresses': (size) => {
    const address = `http://${'é.'.repeat((LIMITS.address - 7) / 2)}`;
    return document({
      events: filled(size, (number) => event(number, { sources: [{ title: 'S', address }] })),
    });
  },
  'blank texts': (size) => {
    const explanation = ' '.repeat(LIMITS.passage);
    return document({
      events: filled(size, (number) => event(number, { dating: { ...DATING, explanation } })),
    });
  },
  'sets of many dates': (size) =>
    document({ events: filled(size, (number) => event(number, { date: DATES.decades })) }),
  'sets of many masks': (size) =>
    document({ events: filled(size, (number) => event(number, { date: DATES.masks })) }),
  'sets of many years': (size) =>
    document({ events: filled(size, (number) => event(number, { date: DATES.years })) }),
  'masks of days that do not exist': (size) =>
    document({ events: filled(size, (number) => event(number, { date: 'XXXX-XX-4X' })) }),
  'masks of leap days in odd years': (size) =>
    document({ events: filled(size, (number) => event(number, { date: 'XXX1-02-29' })) }),
  'lists within lists': (size) => document({}, { title: nested(size / 2) }).replace(/"(\[+\]+)"/, '$1'),
  'lists within lists, broken off': (size) => '['.repeat(size),
  'objects within objects': (size) => '{"a":'.repeat(size / 6) + '1' + '}'.repeat(size / 6),
  'text broken off': (size) => document({ articles: [article(prose(size))] }).slice(0, -10),
  'line breaks, then a fault': (size) => `${'\n'.repeat(size)}x`,
  'escapes, then a fault': (size) => `"${'\\n'.repeat(size / 2)}\\x"`,
  'numbers, then a fault': (size) => `[${'1,'.repeat(size / 2)}x]`,
  'one long number, then a fault': (size) => `[${'1'.repeat(size)}x]`,
  'blanks alone': (size) => ' '.repeat(size),
  'blanks, then a fault': (size) => `${' '.repeat(size)}x`,
};

const DATES = {
  decades: `[${Array<string>(60).fill('185').join()}]`,
  masks: `[${Array<string>(22).fill('XXX4-02-29').join()}]`,
  years: `{${Array<string>(48).fill('Y1E5').join()}}`,
};

function unknownFields(size: number): [string, number][] {
  return filled(size, (number) => [`field${number}`, number]);
}

function listInLists(depth: number): unknown {
  return depth === 0 ? 1 : [listInLists(depth - 1)];
}

function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}
