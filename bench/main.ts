// `npm run bench`: measures the real app in real Electron and prints the results; docs/performance.md says how.
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import prettier from 'prettier';
import { z } from 'zod';
import { withDisplay } from '../scripts/display.ts';
import { capture, npm, projectFolder, run } from '../scripts/processes.ts';
import { describeRuntime } from '../scripts/runtime/decisions.ts';
import type { Electron } from '../scripts/runtime/electron.ts';
import { describeFailure, prepare } from '../scripts/runtime/prepare.ts';
import { readDocument } from '../src/shared/document/file/read.ts';
import { buildParts, parts } from './build.ts';
import { largeTable } from './large-table.ts';
import { canForgetFiles, describeMachine } from './machine.ts';
import { createTrial, runInTurn, type Plan } from './measure.ts';
import { packageBoth } from './packaged.ts';
import { plainItems } from './plain/items.ts';
import type { Watch } from './probe/messages.ts';
import {
  report,
  type Breakdown,
  type FigureMeasurements,
  type Measurements,
  type PackagedMeasurements,
} from './report.ts';
import { startSession, type Missing, type Stage, type Subject } from './session.ts';
import { syntheticDocument } from './synthetic.ts';
import { count, replaceBetweenMarkers } from './table.ts';

const HELP = `npm run bench -- [--quick] [--write]
  --quick  fewer runs, up to 10,000 events, and no more than 20 seconds for any one thing
  --write  also put the results into docs/performance.md`;

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean' }, write: { type: 'boolean' }, help: { type: 'boolean' } },
});

/** How thorough a benchmark is. */
interface Scope {
  /** At the article's five events, compared with the bare window and plain vis-timeline. */
  readonly five: Plan;
  /** At the synthetic sizes, compared with plain vis-timeline. */
  readonly sizes: readonly number[];
  readonly beside: Plan;
  /** The number of launches with a million events; 0 leaves them out. */
  readonly million: Plan;
  /**
   * Of the packaged app, compared with the packaged bare window: once with its files in the system's cache, once from
   * the disk.
   */
  readonly warm: Plan;
  readonly cold: Plan;
  /** Milliseconds that any one thing may take. */
  readonly limit: number;
}

const FULL: Scope = {
  five: { warmUps: 2, rounds: 12, exercises: 3 },
  sizes: [1_000, 10_000, 100_000],
  beside: { warmUps: 0, rounds: 3, exercises: 1 },
  million: { warmUps: 0, rounds: 1, exercises: 1 },
  warm: { warmUps: 2, rounds: 12, exercises: 0 },
  cold: { warmUps: 0, rounds: 6, exercises: 0 },
  limit: 60_000,
};

const QUICK: Scope = {
  five: { warmUps: 1, rounds: 5, exercises: 1 },
  sizes: [1_000, 10_000],
  beside: { warmUps: 0, rounds: 1, exercises: 1 },
  million: { warmUps: 0, rounds: 0, exercises: 0 },
  warm: { warmUps: 1, rounds: 5, exercises: 0 },
  cold: { warmUps: 0, rounds: 2, exercises: 0 },
  limit: 20_000,
};

const MILLION = 1_000_000;

/** The document that comes with the app: the article's five events. */
const ARTICLE_FILE = join(projectFolder, 'resources', 'article.dateline');

/** The larger of the documents that figures show. */
const FIGURE_EVENTS = 2_000;

const bare = (folder: string, page: string, name: string, watch: Watch): Subject => ({
  name,
  args: [parts.bareApp, page],
  dataFolder: join(folder, 'bare'),
  watch,
});

const dateline = (folder: string, name: string, args: readonly string[], marks: number): Subject => ({
  name,
  args: [projectFolder, ...args],
  dataFolder: join(folder, 'dateline'),
  watch: { ...ARTICLE, count: marks },
});

/** Writes a document of this many events to the folder, for Dateline to open. */
async function largeDocument(folder: string, size: number) {
  const file = join(folder, `${size}.dateline`);
  await writeFile(file, JSON.stringify(syntheticDocument(size)));
  return { file, subject: dateline(folder, `Dateline with ${count(size)} events`, [file], 1) };
}

/** Plain vis-timeline with the same events. */
async function plainTimeline(folder: string, size: number, file: string): Promise<Subject> {
  const document = readDocument(await readFile(file));
  if (!document.ok) throw new Error(describeFailure(document.failure));
  const items = join(folder, `${size}.items.json`);
  await writeFile(items, JSON.stringify(plainItems(document.value)));
  return bare(folder, `${parts.plainPage}?${items}`, `vis-timeline with ${count(size)} events`, {
    drawn: '.drawn .vis-item',
    count: 1,
    refusal: '.none',
    moves: true,
    edits: false,
  });
}

async function measureBeside(folder: string, size: number, stage: Stage, plan: Plan) {
  const { file, subject } = await largeDocument(folder, size);
  const plain = await plainTimeline(folder, size, file);
  const [own, other] = [createTrial(subject, stage), createTrial(plain, stage)];
  await runInTurn([own, other], plan);
  return { size, bytes: (await stat(file)).size, dateline: own.runs(), plain: other.runs() };
}

async function measureMillion(folder: string, stage: Stage, plan: Plan) {
  const { file, subject } = await largeDocument(folder, MILLION);
  const trial = createTrial(subject, stage);
  await runInTurn([trial], plan);
  return {
    size: MILLION,
    bytes: (await stat(file)).size,
    dateline: trial.runs(),
    breakdown: await takeApart(file, subject, stage),
  };
}

/** How long figures of the article and of 2,000 events take. */
async function measureFigures(folder: string, stage: Stage): Promise<FigureMeasurements[]> {
  const large = await largeDocument(folder, FIGURE_EVENTS);
  const subjects = [
    { size: 5, subject: dateline(folder, 'Dateline', [], 5) },
    { size: FIGURE_EVENTS, subject: large.subject },
  ];
  const measured: FigureMeasurements[] = [];
  for (const { size, subject } of subjects) {
    const session = await startSession(subject, stage);
    if (typeof session === 'string') {
      measured.push({ size, times: session });
      continue;
    }
    measured.push({ size, times: await session.figures() });
    await session.close();
  }
  return measured;
}

/** Where a document's time goes; see stages.ts. */
async function takeApart(file: string, subject: Subject, stage: Stage): Promise<Breakdown> {
  const program = await capture(stage.electron, [parts.stages, file], {
    env: { ...stage.environment, ELECTRON_RUN_AS_NODE: '1' },
  });
  if (program.code !== 0) throw new Error(`The stages could not be measured:\n${program.stderr}`);
  const stages = z.record(z.string(), z.number()).parse(JSON.parse(program.stdout));
  const session = await startSession(subject, stage);
  if (typeof session === 'string') return { stages, handedOver: session, searches: session };
  // The other page's document waits in main until it is asked for: the searches come first.
  const searches = await session.searches();
  const handedOver = await session.fetched();
  await session.close();
  return { stages, handedOver, searches };
}

/** How long files of other programs take to import; see imports.ts. */
async function measureImports(stage: Stage): Promise<Readonly<Record<string, number>>> {
  const program = await capture(stage.electron, ['--max-old-space-size=4096', parts.imports], {
    env: { ...stage.environment, ELECTRON_RUN_AS_NODE: '1' },
  });
  if (program.code !== 0) throw new Error(`Imports could not be measured:\n${program.stderr}`);
  return z.record(z.string(), z.number()).parse(JSON.parse(program.stdout));
}

/** The frames of the window while it imports a large table. */
async function measureWhileImporting(folder: string, stage: Stage): Promise<readonly number[] | Missing> {
  const file = join(folder, 'large.csv');
  await writeFile(file, largeTable());
  const subject = dateline(folder, 'Dateline while it imports', [], 5);
  const session = await startSession({ ...subject, watch: { ...subject.watch, imports: file } }, stage);
  if (typeof session === 'string') return session;
  const frames = await session.importing();
  await session.close();
  return frames;
}

/** How a bare window, and Dateline with its article, draw. */
const NOTHING: Watch = { drawn: 'h1', count: 1, refusal: '.none', moves: false, edits: false };
const ARTICLE: Watch = {
  drawn: '.timeline[data-window] .mark',
  count: 5,
  refusal: '.problem',
  moves: true,
  edits: true,
};

async function measurePackaged(
  folder: string,
  stage: Stage,
  scope: Scope,
  electron: Electron,
): Promise<PackagedMeasurements> {
  const packaged = await packageBoth(join(folder, 'packaged'), electron);
  const trials = (cold: boolean) => ({
    bare: createTrial(
      {
        name: 'the bare window, packaged',
        program: packaged.bare.program,
        args: [parts.barePage],
        dataFolder: join(folder, 'bare-packaged'),
        watch: NOTHING,
        cold,
      },
      stage,
    ),
    dateline: createTrial(
      {
        name: 'Dateline, packaged',
        program: packaged.dateline.program,
        args: [],
        dataFolder: join(folder, 'dateline-packaged'),
        watch: ARTICLE,
        cold,
      },
      stage,
    ),
  });
  const [warm, cold] = [trials(false), (await canForgetFiles()) ? trials(true) : undefined];
  await runInTurn([warm.bare, warm.dateline], scope.warm);
  if (cold !== undefined) await runInTurn([cold.bare, cold.dateline], scope.cold);
  return {
    bare: { size: packaged.bare.size, warm: warm.bare.runs(), cold: cold?.bare.runs() },
    dateline: { size: packaged.dateline.size, warm: warm.dateline.runs(), cold: cold?.dateline.runs() },
  };
}

async function measure(
  stage: Stage,
  scope: Scope,
  runtime: string,
  electron: Electron,
): Promise<Measurements> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  try {
    say('The article’s five events beside a bare window and plain vis-timeline');
    const window = createTrial(bare(folder, parts.barePage, 'the bare window', NOTHING), stage);
    const article = createTrial(dateline(folder, 'Dateline', [], 5), stage);
    const plain = createTrial(await plainTimeline(folder, 5, ARTICLE_FILE), stage);
    await runInTurn([window, article, plain], scope.five);
    say('Figures');
    const figures = await measureFigures(folder, stage);
    say('Importing');
    const imports = await measureImports(stage);
    const importing = await measureWhileImporting(folder, stage);
    say('The packaged app beside a packaged bare window');
    const packaged = await measurePackaged(folder, stage, scope, electron);
    const beside = [];
    for (const size of scope.sizes) {
      say(`${count(size)} events beside plain vis-timeline`);
      beside.push(await measureBeside(folder, size, stage, scope.beside));
    }
    if (scope.million.rounds > 0) say(`${count(MILLION)} events`);
    const million = scope.million.rounds > 0 ? await measureMillion(folder, stage, scope.million) : undefined;
    return {
      date: new Date(),
      machine: await describeMachine(),
      runtime,
      limit: scope.limit,
      plans: scope,
      bare: window.runs(),
      article: article.runs(),
      articlePlain: plain.runs(),
      figures,
      imports,
      importing,
      beside,
      million,
      packaged,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Progress; only the results go to standard output. */
function say(line: string): void {
  console.error(`── ${line}`);
}

function stop(reason: string): never {
  console.error(reason);
  process.exit(1);
}

if (options.help) {
  console.log(HELP);
  process.exit();
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

say('Set-up');
const electron = await prepare('tests');
if (!electron.ok) stop(describeFailure(electron.failure));
const [command, words] = npm('run', '--silent', 'build');
if ((await run(command, words, { cwd: projectFolder })) !== 0) stop('The app could not be built.');
await buildParts();

const { executable, version, target } = electron.value;
const scope = options.quick ? QUICK : FULL;
const measurements = await withDisplay((environment) =>
  measure(
    { electron: executable, environment, limit: scope.limit },
    scope,
    describeRuntime(version, target),
    electron.value,
  ),
);
const results = report(measurements);
console.log(`\n${results}`);
if (options.write) {
  const page = join(projectFolder, 'docs', 'performance.md');
  const text = replaceBetweenMarkers(await readFile(page, 'utf8'), results);
  const style = await prettier.resolveConfig(page);
  await writeFile(page, await prettier.format(text, { ...style, parser: 'markdown' }));
}
