// Where the disk is full, every write says so, loses nothing, and leaves a whole file.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture } from '../scripts/processes.ts';
import { Dateline, expect, test } from './dateline.ts';
import { Editor } from './pages/editor.ts';
import { smallDisk, type SmallDisk } from './pages/small-disk.ts';

/** What is said of a file and of the data folder. */
const FULL = {
  ofFiles: 'there is no room left in the folder “disk”',
  ofData: 'no room left in Dateline’s own folder',
};

/** Longer than what is left of any block of the disk. */
const LONG = 'It opened in the rain. '.repeat(500).trim();

let dateline: Dateline | undefined;
let disk: SmallDisk | undefined;

test('on a full disk', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-full-'));
  try {
    if (process.getuid?.() === 0) await writeEverything(folder);
    else await runAgainAsRoot(folder);
  } finally {
    await dateline?.close({ keepData: true });
    await disk?.remove();
    await rm(folder, { recursive: true, force: true });
  }
});

/** Only root may mount a disk: everybody is that in a namespace of their own. */
async function runAgainAsRoot(folder: string): Promise<void> {
  const playwright = ['node_modules/@playwright/test/cli.js', 'test', 'full-disk', '--project=app'];
  const own = [
    '--map-root-user',
    '--mount',
    process.execPath,
    ...playwright,
    '--output',
    join(folder, 'results'),
  ];
  expect(await capture('unshare', own, { env: { ...process.env, TMPDIR: folder } })).toMatchObject({
    code: 0,
  });
}

async function writeEverything(folder: string): Promise<void> {
  const full = (disk = await smallDisk(folder));
  const dataFolder = join(full.folder, 'data');
  const app = (dateline = await Dateline.start({ size: { width: 1440, height: 900 }, dataFolder }));
  const { page, notice, system, menu, exportDialog } = app;
  const editor = new Editor(page);
  const file = (name: string): string => join(full.folder, name);
  const files = async (): Promise<string[]> =>
    (await readdir(full.folder)).filter((name) => name !== 'data' && name !== 'rest').toSorted();

  await page.keyboard.press('ControlOrMeta+n');
  await expect(app.invitation).toBeVisible();
  await editor.add('Bridge opened', '19 March 1932');
  await system.answerSaveDialog(file('bridge.dateline'));
  await page.keyboard.press('ControlOrMeta+s');
  await expect(notice).toContainText('Saved “bridge.dateline”');
  const whole = await readFile(file('bridge.dateline'), 'utf8');
  await menu.chooseTheme('Light');
  const settings = join(dataFolder, 'settings.json');
  await expect.poll(() => readFile(settings, 'utf8').catch(String)).toContain('"theme": "light"');

  await full.fill();
  // The journal.
  await page.keyboard.press('F2');
  await editor.field('Description').fill(LONG);
  await page.keyboard.press('Escape');
  await expect(notice).toContainText('At the moment, a crash would lose changes that are not saved.');
  await expect(notice).toContainText(FULL.ofData);
  await expect(page).toHaveTitle(/^• /);

  // The file, a copy of it, and the document under another name.
  await page.keyboard.press('ControlOrMeta+s');
  await expect(notice).toContainText(`“bridge.dateline” could not be saved: ${FULL.ofFiles}`);
  await expect(notice.getByRole('button', { name: 'Save As…' })).toBeVisible();
  await system.answerSaveDialog(file('other.dateline'));
  for (const command of ['save-copy', 'save-document-as']) {
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await menu.choose(command);
    await expect(notice).toContainText(`“other.dateline” could not be saved: ${FULL.ofFiles}`);
  }
  // Data and figures.
  await system.answerSaveDialog(file('bridge.csv'));
  await system.answerBoxes('Export');
  await menu.choose('export-csv');
  await expect(notice).toContainText(`“bridge.csv” could not be saved: ${FULL.ofFiles}`);
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await system.answerSaveDialog(file('bridge.png'));
  await exportDialog.open();
  await exportDialog.button('Export').click();
  await expect(exportDialog.root.getByRole('alert')).toContainText(
    `“bridge.png” could not be saved: ${FULL.ofFiles}`,
  );
  await exportDialog.button('Cancel').click();
  // What is remembered.
  await menu.chooseTheme('Dark');
  await expect(notice).toContainText('What you choose is forgotten when Dateline ends');
  await expect(notice).toContainText(FULL.ofData);
  expect(JSON.parse(await readFile(settings, 'utf8'))).toMatchObject({ theme: 'light' });

  expect(await readFile(file('bridge.dateline'), 'utf8')).toBe(whole);
  expect(await files()).toEqual(['bridge.dateline']);

  // The way out; the earlier versions still have no room.
  await system.answerSaveDialog(join(folder, 'elsewhere.dateline'));
  await menu.choose('save-document-as');
  await expect(notice).toContainText('Saved “elsewhere.dateline”');
  await expect(notice).toContainText(`No earlier version was kept of this save: `);
  await expect(notice).toContainText(FULL.ofData);
  await expect(page).not.toHaveTitle(/^• /);
  expect(await readFile(join(folder, 'elsewhere.dateline'), 'utf8')).toContain(LONG);

  await full.empty();
  await system.answerSaveDialog(file('bridge.dateline'));
  await menu.choose('save-document-as');
  await expect(notice).toContainText('Saved “bridge.dateline”');
  await expect(notice).not.toContainText('No earlier version');
  expect(await readFile(file('bridge.dateline'), 'utf8')).toContain(LONG);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(app.card.description).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(app.announcement).toContainText('Undone: Change date');
  expect(app.problems).toEqual([]);
}
