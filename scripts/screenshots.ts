// `npm run screenshots`: takes the pictures of the README and the docs from the real app, and makes it write their
// figures and the one that a test compares with. `npm run screenshots -- every-date` writes only those whose names
// contain a word.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { _electron } from '@playwright/test';
import * as z from 'zod/mini';
import { withDisplay } from './display.ts';
import { launchArguments, thisSeat } from './launch.ts';
import { capture, npm, projectFolder, run } from './processes.ts';
import { describeFailure, prepare } from './runtime/prepare.ts';

interface Picture {
  readonly file: string;
  readonly theme: 'light' | 'dark';
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Image pixels to a CSS pixel. */
  readonly scale: number;
  /** Title of the selected mark. */
  readonly selected: string;
  /** Whether the export dialog is open, with its preview drawn. */
  readonly exporting: boolean;
}

const PICTURES: readonly Picture[] = [
  {
    file: 'main-window-light.png',
    theme: 'light',
    width: 1440,
    height: 900,
    scale: 1,
    selected: 'Foreign ministers, New York',
    exporting: false,
  },
  {
    file: 'main-window-dark.png',
    theme: 'dark',
    width: 1440,
    height: 900,
    scale: 1,
    selected: 'Foreign ministers, New York',
    exporting: false,
  },
  {
    file: 'export-dialog.png',
    theme: 'light',
    width: 1280,
    height: 800,
    scale: 1,
    selected: 'Foreign ministers, New York',
    exporting: true,
  },
];

/** A figure: its file, its document unless that is the bundled one, and command-line options. */
interface Figure {
  readonly file: string;
  readonly document?: string;
  readonly options: readonly string[];
}

const pictures = join(projectFolder, 'docs/pictures');
const everyDate = join(projectFolder, 'e2e/fixtures/every-date.dateline');

const FIGURES: readonly Figure[] = [
  { file: join(pictures, 'figure.png'), options: ['--size', 'web'] },
  { file: join(pictures, 'figure.svg'), options: ['--theme', 'dark'] },
  { file: join(pictures, 'figure.pdf'), options: ['--size', 'a4'] },
  // The reference picture of e2e/dates.spec.ts. Look at it before you commit it.
  {
    file: join(projectFolder, 'e2e/reference/every-date.png'),
    document: everyDate,
    options: ['--content', '1848/1861', '--size', '1600x1300', '--note'],
  },
];

/** The time around one date in its picture, wide enough for a card as well as for a bar: EDTF, from and to. */
const AROUND: Readonly<Record<string, string>> = {
  '1852-05-15T09:30': '1852-05-15/1852-05-15',
  '1853-10': '1853/1853',
  '1851-21': '1850/1852',
  '1854-06-XX': '1854/1854',
  '1852-05-14/1852-05-17': '1852-05/1852-05',
  '[1853-10-03..1853-11-22]': '1853-09/1853-12',
  '1850-03-10~': '1850-02/1850-04',
  '1856-06%': '1856-01/1856-12',
  '1857-04-12/..': '1856/1860',
  '../1851': '1848/1853',
  '1858/': '1856/1862',
  '/1850-06': '1848/1852',
  '[..1850-12-03]': '1848/1852',
  '[..1849]': '1846/1851',
  '[1858-12..]': '1857/1862',
};

/** A small figure for each event of a document, named by the event's id. */
async function oneByOne(document: string, folder: string): Promise<Figure[]> {
  const whole = timelineDocument.parse(JSON.parse(await readFile(document, 'utf8')));
  const figures: Figure[] = [];
  for (const event of whole.events) {
    const alone = join(folder, `${event.id}.dateline`);
    await writeFile(
      alone,
      JSON.stringify({
        ...whole,
        lanes: [{ id: event.lane, title: event.date }],
        events: [event],
        notes: [],
      }),
    );
    const around = AROUND[event.date];
    figures.push({
      file: join(pictures, 'dates', `${event.id}.svg`),
      document: alone,
      options: [
        ...['--size', '480x110', '--no-title', '--no-legend', '--no-credit'],
        ...(around === undefined ? [] : ['--content', around]),
      ],
    });
  }
  return figures;
}

/** The fields of a document that this script reads. */
const timelineDocument = z.looseObject({
  events: z.array(z.looseObject({ id: z.string(), date: z.string(), lane: z.string() })),
});

async function take(picture: Picture, environment: NodeJS.ProcessEnv): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'dateline-screenshots-'));
  const app = await _electron.launch({
    args: [
      ...launchArguments({ ...thisSeat(), environment }),
      `--user-data-dir=${data}`,
      `--force-device-scale-factor=${picture.scale}`,
      projectFolder,
    ],
    cwd: projectFolder,
    env: Object.fromEntries(
      Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  });
  const page = await app.firstWindow();
  await page.emulateMedia({ colorScheme: picture.theme, reducedMotion: 'reduce' });
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, picture);
  await page.waitForFunction(`innerWidth === ${picture.width} && innerHeight === ${picture.height}`);
  await page.locator('.mark', { hasText: picture.selected }).click();
  await page.mouse.move(1, 1);
  if (picture.exporting) {
    await page.keyboard.press('ControlOrMeta+e');
    await page.locator('.preview-picture:not(.stale)').waitFor();
  }
  await page.evaluate('document.fonts.ready.then(() => null)');
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(pictures, picture.file) });
  await app.close();
  await rm(data, { recursive: true, force: true });
  console.log(`docs/pictures/${picture.file}`);
}

/** Writes a figure from the command line, like a reader. */
async function write({ file, document, options }: Figure, environment: NodeJS.ProcessEnv): Promise<void> {
  const args = [...launchArguments({ ...thisSeat(), environment }), '--log-level=3', projectFolder];
  const finished = await capture(
    executable,
    [...args, ...(document === undefined ? [] : [document]), '--export', file, ...options],
    { cwd: projectFolder, env: environment },
  );
  if (finished.code !== 0)
    throw new Error(`${relative(projectFolder, file)} was not written. ${finished.stderr}`);
  console.log(relative(projectFolder, file));
}

const [word = ''] = process.argv.slice(2);
const isWanted = (file: string) => file.includes(word);

const machine = await prepare('tests');
if (!machine.ok) {
  console.error(describeFailure(machine.failure));
  process.exit(1);
}
const { executable } = machine.value;
const [command, words] = npm('run', '--silent', 'build');
const built = await run(command, words, { cwd: projectFolder });
if (built !== 0) process.exit(built);
await withDisplay(async (environment) => {
  for (const picture of PICTURES.filter(({ file }) => isWanted(file))) await take(picture, environment);
  const folder = await mkdtemp(join(tmpdir(), 'dateline-dates-'));
  await mkdir(join(pictures, 'dates'), { recursive: true });
  const figures = [...FIGURES, ...(await oneByOne(everyDate, folder))];
  for (const figure of figures.filter(({ file }) => isWanted(relative(projectFolder, file))))
    await write(figure, environment);
  await rm(folder, { recursive: true, force: true });
});
