/// <reference types="vite/client" />
// Documents of every kind, sound and faulty, from their bytes to the messages about them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import bundledText from '../../../../resources/article.dateline?raw';
import { parseEventDate } from '../../dates/parse.ts';
import { failure, type Result } from '../../result.ts';
import type { PlacedDocument } from '../document.ts';
import { bytesOf, documentIn, withListedEvents } from '../samples.ts';
import { isObject } from './issues.ts';
import { REST } from './progress.ts';
import { readDocument, readingDocument, WHAT_OPENS } from './read.ts';

type Path = readonly (string | number)[];

/** The article that comes with the app, as version 1 has it: in that version an unknown field is a fault. */
const bundled: unknown = JSON.parse(bundledText.replace('"version": 2', '"version": 1'));

/** The bundled document with so many extra events that a compiled schema reads its list. */
const long = changed(
  bundled,
  ['events'],
  [
    ...entriesAt(bundled, 'events'),
    ...Array.from({ length: 1_000 }, (_, number) => ({
      id: `further-${number}`,
      title: 'Further event',
      date: '2022',
      lane: 'csto',
      dating: { kind: 'external', confidence: 'low', explanation: 'Made up for a test.' },
    })),
  ],
);

function entriesAt(document: unknown, list: string): readonly unknown[] {
  const entries = isObject(document) ? document[list] : undefined;
  return Array.isArray(entries) ? entries : [];
}

/** A copy of the value with another in one place; `undefined` removes the field. */
function changed(value: unknown, [step, ...rest]: Path, replacement: unknown): unknown {
  if (step === undefined) return replacement;
  if (!isObject(value)) throw new Error(`There is nothing that could hold ${step}.`);
  const inner = changed(value[step], rest, replacement);
  return Array.isArray(value) ? Object.assign([], value, { [step]: inner }) : { ...value, [step]: inner };
}

function read(document: unknown): Result<PlacedDocument> {
  return readDocument(bytesOf(JSON.stringify(document)));
}

function invalid(...lines: readonly string[]): Result<never> {
  const count = lines.length === 1 ? 'one problem' : `${lines.length} problems`;
  return failure('document-invalid', `The document has ${count}.`, lines);
}

const ARTICLE = 'articles[0] “CSTO Mechanisms to be Launched on Kyrgyz-Tajik Border”';
const KABUL = 'events[0] “Fall of Kabul”';
const SCO = 'events[2] “SCO summit”';
const UNKNOWN = 'is not a field of the format; correct its name or remove it';
const QUOTE: Path = ['events', 2, 'evidence', 0];

const manyLanes = Array.from({ length: 197 }, (_, number) => ({ id: `lane-${number}`, title: 'Lane' }));

/** Tests of dates hold the words for a faulty date, so this takes them from the parser. */
function whyNoDate(edtf: string): string {
  const date = parseEventDate(edtf);
  return date.ok ? 'none' : date.failure.message;
}

type Fault = readonly [fault: string, path: Path, value: unknown, line: string];

// One line a fault.
// prettier-ignore
const FAULTS: readonly Fault[] = [
  ['a missing field', ['title'], undefined, 'title: is missing.'],
  ['a blank field', ['title'], ' \n', 'title: must not be blank.'],
  ['a field that is too long', ['title'], 'x'.repeat(301), 'title: has 301 characters but can have at most 300; shorten it.'],
  ['a field of another type', ['title'], 7, 'title: must be text, not 7.'],
  ['a field that is null', ['events', 2, 'place'], null, `${SCO} › place: must be text, not null.`],
  ['an unknown field', ['events', 2, 'colour'], 'red', `${SCO} › colour: ${UNKNOWN}.`],
  ['an unknown field within a field', ['events', 2, 'dating', 'why'], '', `${SCO} › dating › why: ${UNKNOWN}.`],
  ['a field named like the prototype', ['__proto__'], { title: 'x' }, `__proto__: ${UNKNOWN}.`],
  ['a field named like the constructor', ['events', 2, 'constructor'], {}, `${SCO} › constructor: ${UNKNOWN}.`],
  ['a field with a hostile name', ['a\n<b>\u202e'], 1, `“a <b>[U+202E]”: ${UNKNOWN}.`],
  ['no lanes', ['lanes'], undefined, 'lanes: is missing.'],
  ['a list that is none', ['notes'], {}, 'notes: must be a list, not an object.'],
  ['too many lanes', ['lanes'], [...entriesAt(bundled, 'lanes'), ...manyLanes], 'lanes: has 201 entries but can have at most 200.'],
  ['too many sources', ['events', 2, 'sources'], Array(1001).fill(7), `${SCO} › sources: has 1,001 entries but can have at most 1,000.`],
  ['an entry that is no object', ['notes', 0], 'x', 'notes[0]: must be an object, not “x”.'],
  ['an entry that is a list', ['notes', 0], [[]], 'notes[0]: must be an object, not a list.'],
  ['an id with spaces', ['events', 3, 'id'], 'new york', 'events[3] “CSTO foreign ministers’ working meeting” › id: must be 1 to 100 characters without spaces, not “new york”.'],
  ['the id of another event', ['events', 3, 'id'], 'sco-summit', 'events[3] “CSTO foreign ministers’ working meeting” › id: “sco-summit” is the id of an earlier entry; give each its own.'],
  ['the id of another lane', ['lanes', 4], { id: 'sco', title: 'S' }, 'lanes[4] “S” › id: “sco” is the id of an earlier entry; give each its own.'],
  ['the id of another article', ['articles', 1], { id: 'eurasia-business-today', title: 'A', publisher: 'B', text: 'C' }, 'articles[1] “A” › id: “eurasia-business-today” is the id of an earlier entry; give each its own.'],
  ['an unknown lane', ['events', 2, 'lane'], 'nato', `${SCO} › lane: there is no lane with the id “nato”.`],
  ['an unknown article', [...QUOTE, 'article'], 'other', `${SCO} › evidence[0] › article: there is no article with the id “other”.`],
  ['a note on an unknown article', ['notes', 0, 'article'], 'other', 'notes[0] › article: there is no article with the id “other”.'],
  ['a note on an unknown event', ['notes', 1, 'events', 0], 'other', 'notes[1] › events[0]: there is no event with the id “other”.'],
  ['a note behind the end of the text', ['notes', 2, 'at'], 2274, 'notes[2] › at: is 2274, and the text ends at 2274.'],
  ['a note on a place in no article', ['notes', 2, 'article'], undefined, 'notes[2] › at: needs an “article”, whose text it is a position in.'],
  ['an address of another kind', ['events', 0, 'sources', 0, 'address'], 'javascript:alert(1)', `${KABUL} › sources[0] › address: must be a whole address that starts with http:// or https://, not “javascript:alert(1)”.`],
  ['an address that is none', ['events', 0, 'sources', 0, 'address'], 'https://[', `${KABUL} › sources[0] › address: must be a whole address that starts with http:// or https://.`],
  ['an address with a space', ['articles', 0, 'address'], 'https://a b', `${ARTICLE} › address: must be a whole address that starts with http:// or https://, not “https://a b”.`],
  ['an unknown kind of dating', ['events', 2, 'dating', 'kind'], 'guess', `${SCO} › dating › kind: must be “stated” or “derived” or “external”, not “guess”.`],
  ['an offset that is no whole number', [...QUOTE, 'start'], 1.5, `${SCO} › evidence[0] › start: must be a whole number, not 1.5.`],
  ['an offset before the text', [...QUOTE, 'start'], -1, `${SCO} › evidence[0] › start: must be 0 or more, not -1.`],
  ['an offset beyond all numbers', [...QUOTE, 'end'], 1e300, `${SCO} › evidence[0] › end: must be 9,007,199,254,740,991 or less, not 1e+300.`],
  ['a hidden range that is empty', ['articles', 0, 'hidden', 0, 'end'], 55, `${ARTICLE} › hidden[0]: “start” is 55 and “end” is 55; a range must end after it starts.`],
  ['a hidden range that leaves the text', ['articles', 0, 'hidden', 1, 'end'], 2275, `${ARTICLE} › hidden[1]: “end” is 2275, and the text ends at 2274.`],
  ['a quote that stands elsewhere', [...QUOTE, 'start'], 1450, `${SCO} › evidence[0] › quote: the quote is at 1456–1557, not at 1450–1557; correct “start” and “end”.`],
  ['a quote that stands in no place', [...QUOTE, 'quote'], 'It rained.', `${SCO} › evidence[0] › quote: the quote is not in the text; at 1456–1557 the text reads “The Shanghai Cooperation Organization (SCO), which also inc…”; quote it word for word.`],
  ['a quote behind the end of the text', [...QUOTE], { article: 'eurasia-business-today', quote: 'It rained.', start: 3000, end: 3010 }, `${SCO} › evidence[0] › quote: the quote is not in the text; “end” is 3010, and the text ends at 2274; quote it word for word.`],
  ['a quote that ends before it starts', [...QUOTE, 'end'], 3, `${SCO} › evidence[0] › quote: the quote is at 1456–1557, not at 1456–3; correct “start” and “end”.`],
  ['a quote with typewriter apostrophes', [...QUOTE, 'quote'], "Tajikistan's illegal acts", `${SCO} › evidence[0] › quote: the quote differs from the text at 659–684 in quotation marks, dashes or spaces only, first at 669; copy it from the text.`],
  ['a quote across a line break', [...QUOTE, 'quote'], 'Border  kyrgyz', `${SCO} › evidence[0] › quote: the quote differs from the text at 47–61 in quotation marks, dashes or spaces only, first at 53; copy it from the text.`],
  ['a date that is none', ['events', 2, 'date'], '17 Sep 2021', `${SCO} › date: ${whyNoDate('17 Sep 2021')}.`],
  ['a day that does not exist', ['events', 2, 'date'], '2021-02-30', `${SCO} › date: ${whyNoDate('2021-02-30')}.`],
  ['a date that is empty', ['events', 2, 'date'], '', `${SCO} › date: ${whyNoDate('')}.`],
  ['an interval that runs backwards', ['events', 2, 'date'], '2021-09-17/2021-09-16', `${SCO} › date: ${whyNoDate('2021-09-17/2021-09-16')}.`],
  ['a date of publication that is none', ['articles', 0, 'published'], 'October 2022', `${ARTICLE} › published: ${whyNoDate('October 2022')}.`],
];

describe.each([
  ['a document of five events', bundled],
  ['a document of many events', long],
])('%s', (_, document) => {
  test('is read', () => {
    expect(read(document).ok).toBe(true);
  });

  test.each(FAULTS)('is refused for %s', (_fault, path, value, line) => {
    expect(read(changed(document, path, value))).toEqual(invalid(line));
  });
});
describe('several faults', () => {
  test('are all listed, in the order of the document', () => {
    const faults = [
      [['subtitle'], 7],
      [['articles', 0, 'hidden', 0, 'end'], 55],
      [['events', 0, 'date'], '2021-02-30'],
      [['events', 2, 'colour'], 'red'],
      [['events', 2, 'lane'], 'nato'],
      [['events', 2, 'evidence', 0, 'start'], 1450],
      [['notes', 0, 'article'], 'other'],
    ] satisfies [Path, unknown][];
    const faulty = faults.reduce<unknown>(
      (document, [path, value]) => changed(document, path, value),
      bundled,
    );
    expect(read(faulty)).toEqual(
      invalid(
        'subtitle: must be text, not 7.',
        `${ARTICLE} › hidden[0]: “start” is 55 and “end” is 55; a range must end after it starts.`,
        `${KABUL} › date: ${whyNoDate('2021-02-30')}.`,
        `${SCO} › colour: ${UNKNOWN}.`,
        `${SCO} › lane: there is no lane with the id “nato”.`,
        `${SCO} › evidence[0] › quote: the quote is at 1456–1557, not at 1450–1557; correct “start” and “end”.`,
        'notes[0] › article: there is no article with the id “other”.',
      ),
    );
  });

  test('name the line on which each stands', () => {
    const faulty = changed(
      changed(bundled, ['events', 2, 'date'], '2021-02-30'),
      ['events', 0, 'title'],
      undefined,
    );
    const text = JSON.stringify(faulty, null, 2);
    const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
    expect(readDocument(bytesOf(text))).toEqual(
      invalid(
        `events[0] › title (line ${lineOf('"id": "fall-of-kabul"') - 1}): is missing.`,
        `${SCO} › date (line ${lineOf('2021-02-30')}): ${whyNoDate('2021-02-30')}.`,
      ),
    );
  });

  test('do not arise from one: a faulty article can still be quoted, and events can stand in lanes that cannot be read', () => {
    expect(read(changed(bundled, ['articles', 0, 'title'], ''))).toEqual(
      invalid('articles[0] › title: must not be blank.'),
    );
    expect(read(changed(bundled, ['lanes'], 'x'))).toEqual(invalid('lanes: must be a list, not “x”.'));
  });

  test.each([
    [100, '100 problems', []],
    [137, '137 problems', ['… and 37 more']],
    [10_000, '10,000 problems', ['… and 9,900 more']],
    [200_000, 'more than 10,000 problems', ['… and more than 9,900 more']],
  ])('are written out up to a hundred: %d', (count, words, last) => {
    const result = read(changed(bundled, ['notes'], Array(count).fill(0)));
    const details = result.ok ? [] : result.failure.details;
    expect(result).toMatchObject({ failure: { message: `The document has ${words}.` } });
    expect(details.slice(100)).toEqual(last);
  });
});

describe('what is no timeline document of this version', () => {
  const OBJECT = 'This is not a timeline document: it must be a JSON object.';
  test.each([
    [[], 'document-format', OBJECT],
    [7, 'document-other', 'It is text, not a timeline document.'],
    ['dateline', 'document-other', 'It is text, not a timeline document.'],
    [
      { title: 'x' },
      'document-format',
      'This is not a timeline document: it has no “format”, which must be “dateline”.',
    ],
    [
      { format: 'csv', version: 9 },
      'document-format',
      'This is not a timeline document: its “format” must be “dateline”, not “csv”.',
    ],
    [
      { format: 'dateline', version: 3, lanes: 7 },
      'document-version',
      'The document was made by a newer version of Dateline: its format is version 3, and this one reads versions up to 2.',
    ],
    [
      { format: 'dateline', version: '1' },
      'document-version',
      'The document’s “version” must be 1 or 2, not “1”.',
    ],
    [{ format: 'dateline' }, 'document-version', 'The document has no “version”, which must be 1 or 2.'],
  ])('is refused in one sentence: %j', (document, code, message) => {
    expect(read(document)).toEqual(failure(code, message, code === 'document-version' ? [] : WHAT_OPENS));
  });
});

describe('encodings', () => {
  const utf16 = (text: string) => Array.from(text).flatMap((letter) => [letter.charCodeAt(0), 0]);
  const utf8 = bytesOf(bundledText);
  const IS_UTF16 = 'The document is encoded as UTF-16. Save it as UTF-8.';

  test('a byte order mark is passed over', () => {
    const marked = readDocument(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]));
    expect(marked.ok && withListedEvents(marked.value)).toEqual(withListedEvents(documentIn(bundledText)));
  });

  test.each([
    ['UTF-16 with its mark', [0xff, 0xfe, ...utf16('{}')], IS_UTF16],
    ['UTF-16, big end first, with its mark', [0xfe, 0xff, 0, 0x7b, 0, 0x7d], IS_UTF16],
    ['UTF-16 without its mark', [...utf16('{}')], IS_UTF16],
    ['UTF-16, big end first, without its mark', [0, 0x7b, 0, 0x7d], IS_UTF16],
    [
      'Latin-1',
      [...bytesOf('{\n  "title": "Caf'), 0xe9, 0x22, 0x7d],
      'The document is not UTF-8 text: it breaks at line 2, column 16. Save it as UTF-8.',
    ],
    [
      'a letter cut in two',
      [...bytesOf('{"é \ufffd '), 0xc3],
      'The document is not UTF-8 text: it breaks at line 1, column 7. Save it as UTF-8.',
    ],
  ])('%s is recognised', (_, bytes, message) => {
    expect(readDocument(Uint8Array.from(bytes))).toEqual(failure('document-encoding', message));
  });
});

describe('hostile documents', () => {
  test('text is kept letter for letter', () => {
    const hostile = '<img src=x onerror=alert(1)> &amp; \u202e"]}\\ ${x} \u0000 \ud800 👩‍👩‍👧 Ҷумҳурӣ';
    const text = (title: string) => ({ title: `${title} ${hostile}` });
    const document = {
      format: 'dateline',
      version: 1,
      ...text('document'),
      subtitle: hostile,
      articles: [
        { id: '<b>', ...text('article'), publisher: hostile, text: hostile, hidden: [{ start: 0, end: 28 }] },
      ],
      lanes: [{ id: '__proto__', ...text('lane') }],
      events: [
        {
          id: 'constructor',
          ...text('event'),
          label: hostile,
          date: '2022',
          lane: '__proto__',
          place: hostile,
          participants: [{ name: hostile, role: hostile }],
          evidence: [{ article: '<b>', quote: hostile, start: 0, end: hostile.length }],
          dating: { kind: 'stated', confidence: 'low', explanation: hostile },
          sources: [{ ...text('source'), address: 'https://example.org/<script>?"' }],
        },
      ],
      notes: [{ text: hostile, article: '<b>', at: 0, events: ['constructor'], sources: [] }],
    };
    expect(withListedEvents(documentIn(document))).toMatchObject(document);
  });

  test('a list in a list in a list is refused like any other value', () => {
    const deep = `${'['.repeat(90)}${']'.repeat(90)}`;
    const text = `{"format":"dateline","version":1,"title":${deep},"lanes":[],"events":[],"x":${deep}}`;
    expect(readDocument(bytesOf(text))).toEqual(
      invalid('title: must be text, not a list.', `x: ${UNKNOWN}.`),
    );
  });

  test('of a long article only what is near is looked through for a quote, and the message says so', () => {
    const [article] = entriesAt(bundled, 'articles');
    const text = `${isObject(article) ? String(article['text']) : ''}${' and on'.repeat(100_000)}`;
    const evidence = { article: 'eurasia-business-today', quote: 'It rained.', start: 0, end: 10 };
    const document = changed(changed(bundled, ['articles', 0, 'text'], text), QUOTE, evidence);
    expect(read(document)).toEqual(
      invalid(
        `${SCO} › evidence[0] › quote: the quote is not within 250,000 characters of its place; at 0–10 the text reads “CSTO Mecha”; quote it word for word.`,
      ),
    );
  });

  test.each([
    ['events', Array(200_000).fill({})],
    ['articles', [{ hidden: Array(200_000).fill({}) }]],
    ['notes', [{ events: Array(200_000).fill(7) }]],
  ])('%s with more faults than arguments fit on a stack are refused like any other', (list, entries) => {
    expect(read(changed(bundled, [list], entries))).toMatchObject({ failure: { code: 'document-invalid' } });
  });

  test('no value in any place is more than a document can be refused for', () => {
    const places: Path[] = [];
    const visit = (value: unknown, path: Path): void => {
      places.push(path);
      if (!isObject(value)) return;
      for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
    };
    visit(bundled, []);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, value) => {
        const result = read(changed(bundled, place, value));
        if (result.ok) return;
        expect(result.failure.code).toMatch(/^document-(?:other|format|version|invalid)$/);
        for (const line of result.failure.details) expect(line).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 300 },
    );
  });

  test('no bytes are more than a document can be refused for', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(readDocument(bytes).ok).toBe(false);
      }),
    );
  });
});

test('rests between the events that it checks, so that other work can go on', () => {
  const events = Array.from({ length: 10 * REST }, (_, place) => ({
    id: `e${place}`,
    title: 'Event',
    date: '2021-08-15',
    lane: 'a',
  }));
  const bytes = bytesOf(
    JSON.stringify({
      format: 'dateline',
      version: 2,
      title: 'Many',
      articles: [],
      lanes: [{ id: 'a', title: 'A' }],
      events,
    }),
  );
  const reading = readingDocument(bytes);
  let rests = 0;
  let step = reading.next();
  for (; step.done !== true; step = reading.next()) rests += 1;
  expect(rests).toBe(10);
  expect(step.value.ok && step.value.value.events.count).toBe(10 * REST);
});
