// `npm run screenshots`: takes the pictures of the README and the docs from the real app, and makes it write their
// figures and the one that a test compares with. `npm run screenshots -- every-date` writes only those whose names
// contain a word.
//
// With `--all` it takes pictures to look at instead, into screenshots/: of few and many events, of other scripts and
// of long times, in both themes and three sizes. These need a screen of at least 2560 × 1400 pixels.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import * as z from 'zod/mini';
import { withDisplay } from './display.ts';
import { launchArguments, thisSeat } from './launch.ts';
import { capture, npm, projectFolder, run } from './processes.ts';
import { describeFailure, prepare } from './runtime/prepare.ts';
import { SCREENSHOT_DOCUMENTS } from './screenshot-documents.ts';

/** How a window looks. */
interface Look {
  readonly theme: 'light' | 'dark';
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

interface Picture extends Look {
  readonly file: string;
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

/** Starts the app with data of its own, lets `work` use it, and ends it. */
async function inApp(
  { scale, documents }: { readonly scale: number; readonly documents: readonly string[] },
  environment: NodeJS.ProcessEnv,
  work: (app: ElectronApplication, page: Page) => Promise<void>,
): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'dateline-screenshots-'));
  const app = await _electron.launch({
    args: [
      ...launchArguments({ ...thisSeat(), environment }),
      `--user-data-dir=${data}`,
      `--force-device-scale-factor=${scale}`,
      projectFolder,
      ...documents,
    ],
    cwd: projectFolder,
    env: Object.fromEntries(
      Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  });
  await work(app, await app.firstWindow());
  await app.close();
  await rm(data, { recursive: true, force: true });
}

/** Gives the window a theme and a size, and waits until the page has that size. */
async function present(app: ElectronApplication, page: Page, look: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: look.theme, reducedMotion: 'reduce' });
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, look);
  await page.waitForFunction(`innerWidth === ${look.width} && innerHeight === ${look.height}`);
}

/** Takes a picture once everything stands still. */
async function capturePage(page: Page, path: string): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => null)');
  await page.waitForTimeout(300);
  await page.screenshot({ path });
  console.log(relative(projectFolder, path));
}

const take = (picture: Picture, environment: NodeJS.ProcessEnv) =>
  inApp({ scale: picture.scale, documents: [] }, environment, async (app, page) => {
    await present(app, page, picture);
    await page.locator('.mark', { hasText: picture.selected }).click();
    await page.mouse.move(1, 1);
    if (picture.exporting) {
      await page.keyboard.press('ControlOrMeta+e');
      await page.locator('.preview-picture:not(.stale)').waitFor();
    }
    await capturePage(page, join(pictures, picture.file));
  });

/** Takes pictures of a document, or of the bundled article, as it opens, one in each theme and size. */
const takeLooks = (
  documents: readonly string[],
  looks: readonly (Look & { readonly file: string })[],
  environment: NodeJS.ProcessEnv,
) =>
  inApp({ scale: 1, documents }, environment, async (app, page) => {
    await page.locator('.timeline[data-window]').waitFor();
    await page.mouse.move(1, 1);
    for (const look of looks) {
      await present(app, page, look);
      await capturePage(page, look.file);
    }
  });

/** Where `--all` puts its pictures: a folder that Git and packages leave out. */
const sheets = join(projectFolder, 'screenshots');

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 640 },
  { width: 2560, height: 1400 },
];

/** Takes the pictures of {@link SCREENSHOT_DOCUMENTS} and of the bundled article whose names contain the word. */
async function takeAll(environment: NodeJS.ProcessEnv): Promise<void> {
  await mkdir(sheets, { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'dateline-documents-'));
  const documents: [string, (() => unknown)?][] = [['five-events'], ...Object.entries(SCREENSHOT_DOCUMENTS)];
  for (const [name, make] of documents) {
    const looks = SIZES.flatMap(({ width, height }) =>
      (['light', 'dark'] as const).map((theme) => ({
        theme,
        width,
        height,
        file: join(sheets, `${name}-${width}x${height}-${theme}.png`),
      })),
    ).filter(({ file }) => isWanted(basename(file)));
    if (looks.length === 0) continue;
    if (make === undefined) {
      await takeLooks([], looks, environment);
      continue;
    }
    const document = join(folder, `${name}.dateline`);
    await writeFile(document, JSON.stringify(make()));
    await takeLooks([document], looks, environment);
  }
  await rm(folder, { recursive: true, force: true });
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

const { values: chosen, positionals } = parseArgs({
  options: { all: { type: 'boolean' } },
  allowPositionals: true,
});
const [word = ''] = positionals;
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
  if (chosen.all) {
    await takeAll(environment);
    return;
  }
  for (const picture of PICTURES.filter(({ file }) => isWanted(file))) await take(picture, environment);
  const folder = await mkdtemp(join(tmpdir(), 'dateline-dates-'));
  await mkdir(join(pictures, 'dates'), { recursive: true });
  const figures = [...FIGURES, ...(await oneByOne(everyDate, folder))];
  for (const figure of figures.filter(({ file }) => isWanted(relative(projectFolder, file))))
    await write(figure, environment);
  await rm(folder, { recursive: true, force: true });
});
