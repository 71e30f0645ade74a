// `npm run screenshots`: takes the pictures of the README and the docs from the real app, and makes it write their
// figures and all that tests compare with. `npm run screenshots -- every-date` writes only those whose names contain a
// word.
//
// With `--all` it takes pictures to look at instead, into screenshots/: of few and many events, of other scripts and
// of long times, in both themes and three sizes. These need a screen of at least 2560 × 1400 pixels. With `--chromium`
// it takes the same with Debian's Chromium, into screenshots/chromium/, so that a change of engine is seen early.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import * as z from 'zod/mini';
import { chromiumHere, inChromium } from './chromium.ts';
import { withDisplay } from './display.ts';
import { launchArguments, QUIET, thisSeat } from './launch.ts';
import { capture, npm, projectFolder, run } from './processes.ts';
import { describeFailure, prepare } from './runtime/prepare.ts';
import { KEPT, KEPT_FOLDER, SHEETS, takePicture, withDocument, type Look, type Sheet } from './sheets.ts';

interface Picture extends Look {
  readonly file: string;
  /** Image pixels to a CSS pixel. */
  readonly scale: number;
  /** Title of the selected mark. */
  readonly selected: string;
  /** Whether the export dialog is open, with its preview drawn. */
  readonly exporting: boolean;
  /** Whether the selected event is in the editor. */
  readonly editing?: boolean;
  /** Whether the list is shown in place of the timeline, with some rows chosen. */
  readonly listing?: boolean;
  /** A table that is about to be imported, absolute. */
  readonly importing?: string;
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
  {
    file: 'editor-light.png',
    theme: 'light',
    width: 1280,
    height: 800,
    scale: 1,
    selected: 'Foreign ministers, New York',
    exporting: false,
    editing: true,
  },
  {
    file: 'list-light.png',
    theme: 'light',
    width: 1280,
    height: 800,
    scale: 1,
    selected: 'SCO summit',
    exporting: false,
    listing: true,
  },
  {
    file: 'import-dialog.png',
    theme: 'light',
    width: 1280,
    height: 800,
    scale: 1,
    selected: 'Fall of Kabul',
    exporting: false,
    importing: join(projectFolder, 'e2e/fixtures/toll-bridge.csv'),
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
        proposals: undefined,
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

/** Sets the size of a page's content, CSS pixels. */
type Resize = (size: { readonly width: number; readonly height: number }) => Promise<void>;

/** Sets the size of the app's window. */
const resizeApp =
  (app: ElectronApplication): Resize =>
  (size) =>
    app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, size);

/** Gives a page a theme and a size, and waits until it has that size. */
async function present(page: Page, { theme, width, height }: Look, resize: Resize): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await resize({ width, height });
  await page.waitForFunction(`innerWidth === ${width} && innerHeight === ${height}`);
}

async function capturePage(page: Page, path: string): Promise<void> {
  await writeFile(path, await takePicture(page));
  console.log(relative(projectFolder, path));
}

const take = (picture: Picture, environment: NodeJS.ProcessEnv) =>
  inApp({ scale: picture.scale, documents: [] }, environment, async (app, page) => {
    await present(page, picture, resizeApp(app));
    await page.locator('.mark', { hasText: picture.selected }).click();
    await page.mouse.move(1, 1);
    if (picture.editing === true) {
      await page.keyboard.press('F2');
      await page.locator('.editor input[name="date"]').focus();
    }
    if (picture.listing === true) {
      await page.keyboard.press('ControlOrMeta+l');
      const rows = page.locator('.list tbody tr[data-index]');
      await rows.nth(1).locator('td').first().click();
      await rows
        .nth(3)
        .locator('td')
        .first()
        .click({ modifiers: ['Shift'] });
      await page.mouse.move(1, 1);
    }
    if (picture.importing !== undefined) {
      await app.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
      }, picture.importing);
      await page.keyboard.press('ControlOrMeta+o');
      await page.locator('.import-questions input[value="day-first"]').check();
      await page.locator('.import-events:not(.is-reading)').waitFor();
    }
    if (picture.exporting) {
      await page.keyboard.press('ControlOrMeta+e');
      await page.locator('.preview-picture:not(.stale)').waitFor();
    }
    await capturePage(page, join(pictures, picture.file));
  });

/** Shows a document, or the bundled article where there is no path, in a page that `work` may use. */
type Show = (path: string | undefined, work: (page: Page, resize: Resize) => Promise<void>) => Promise<void>;

const showInApp =
  (environment: NodeJS.ProcessEnv): Show =>
  (path, work) =>
    inApp({ scale: 1, documents: path === undefined ? [] : [path] }, environment, (app, page) =>
      work(page, resizeApp(app)),
    );

const showInChromium =
  (environment: NodeJS.ProcessEnv): Show =>
  (path, work) =>
    inChromium(path, environment, (page) => work(page, (size) => page.setViewportSize(size)));

/** Takes pictures into a folder, all of one document from one page. */
async function takeSheets(sheets: readonly Sheet[], folder: string, show: Show): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of new Set(sheets.map(({ document }) => document)))
    await withDocument(name, (path) =>
      show(path, async (page, resize) => {
        await page.locator('.timeline[data-window]').waitFor();
        for (const sheet of sheets.filter(({ document }) => document === name)) {
          await present(page, sheet, resize);
          // The display's own pointer may stand over a mark of a window that has just become larger.
          await page.mouse.move(1, 1);
          await capturePage(page, join(folder, sheet.file));
        }
      }),
    );
}

/** Where `--all` and `--chromium` put their pictures: a folder that Git and packages leave out. */
const sheetFolder = join(projectFolder, 'screenshots');

/** Writes a figure from the command line, like a reader. */
async function write({ file, document, options }: Figure, environment: NodeJS.ProcessEnv): Promise<void> {
  const args = [...launchArguments({ ...thisSeat(), environment }), QUIET, projectFolder];
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
  options: { all: { type: 'boolean' }, chromium: { type: 'boolean' } },
  allowPositionals: true,
});
const [word = ''] = positionals;
const isWanted = (file: string) => file.includes(word);

if (chosen.chromium) {
  const found = await chromiumHere();
  if (!found.ok) {
    console.error(describeFailure(found.failure));
    process.exit(1);
  }
  console.log(found.value);
}
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
  const wantedOf = (sheets: readonly Sheet[]) => sheets.filter(({ file }) => isWanted(file));
  if (chosen.all) await takeSheets(wantedOf(SHEETS), sheetFolder, showInApp(environment));
  if (chosen.chromium)
    await takeSheets(wantedOf(SHEETS), join(sheetFolder, 'chromium'), showInChromium(environment));
  if (chosen.all || chosen.chromium) return;

  await takeSheets(wantedOf(KEPT), KEPT_FOLDER, showInApp(environment));
  for (const picture of PICTURES.filter(({ file }) => isWanted(file))) await take(picture, environment);
  const folder = await mkdtemp(join(tmpdir(), 'dateline-dates-'));
  await mkdir(join(pictures, 'dates'), { recursive: true });
  const figures = [...FIGURES, ...(await oneByOne(everyDate, folder))];
  for (const figure of figures.filter(({ file }) => isWanted(relative(projectFolder, file))))
    await write(figure, environment);
  await rm(folder, { recursive: true, force: true });
});
