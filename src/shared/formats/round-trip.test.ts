/// <reference types="vite/client" />
// What goes out and comes back in is the same, but for what the writer said.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import tokens from '../../renderer/style/tokens.css?raw';
import type { TimelineEvent } from '../document/event.ts';
import { PALETTE } from '../document/lane-colours.ts';
import { readDocument } from '../document/file/read.ts';
import { documentBytes } from '../document/file/write.ts';
import { LIMITS } from '../document/limits.ts';
import { readFile, writeDraft } from './convert.ts';
import { FORMATS, recogniseFormat } from './formats.ts';
import type { Draft, Format, FormatId, Imported, Written } from './format.ts';
import { faultOf, FIXTURES, optionsFor } from './format-samples.ts';
import { PALETTE_COLOURS } from './write-timeline-project.ts';

const event = (id: string, over: Partial<TimelineEvent> = {}): TimelineEvent => ({
  id,
  title: id,
  lane: 'town',
  participants: [],
  evidence: [],
  sources: [],
  ...over,
});

const DATES = [
  ...['1851-08-15', '1851-09', '1853', '1852-05-15T09:30Z', '1852-05-15T09:30:15Z', '1852-05-14/1852-05-17'],
  ...[
    '1851-09/1852-02',
    '1853/1856',
    '-0043-03-15',
    '-0043',
    '0000',
    '0079',
    '1853~',
    '1852-09-21?',
    '1856-06%',
  ],
  ...['1857?/1859~', '185X', '18XX', '185', '18', '1851-21', '1855-33', '1857-04-12/..', '../1851', '1858/'],
  ...[
    '[1853-10-03..1853-11-22]',
    '[1854,1855]',
    '{1851,1856}',
    '[..1849]',
    '[1858-12..]',
    'Y12000',
    '1854-06-XX',
  ],
  ...['1852-05-15T09:30+02:00', '1852-05-15T09:30Z/1852-05-15T11:00Z', '1950S2', '1852-05-15T09:30'],
  ...['1852-05-15T09:30:15/1852-05-15T10:00:15'],
];

/** A document with something of everything, and text that others would run, read or break on. */
const WHOLE: Draft = {
  title: 'The bridge, "at" <Millbrook> & others',
  subtitle: 'Built; and lost',
  author: 'A. Reporter',
  articles: [
    {
      id: 'gazette',
      title: 'Millbrook loses its bridge',
      publisher: 'The Gazette',
      address: 'https://example.org/gazette',
      published: '1851-08-16',
      text: 'The bridge was closed. Yesterday it fell.',
      hidden: [{ start: 22, end: 23 }],
      passages: [{ at: 23, published: '1851-08-17' }],
    },
  ],
  lanes: [
    { id: 'town', title: 'Town', colour: 'teal' },
    { id: 'a-b', title: 'A › B, "quoted" & <b>', colour: '#123456' },
    { id: 'plain', title: 'Plain' },
    { id: 'nothing', title: 'Nothing in it' },
  ],
  notes: [
    {
      text: 'A note.',
      article: 'gazette',
      at: 4,
      events: ['whole'],
      sources: [{ title: 'Archive', address: 'https://example.org/note' }],
    },
  ],
  proposals: [
    {
      article: 'gazette',
      start: 0,
      end: 22,
      drafted: 'The bridge was closed',
      decision: 'accepted',
      event: 'whole',
      title: 'First stone',
      date: '1851-08-15',
      place: null,
      people: ['The mayor'],
    },
  ],
  events: [
    event('whole', {
      title: 'First stone, "laid" <b>& blessed</b>; at last',
      label: 'First stone',
      description:
        'The mayor’s <i>speech</i> & more.\n1852: looks like an event\n# like a heading\nkey: like a property\n// like a comment\n· guarded already',
      date: '1851-08-15',
      lane: 'a-b',
      place: 'Millbrook, by the river',
      tags: ['stone', 'mayor'],
      importance: 5,
      participants: [
        { name: 'The mayor', role: 'organizer' },
        { name: 'Ann Smith' },
        { name: 'Bo', role: 'witness' },
      ],
      evidence: [
        { article: 'gazette', quote: 'The bridge was closed.', start: 0, end: 22, date: '1851-08-14' },
      ],
      dating: { kind: 'stated', confidence: 'high', explanation: 'It says so.' },
      sources: [
        { title: 'Archive', address: 'https://example.org/a?b=1&c=2' },
        { title: 'example.org', address: 'https://example.org/;x' },
      ],
    }),
    ...[
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      "'=1+1",
      "''",
      '-5 degrees',
      '[7]Container',
      '(7)Part',
      'c. 1850: not a date',
      '2001: a space',
      '__proto__',
      'ends in a backslash\\',
    ].map((title, index) => event(`formula-${index}`, { title, date: '1900', lane: 'plain' })),
    ...DATES.map((date, index) => event(`date-${index}`, { title: `Event ${index}`, date })),
    event('undated', { title: 'Nobody knows when' }),
  ],
};

const both = FORMATS.flatMap((format) => {
  const { read, write } = format;
  return read === undefined || write === undefined ? [] : [{ ...format, read, write }];
});

async function again(format: (typeof both)[number], written: Written): Promise<Imported> {
  const imported = await format.read(
    written.bytes,
    optionsFor(`file${format.endings[0] ?? ''}`, ['end-inclusive', 'january-day']),
  );
  if (!imported.ok) throw new Error(imported.failure.message);
  return imported.value;
}

const text = ({ bytes }: Written): string => new TextDecoder('utf-8').decode(bytes);

/** What a format brings back of an event: these fields, and for dates a way to compare them. */
const KEPT: Readonly<Partial<Record<FormatId, readonly (keyof TimelineEvent)[]>>> = {
  csv: [
    'id',
    'title',
    'label',
    'description',
    'date',
    'place',
    'tags',
    'importance',
    'participants',
    'sources',
  ],
  xlsx: [
    'id',
    'title',
    'label',
    'description',
    'date',
    'place',
    'tags',
    'importance',
    'participants',
    'sources',
  ],
  vis: [
    'id',
    'title',
    'label',
    'description',
    'date',
    'place',
    'tags',
    'importance',
    'participants',
    'sources',
  ],
  ics: ['id', 'title', 'description', 'date', 'place', 'tags', 'participants'],
  markwhen: ['id', 'title', 'description', 'date', 'place', 'tags'],
  timelinejs: ['id', 'title', 'description', 'sources'],
  'timelinejs-csv': ['title', 'description', 'sources'],
  timeline: ['title', 'tags'],
};

describe.each(both)('$id', (format) => {
  test('is recognised as what it is', async () => {
    const written = await format.write(WHOLE);
    const found = recogniseFormat(written.bytes, 'file');
    expect(found.ok && found.value.id).toBe(format.id);
  });

  test('what is written and read is a sound document with no questions', async () => {
    const imported = await again(format, await format.write(WHOLE));
    expect(faultOf(imported)).toBeNull();
    expect(imported.questions).toEqual([]);
  });

  test('keeps what it says it keeps', async () => {
    const kept = KEPT[format.id];
    if (kept === undefined) return;
    const { draft } = await again(format, await format.write(WHOLE));
    const shown = (events: readonly TimelineEvent[]) =>
      events.map((one) => JSON.stringify(kept.map((name) => one[name] ?? null))).sort();
    const isHeld = ({ date }: TimelineEvent): boolean =>
      format.id === 'csv' || format.id === 'xlsx' || format.id === 'vis'
        ? true
        : date !== undefined && !(format.id === 'ics' && /^-|^0000|^Y/.test(date));
    const theirs = draft.events.filter(({ id }) => format.id !== 'ics' || isHeldId(id));
    expect(shown(theirs)).toEqual(
      shown(
        WHOLE.events
          .filter(isHeld)
          .filter(({ id }) => format.id !== 'ics' || isHeldId(id))
          .map((one) => asSaid(format.id, one)),
      ),
    );
  });

  test('keeps text of any kind', async () => {
    const kept = KEPT[format.id];
    if (kept === undefined) return;
    const of = (one: TimelineEvent | undefined) => kept.map((name) => [name, one?.[name] ?? null]);
    await fc.assert(
      fc.asyncProperty(anyEvent, anyLine, anyLine, anyLine, async (one, title, subtitle, lane) => {
        const lanes = [{ id: 'town', title: lane }];
        const written = await format.write({
          title,
          subtitle,
          articles: [],
          lanes,
          events: [one],
          notes: [],
        });
        const { draft } = await again(format, written);
        expect(draft.events).toHaveLength(1);
        expect(of(draft.events[0])).toEqual(of(asSaid(format.id, one)));
        expect(draft.lanes[0]?.title).toBe(lane);
        const said = written.losses.join('\n');
        if (!/^The title of the document/m.test(said)) expect(draft.title).toBe(title);
        if (!/^The subtitle/m.test(said)) expect(draft.subtitle).toBe(subtitle);
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  test('written, read and written again it is the same', async () => {
    const first = await format.write(WHOLE);
    const second = await format.write((await again(format, first)).draft);
    const third = await format.write((await again(format, second)).draft);
    expect(text(third)).toBe(text(second));
  });
});

/** How many events of any text are written; `npm run fuzz` tries more. */
const RUNS = Math.max(300, Math.round(Number(import.meta.env['VITE_MUTANTS'] ?? 0) / 20));

/** Pieces of text that one format or another takes for more than text. */
const PIECES = [
  ...Array.from('abXY019,;|[]()#:=+-@\'"\\<>&/.·*_`~^$%{}é😀'),
  ...[
    ' ',
    ' ',
    ' ',
    '#tag',
    '[a](https://example.org)',
    '1852: ',
    '# ',
    '//',
    'id: x',
    '&amp;',
    '<b>',
    '[7]',
  ],
  ...['[x] ', '(7)', '::', 'now', '45%', '\u202e', '@ref', '\\n', '\\,', "'=1"],
];
const anyLine = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 9 })
  .map((pieces) => pieces.join('').replace(/\s+/g, ' ').trim())
  .filter((text_) => text_ !== '');
const anyText = fc
  .array(fc.oneof({ weight: 5, arbitrary: anyLine }, { weight: 1, arbitrary: fc.constant('') }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((lines) => lines.join('\n').trim())
  .filter((text_) => text_ !== '');
const anyEvent: fc.Arbitrary<TimelineEvent> = fc
  .record(
    {
      title: anyLine,
      participants: fc.array(fc.record({ name: anyLine, role: anyLine }, { requiredKeys: ['name'] }), {
        maxLength: 3,
      }),
      sources: fc.uniqueArray(
        fc.record({
          title: anyLine,
          address: fc.constantFrom(
            'https://example.org/a',
            'https://example.org/;x,y',
            "https://example.org/?b=1&c='",
          ),
        }),
        { maxLength: 3, selector: ({ address }) => address },
      ),
      label: anyLine.filter(({ length }) => length <= LIMITS.label),
      description: anyText,
      place: anyLine,
      tags: fc.uniqueArray(
        anyLine.filter(({ length }) => length <= LIMITS.tag),
        { minLength: 1, maxLength: 3 },
      ),
      importance: fc.integer({ min: 1, max: 5 }),
    },
    { requiredKeys: ['title', 'participants', 'sources'] },
  )
  .map((one) => event('one', { date: '1852-03-04', ...one }));

/** An event with the changes that a writer says it makes. */
function asSaid(id: FormatId, one: TimelineEvent): TimelineEvent {
  if (id === 'timeline') return { ...one, tags: one.tags?.map((tag) => tag.replace(/\s+/g, '_')) };
  if (id === 'ics')
    return {
      ...one,
      participants: one.participants.map(({ name, role }) => ({
        name,
        ...(role === 'organizer' && { role }),
      })),
    };
  if (id === 'csv' || id === 'xlsx')
    return {
      ...one,
      participants: one.participants.map(({ name, role }) => ({
        name,
        ...(role !== undefined && { role: role.replace(/\[/g, '(').replace(/\]/g, ')') }),
      })),
    };
  return one;
}

/** Calendars leave out what lies too far. */
function isHeldId(id: string): boolean {
  const own = WHOLE.events.find((one) => one.id === id)?.date ?? '';
  return !/^-|^0000|^Y/.test(own);
}

describe('every fixture', () => {
  test.each(FIXTURES.map((fixture) => ({ ...fixture, name: `${fixture.format}/${fixture.file}` })))(
    '$name can be written in every format, and what comes back is sound and stable',
    async ({ file, bytes }) => {
      const format = recogniseFormat(bytes, file);
      const imported = format.ok ? await format.value.read?.(bytes, optionsFor(file)) : undefined;
      if (imported?.ok !== true) return;
      const { draft } = imported.value;
      for (const { write, read, id, endings } of FORMATS) {
        if (write === undefined) continue;
        const written = await write(draft);
        for (const loss of written.losses) expect(loss).toMatch(/^\P{Ll}.*[^.]$|^vis-timeline/u);
        if (read === undefined || draft.events.length === 0) continue;
        const options = optionsFor(`file${endings[0] ?? ''}`, ['end-inclusive', 'january-day']);
        const back = await read(written.bytes, options);
        if (!back.ok) {
          // Nothing was left to write.
          expect([id, back.failure.message]).toEqual([
            id,
            expect.stringMatching(/no rows|no item|no calendar|no sheet/),
          ]);
          continue;
        }
        expect([id, faultOf(back.value)]).toEqual([id, null]);
      }
    },
  );
});

test('the palette is that of the renderer', () => {
  const [light = ''] = tokens.split('--lane-7-fill');
  const edges = [...light.matchAll(/--lane-\d-edge: (#[0-9a-f]{6})/g)].map(([, edge]) => edge);
  expect(PALETTE.map((name) => PALETTE_COLOURS[name]).slice(0, edges.length)).toEqual(edges);
});

test('articles come back from a bibliography, with the dates of their publication', async () => {
  const dates = [
    '1912-05-03',
    '1912-05',
    '1912',
    '-0043',
    '1912~',
    '1912?',
    '[1850..1852]',
    '1829/1830',
    '1912-21',
  ];
  const articles = dates.map((published, index) => ({
    id: `article-${index}`,
    title: `Article < ${index} > & more`,
    publisher: 'The "Gazette"',
    address: `https://example.org/${index}`,
    published,
    text: 'It was closed.\n\nIf a < b & b > c.',
    hidden: [],
  }));
  const [csl] = both.filter(({ id }) => id === 'csl');
  if (csl === undefined) throw new Error('CSL-JSON is not written.');
  const { draft } = await again(csl, await csl.write({ ...WHOLE, articles }));
  const shown = (all: Draft['articles']) =>
    all.map(({ title, publisher, address, published, text: words }) => [
      title,
      publisher,
      address,
      published,
      words,
    ]);
  expect(shown(draft.articles)).toEqual(shown(articles));
  const tagged = articles.map((article) => ({ ...article, text: 'A <b>tag</b>' }));
  const { losses } = await csl.write({ ...WHOLE, articles: tagged });
  expect(losses).toContain(
    'What looks like markup, which bibliographies may have, is read as such in 9 articles',
  );
});

test('a cell of a workbook holds no more than Excel takes', async () => {
  const participants = Array.from({ length: 200 }, (_, index) => ({ name: `${'x'.repeat(290)} ${index}` }));
  const [xlsx] = both.filter(({ id }) => id === 'xlsx');
  const written = await xlsx?.write({ ...WHOLE, events: [event('crowded', { participants })] });
  expect(written?.losses).toContain('Texts of more than 32,767 characters are cut in 1 cell');
  if (xlsx === undefined || written === undefined) return;
  const back = await again(xlsx, written);
  expect(back.draft.events[0]?.participants.length).toBeGreaterThan(100);
  expect(back.draft.events[0]?.participants.length).toBeLessThan(200);
});

test('a row that is longer than Dateline reads is announced', async () => {
  const sources = Array.from({ length: 1_000 }, (_, index) => ({
    title: 'é'.repeat(290),
    address: `https://example.org/${'x'.repeat(500)}${index}`,
  }));
  const [csv] = both.filter(({ id }) => id === 'csv');
  const written = await csv?.write({ ...WHOLE, events: [event('crowded', { sources })] });
  expect(written?.losses).toContain(
    '1 event takes more than a million bytes in the table, which Dateline then does not read back',
  );
});

test('other calendars get a time of a zone as one of UTC, also where it is in doubt', async () => {
  const [ics] = both.filter(({ id }) => id === 'ics');
  const dates = [
    '2020-01-01T10:00+02:00',
    '2020-01-01T10:00Z?',
    '2020-01-01T10:00:00.5Z',
    '2020-01-01T10:00',
  ];
  const events = dates.map((date, at) => event(`timed-${at}`, { date }));
  const written = await ics?.write({ ...WHOLE, events });
  const lines = new TextDecoder('utf-8').decode(written?.bytes ?? new Uint8Array()).match(/DTSTART:.*/g);
  expect(lines?.map((line) => line.trim())).toEqual([
    'DTSTART:20200101T080000Z',
    'DTSTART:20200101T100000Z',
    'DTSTART:20200101T100000Z',
    'DTSTART:20200101T100000',
  ]);
});

test('dates come back, but for what is said', async () => {
  const changes = await Promise.all(
    both.map(async (format) => {
      const { draft } = await again(format, await format.write(WHOLE));
      const back = new Map(draft.events.map(({ title, date }) => [title, date]));
      const changed = WHOLE.events.filter(({ title, date }) => back.has(title) && back.get(title) !== date);
      return changed.length === 0
        ? []
        : [
            `# ${format.id}`,
            ...new Set(changed.map(({ title, date = '' }) => `${date} → ${back.get(title) ?? ''}`)),
            '',
          ];
    }),
  );
  await expect(changes.flat().join('\n')).toMatchFileSnapshot('./fixtures/changed-dates.txt');
});

/** What of a document may come back otherwise, and the sentences that announce it. */
const ANNOUNCED = {
  title: /^The title of the document/,
  subtitle: /^The subtitle/,
  author: /^The author/,
  articles: /^The article/,
  notes: /^1 note /,
  proposals: /^1 proposal /,
  'lanes without events': /^1 lane without events/,
  'order of lanes': /^The order of the lanes/,
  colours: /^The colours of/,
  'events without a date': /^1 event without a date/,
  'events out of reach': /events before 1 CE or after 9999 are left out/,
  id: /^The ids of events/,
  label: /^Shorter titles/,
  description: /^Places and participants stand in the description/,
  place: /^Places/,
  participants: /participants|^The roles/i,
  tags: /^Tags are/,
  importance: /^Degrees of importance/,
  evidence: /^Quotes/,
  dating: /^How the date is known/,
  sources: /^(?:Sources|The titles of sources)/,
  lane: /^The lanes/,
  date: /^(?:Months, years|Doubt, open ends|Times (?:are written|get seconds)|Uncertain dates|Open starts and sets|Markwhen shows|1 BCE)/,
} as const;
type Part = keyof typeof ANNOUNCED;

/** The parts in which a document differs from what came back of it. Events have titles of their own here. */
function differing(before: Draft, after: Draft): Set<Part> {
  const found = new Set<Part>();
  const note = (part: Part, one: unknown, other: unknown): void => {
    if (JSON.stringify(one ?? null) !== JSON.stringify(other ?? null)) found.add(part);
  };
  for (const part of ['title', 'subtitle', 'author', 'articles', 'notes', 'proposals'] as const)
    note(part, before[part], after[part] ?? (part === 'proposals' ? [] : undefined));
  const used = (draft: Draft) =>
    draft.lanes.filter(({ id }) => draft.events.some(({ lane }) => lane === id)).map(({ title }) => title);
  const lanesOf = (draft: Draft) => draft.lanes.map(({ title }) => title).sort();
  if (lanesOf(before).length !== lanesOf(after).length) found.add('lanes without events');
  note('order of lanes', used(before), used(after));
  const colours = new Map(after.lanes.map(({ title, colour }) => [title, colour]));
  for (const { title, colour } of before.lanes)
    if (colours.has(title)) note('colours', colour, colours.get(title));
  const back = new Map(after.events.map((one) => [one.title, one]));
  const laneIn = (draft: Draft, id: string) => draft.lanes.find((lane) => lane.id === id)?.title;
  for (const one of before.events) {
    const other = back.get(one.title);
    if (other === undefined) {
      found.add(one.date === undefined ? 'events without a date' : 'events out of reach');
      continue;
    }
    for (const part of [
      ...(['id', 'label', 'description', 'place', 'participants', 'tags', 'importance'] as const),
      ...(['evidence', 'sources', 'date'] as const),
    ])
      note(part, one[part], other[part]);
    note('lane', laneIn(before, one.lane), laneIn(after, other.lane));
    // Where a date was imported from is known in any case.
    if (one.dating !== undefined) note('dating', one.dating, other.dating);
  }
  expect(after.events.length).toBe(back.size);
  return found;
}

test.each(both.filter(({ id }) => id !== 'csl'))(
  'from $id all comes back the same but for what was announced',
  async (format) => {
    const written = await format.write(WHOLE);
    const { draft } = await again(format, written);
    const silent = [...differing(WHOLE, draft)].filter(
      (part) => !written.losses.some((loss) => ANNOUNCED[part].test(loss)),
    );
    expect(silent).toEqual([]);
  },
);

test('a timeline document holds everything', async () => {
  const written = await writeDraft(WHOLE, 'dateline', '2026-11-28T00:00:00Z');
  if (!written.ok) throw new Error(written.failure.message);
  expect(written.value.losses).toEqual([]);
  // It is the file that saving what was read of it makes.
  const document = readDocument(written.value.bytes);
  if (!document.ok) throw new Error(document.failure.message);
  expect(text({ bytes: documentBytes(document.value), losses: [] })).toBe(text(written.value));
  const read = await readFile('whole.dateline', written.value.bytes, optionsFor('whole.dateline'));
  if (!read.ok) throw new Error(read.failure.message);
  expect(read.value.imported.report.problems).toEqual([]);
  expect(JSON.parse(JSON.stringify(read.value.imported.draft))).toEqual(JSON.parse(JSON.stringify(WHOLE)));
});

test('what a document has and a format cannot hold is said', async () => {
  const losses = await Promise.all(
    FORMATS.flatMap(({ id, write }: Format) =>
      write === undefined ? [] : [write(WHOLE).then((written) => [id, ...written.losses])],
    ),
  );
  await expect(
    losses.map(([id, ...lines]) => [`# ${id ?? ''}`, ...lines].join('\n')).join('\n\n'),
  ).toMatchFileSnapshot('./fixtures/losses.txt');
});
