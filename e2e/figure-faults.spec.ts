// Figures that fail: the reader hears of it at once and in one sentence, what is no longer wanted ends, and the next works.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FigureFormat, FigureOptions } from '../src/shared/figure/figure.ts';
import { expect, test, type Dateline } from './dateline.ts';
import { WEB, writeFigure } from './figures.ts';

test.use({ lastFigure: 'any' });

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-faults-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const svg = async (dateline: Dateline) => (await writeFigure(dateline, folder, 'svg')).toString('utf8');

/** Runs a script on the page that draws figures, which has to be there. */
const onFigurePage = (dateline: Dateline, script: string): Promise<void> =>
  dateline.app.evaluate(async ({ BrowserWindow }, code) => {
    const hidden = BrowserWindow.getAllWindows().find((window) => !window.isVisible());
    if (hidden === undefined) throw new Error('There is no page for figures.');
    await hidden.webContents.executeJavaScript(`{${code}}; null`);
  }, script);

/** How many pages for figures there are. */
const figurePages = (dateline: Dateline): Promise<number> =>
  dateline.app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((window) => !window.isVisible()).length,
  );

const previewOf = (dateline: Dateline, options: Partial<FigureOptions> = {}, format: FigureFormat = 'svg') =>
  dateline.page.evaluate((request) => window.api.previewFigure(request, null), {
    options: { ...WEB, ...options },
    format,
  });

/** A drawing on a page where this has run never comes to rest. */
const HANG = `Object.defineProperty(document.fonts, 'ready', { value: new Promise(() => undefined) })`;

const BROKEN = {
  ok: false,
  failure: {
    code: 'figure-broken',
    message: 'The figure could not be drawn. Try again, or choose a smaller size.',
  },
};

test('a lane that the document does not have is refused before anything is drawn', async ({ dateline }) => {
  const refused = {
    ok: false,
    failure: {
      code: 'figure-lanes',
      message: 'This figure has a lane that is not in the timeline. Choose its lanes again.',
    },
  };
  for (const lanes of [['none'], ['afghanistan', 'none']]) {
    expect(await previewOf(dateline, { lanes })).toMatchObject(refused);
    const copied = await dateline.page.evaluate((options) => window.api.copyFigure(options), {
      ...WEB,
      lanes,
    });
    expect(copied).toMatchObject(refused);
  }
  expect(await figurePages(dateline)).toBe(0);
  expect(await previewOf(dateline, { lanes: ['kyrgyz-tajik-border', 'afghanistan'] })).toMatchObject({
    ok: true,
  });
});

for (const [what, script] of [
  ['its drawing throws', `Document.prototype.querySelector = () => { throw new Error('provoked') }`],
  [
    'it throws in a frame',
    `requestAnimationFrame = () => { setTimeout(() => { throw new Error('provoked') }); }`,
  ],
  ['it throws no error', `requestAnimationFrame = () => { setTimeout(() => { throw null }); }`],
  ['a promise fails', `requestAnimationFrame = () => { Promise.reject(new Error('provoked')); }`],
  [
    'it has much to say',
    `requestAnimationFrame = () => { setTimeout(() => { throw new Error('provoked'.repeat(100_000)) }); }`,
  ],
] as const) {
  test(`a figure whose page fails ends at once, and the next is drawn on another: ${what}`, async ({
    dateline,
  }) => {
    const before = await svg(dateline);
    await onFigurePage(dateline, script);
    expect(await previewOf(dateline)).toMatchObject(BROKEN);
    await expect.poll(() => figurePages(dateline)).toBe(0);
    expect(await svg(dateline)).toBe(before);
  });
}

test('a page that fails between two figures is no fault of the next', async ({ dateline }) => {
  const before = await svg(dateline);
  await onFigurePage(dateline, `setTimeout(() => { throw new Error('provoked') })`);
  await expect.poll(() => figurePages(dateline)).toBe(0);
  expect(await svg(dateline)).toBe(before);
});

test('the export dialog says that its figure failed, and works again', async ({ dateline }) => {
  await svg(dateline);
  await onFigurePage(dateline, `Document.prototype.querySelector = () => { throw new Error('provoked') }`);
  await dateline.exportDialog.open();
  await expect(dateline.page.getByRole('alert')).toHaveText(BROKEN.failure.message);
  await dateline.exportDialog.choice('Theme', 'Dark').click();
  await expect(dateline.exportDialog.previewWords).toContainText('1,600 × 900 pixels', { timeout: 20_000 });
  await expect(dateline.page.getByRole('alert')).toHaveCount(0);
});

test('a preview ends with cancelling', async ({ dateline }) => {
  const before = await svg(dateline);
  await onFigurePage(dateline, HANG);
  const preview = previewOf(dateline);
  await dateline.page.evaluate(() => window.api.cancelFigure());
  expect(await preview).toBeNull();
  expect(await svg(dateline)).toBe(before);
});

test('a preview ends with the next', async ({ dateline }) => {
  await svg(dateline);
  await onFigurePage(dateline, HANG);
  const [first, second] = await Promise.all([previewOf(dateline), previewOf(dateline, { theme: 'dark' })]);
  expect(first).toBeNull();
  expect(second).toMatchObject({ ok: true });
});

test('a preview ends with its dialog', async ({ dateline }) => {
  const before = await svg(dateline);
  await onFigurePage(dateline, HANG);
  await dateline.exportDialog.open();
  await expect(dateline.exportDialog.previewWords).toHaveText('Updating preview…');
  await dateline.page.keyboard.press('Escape');
  await expect(dateline.exportDialog.root).toHaveCount(0);
  expect(await svg(dateline)).toBe(before);
});

test('cancelling an export draws the preview again that ended with it', async ({ dateline }) => {
  await svg(dateline);
  await onFigurePage(dateline, HANG);
  await dateline.system.answerSaveDialog(join(folder, 'cancelled.png'));
  await dateline.exportDialog.open();
  await dateline.exportDialog.button('Export').click();
  await expect(dateline.exportDialog.progress).toBeVisible();
  await dateline.exportDialog.button('Cancel').click();
  await expect(dateline.exportDialog.progress).toHaveCount(0);
  await expect(dateline.exportDialog.previewWords).toContainText('1,600 × 900 pixels', { timeout: 20_000 });
});
