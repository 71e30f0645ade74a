// Help: every shortcut in a list that is true, About, the logs, the way to the releases.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { SHORTCUTS } from '../src/shared/shortcuts.ts';
import { Dateline, expect, test } from './dateline.ts';

const root = join(import.meta.dirname, '..');

for (const key of ['F1', '?']) {
  test(`${key} lists every shortcut; Escape closes the list and gives the focus back`, async ({
    dateline,
  }) => {
    await dateline.timeline.root.focus();
    await dateline.page.keyboard.press(key);
    const dialog = dateline.dialog('Keyboard shortcuts');
    await expect(dialog).toBeVisible();
    const labels = SHORTCUTS.flatMap(({ shortcuts }) => shortcuts.map(({ label }) => label));
    await expect(dialog.getByRole('term')).toHaveText(labels);
    await expect(dialog.getByRole('heading', { level: 3 })).toHaveText(SHORTCUTS.map(({ title }) => title));
    // Every key is listed, named as everywhere else in the window.
    const keysOf = (label: string) => dialog.locator('dl > div').filter({ hasText: label }).locator('dd');
    await expect(keysOf('Copy view as image')).toHaveText('CtrlShiftC');
    await expect(keysOf('Go to date')).toHaveText('CtrlG');
    await expect(keysOf('Next match')).toHaveText('F3');
    await expect(keysOf('Zoom out')).toHaveText('−');
    await expect(keysOf('Keyboard shortcuts')).toHaveText('F1 or ?');
    // The dialog has the keyboard to itself.
    const { before, after } = await dateline.timeline.change(() => dateline.page.keyboard.press('+'));
    expect(after).toEqual(before);
    await dateline.page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(dateline.timeline.root).toBeFocused();
  });
}

test('the list of shortcuts fits, in the smallest window that is usual', async ({ dateline }) => {
  await dateline.resize(1024, 640);
  await dateline.page.keyboard.press('F1');
  const list = dateline.dialog('Keyboard shortcuts').getByRole('region', { name: 'Shortcuts' });
  const { hidden, aside } = await list.evaluate((element) => ({
    hidden: element.scrollHeight - element.clientHeight,
    aside: element.scrollWidth - element.clientWidth,
  }));
  expect([hidden, aside]).toEqual([0, 0]);
});

test('the panel and the list of shortcuts name keys alike', async ({ dateline }) => {
  const names = (scope: Locator) => scope.locator('kbd').allTextContents();
  const hints = await names(dateline.card.hints);
  await dateline.page.keyboard.press('F1');
  const dialog = dateline.dialog('Keyboard shortcuts');
  await expect(dialog).toBeVisible();
  const listed = new Set(await names(dialog));
  expect(hints).toEqual(['N', 'P', 'Shift', 'N', '+', '−', '←', '→']);
  expect(hints.filter((name) => !listed.has(name))).toEqual([]);
});

test('the keys of the list do what it says', async ({ dateline }) => {
  const day = 24 * 60 * 60 * 1000;
  for (const [key, days] of [
    ['1', 365.2425],
    ['2', 365.2425 / 12],
    ['3', 7],
    ['4', 1],
  ] as const) {
    const { after } = await dateline.timeline.change(() => dateline.page.keyboard.press(key));
    expect(after.end - after.start).toBeCloseTo(days * day, -1);
  }
  await dateline.page.keyboard.press('0');
  await dateline.timeline.settle();
  await expect(dateline.button('All')).toHaveAttribute('aria-pressed', 'true');
});

test('About says the versions and the licence, and copies the versions', async ({ dateline }) => {
  await dateline.menu.choose('show-about');
  const dialog = dateline.dialog('About Dateline');
  const versions = await dateline.app.evaluate(({ app }) => ({
    app: app.getVersion(),
    electron: process.versions.electron,
  }));
  await expect(dialog).toContainText('Turns a news article into a timeline that you can check.');
  const icon = dialog.locator('img');
  await expect(icon).toBeVisible();
  expect(await icon.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(512);
  await expect(dialog.getByRole('definition')).toHaveText([versions.app, versions.electron, 'MIT']);
  await expect(dialog).toContainText(
    'Third-party notices come with the packages of Dateline. This is a development build.',
  );
  await dialog.getByRole('button', { name: 'Copy version' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Copied.');
  const copied = await dateline.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain(`Dateline ${versions.app}, Electron ${versions.electron}, ${process.platform}`);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
});

test('About says of a build on the stand-in runtime that it is for testing', async ({ dateline }) => {
  await dateline.app.evaluate(({ app }) => {
    app.getVersion = () => '9.9.9+standin';
  });
  await dateline.menu.choose('show-about');
  await expect(dateline.dialog('About Dateline')).toContainText('(stand-in runtime, for testing)');
});

test('Help opens the folder of the logs', async ({ dateline }) => {
  const opened = await dateline.system.watch('openPath');
  await dateline.menu.choose('show-logs');
  await expect.poll(opened).toEqual([join(dateline.dataFolder, 'logs')]);
});

test('Help opens the page of the releases where package.json names one, and says so where it does not', async ({
  dateline,
}) => {
  const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const named = typeof manifest === 'object' && manifest !== null && 'homepage' in manifest;
  const opened = await dateline.system.watch('openExternal');
  await dateline.menu.choose('check-for-updates');
  if (named) await expect.poll(opened).toHaveLength(1);
  else await expect(dateline.notice).toContainText('does not say where new versions are');
  expect(await opened()).toHaveLength(named ? 1 : 0);
  expect(dateline.requests.filter((address) => !address.startsWith('app://dateline/'))).toEqual([]);
});

test('the log says what happened and nothing of what the documents say', async () => {
  const dateline = await Dateline.start();
  const secret = 'A secret treaty';
  await dateline.page.evaluate(async (text) => {
    await window.api.openLink(`javascript:${text}`);
    // No text at all.
    await Promise.resolve(Reflect.apply(window.api.openLink, undefined, [{ text }])).catch(() => undefined);
  }, secret);
  await dateline.app.evaluate(({ app, dialog }, text) => {
    dialog.showErrorBox = () => undefined;
    app.emit('open-file', { preventDefault: () => undefined }, `/nowhere/${text}.dateline`);
    setTimeout(() => JSON.parse(`{"title": ${text}}`) as unknown);
  }, secret);
  await expect(dateline.notice).toContainText(secret);
  const logs = join(dateline.dataFolder, 'logs');
  const read = () => readFile(join(logs, 'dateline.log'), 'utf8');
  await expect.poll(read).toContain('SyntaxError');
  const text = await read();
  for (const words of [
    /^\S+Z Dateline \S+, Electron \S+/,
    /Z opened a document$/m,
    /Z refused to open an address$/m,
    /Z refused a call of openLink: its arguments/m,
    /Z a document could not be opened: file-missing$/m,
  ])
    expect(text).toMatch(words);
  expect(text).not.toMatch(/secret|treaty|CSTO|Kyrgyz|nowhere|\.dateline/i);
  expect(await readdir(logs)).toEqual(['dateline.log']);
  await dateline.close();
});
