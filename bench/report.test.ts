// The report on good, bad and missing measurements.
import { expect, test } from 'vitest';
import type { Runs } from './measure.ts';
import { report, type Measurements } from './report.ts';

const plan = { warmUps: 1, rounds: 2, exercises: 1 };

const runs = (changes: Partial<Runs> = {}): Runs => ({
  launches: [400, 420],
  memory: [200e6, 200e6],
  frames: [16, 16, 16],
  work: [{ style: 1, layout: 2, frames: 3 }],
  edits: [8, 8, 9],
  ...changes,
});

const found = (changes: Partial<Measurements> = {}): Measurements => ({
  date: new Date('2026-11-23T22:00:00Z'),
  machine: 'a machine',
  runtime: 'Electron 33.2.1',
  limit: 60_000,
  plans: { five: plan, beside: plan, million: plan, warm: plan, cold: plan },
  bare: runs(),
  article: runs(),
  articlePlain: runs(),
  figures: [],
  imports: { 'csv-parse alone': 4_000, csv: 9_000, wikidata: 300, ics: 1_200 },
  importing: [16, 17, 18],
  beside: [],
  million: undefined,
  packaged: {
    bare: { size: 230e6, warm: runs(), cold: runs() },
    dateline: { size: 232e6, warm: runs(), cold: runs() },
  },
  ...changes,
});

/** The cells of the row that begins with these words. */
function row(measurements: Measurements, words: string): string[] {
  const line = report(measurements)
    .split('\n')
    .find((text) => text.startsWith(`| ${words}`));
  return (line ?? '')
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
}

/** The cells about style and layout after the name, of Dateline and of plain vis-timeline. */
function workRows(measurements: Measurements, size: number): string[][] {
  const [, part = ''] = report(measurements).split('### Style and layout');
  return ['Dateline', 'vis-timeline'].map((name) => {
    const line = part.split('\n').find((text) => text.startsWith(`| ${name}, ${size} events `)) ?? '';
    return line
      .split('|')
      .slice(2, -1)
      .map((cell) => cell.trim());
  });
}

test.each([
  ['within its bound', [480, 500], 'met'],
  ['beyond it', [520, 550], 'not met'],
])('a launch %s is told as such', (_, launches, verdict) => {
  expect(row(found({ article: runs({ launches }) }), 'launch to events painted').at(-1)).toBe(verdict);
});

test('a launch is compared with the bare window of its own round', () => {
  const measurements = found({
    bare: runs({ launches: [400, 800] }),
    article: runs({ launches: [480, 960] }),
  });
  expect(row(measurements, 'launch to events painted')).toEqual([
    'launch to events painted',
    '600 ms',
    '780 ms',
    '720 ms',
    '936 ms',
    '1.20 ×',
    '1.20 ×',
    '1.25 ×',
    'met',
  ]);
});

test('memory that the system does not tell is not measured', () => {
  expect(row(found({ article: runs({ memory: [] }) }), 'memory').at(-1)).toBe('not measured');
});

test('frames are counted in those of the display', () => {
  const measurements = found({ article: runs({ frames: [16, 16, 24] }) });
  expect(row(measurements, 'Dateline, 5 events').slice(-3)).toEqual(['1.45 ×', '1.25 ×', 'not met']);
});

test('style and layout are counted a frame, over all exercises, beside those of plain vis-timeline', () => {
  const work = [
    { style: 100, layout: 50, frames: 100 },
    { style: 500, layout: 250, frames: 200 },
  ];
  const measurements = found({ article: runs({ work }) });
  const [own, plain] = workRows(measurements, 5);
  expect(own).toEqual(['300', '2.00 ms', '1.00 ms', '3.00 ms', '3.0 ms', 'met']);
  expect(plain).toEqual(['3', '0.33 ms', '0.67 ms', '1.00 ms', '–', '–']);
});

test.each([
  ['more than the bound', [{ style: 301, layout: 0, frames: 100 }], 'not met'],
  ['nothing', [], 'not measured'],
  ['too much to wait for', 'late', 'not met'],
] as const)('style and layout that are %s are told as such', (_, work, verdict) => {
  const own = runs({ work: typeof work === 'string' ? work : [...work] });
  expect(workRows(found({ article: own }), 5)[0]?.at(-1)).toBe(verdict);
});

test('frames are to be no slower than those of plain vis-timeline, but for noise', () => {
  const verdictAt = (own: number, plain: number) => {
    const measurements = found({ article: runs({ frames: [own] }), articlePlain: runs({ frames: [plain] }) });
    return row(measurements, '5 ').at(-1);
  };
  expect(verdictAt(16, 17)).toBe('met');
  expect(verdictAt(17.5, 17)).toBe('met');
  expect(verdictAt(18, 17)).toBe('not met');
});

test('a launch is to be no slower than that of plain vis-timeline at 1,000 events', () => {
  const verdictAt = (size: number, launch: number) => {
    const dateline = runs({ launches: [launch] });
    const beside = [{ size, bytes: 1, dateline, plain: runs({ launches: [500] }) }];
    return row(found({ beside }), size.toLocaleString('en')).at(3);
  };
  expect(verdictAt(1_000, 500)).toBe('met');
  expect(verdictAt(1_000, 501)).toBe('not met');
  expect(verdictAt(10_000, 501)).toBe('–');
});

test('what plain vis-timeline never draws is no bound, and what Dateline never draws misses its own', () => {
  const late = runs({ launches: 'late', frames: 'late', work: 'late' });
  const verdictOf = (changes: { dateline?: Runs; plain?: Runs }) =>
    row(
      found({ beside: [{ size: 1_000, bytes: 1, dateline: runs(), plain: runs(), ...changes }] }),
      '1,000',
    ).at(-1);
  expect(verdictOf({ plain: late })).toBe('met');
  expect(verdictOf({ dateline: late })).toBe('not met');
});

test('a figure of the view is compared with the bare picture of its own round', () => {
  const figures = {
    first: 300,
    capture: [20, 20],
    capturePng: [50, 100],
    view: [75, 150],
    png: [900],
    svg: [80],
    pdf: [90],
  };
  const measurements = found({ figures: [{ size: 5, times: figures }] });
  const view = row(measurements, 'the view as PNG at 1×, against that');
  expect(view.slice(1)).toEqual(['5', '113 ms', '146 ms', '1.50 ×', '2.00 ×', 'met']);
  expect(row(found({ figures: [{ size: 5, times: 'late' }] }), 'figures').at(-1)).toBe('not measured');
});

test.each([
  ['late', 'more than 60 s'],
  ['refused', 'refused'],
] as const)('a million events that are %s miss their bound, and the report says why', (launches, reason) => {
  const million = {
    size: 1_000_000,
    bytes: 350e6,
    dateline: runs({ launches, frames: launches }),
    breakdown: { stages: { 'parse JSON': 3_000 }, handedOver: launches, searches: launches },
  };
  const bound = '8200 ms';
  const launch = row(found({ article: runs({ launches: [400, 400] }), million }), 'launch to first picture');
  expect(launch.slice(1)).toEqual(['350 MB', reason, bound, 'not met']);
  expect(row(found({ million }), 'parse JSON')).toEqual(['parse JSON', '3000 ms']);
});

test('the memory of a million events is that beyond five, against the file', () => {
  const dateline = runs({ memory: [900e6, 900e6] });
  const breakdown = { stages: {}, handedOver: 1_000, searches: [] };
  const million = { size: 1_000_000, bytes: 350e6, dateline, breakdown };
  const words = 'memory at rest beyond five events';
  expect(row(found({ million }), words).slice(1)).toEqual(['700 MB', '2.00 ×', '3.00 ×', 'met']);
  const unknown = { ...million, dateline: runs({ memory: [] }) };
  expect(row(found({ million: unknown }), words).slice(1)).toEqual(['–', '–', '3.00 ×', 'not measured']);
});

test('searches of a million events: the first, the slowest of the others, and the longest frame of all', () => {
  const of = (searches: readonly { time: number; worst: number }[] | 'late') => ({
    million: {
      size: 1_000_000,
      bytes: 350e6,
      dateline: runs(),
      breakdown: { stages: {}, handedOver: 1_000, searches: searches === 'late' ? searches : [...searches] },
    },
  });
  const searched = found(
    of([
      { time: 2_900, worst: 40 },
      { time: 300, worst: 60 },
      { time: 1_100, worst: 20 },
    ]),
  );
  expect(row(searched, 'first search').slice(1)).toEqual(['2900 ms', '3000 ms', 'met']);
  expect(row(searched, 'the slower of').slice(1)).toEqual(['1100 ms', '1000 ms', 'not met']);
  expect(row(searched, 'longest frame').slice(1)).toEqual(['60.0 ms', '50.0 ms', 'not met']);
  expect(row(found(of('late')), 'first search').slice(1)).toEqual([
    'more than 60 s',
    '3000 ms',
    'not measured',
  ]);
});

test('a packaged app is compared with the bare packaged one, warm and cold, in time and in size', () => {
  const measurements = found({
    packaged: {
      bare: { size: 230e6, warm: runs(), cold: runs({ launches: [1000, 1000] }) },
      dateline: {
        size: 238.5e6,
        warm: runs({ launches: [440, 462] }),
        cold: runs({ launches: [2000, 2000] }),
      },
    },
  });
  expect(row(measurements, 'warm launch').slice(5)).toEqual(['1.10 ×', '1.10 ×', '1.25 ×', 'met']);
  expect(row(measurements, 'cold launch').slice(5)).toEqual(['2.00 ×', '2.00 ×', '1.25 ×', 'not met']);
  expect(row(measurements, 'installed size').slice(3)).toEqual(['8.5 MB', '8 MB', 'not met']);
});

test('without root there is no cold launch, and the report says so', () => {
  const { packaged } = found();
  const measurements = found({
    packaged: {
      bare: { ...packaged.bare, cold: undefined },
      dateline: { ...packaged.dateline, cold: undefined },
    },
  });
  expect(row(measurements, 'cold launch').at(-1)).toBe('not measured');
});

test('imports are compared with `csv-parse` alone, and with a second', () => {
  expect(row(found(), 'a table of 100 MB').slice(1)).toEqual(['9000 ms', '10.0 s', 'met']);
  expect(row(found(), '9,000 results').slice(1)).toEqual(['300 ms', '1000 ms', 'met']);
  const meanwhile = 'frame p95 while a table';
  expect(row(found(), meanwhile).at(-1)).toBe('met');
  expect(row(found({ importing: [16, 17, 900] }), meanwhile).at(-1)).toBe('not met');
  expect(row(found({ importing: 'late' }), meanwhile).slice(1)).toEqual([
    'more than 60 s',
    expect.stringMatching(/ms$/),
    'not measured',
  ]);
  expect(row(found(), 'a calendar').slice(1)).toEqual(['1200 ms', '1000 ms', 'not met']);
});

test('edits are told in display frames, and why there are none', () => {
  const [, part = ''] = report(
    found({
      article: runs({ edits: [8, 12, 24] }),
      beside: [
        {
          size: 1_000,
          bytes: 1e6,
          dateline: runs({ edits: [20, 24, 30], frames: 'unmoved' }),
          plain: runs(),
        },
        { size: 10_000, bytes: 1e7, dateline: runs({ edits: 'late' }), plain: runs({ edits: [] }) },
      ],
    }),
  ).split('### Edits');
  const cells = (size: string) =>
    (part.split('\n').find((line) => line.startsWith(`| Dateline, ${size} events `)) ?? '')
      .split('|')
      .slice(-4, -1)
      .map((cell) => cell.trim());
  expect(cells('5')).toEqual(['0.75 ×', '1.00 ×', 'met']);
  expect(cells('1,000')).toEqual(['1.50 ×', '1.00 ×', 'not met']);
  expect(cells('10,000')).toEqual(['–', '1.00 ×', 'not met']);
  expect(part).toContain('more than 60 s');
});

test('a view that did not move is told as such, and nothing else is lost', () => {
  const measurements = found({ article: runs({ frames: 'unmoved', work: 'unmoved' }) });
  expect(row(measurements, 'Dateline, 5 events')).toContain('did not move');
});
