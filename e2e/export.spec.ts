// Export writes the picture that is on the screen, whole, and never harms a file that is there.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { Dateline, expect, test } from './dateline.ts';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-export-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The colour of a pixel as `#rrggbb`. */
function pixel(picture: PNG, x: number, y: number): string {
  const at = (Math.round(y) * picture.width + Math.round(x)) * 4;
  return `#${picture.data.subarray(at, at + 3).toString('hex')}`;
}

/** The colour of a token on the page, as `#rrggbb`. */
function token(dateline: Dateline, name: string): Promise<string> {
  return dateline.page.evaluate((property) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = `var(${property})`;
    const channels = getComputedStyle(probe).color.match(/\d+/g) ?? [];
    probe.remove();
    return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}`;
  }, name);
}

async function exportTo(dateline: Dateline, path: string): Promise<PNG> {
  await dateline.answerSaveDialog(path);
  await dateline.openExport();
  await dateline.chooseBareView();
  await dateline.exportButton('Export').click();
  await expect(dateline.notice).toContainText('Saved');
  await expect(dateline.exportDialog).toHaveCount(0);
  return PNG.sync.read(await readFile(path));
}

for (const theme of ['light', 'dark'] as const) {
  test(`writes a PNG at twice the size of the timeline, ${theme}, every event at its place`, async () => {
    const dateline = await Dateline.start({ theme, size: { width: 1440, height: 900 } });
    const place = await dateline.timeline.boundingBox();
    if (place === null) throw new Error('The timeline is not drawn');
    // The border belongs to the window, not to the picture.
    const inner = { x: place.x + 1, y: place.y + 1, width: place.width - 2, height: place.height - 2 };
    const dots = await dateline.axisDots.evaluateAll((all) =>
      all.map((dot) => {
        const { x, y, width, height } = dot.getBoundingClientRect();
        return {
          x: x + width / 2,
          y: y + height / 2,
          lane: /lane-\d/.exec(dot.getAttribute('class') ?? '')?.[0] ?? '',
          solid: !dot.classList.contains('uncertain'),
        };
      }),
    );
    const picture = await exportTo(dateline, join(folder, 'timeline.png'));
    expect([picture.width, picture.height]).toEqual([inner.width * 2, inner.height * 2]);

    expect(pixel(picture, 4, 4)).toBe(await token(dateline, '--surface'));
    expect(pixel(picture, picture.width - 5, picture.height - 5)).toBe(await token(dateline, '--surface'));
    expect(dots).toHaveLength(5);
    for (const { x, y, lane, solid } of dots) {
      // Left of the middle: dots a day apart overlap, and the later one lies above.
      const edge = pixel(picture, (x - inner.x - 4) * 2, (y - inner.y) * 2);
      expect(edge).toBe(await token(dateline, `--${lane}-edge`));
      const middle = pixel(picture, (x - inner.x) * 2, (y - inner.y) * 2);
      if (!solid) expect(middle).toBe(await token(dateline, '--surface'));
    }
    for (const [title, lane] of [
      ['Fall of Kabul', 0],
      ['CSTO summit, Dushanbe', 1],
      ['SCO summit', 2],
      ['Zas–Kulubaev meeting', 3],
    ] as const) {
      const mark = await dateline.mark(title).boundingBox();
      if (mark === null) throw new Error(`${title} is not drawn`);
      const inside = pixel(picture, (mark.x + 5 - inner.x) * 2, (mark.y + mark.height / 2 - inner.y) * 2);
      expect(inside, title).toBe(await token(dateline, `--lane-${lane}-fill`));
    }
    await dateline.close();
  });
}

test('names the file and its folder, and shows it there', async ({ dateline }) => {
  await dateline.app.evaluate(({ shell }) => {
    shell.showItemInFolder = (path: string) => {
      Object.assign(globalThis, { shown: path });
    };
  });
  await dateline.answerSaveDialog(join(folder, 'kept'));
  await dateline.button('Export').click();
  await dateline.exportButton('Export').click();
  await expect(dateline.notice).toContainText('Saved kept.png in');
  await dateline.button('Show in folder').click();
  await expect
    .poll(() => dateline.app.evaluate((): unknown => Reflect.get(globalThis, 'shown')))
    .toBe(join(folder, 'kept.png'));
  await dateline.button('Dismiss').click();
  await expect(dateline.notice).toHaveCount(0);
});

test('the picture follows the window: what is out of view is not in it', async ({ dateline }) => {
  await dateline.button('Day').click();
  await dateline.settle();
  await expect(dateline.eventsInView).toHaveText('0 of 5 events in view');
  const picture = await exportTo(dateline, join(folder, 'empty.png'));
  const edges = await Promise.all([0, 1, 2, 3].map((lane) => token(dateline, `--lane-${lane}-edge`)));
  const seen = new Set<string>();
  for (let y = 0; y < picture.height; y += 2)
    for (let x = 0; x < picture.width; x += 2) seen.add(pixel(picture, x, y));
  expect(edges.filter((edge) => seen.has(edge))).toEqual([]);
});

test('a cancelled dialog changes nothing', async ({ dateline }) => {
  await dateline.answerSaveDialog(null);
  await dateline.openExport();
  await dateline.exportButton('Export').click();
  await expect(dateline.exportButton('Export')).toBeEnabled();
  await expect(dateline.exportDialog).toBeVisible();
  await expect(dateline.page.getByRole('alert')).toHaveCount(0);
  await dateline.exportButton('Cancel').click();
  await expect(dateline.notice).toHaveCount(0);
  expect(await readdir(folder)).toEqual([]);
});

test('a path that cannot be written gives a clear error and leaves what is there whole', async ({
  dateline,
}) => {
  await mkdir(join(folder, 'taken.png'));
  await writeFile(join(folder, 'taken.png', 'inside.txt'), 'whole');
  await writeFile(join(folder, 'file'), 'whole');
  await dateline.openExport();
  for (const [path, named] of [
    [join(folder, 'taken.png'), 'taken.png'],
    [join(folder, 'missing', 'picture.png'), 'missing'],
    [join(folder, 'file', 'picture.png'), 'file'],
  ] as const) {
    await dateline.answerSaveDialog(path);
    await dateline.exportButton('Export').click();
    await expect(dateline.page.getByRole('alert')).toContainText(named);
    await expect(dateline.page.getByRole('alert')).not.toContainText(/Error:| at /);
  }
  expect((await readdir(folder)).toSorted()).toEqual(['file', 'taken.png']);
  expect(await readFile(join(folder, 'file'), 'utf8')).toBe('whole');
  expect(await readFile(join(folder, 'taken.png', 'inside.txt'), 'utf8')).toBe('whole');
});

test('copies the same picture to the clipboard', async ({ dateline }) => {
  const place = await dateline.timeline.boundingBox();
  await dateline.page.keyboard.press('ControlOrMeta+Shift+c');
  await expect(dateline.notice).toContainText('Copied');
  const size = await dateline.clipboardPictureSize();
  expect(size).toEqual({ width: ((place?.width ?? 0) - 2) * 2, height: ((place?.height ?? 0) - 2) * 2 });
});

test('the picture is the same on a display of another scale', async () => {
  const pictures = [];
  for (const scale of [1, 2]) {
    const dateline = await Dateline.start({ scale, size: { width: 1024, height: 640 }, theme: 'light' });
    pictures.push(await exportTo(dateline, join(folder, `${scale}.png`)));
    await dateline.close();
  }
  const [one, two] = pictures;
  expect([two?.width, two?.height]).toEqual([one?.width, one?.height]);
});
