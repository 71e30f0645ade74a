/// <reference types="vite/client" />
// Large and hostile files: every reader answers each with a sound document or a sentence, within the time of a test.
import { describe, expect, test, vi } from 'vitest';
import { FORMATS } from './formats.ts';
import { faultOf, FIXTURES, optionsFor } from './format-samples.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const MEGABYTE = 2 ** 20;
const long = (piece: string, bytes = 10 * MEGABYTE): string => piece.repeat(Math.ceil(bytes / piece.length));

/** Files by what they do; each is made when it is asked for. */
const HOSTILE: Readonly<Record<string, () => string>> = {
  'a line of 10 MB': () => long('x'),
  'a line of 10 MB of spaces': () => `2001: a\n${long(' ')}`,
  'a line of commas': () => long(',', MEGABYTE),
  'a line of 10 MB of colons': () => long('2020-01-01:'),
  'a line of 10 MB of dashes': () => long('1-'),
  'quotation marks alone': () => long('"', MEGABYTE),
  'quotation marks and commas': () => long('",', MEGABYTE),
  'a cell that never ends': () => `Title,Date\n"${long('x\n', MEGABYTE)}`,
  'fifty thousand short lines': () => long('a,1\n', 200_000),
  'a hundred thousand heads': () => `${long('a,', 200_000)}\n1,2\n`,
  'lists within lists': () => long('[', MEGABYTE),
  'objects within objects': () => `{"events":${long('{"a":', MEGABYTE)}`,
  'a list of many lists': () => `[${long('[],', MEGABYTE)}[]]`,
  'elements within elements': () => `<timeline>${long('<a>', MEGABYTE)}`,
  'one long attribute': () => `<timeline a="${long('x', MEGABYTE)}"/>`,
  'one long element name': () => `<timeline><${long('x', MEGABYTE)}/></timeline>`,
  'entities that are none': () => `<timeline><events>${long('&a;', MEGABYTE)}</events></timeline>`,
  'a calendar that begins again and again': () => long('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n', 200_000),
  'a calendar of one folded line': () => `BEGIN:VCALENDAR\r\nX:${long('\r\n x', 100_000)}\r\nEND:VCALENDAR`,
  'parameters without end': () =>
    `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;${long('A="b";', MEGABYTE)}:20200101\nEND:VEVENT\nEND:VCALENDAR`,
  'rules that repeat in many events': () =>
    `BEGIN:VCALENDAR\n${Array.from({ length: 200 }, (_, index) => `BEGIN:VEVENT\nUID:${index}\nDTSTART:20200101T000000Z\nRRULE:FREQ=DAILY\nEND:VEVENT\n`).join('')}END:VCALENDAR`,
  'rules that no day meets': () =>
    `BEGIN:VCALENDAR\n${Array.from({ length: 200 }, (_, index) => `BEGIN:VEVENT\nUID:${index}\nDTSTART:20200101\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT\n`).join('')}END:VCALENDAR`,
  'zones of rules without end': () =>
    `BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:A\n${'BEGIN:STANDARD\nDTSTART:00010101T000000\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU\nEND:STANDARD\n'.repeat(20)}END:VTIMEZONE\n${'BEGIN:VEVENT\nDTSTART;TZID=A:20200101T000000\nEND:VEVENT\n'.repeat(200)}END:VCALENDAR`,
  'dates of many separators': () => `Title,Date\n${long(`a,${'1 to '.repeat(49)}\n`, MEGABYTE)}`,
  'ids that are all the same': () => `id,Title,Date\n${long('a,a,2001\n', 200_000)}`,
  'a lane for each event': () =>
    `Title,Date,Category\n${Array.from({ length: 10_000 }, (_, index) => `a,2001,c${index}\n`).join('')}`,
  'names of prototypes': () =>
    `__proto__,constructor,Title,Date\n${'hasOwnProperty,toString,valueOf,2001\n'.repeat(100)}`,
  'an address whose host is longer than a title': () =>
    `Title,Date,URL\na,2001,https://${'x'.repeat(1_500)}.org/\n`,
  'names of prototypes in slides': () =>
    `{"__proto__":{"polluted":1},"events":[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"start_date":{"year":1,"__proto__":{"month":2}},"text":{"headline":"__proto__"},"group":"__proto__","unique_id":"constructor"}]}`,
  'names of prototypes in items': () =>
    `{"groups":[{"id":"__proto__","content":"a","nestedGroups":["constructor","__proto__"]},{"id":"constructor","content":"toString"}],"items":[{"id":"__proto__","start":"2001","content":"a","group":"__proto__"},{"id":"hasOwnProperty","start":"2001","content":"b","group":"constructor"},{"id":"c","start":"2001","content":"c","group":"valueOf"}]}`,
  'names of prototypes in a bibliography': () =>
    `[{"id":"__proto__","type":"constructor","title":"a","__proto__":{"issued":1},"issued":{"date-parts":[[1]],"season":"__proto__"},"constructor":[{"family":"toString"}]}]`,
  'names of prototypes in a calendar': () =>
    `BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:__proto__\nEND:VTIMEZONE\nBEGIN:__PROTO__\nEND:__PROTO__\nBEGIN:VEVENT\nUID:__proto__\nDTSTART;TZID=constructor:20200101T000000\nRRULE:__PROTO__=1;FREQ=constructor\nCATEGORIES:__proto__\nATTENDEE;CN=__proto__;__PROTO__=1:x\nEND:VEVENT\nEND:VCALENDAR`,
  'names of prototypes under headings': () =>
    '__proto__: x\ntitle: a\n# __proto__\n2001: a #constructor\nid: __proto__\n__proto__: y\nafter !constructor 3 days: b\nafter !__proto__ 3 days: c\n',
  'names of prototypes in elements': () =>
    '<timeline><version>2.3.0</version><categories><category><name>__proto__</name><parent>constructor</parent></category></categories><events><event><start>2001-1-1 0:0:0</start><end>2001-1-1 0:0:0</end><text>[7]__proto__</text><category>constructor</category><__proto__>a</__proto__></event></events></timeline>',
  'markup without end': () =>
    JSON.stringify({
      events: [
        {
          start_date: { year: 1 },
          text: { headline: long('<a href="x">', MEGABYTE), text: long('&amp', MEGABYTE) },
        },
      ],
    }),
  'tags without end': () =>
    JSON.stringify([{ id: 1, start: '2001', content: long('<', MEGABYTE), title: long('<!--', MEGABYTE) }]),
  'headings without end': () => long('# a\n## b\n2001: x #y\n', 100_000),
  'links without end': () => `2001: ${long('[a](', MEGABYTE)}`,
  'relative dates': () => `2001: a\n${long('10 years: b\n', 50_000)}`,
};

/** One reader of each kind: those of tables share theirs. */
const READERS = [
  'timelinejs',
  'timesketch',
  'wikidata',
  'vis',
  'csl',
  'timeline',
  'ics',
  'xlsx',
  'markwhen',
  'csv',
];

describe.each(Object.entries(HOSTILE))('%s', (_, make) => {
  const bytes = encode(make());
  test.each(
    FORMATS.flatMap(({ id, read }) => (read !== undefined && READERS.includes(id) ? [{ id, read }] : [])),
  )('for $id', async ({ read }) => {
    const imported = await read(bytes, optionsFor('file'));
    if (!imported.ok) {
      expect(imported.failure.message).toMatch(/^\P{Ll}.{0,600}[.?]$/su);
      return;
    }
    const { draft, report } = imported.value;
    expect(report.problems.length).toBeLessThanOrEqual(10_050);
    if (draft.events.length < 2_000) expect(faultOf(imported.value)).toBeNull();
    else expect(draft.lanes.length).toBeLessThanOrEqual(200);
  });
});

/** A file of each text format with one event, by its title. */
const TITLED: Readonly<Record<string, (title: string) => string>> = {
  csv: (title) => `Title,Date\n${title},2001\n`,
  tsv: (title) => `Title\tDate\n${title}\t2001\n`,
  'timelinejs-csv': (title) => `Year,Month,Day,Headline,Text,Type\n2001,,,${title},x,\n`,
  'calendar-csv': (title) =>
    `Subject,Start Date,Start Time,End Date,All Day Event\n${title},2001-05-17,,2001-05-17,True\n`,
  aeon: (title) =>
    `Type,Display ID,Label,Summary,Narrative Position,Color,Parent,Initials,Ongoing,Start Date,Latest Start Date,Duration,Earliest End Date,End Date,Blocked By,Links,Tags\nEvent,1,${title},,,,,,False,2001,,,,,,,\n`,
  preceden: (title) =>
    `Layer Name,Event ID,Event Name,Notes,Start Date,Start Approximate,End Date,End Approximate,Milestone,Symbol,Color\nLayer,1,${title},,2001,No,,No,No,,\n`,
  timelinejs: (title) =>
    JSON.stringify({ events: [{ start_date: { year: 2001 }, text: { headline: title } }] }),
  vis: (title) => JSON.stringify([{ id: 1, start: '2001', content: title }]),
  csl: (title) => JSON.stringify([{ id: 'a', type: 'book', title, issued: { 'date-parts': [[2001]] } }]),
  wikidata: (title) =>
    JSON.stringify({
      head: { vars: ['item', 'itemLabel', 'date'] },
      results: {
        bindings: [
          {
            item: { type: 'uri', value: 'http://www.wikidata.org/entity/Q1' },
            itemLabel: { type: 'literal', value: title },
            date: { type: 'literal', value: '2001-05-17T00:00:00Z' },
          },
        ],
      },
    }),
  timesketch: (title) =>
    `${JSON.stringify({ message: title, datetime: '2001-05-17T10:00:00+00:00', timestamp_desc: 'x' })}\n`,
  ics: (title) =>
    `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20010517\r\nSUMMARY:${title}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
  markwhen: (title) => `title: Notes\n\n2001: ${title}\n`,
  timeline: (title) =>
    `<timeline><version>2.3.0</version><events><event><start>2001-5-17 0:0:0</start><end>2001-5-17 0:0:0</end><text>${title}</text></event></events></timeline>`,
};

/** The bytes of a text in an older encoding, which has these letters from 0xC0 on. */
const inLetters = (text: string, letters: string): Uint8Array =>
  Uint8Array.from(text, (letter) =>
    letters.includes(letter) ? 0xc0 + letters.indexOf(letter) : letter.charCodeAt(0),
  );
const CYRILLIC = Array.from({ length: 64 }, (_, at) => String.fromCharCode(0x410 + at)).join('');
const LATIN = Array.from({ length: 64 }, (_, at) => String.fromCharCode(0xc0 + at)).join('');

describe.each(Object.entries(TITLED))('letters in %s', (id, titled) => {
  const read = async (bytes: Uint8Array) => {
    const [format] = FORMATS.filter((one) => one.id === id);
    return format?.read?.(bytes, optionsFor('file', ['january-day', 'end-inclusive', 'bce-minus']));
  };

  test('of Windows-1251 and 1252 are read, and that they are a guess is said', async () => {
    for (const [title, letters, name] of [
      ['Мост через реку', CYRILLIC, 'Windows-1251'],
      ['Café à Genève', LATIN, 'Windows-1252'],
    ] as const) {
      const imported = await read(inLetters(titled(title), letters));
      if (imported?.ok !== true) throw new Error(imported?.failure.message);
      expect(imported.value.draft.events.map((one) => one.title)).toEqual([title]);
      expect(imported.value.report.problems.map(({ reason }) => reason)).toContainEqual(
        expect.stringContaining(`read as ${name}`),
      );
    }
  });

  test('that turn the direction of the text are kept', async () => {
    const title = 'A \u202ebridge\u202c and \u2067more\u2069';
    const imported = await read(encode(titled(title)));
    if (imported?.ok !== true) throw new Error(imported?.failure.message);
    expect(imported.value.draft.events.map((one) => one.title)).toEqual([title]);
  });

  test('that are none are left out and reported, or the file is refused in a sentence', async () => {
    for (const control of ['\u0000', '\u0001', '\u001b[31m', '\u007f']) {
      const imported = await read(encode(titled(`A ${control}bridge`)));
      if (imported?.ok !== true) {
        expect(imported?.failure.message).toMatch(/^\P{Ll}.{0,600}[.?]$/su);
        continue;
      }
      const { draft, report } = imported.value;
      expect(JSON.stringify(draft)).not.toMatch(/\\u00[01]|\u007f/);
      expect(report.problems.map(({ reason }) => reason)).toContainEqual(
        expect.stringMatching(/[Cc]ontrol characters/),
      );
    }
  });
});

test('nothing of a file is run, no address is fetched, and nothing common is changed', async () => {
  const fetched: unknown[] = [];
  for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'alert'])
    vi.stubGlobal(name, (...asked: unknown[]) => fetched.push([name, ...asked]));
  // What readers load, they have loaded by then.
  const readAll = async (): Promise<void> => {
    for (const { bytes, file } of FIXTURES)
      for (const { read } of FORMATS) await read?.(bytes, optionsFor(file));
    for (const make of Object.values(HOSTILE).slice(-12))
      for (const { read } of FORMATS) await read?.(encode(make().slice(0, 100_000)), optionsFor('file'));
  };
  const common = (): string[] =>
    [globalThis, Object.prototype, Array.prototype, String.prototype, Function.prototype].flatMap((one) =>
      Reflect.ownKeys(one).map(String),
    );
  await readAll();
  const before = common();
  await readAll();
  const after = common();
  vi.unstubAllGlobals();
  expect(after.sort()).toEqual(before.sort());
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect(fetched).toEqual([]);
}, 60_000);

test('a file that is too large is not read at all', async () => {
  const bytes = new Uint8Array(257 * MEGABYTE).fill(0x61);
  for (const { read } of FORMATS) {
    const imported = await read?.(bytes, optionsFor('file'));
    if (imported !== undefined) expect(imported.ok).toBe(false);
  }
});
