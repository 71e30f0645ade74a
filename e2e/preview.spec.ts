// The preview in the export dialog: always in sight, and at 100 % the very pixels of the figure.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { Dateline, expect, test } from './dateline.ts';
import { WEB, writeFigure } from './figures.ts';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-preview-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The figure that the dialog first describes. */
const FIRST = { parts: { ...WEB.parts, note: false } };

/** Reads the preview's picture: its size on the screen in CSS pixels, and its own pixels. */
async function pictureOf(dateline: Dateline): Promise<{ readonly shown: string; readonly png: PNG }> {
  const address = await dateline.exportDialog.preview();
  const box = await (await dateline.exportDialog.picture()).boundingBox();
  return {
    shown: `${box?.width ?? 0} × ${box?.height ?? 0}`,
    png: PNG.sync.read(Buffer.from(address.replace(/^.*,/, ''), 'base64')),
  };
}

/** How far the preview is scrolled. */
function scrolled(dateline: Dateline): Promise<readonly [number, number]> {
  return dateline.exportDialog.sight.evaluate(
    ({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop] as const,
  );
}

test('at 100 % the preview has the pixels of the file, and Escape goes back', async ({ dateline }) => {
  const file = PNG.sync.read(await writeFigure(dateline, folder, 'png', FIRST));
  await dateline.exportDialog.open();
  const small = await pictureOf(dateline);
  expect(small.png.width).toBeLessThan(WEB.width);

  await dateline.page.keyboard.press('ControlOrMeta+1');
  await expect(dateline.exportDialog.enlarge).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(async () => (await pictureOf(dateline)).png.width).toBe(WEB.width);
  const full = await pictureOf(dateline);
  expect(full.shown).toBe(`${WEB.width} × ${WEB.height}`);
  expect(full.png.data.equals(file.data)).toBe(true);

  await dateline.page.keyboard.press('Escape');
  await expect(dateline.exportDialog.enlarge).toHaveAttribute('aria-pressed', 'false');
  // The picture of 100 % serves for the whole as well; only its height is rounded otherwise.
  const widthOf = ({ shown }: { readonly shown: string }) => shown.replace(/ .*/, '');
  await expect.poll(async () => widthOf(await pictureOf(dateline))).toBe(widthOf(small));
  await dateline.page.keyboard.press('Escape');
  await expect(dateline.exportDialog.root).toHaveCount(0);
});

test('at 100 % the figure is dragged and scrolled, and a click brings its point to the middle', async ({
  dateline,
}) => {
  const { page } = dateline;
  await dateline.exportDialog.open();
  const whole = await (await dateline.exportDialog.picture()).boundingBox();
  if (whole === null) throw new Error('There is no picture.');
  await page.mouse.click(whole.x + whole.width * 0.6, whole.y + whole.height * 0.5);
  await expect.poll(async () => (await pictureOf(dateline)).png.width).toBe(WEB.width);
  const sight = await dateline.exportDialog.sight.evaluate(({ clientWidth, clientHeight }) => ({
    width: clientWidth,
    height: clientHeight,
  }));
  const [left, top] = await scrolled(dateline);
  const most = { left: WEB.width - sight.width, top: WEB.height - sight.height };
  expect(Math.abs(left - Math.min(most.left, WEB.width * 0.6 - sight.width / 2))).toBeLessThan(3);
  expect(Math.abs(top - Math.max(0, Math.min(most.top, WEB.height * 0.5 - sight.height / 2)))).toBeLessThan(
    3,
  );

  const place = await dateline.exportDialog.sight.boundingBox();
  if (place === null) throw new Error('There is no place for the picture.');
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 80, y + 10, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => scrolled(dateline)).toEqual([left - 80, Math.max(0, top - 10)]);

  await dateline.exportDialog.sight.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await scrolled(dateline))[0]).toBeGreaterThan(left - 80);
});

test('a preview that takes long says so', async ({ dateline }) => {
  await dateline.exportDialog.open();
  await dateline.exportDialog.preview();
  await expect(dateline.exportDialog.previewProgress).toHaveCount(0);
  // A drawing on a page where this has run never comes to rest.
  await dateline.app.evaluate(async ({ BrowserWindow }) => {
    const hidden = BrowserWindow.getAllWindows().find((window) => !window.isVisible());
    await hidden?.webContents.executeJavaScript(
      `Object.defineProperty(document.fonts, 'ready', { value: new Promise(() => undefined) }); null`,
    );
  });
  await dateline.exportDialog.enlarge.click();
  await expect(dateline.exportDialog.previewProgress).toBeVisible();
  // What is shown meanwhile is the figure, less sharp.
  expect((await dateline.exportDialog.sight.locator('canvas').boundingBox())?.width).toBe(WEB.width);
  await dateline.exportDialog.choice('Theme', 'Dark').click();
  await expect(dateline.exportDialog.previewProgress).toHaveCount(0);
});

test('on a screen of double density, 100 % has double the pixels', async () => {
  const dateline = await Dateline.start({ scale: 2, theme: 'light', size: { width: 1024, height: 640 } });
  const file = PNG.sync.read(await writeFigure(dateline, folder, 'png', { ...FIRST, scale: 2 }));
  await dateline.exportDialog.open();
  await dateline.exportDialog.enlarge.click();
  await expect.poll(async () => (await pictureOf(dateline)).png.width).toBe(2 * WEB.width);
  const full = await pictureOf(dateline);
  expect(full.shown).toBe(`${WEB.width} × ${WEB.height}`);
  expect(full.png.data.equals(file.data)).toBe(true);
  await dateline.close();
});

for (const { name, width, height, zoom } of [
  { name: 'a small window', width: 1024, height: 640, zoom: 1 },
  { name: 'text of double size', width: 1024, height: 640, zoom: 2 },
  { name: 'the smallest window', width: 720, height: 480, zoom: 1 },
]) {
  test(`every option can be reached beside the preview: ${name}`, async ({ dateline }) => {
    await dateline.resize(width, height);
    if (zoom !== 1) await dateline.enlargeText(zoom);
    await dateline.exportDialog.open();
    await dateline.exportDialog.preview();
    await dateline.exportDialog.size.selectOption('Custom…');
    const { root } = dateline.exportDialog;
    for (const control of await root.locator('.export-options :is(input, select)').all()) {
      await control.focus();
      const faults = await control.evaluate((focused) => {
        const shown = focused.closest('label, .select') ?? focused;
        const box = shown.getBoundingClientRect();
        const options = document.querySelector('.export-options')?.getBoundingClientRect();
        const picture = document.querySelector('.preview-picture')?.getBoundingClientRect();
        if (options === undefined || picture === undefined) return ['nothing there'];
        return [
          ...(box.left < options.left || box.right > options.right ? ['leaves the column'] : []),
          ...(box.bottom < options.top || box.top > options.bottom ? ['is out of sight'] : []),
          ...(picture.width < 80 || picture.right > innerWidth || picture.bottom > innerHeight
            ? ['the preview is out of sight']
            : []),
        ];
      });
      expect(faults, (await control.getAttribute('aria-label')) ?? '').toEqual([]);
    }
    for (const button of ['Cancel', 'Copy', 'Export'] as const) {
      const box = await dateline.exportDialog.button(button).boundingBox();
      const inner = await dateline.page.evaluate(() => [innerWidth, innerHeight] as const);
      expect(
        box !== null && box.x >= 0 && box.x + box.width <= inner[0] && box.y + box.height <= inner[1],
      ).toBe(true);
    }
    if (zoom !== 1) await dateline.enlargeText(1);
  });
}
