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

/** Where the names of the lanes end in a figure, CSS pixels: they are in their lanes' colours, in view or not. */
const LANE_NAMES = 184;

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
  await dateline.system.answerSaveDialog(path);
  await dateline.exportDialog.open();
  await dateline.exportDialog.chooseBareView();
  await dateline.exportDialog.button('Export').click();
  await expect(dateline.notice).toContainText('Saved');
  await expect(dateline.exportDialog.root).toHaveCount(0);
  return PNG.sync.read(await readFile(path));
}

/** The same view as SVG: where things are, in CSS pixels, to be looked for in the picture. */
async function drawingOf(dateline: Dateline, path: string): Promise<string> {
  await dateline.button('Dismiss').click();
  await dateline.system.answerSaveDialog(path);
  await dateline.exportDialog.open();
  await dateline.exportDialog.choice('Format', 'SVG').click();
  await dateline.exportDialog.button('Export').click();
  await expect(dateline.notice).toContainText('.svg');
  return readFile(path, 'utf8');
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
}

/** Every filled rectangle of a drawing, in the order that it is painted, with the first text after it. */
function boxes(svg: string): (Box & { readonly text: string })[] {
  return [...svg.matchAll(/<rect ([^>]*)\/>/g)].flatMap((match) => {
    const attribute = (name: string) =>
      new RegExp(` ${name}="([^"]*)"`).exec(` ${match[1] ?? ''}`)?.[1] ?? '';
    const fill = attribute('fill');
    const text = /<text [^>]*>([^<]*)</.exec(svg.slice(match.index))?.[1] ?? '';
    if (fill === 'none') return [];
    const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((name) =>
      Number(attribute(name)),
    );
    return [{ x, y, width, height, fill, text }];
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`writes a PNG at twice the size of the timeline, ${theme}, every event at its place`, async () => {
    const dateline = await Dateline.start({ theme, size: { width: 1440, height: 900 } });
    const place = await dateline.timeline.root.boundingBox();
    if (place === null) throw new Error('The timeline is not drawn');
    const span = await dateline.timeline.window();
    const picture = await exportTo(dateline, join(folder, 'timeline.png'));
    const all = boxes(await drawingOf(dateline, join(folder, 'timeline.svg')));
    // The border belongs to the window, not to the picture.
    expect([picture.width, picture.height]).toEqual([(place.width - 2) * 2, (place.height - 2) * 2]);

    const surface = await token(dateline, '--surface');
    expect(pixel(picture, 4, 4)).toBe(surface);
    expect(pixel(picture, picture.width - 5, picture.height - 5)).toBe(surface);

    const dots = all
      .filter(({ width, height }) => width === 12 && height === 12)
      .toSorted((a, b) => a.x - b.x);
    const events = [
      { title: 'Fall of Kabul', date: '2021-08-15', lane: 0, solid: true },
      { title: 'CSTO summit, Dushanbe', date: '2021-09-16', lane: 1, solid: true },
      { title: 'SCO summit', date: '2021-09-17', lane: 2, solid: true },
      { title: 'Foreign ministers, New York', date: '2022-09-21', lane: 1, solid: false },
      { title: 'Zas–Kulubaev meeting', date: '2022-10-03', lane: 3, solid: true },
    ];
    expect(dots).toHaveLength(events.length);
    const [first, last] = [dots[0], dots.at(-1)];
    if (first === undefined || last === undefined) throw new Error('No dot is drawn');
    const perDay = (last.x - first.x) / (days('2022-10-03') - days('2021-08-15'));
    for (const [position, { title, date, lane, solid }] of events.entries()) {
      const dot = dots[position] ?? first;
      expect(dot.text).toBe(title);
      expect(dot.x, date).toBeCloseTo(first.x + (days(date) - days('2021-08-15')) * perDay, 0);
      const [x, y] = [dot.x + 6, dot.y + 6];
      const colour = solid ? await token(dateline, `--lane-${lane}-edge`) : surface;
      expect(pixel(picture, x * 2, y * 2)).toBe(colour);
    }
    // The window in view fills the picture from the names of the lanes to the margin.
    const day = 86_400_000;
    const [left, right] = [span.start, span.end].map(
      (instant) => first.x + 6 + (instant / day - days('2021-08-15') - 0.5) * perDay,
    );
    expect(left).toBeGreaterThan(100);
    expect(left).toBeLessThan(200);
    expect(right).toBeGreaterThan(place.width - 50);
    expect(right).toBeLessThan(place.width);
    await dateline.close();
  });
}

/** Days since 1970. */
function days(date: string): number {
  return Date.parse(date) / 86_400_000;
}

test('names the file and its folder, and shows it there', async ({ dateline }) => {
  await dateline.app.evaluate(({ shell }) => {
    shell.showItemInFolder = (path: string) => {
      Object.assign(globalThis, { shown: path });
    };
  });
  await dateline.system.answerSaveDialog(join(folder, 'kept'));
  await dateline.button('Export').click();
  await dateline.exportDialog.button('Export').click();
  await expect(dateline.notice).toContainText('Saved kept.png in');
  await dateline.button('Show in folder').click();
  await expect
    .poll(() => dateline.app.evaluate((): unknown => Reflect.get(globalThis, 'shown')))
    .toBe(join(folder, 'kept.png'));
  await dateline.button('Dismiss').click();
  await expect(dateline.notice).toHaveCount(0);
});

test('the picture follows the window: what is out of view is not in it', async ({ dateline }) => {
  const edges = await Promise.all([0, 1, 2, 3].map((lane) => token(dateline, `--lane-${lane}-edge`)));
  /** The colours of the lanes that are seen beside their names. */
  const seenIn = (picture: PNG) => {
    const seen = new Set<string>();
    for (let y = 0; y < picture.height; y += 2)
      for (let x = LANE_NAMES * 2; x < picture.width; x += 2) seen.add(pixel(picture, x, y));
    return edges.filter((edge) => seen.has(edge));
  };
  expect(seenIn(await exportTo(dateline, join(folder, 'all.png')))).toEqual(edges);

  await dateline.button('Dismiss').click();
  await dateline.timeline.show('Day');
  // The day is that of an event; a few pages on there is none.
  for (let page = 0; page < 5; page += 1)
    await dateline.timeline.change(() => dateline.page.keyboard.press('Shift+ArrowRight'));
  await expect(dateline.eventsInView).toHaveText('0 of 5 events in view');
  expect(seenIn(await exportTo(dateline, join(folder, 'empty.png')))).toEqual([]);
});

test('a cancelled dialog changes nothing', async ({ dateline }) => {
  await dateline.system.answerSaveDialog(null);
  await dateline.exportDialog.open();
  await dateline.exportDialog.button('Export').click();
  await expect(dateline.exportDialog.button('Export')).toBeEnabled();
  await expect(dateline.exportDialog.root).toBeVisible();
  await expect(dateline.page.getByRole('alert')).toHaveCount(0);
  await dateline.exportDialog.button('Cancel').click();
  await expect(dateline.notice).toHaveCount(0);
  expect(await readdir(folder)).toEqual([]);
});

test('a path that cannot be written gives a clear error and leaves what is there whole', async ({
  dateline,
}) => {
  await mkdir(join(folder, 'taken.png'));
  await writeFile(join(folder, 'taken.png', 'inside.txt'), 'whole');
  await writeFile(join(folder, 'file'), 'whole');
  await dateline.exportDialog.open();
  for (const [path, named] of [
    [join(folder, 'taken.png'), 'taken.png'],
    [join(folder, 'missing', 'picture.png'), 'missing'],
    [join(folder, 'file', 'picture.png'), 'file'],
  ] as const) {
    await dateline.system.answerSaveDialog(path);
    await dateline.exportDialog.button('Export').click();
    await expect(dateline.page.getByRole('alert')).toContainText(named);
    await expect(dateline.page.getByRole('alert')).not.toContainText(/Error:| at /);
  }
  expect((await readdir(folder)).toSorted()).toEqual(['file', 'taken.png']);
  expect(await readFile(join(folder, 'file'), 'utf8')).toBe('whole');
  expect(await readFile(join(folder, 'taken.png', 'inside.txt'), 'utf8')).toBe('whole');
});

test('copies the same picture to the clipboard', async ({ dateline }) => {
  const place = await dateline.timeline.root.boundingBox();
  await dateline.page.keyboard.press('ControlOrMeta+Shift+c');
  await expect(dateline.notice).toContainText('Copied');
  const size = await dateline.system.clipboardPictureSize();
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
