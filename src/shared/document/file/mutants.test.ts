/// <reference types="vite/client" />
// Thousands of mutated files: the scanner reads each as `JSON.parse` would read the whole, with the same events, problems
// and lines, or says in a sentence why it does not. `npm run fuzz` tries more.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import bundled from '../../../../resources/article.dateline?raw';
import type { Result } from '../../result.ts';
import { HOSTILE_DOCUMENTS } from './hostile-documents.ts';
import { isObject } from './issues.ts';
import { linesOf } from './line-numbers.ts';
import { otherKind } from './other-kind.ts';
import { MOST_COUNTED } from './problems.ts';
import { examineDocument, examineSource } from './read.ts';
import { FIELDS, LISTS, type ListName } from './schema.ts';
import type { Source } from './source.ts';
import type { Examined } from './validate.ts';

/** How many mutants of each kind are tried. */
const RUNS = Number(import.meta.env['VITE_MUTANTS'] ?? 5_000);

const FIXTURES = import.meta.glob<string>('../../../../e2e/fixtures/*.dateline', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Characters; a document of this size holds one to five entries. */
const SMALL = 400;

const documents = [
  bundled,
  ...Object.values(FIXTURES),
  ...Object.values(HOSTILE_DOCUMENTS).map((make) => make(SMALL)),
];

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What the file holds, taken apart by `JSON.parse`; `undefined` if it is no JSON of UTF-8. */
function parsedWhole(bytes: Uint8Array): Source | null | undefined {
  let text: string;
  let json: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(json) || Array.isArray(json)) return null;
  let stored = '';
  const store = (value: unknown): { readonly start: number; readonly end: number } => {
    const start = stored.length;
    stored += JSON.stringify(value).replace(/[^\0-\x7f]/g, escaped);
    return { start, end: stored.length };
  };
  const list = (name: ListName): Source['lists'][ListName] => {
    if (!Object.hasOwn(json, name)) return undefined;
    const value = json[name];
    if (!Array.isArray(value)) return { isList: false, value };
    const entries: readonly unknown[] = value;
    const places = entries.map(store);
    return {
      isList: true,
      length: entries.length,
      readable: entries.length,
      entry: (position) => entries[position],
      place: (position) => places[position] ?? { start: 0, end: 0 },
    };
  };
  const lists = {
    articles: list('articles'),
    lanes: list('lanes'),
    events: list('events'),
    notes: list('notes'),
    proposals: list('proposals'),
  };
  const unknown = Object.entries(json).filter(
    ([name]) => !FIELDS.has(name) && !LISTS.some((known) => known === name),
  );
  const places = new Map(unknown.map(([name, value]) => [name, store(value)]));
  return {
    names: [...places.keys()],
    placeOf: (name) => places.get(name),
    text: encode(stored),
    fields: Object.fromEntries(
      Object.entries(json)
        .filter(([name]) => !LISTS.some((known) => known === name))
        .map(([name, value]) => [name, FIELDS.has(name) ? value : null]),
    ),
    lists,
    lines: (paths) => (/[\r\n]\s*\S/.test(text) ? linesOf(text, paths) : paths.map(() => null)),
  };
}

/** Writes a character in ASCII, so that a text has as many bytes as characters. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** What was found, with the events as values: their JSON may be written in many ways. */
function comparable(examined: Examined): unknown {
  if (!examined.ok) return examined;
  const { events, kept, ...document } = examined.value;
  const { starts, ends, lanes, flags, ids } = events.columns;
  // `JSON.parse` puts names that are numbers first, so the order of the fields is not compared.
  const values = new Map(
    kept.map(({ json, name }): [string, unknown] => [
      name,
      JSON.parse(new TextDecoder('utf-8').decode(json)),
    ]),
  );
  return {
    ...document,
    kept: values,
    events: [...events.all()],
    columns: { starts, ends, lanes, flags, ids },
  };
}

/** Examines a file both ways and compares. */
function compare(bytes: Uint8Array): void {
  const scanned = examineDocument(bytes, MOST_COUNTED);
  if (otherKind(bytes) !== null) {
    expect(scanned).toMatchObject({ failure: { code: 'document-other' } });
    return;
  }
  const source = parsedWhole(bytes);
  if (source !== undefined && !isTooDeep(scanned)) {
    expect(comparable(scanned)).toEqual(comparable(examineSource(source, MOST_COUNTED)));
  } else {
    expect(scanned).toMatchObject({
      failure: { code: expect.stringMatching(/^document-(?:encoding|json)$/) as unknown },
    });
  }
}

/** Only the scanner refuses this; json.test.ts has its bound. */
function isTooDeep(scanned: Result<unknown>): boolean {
  return !scanned.ok && scanned.failure.message.includes('lists and objects within each other');
}

test.each(Object.entries(HOSTILE_DOCUMENTS))('%s', (_, make) => {
  compare(encode(make(20_000)));
});

test.each(documents.map((document) => [document.slice(0, 40), document]))('%s…', (_, document) => {
  compare(encode(document));
});

const PIECES = [
  ...Array.from('{}[]",:\\\n\r 7é😀\u0000\ufeff'),
  ...[
    'null',
    'true',
    '-1.5e3',
    '1e999',
    '""',
    '"x"',
    '{}',
    '[]',
    '\\u0041',
    '\\ud83d',
    '[[[[[[[[[[',
    '}}}}}',
  ],
  ...['"__proto__":{"a":1},', '"title":7,', '"events":[],', '"events":7,', '"lanes":null,', '"version":1,'],
  ...['"x":1,', '"7":1,', '"date":"2021",', '"ev\\u0065nts":[{}],', '"id":"e0",', '"constructor":1,'],
].map(encode);

/** A change at one place of a file: takes some bytes away, and puts others there. */
const edit = fc.record({
  at: fc.nat(),
  away: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(300)),
  piece: fc.oneof(
    fc.constant(new Uint8Array()),
    fc.constantFrom(...PIECES),
    fc.uint8Array({ minLength: 1, maxLength: 2 }),
    // A part of another file.
    fc.tuple(fc.constantFrom(...documents), fc.nat(), fc.nat(200)).map(([document, at, length]) => {
      const bytes = encode(document);
      return bytes.subarray(at % bytes.length, (at % bytes.length) + length);
    }),
  ),
});

function edited(
  bytes: Uint8Array,
  { at, away, piece }: typeof edit extends fc.Arbitrary<infer T> ? T : never,
) {
  const place = at % (bytes.length + 1);
  return Uint8Array.from([...bytes.subarray(0, place), ...piece, ...bytes.subarray(place + away)]);
}

test('files whose bytes were changed, or that were cut off', () => {
  const cut = fc.oneof({ weight: 5, arbitrary: fc.constant(Infinity) }, { weight: 1, arbitrary: fc.nat() });
  fc.assert(
    fc.property(
      fc.constantFrom(...documents),
      fc.array(edit, { minLength: 1, maxLength: 3 }),
      cut,
      (document, edits, end) => {
        const bytes = edits.reduce(edited, encode(document));
        compare(end === Infinity ? bytes : bytes.subarray(0, end % bytes.length));
      },
    ),
    { numRuns: RUNS },
  );
}, 600_000);

/** Each document that is JSON, as a value. */
const values = documents.flatMap((document): unknown[] => {
  try {
    return [JSON.parse(document)];
  } catch {
    return [];
  }
});

const NAMES = [
  'title',
  'id',
  'date',
  'mood',
  '__proto__',
  '7',
  'events',
  'lanes',
  'evidence',
  'hidden',
  'text',
  'at',
];

/** A change of one value: the steps down to it choose by number among what is there. */
const change = fc.record({
  steps: fc.array(fc.nat(), { maxLength: 5 }),
  kind: fc.constantFrom('replace', 'remove', 'add', 'repeat'),
  name: fc.constantFrom(...NAMES),
  value: fc.oneof(
    fc.constantFrom<unknown>(null, 7, -1, 1.5, '', ' ', 'l', 'a', 'e0', '2021-13', '2022', true, [], {}, [
      null,
    ]),
    fc.jsonValue({ maxDepth: 2 }),
  ),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function withChange(value: unknown, { steps: [step, ...steps], ...how }: Change): unknown {
  if (!isObject(value) || step === undefined) return how.kind === 'remove' ? null : how.value;
  const entries = Object.entries(value);
  const at = step % (entries.length + 1);
  const [name, inner] = entries[at] ?? [how.name, how.value];
  const isLast = steps.length === 0;
  const put: [string, unknown][] =
    isLast && how.kind === 'remove'
      ? []
      : isLast && how.kind === 'repeat'
        ? [
            [name, inner],
            [name, inner],
          ]
        : isLast && how.kind === 'add'
          ? [
              [how.name, how.value],
              [name, inner],
            ]
          : [[name, withChange(inner, { ...how, steps })]];
  entries.splice(at, 1, ...put);
  return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}

test('files whose values were changed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...values),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(0, 1),
      (value, changes, space) => {
        compare(encode(JSON.stringify(changes.reduce(withChange, value), null, space)));
      },
    ),
    { numRuns: RUNS },
  );
}, 600_000);
