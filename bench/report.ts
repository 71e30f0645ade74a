// Turns measurements into the tables that the benchmark prints and docs/performance.md keeps. Pure.
import type { Plan, Runs } from './measure.ts';
import type { FigureTimes, SearchTimes } from './probe/messages.ts';
import type { Missing, Work } from './session.ts';
import { ratios, summarize, verdict } from './statistics.ts';
import { count, hundredths, megabytes, milliseconds, seconds, table, times } from './table.ts';

/** The bounds of docs/performance.md, as ratios; of the work in milliseconds a frame. */
const BOUNDS = {
  launch: 1.25,
  memory: 1.35,
  frame: 1.25,
  work: 3,
  edit: 1,
  million: 3,
  /** Memory beyond that at five events, against the file. */
  millionMemory: 3,
  figure: 2,
  importing: 2.5,
  /** Milliseconds; the first reads all events. */
  firstSearch: 3_000,
  laterSearch: 1_000,
  searchFrame: 50,
  size: 8e6,
} as const;

/** How many events there are where the launch must be no slower than plain vis-timeline's. */
const LAUNCH_BESIDE = 1_000;

/** The share of a display frame by which frames differ from run to run with nothing to draw. */
const NOISE = 0.05;

/** Bytes a second: the allowance for reading a document of a million events, on top of its bound. */
const READING = 50e6;

/** Where the time of a large document goes, milliseconds. */
export interface Breakdown {
  /** Each stage by name, in order. */
  readonly stages: Readonly<Record<string, number>>;
  /** From main, which holds the document ready, to the page. */
  readonly handedOver: number | Missing;
  /** Searches one after the other; the first reads all events. */
  readonly searches: SearchTimes | Missing;
}

/** A document of many events. */
export interface SizeMeasurements {
  readonly size: number;
  /** Of its file. */
  readonly bytes: number;
  readonly dateline: Runs;
}

/** How long figures of one document took. */
export interface FigureMeasurements {
  /** Events in the document. */
  readonly size: number;
  readonly times: FigureTimes | Missing;
}

/** The results of one run of the benchmark. */
export interface Measurements {
  readonly date: Date;
  readonly machine: string;
  readonly runtime: string;
  /** The time limit of any one thing, milliseconds. */
  readonly limit: number;
  readonly plans: {
    readonly five: Plan;
    readonly beside: Plan;
    readonly million: Plan;
    readonly warm: Plan;
    readonly cold: Plan;
  };
  readonly bare: Runs;
  readonly article: Runs;
  /** Plain vis-timeline with the article's events. */
  readonly articlePlain: Runs;
  readonly figures: readonly FigureMeasurements[];
  /** How long files of other programs take to import, milliseconds; see imports.ts. */
  readonly imports: Readonly<Record<string, number>>;
  /** The frames of the window while it imports a table of 100 MB, milliseconds, or why there are none. */
  readonly importing: readonly number[] | Missing;
  /** Dateline compared with plain vis-timeline. */
  readonly beside: readonly (SizeMeasurements & { readonly plain: Runs })[];
  readonly million: (SizeMeasurements & { readonly breakdown: Breakdown }) | undefined;
  readonly packaged: PackagedMeasurements;
}

/** Packaged apps, built with one configuration. */
export interface PackagedMeasurements {
  readonly bare: PackagedApp;
  readonly dateline: PackagedApp;
}

/** The results of one app. */
export interface PackagedApp {
  /** Bytes of all its files. */
  readonly size: number;
  readonly warm: Runs;
  /** `undefined` if the system's file cache cannot be cleared. */
  readonly cold: Runs | undefined;
}

/** The report as Markdown: the apps and the machine, and a table for each budget. */
export function report(measurements: Measurements): string {
  return [
    introduction(measurements),
    '### Launch and memory at five events',
    launchAndMemory(measurements),
    '### The packaged app',
    packaged(measurements),
    '### Frames while zooming and dragging',
    frameTable(measurements),
    '### Edits',
    editTable(measurements),
    '### Style and layout while zooming and dragging',
    workTable(measurements),
    '### Figures',
    figureTable(measurements),
    '### Importing',
    importTable(measurements),
    '### Beside plain vis-timeline',
    besideTable(measurements),
    ...millionLines(measurements),
  ].join('\n\n');
}

function introduction({ date, machine, runtime, limit, plans }: Measurements): string {
  const { five, beside, million } = plans;
  return [
    `- When: ${date.toISOString().slice(0, 10)}`,
    `- Machine: ${machine}`,
    `- Runtime: ${runtime}`,
    `- Launches that count, after ${five.warmUps} to warm up: ${five.rounds} at five events, ${beside.rounds} at each larger size${million.rounds > 0 ? `, ${million.rounds} at a million` : ''}; memory and frames in the first ${five.exercises}, ${beside.exercises}${million.rounds > 0 ? ` and ${million.exercises}` : ''} of them`,
    `- Given up after: ${seconds(limit)}`,
  ].join('\n');
}

const RATIO_HEAD = [
  'what',
  'bare p50',
  'bare p95',
  'Dateline p50',
  'Dateline p95',
  'ratio p50',
  'ratio p95',
  'bound',
  'verdict',
];

/** A row under {@link RATIO_HEAD}. */
function ratioRow(
  name: string,
  own: readonly number[] | Missing,
  reference: readonly number[] | Missing,
  bound: number,
  written: (value: number) => string,
): string[] {
  if (typeof own === 'string' || typeof reference === 'string' || own.length === 0)
    return [name, ...Array<string>(6).fill('–'), times(bound), 'not measured'];
  const [mine, theirs, ratio] = [own, reference, ratios(own, reference)].map(summarize);
  if (mine === undefined || theirs === undefined || ratio === undefined)
    throw new RangeError('Three are asked for.');
  return [
    name,
    written(theirs.p50),
    written(theirs.p95),
    written(mine.p50),
    written(mine.p95),
    times(ratio.p50),
    times(ratio.p95),
    times(bound),
    verdict(ratio.p50, bound),
  ];
}

function launchAndMemory({ bare, article }: Measurements): string {
  return table(RATIO_HEAD, [
    ratioRow('launch to events painted', article.launches, bare.launches, BOUNDS.launch, milliseconds),
    ratioRow('memory at rest, all processes', article.memory, bare.memory, BOUNDS.memory, megabytes),
  ]);
}

function packaged({ packaged: { bare, dateline }, plans }: Measurements): string {
  const more = dateline.size - bare.size;
  return [
    `Launches that count: ${plans.warm.rounds} warm, after ${plans.warm.warmUps} to warm up, and ${dateline.cold === undefined ? 'none' : plans.cold.rounds} cold.`,
    table(RATIO_HEAD, [
      ratioRow('warm launch', dateline.warm.launches, bare.warm.launches, BOUNDS.launch, milliseconds),
      ratioRow(
        'cold launch',
        dateline.cold?.launches ?? [],
        bare.cold?.launches ?? [],
        BOUNDS.launch,
        milliseconds,
      ),
    ]),
    table(
      ['what', 'bare', 'Dateline', 'more', 'bound', 'verdict'],
      [
        [
          'installed size',
          megabytes(bare.size),
          megabytes(dateline.size),
          `${(more / 1e6).toFixed(1)} MB`,
          megabytes(BOUNDS.size),
          verdict(more, BOUNDS.size),
        ],
      ],
    ),
  ].join('\n\n');
}

function frameTable({ bare, article, beside, million, limit }: Measurements): string {
  return inDisplayFrames(bare, limit, 'frames', 'p95', [
    { name: 'bare window (the display’s own frames)', own: bare.frames },
    { name: 'Dateline, 5 events', own: article.frames, bound: BOUNDS.frame },
    ...[...beside, ...(million ? [million] : [])].map(({ size, dateline }) => ({
      name: `Dateline, ${count(size)} events`,
      own: dateline.frames,
      bound: BOUNDS.frame,
    })),
  ]);
}

function editTable({ bare, article, beside, million, limit }: Measurements): string {
  const sizes = [{ size: 5, dateline: article }, ...beside, ...(million ? [million] : [])];
  return inDisplayFrames(
    bare,
    limit,
    'edits',
    'p50',
    sizes.map(({ size, dateline }) => ({
      name: `Dateline, ${count(size)} events`,
      own: dateline.edits,
      bound: BOUNDS.edit,
    })),
  );
}

/** What was timed again and again, in milliseconds and in frames of the display. */
interface Timed {
  readonly name: string;
  /** Milliseconds each; empty if nothing was timed. */
  readonly own: readonly number[] | Missing;
  /** Of the part that counts, display frames. */
  readonly bound?: number;
}

/**
 * A table of what was timed.
 * @param limit milliseconds after which a measurement was given up
 * @param counts what of the times is held to the bound
 */
function inDisplayFrames(
  bare: Runs,
  limit: number,
  what: 'frames' | 'edits',
  counts: 'p50' | 'p95',
  rows: readonly Timed[],
): string {
  if (typeof bare.frames === 'string') return 'Not measured: the bare window drew no frames.';
  const display = summarize(bare.frames).p50;
  const row = ({ name, own, bound }: Timed): string[] => {
    const last = (answer: string) => (bound === undefined ? ['–', '–'] : [times(bound), answer]);
    if (typeof own === 'string') return [name, '–', '–', '–', reason(own, limit), '–', ...last('not met')];
    if (own.length === 0) return [name, '–', '–', '–', '–', '–', ...last('not measured')];
    const found = summarize(own);
    const share = found[counts] / display;
    return [
      name,
      count(found.count),
      milliseconds(found.p50),
      milliseconds(found.p95),
      milliseconds(found.worst),
      times(share),
      ...last(verdict(share, bound ?? Infinity)),
    ];
  };
  return table(
    ['what', what, 'p50', 'p95', 'worst', `${counts} in display frames`, 'bound', 'verdict'],
    rows.map(row),
  );
}

/** Dateline beside plain vis-timeline at each size, from the article's five events on. */
function pairs({ article, articlePlain, beside }: Measurements) {
  return [{ size: 5, dateline: article, plain: articlePlain }, ...beside];
}

function workTable(measurements: Measurements): string {
  const { million, limit } = measurements;
  const row = (name: string, { work }: Runs, bound?: number): string[] => {
    const last = (verdictOf: string) => [
      bound === undefined ? '–' : milliseconds(bound),
      bound === undefined ? '–' : verdictOf,
    ];
    if (typeof work === 'string') return [name, '–', '–', '–', reason(work, limit), ...last('not met')];
    const total = (of: (one: Work) => number) => work.reduce((sum, one) => sum + of(one), 0);
    const frames = total((one) => one.frames);
    if (frames === 0) return [name, '–', '–', '–', '–', ...last('not measured')];
    const style = total((one) => one.style) / frames;
    const layout = total((one) => one.layout) / frames;
    return [
      name,
      count(frames),
      hundredths(style),
      hundredths(layout),
      hundredths(style + layout),
      ...last(verdict(style + layout, bound ?? Infinity)),
    ];
  };
  return table(
    ['mean a frame', 'frames', 'style', 'layout', 'both', 'bound', 'verdict'],
    [
      ...pairs(measurements).flatMap(({ size, dateline, plain }) => [
        row(`Dateline, ${count(size)} events`, dateline, BOUNDS.work),
        row(`vis-timeline, ${count(size)} events`, plain),
      ]),
      ...(million ? [row(`Dateline, ${count(million.size)} events`, million.dateline, BOUNDS.work)] : []),
    ],
  );
}

function besideTable(measurements: Measurements): string {
  const { bare, limit } = measurements;
  const noise = typeof bare.frames === 'string' ? 0 : summarize(bare.frames).p50 * NOISE;
  const launch = ({ launches }: Runs) => (typeof launches === 'string' ? launches : summarize(launches).p50);
  const frame = ({ frames }: Runs) => (typeof frames === 'string' ? frames : summarize(frames).p95);
  const written = (value: number | Missing) =>
    typeof value === 'string' ? reason(value, limit) : milliseconds(value);
  /** Nothing that is drawn is slower than what never came; what never came itself is. */
  const against = (own: number | Missing, plain: number | Missing, allowance: number) => {
    if (typeof own === 'string') return 'not met';
    return typeof plain === 'string' ? 'met' : verdict(own, plain + allowance);
  };
  return table(
    [
      'events',
      'launch p50, Dateline',
      'vis-timeline',
      'verdict',
      'frame p95, Dateline',
      'vis-timeline',
      'verdict',
    ],
    pairs(measurements).map(({ size, dateline, plain }) => [
      count(size),
      written(launch(dateline)),
      written(launch(plain)),
      size === LAUNCH_BESIDE ? against(launch(dateline), launch(plain), 0) : '–',
      written(frame(dateline)),
      typeof plain.launches === 'string' ? '–' : written(frame(plain)),
      against(frame(dateline), frame(plain), noise),
    ]),
  );
}

function figureTable({ figures, limit }: Measurements): string {
  const head = ['what', 'events', 'p50', 'p95', 'ratio p50', 'bound', 'verdict'];
  const rows = figures.flatMap(({ size, times: measured }) => {
    const events = count(size);
    if (typeof measured === 'string')
      return [['figures', events, reason(measured, limit), '–', '–', '–', 'not measured']];
    const row = (name: string, durations: readonly number[]) => {
      const { p50, p95 } = summarize(durations);
      return [name, events, milliseconds(p50), milliseconds(p95)];
    };
    const none = ['–', '–', '–'];
    const ratio = summarize(ratios(measured.view, measured.capturePng)).p50;
    return [
      [...row('`capturePage` of the timeline', measured.capture), ...none],
      [...row('the same, encoded as PNG', measured.capturePng), ...none],
      [
        ...row('the view as PNG at 1×, against that', measured.view),
        times(ratio),
        times(BOUNDS.figure),
        verdict(ratio, BOUNDS.figure),
      ],
      [...row('the first one, whose page has to be opened', [measured.first]), ...none],
      [...row('whole, PNG of 3840 × 2160 or higher', measured.png), ...none],
      [...row('whole, SVG', measured.svg), ...none],
      [...row('whole, PDF', measured.pdf), ...none],
    ];
  });
  return table(head, rows);
}

/** Milliseconds that an import of usual size may take. */
const IMPORT_BOUND = 1_000;

function importTable({ imports, importing, bare, limit }: Measurements): string {
  const time = (name: string): number => imports[name] ?? Infinity;
  const alone = time('csv-parse alone');
  const rows = [
    ['a table of 100 MB, against `csv-parse` alone', time('csv'), alone * BOUNDS.importing],
    ['9,000 results of a Wikidata query', time('wikidata'), IMPORT_BOUND],
    ['a calendar of 5,000 events', time('ics'), IMPORT_BOUND],
  ] as const;
  const display = typeof bare.frames === 'string' ? Infinity : summarize(bare.frames).p50;
  const full = display * BOUNDS.frame;
  const meanwhile =
    typeof importing === 'string'
      ? [reason(importing, limit), milliseconds(full), 'not measured']
      : [milliseconds(summarize(importing).p95), milliseconds(full), verdict(summarize(importing).p95, full)];
  return table(
    ['what', 'time', 'bound', 'verdict'],
    [
      ['`csv-parse` alone', milliseconds(alone), '', ''],
      ...rows.map(([what, took, bound]) => [
        what,
        milliseconds(took),
        milliseconds(bound),
        verdict(took, bound),
      ]),
      ['frame p95 while a table of 100 MB is read', ...meanwhile],
    ],
  );
}

function millionLines({ article, million, limit }: Measurements): string[] {
  if (million === undefined || typeof article.launches === 'string') return [];
  const { size, bytes, dateline, breakdown } = million;
  const five = summarize(article.launches).p50;
  const bound = five * BOUNDS.million + (bytes / READING) * 1000;
  const launch = typeof dateline.launches === 'string' ? dateline.launches : summarize(dateline.launches).p50;
  const written = (time: number | Missing) =>
    typeof time === 'string' ? reason(time, limit) : milliseconds(time);
  const isMemoryKnown = dateline.memory.length > 0 && article.memory.length > 0;
  const more = isMemoryKnown ? summarize(dateline.memory).p50 - summarize(article.memory).p50 : NaN;
  const moreMemory = [
    ...(isMemoryKnown ? [megabytes(more), times(more / bytes)] : ['–', '–']),
    times(BOUNDS.millionMemory),
    isMemoryKnown ? verdict(more / bytes, BOUNDS.millionMemory) : 'not measured',
  ];
  const { searches } = breakdown;
  const [first, ...later] = typeof searches === 'string' ? [] : searches;
  const longest = Math.max(...later.map(({ time }) => time));
  const worst = Math.max(...(typeof searches === 'string' ? [] : searches).map((one) => one.worst));
  const searchRow = (name: string, time: number, most: number) =>
    Number.isFinite(time)
      ? [name, milliseconds(time), milliseconds(most), verdict(time, most)]
      : [
          name,
          typeof searches === 'string' ? reason(searches, limit) : '–',
          milliseconds(most),
          'not measured',
        ];
  return [
    `### ${count(size)} events`,
    table(
      ['what', 'file', 'launch p50', 'bound', 'verdict'],
      [
        [
          `launch to first picture: ${BOUNDS.million} × five events, and the file at 50 MB/s`,
          megabytes(bytes),
          written(launch),
          milliseconds(bound),
          typeof launch === 'string' ? 'not met' : verdict(launch, bound),
        ],
      ],
    ),
    table(
      ['what', 'measured', 'against the file', 'bound', 'verdict'],
      [['memory at rest beyond five events, all processes', ...moreMemory]],
    ),
    table(
      ['what', 'time', 'bound', 'verdict'],
      [
        searchRow('first search, which reads all events', first?.time ?? NaN, BOUNDS.firstSearch),
        searchRow('the slower of two later ones', longest, BOUNDS.laterSearch),
        searchRow('longest frame meanwhile', worst, BOUNDS.searchFrame),
      ],
    ),
    'Where the time goes: the stages one after the other in Electron’s own Node, and the way between the processes in the running app.',
    table(
      ['stage', 'time'],
      [
        ['launch at five events', milliseconds(five)],
        ...Object.entries(breakdown.stages).map(([name, duration]) => [name, milliseconds(duration)]),
        ['from main into the page, gathering included', written(breakdown.handedOver)],
      ],
    ),
  ];
}

/** Why a measurement is missing. */
function reason(missing: Missing, limit: number): string {
  switch (missing) {
    case 'late':
      return `more than ${seconds(limit)}`;
    case 'refused':
      return 'refused';
    case 'unmoved':
      return 'did not move';
  }
}
