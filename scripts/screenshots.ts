// `npm run screenshots`: takes the pictures of the README and the docs from the real app, and has it write their figures.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { withDisplay } from './display.ts';
import { launchArguments, thisSeat } from './launch.ts';
import { npm, projectFolder, run } from './processes.ts';
import { describeFailure, prepare } from './runtime/prepare.ts';

interface Picture {
  readonly file: string;
  readonly theme: 'light' | 'dark';
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Image pixels to a CSS pixel. */
  readonly scale: number;
  /** Title of the mark that is selected. */
  readonly selected: string;
  /** Whether the export dialog stands over the window, its preview drawn. */
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

/** The figures of the docs: a file, and the options it is written with on the command line. */
const FIGURES: readonly { readonly file: string; readonly options: readonly string[] }[] = [
  { file: 'figure.png', options: ['--size', 'web'] },
  { file: 'figure.svg', options: ['--theme', 'dark'] },
  { file: 'figure.pdf', options: ['--size', 'a4'] },
];

const pictures = join(projectFolder, 'docs/pictures');

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

/** Writes a figure as a reader would; `npm run export` says its name and size. */
async function write(
  { file, options }: (typeof FIGURES)[number],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const [command, words] = npm('run', '--silent', 'export', '--');
  return run(command, [...words, '--export', join(pictures, file), ...options], {
    cwd: projectFolder,
    env: environment,
  });
}

const machine = await prepare('tests');
if (!machine.ok) {
  console.error(describeFailure(machine.failure));
  process.exit(1);
}
const [command, words] = npm('run', '--silent', 'build');
const built = await run(command, words, { cwd: projectFolder });
if (built !== 0) process.exit(built);
await withDisplay(async (environment) => {
  for (const picture of PICTURES) await take(picture, environment);
  for (const figure of FIGURES) {
    const code = await write(figure, environment);
    if (code !== 0) process.exit(code);
  }
});
