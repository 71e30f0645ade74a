// `npm run score [-- FOLDER]`: how well dates are found and read, beside other taggers. FOLDER holds gold data, which are not
// ours to hand on, and the scorers that come with them; without it, the articles of our own are scored alone.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { ARTICLES as ENGLISH } from '../src/shared/drafting/en/marked-samples.ts';
import { drafterFor, type LanguageCode } from '../src/shared/drafting/languages.ts';
import { f1, tallyAll, unmarked, type MarkedArticle } from '../src/shared/drafting/marked.ts';
import { ARTICLES as RUSSIAN } from '../src/shared/drafting/ru/marked-samples.ts';
import { must } from './processes.ts';

/** F1 in per cent of other taggers on the same texts, measured once with the same scorer. */
const OTHERS: Readonly<
  Record<string, readonly (readonly [tagger: string, p: number, r: number, f1: number])[]>
> = {
  meantime: [
    ['HeidelTime', 90.1, 83.7, 86.8],
    ['chrono-node 2.10.3', 81.3, 62.2, 70.5],
  ],
  wikiwars: [
    ['HeidelTime', 91.4, 87.5, 89.4],
    ['chrono-node 2.10.3', 43.9, 28.7, 34.7],
  ],
};

const TEXT = z.object({ doc: z.string(), dct: z.string(), text: z.string() });
const PRF = z.object({ p: z.number(), r: z.number(), f1: z.number() });
const SCOPE = z.object({ relaxed: PRF, strict: PRF, value: PRF });
const TIMEX = z.object({ docs: z.number(), all: SCOPE, datable: SCOPE });
const EVENTS = z.object({
  sentences: z.number(),
  right: PRF,
  day: PRF,
  falseDates: z.object({ sentences: z.number(), dated: z.number() }),
});

const percent = (share: number): string => (100 * share).toFixed(1).padStart(6);
const row = (name: string, ...cells: readonly (string | number)[]): void => {
  console.log(
    `  ${name.padEnd(34)}${cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(1).padStart(6) : cell)).join(' ')}`,
  );
};

/** The texts of a gold folder. */
async function textsOf(scorer: string, gold: string): Promise<z.infer<typeof TEXT>[]> {
  const lines = await must(process.execPath, [scorer, '--texts', gold]);
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => TEXT.parse(JSON.parse(line)));
}

const temporary = mkdtempSync(join(tmpdir(), 'dateline-score-'));
const written = (lines: readonly object[]): string => {
  const path = join(temporary, 'answers.jsonl');
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return path;
};

async function scoreDates(folder: string, name: string): Promise<void> {
  const scorer = join(folder, 'timex-score.mjs');
  const gold = join(folder, name);
  const narrative = name === 'wikiwars';
  const texts = await textsOf(scorer, gold);
  const answers = texts.flatMap(({ doc, dct, text }) =>
    drafterFor('en')
      .tag(text, { published: dct === '' ? null : dct, narrative })
      .expressions.map(({ start, end, value, type }) => ({ doc, start, end, value, type })),
  );
  const score = TIMEX.parse(
    JSON.parse(await must(process.execPath, [scorer, gold, written(answers), '--json'])),
  );
  console.log(`${name}: ${score.docs} texts; P, R, F1`);
  for (const [scope, measures] of [
    ['datable', score.datable],
    ['all', score.all],
  ] as const)
    for (const measure of ['value', 'strict', 'relaxed'] as const) {
      const { p, r, f1: mean } = measures[measure];
      row(`Dateline, ${scope}, ${measure}`, percent(p), percent(r), percent(mean));
    }
  for (const [tagger, ...figures] of OTHERS[name] ?? []) row(`${tagger}, datable, value`, ...figures);
}

async function scoreEvents(folder: string): Promise<void> {
  const scorer = join(folder, 'event-date-score.mjs');
  const articles = join(folder, 'timelines/articles');
  const texts = await textsOf(scorer, articles);
  const answers = texts.flatMap(({ doc, dct, text }) =>
    drafterFor('en')
      .draft(text, { published: dct === '' ? null : dct })
      .proposals.flatMap(({ date, quotes }) => quotes.map(({ start, end }) => ({ doc, start, end, date }))),
  );
  const gold = join(folder, 'timelines/gold');
  const score = EVENTS.parse(
    JSON.parse(await must(process.execPath, [scorer, articles, gold, written(answers), '--json'])),
  );
  console.log(`timelines: ${score.sentences} sentences with dated events; P, R, F1`);
  row('Dateline, right', percent(score.right.p), percent(score.right.r), percent(score.right.f1));
  row('Dateline, right, days only', percent(score.day.p), percent(score.day.r), percent(score.day.f1));
  row('HeidelTime, else publication date', '', 67.3);
  const { dated, sentences } = score.falseDates;
  console.log(
    `  false dates: ${dated} of ${sentences} undated sentences; by the publication date alone, all`,
  );
}

function scoreOwn(language: string, code: LanguageCode, articles: readonly MarkedArticle[]): void {
  const total = tallyAll(articles, drafterFor(code).tag);
  console.log(`${language}: ${articles.length} articles of our own; P, R, F1`);
  row(
    'Dateline, datable, value',
    percent(total.right / total.dated),
    percent(total.right / total.marked),
    percent(f1(total)),
  );
}

/** As many words as a long report has. */
const MANY_WORDS = 120_000;

/** How long a long text takes one core, which depends on the machine: printed, not held to. */
function timeLong(): void {
  const one = ENGLISH.map(({ text }) => unmarked(text).text).join('\n\n');
  const words = one.split(/\s+/u).length;
  const text = Array.from({ length: Math.ceil(MANY_WORDS / words) }, () => one).join('\n\n');
  const { draft, tag } = drafterFor('en');
  const seconds = (work: () => void): number => {
    work();
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  console.log(`Speed: ${MANY_WORDS} words in one text; seconds of processor time`);
  row(
    'Dateline, dates',
    seconds(() => tag(text, { published: '2020-01-01' })),
  );
  row(
    'Dateline, events',
    seconds(() => draft(text, { published: '2020-01-01' })),
  );
}

const [given] = process.argv.slice(2);
try {
  if (given !== undefined) {
    const folder = resolve(process.env['INIT_CWD'] ?? process.cwd(), given);
    for (const name of ['meantime', 'wikiwars'])
      if (existsSync(join(folder, name))) await scoreDates(folder, name);
    if (existsSync(join(folder, 'timelines'))) await scoreEvents(folder);
  }
  scoreOwn('English', 'en', ENGLISH);
  scoreOwn('Russian', 'ru', RUSSIAN);
  timeLong();
} finally {
  rmSync(temporary, { recursive: true });
}
